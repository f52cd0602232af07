import Foundation
import PseudoTerminal
import Testing

@testable import TOML

/// A document as one line, in a form that another program can write as well.
func canonical(_ node: TOMLNode) -> String {
  switch node.value {
  case .string(let text): "\"\(text)\""
  case .integer(let number): "\(number)"
  case .float(let number): number.isNaN ? "nan" : "\(number)"
  case .boolean(let flag): "\(flag)"
  case .dateTime: "d"
  case .array(let elements): "[" + elements.map(canonical).joined(separator: ",") + "]"
  case .table(let entries):
    "{"
      + entries.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      .map { "\($0.key):\(canonical($0.value))" }.joined(separator: ",") + "}"
  }
}

/// Damaged documents are taken or refused as Python's own reader does, which is in `python3` from 3.11 on.
@Suite struct TOMLOracleTests {
  static let seeds = [
    """
    [tool.loopdoctor]
    select = ["blocking-http", 'x']
    inline = {a = 1, b.c = 2} # comment
    [[tool.list]]
    date = 1979-05-27T07:32:00Z
    float = 1e5
    text = \"""a\\
      b\"""
    raw = '''x'''
    "q\\u00e9" = inf
    """,
    """
    a.b = 1
    a.c.d = 0x1F
    [x.y.z]
    k = [1_000, 2.5, [true, false]]
    [x]
    k = "é\\t\\""
    [[x.list]]
    [x.list.sub]
    t = 07:32:00.5
    [[x.list]]
    """,
  ]

  static let reader = """
    import json, sys, tomllib
    from datetime import date, time
    def show(value):
        if isinstance(value, str): return '"' + value + '"'
        if isinstance(value, bool): return 'true' if value else 'false'
        if isinstance(value, int): return str(value)
        if isinstance(value, float): return 'f'
        if isinstance(value, (date, time)): return 'd'
        if isinstance(value, list): return '[' + ','.join(map(show, value)) + ']'
        return '{' + ','.join(k + ':' + show(v) for k, v in sorted(value.items(), key=lambda i: i[0].encode())) + '}'
    def read(text):
        try: return show(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, ValueError): return None
    json.dump([read(text) for text in json.load(open(sys.argv[1]))], sys.stdout)
    """

  @Test func damagedDocuments() throws {
    let probe = try runProgram(
      "/usr/bin/env", ["python3", "-c", "import tomllib"], input: [],
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"])
    guard probe.status == 0 else { return }
    var random = SeededRandom(state: 7)
    let letters = Array("[]{}=.,\"'\\\n#abx019-+:TZ_eE uUé\r\t".unicodeScalars)
    var documents: [String] = []
    for round in 0..<6000 {
      var text = Array(Self.seeds[round % 2].unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text[place] = letters.randomElement(using: &random) ?? "x"
        case 1: text.insert(letters.randomElement(using: &random) ?? "x", at: place)
        default: text.remove(at: place)
        }
      }
      var document = ""
      document.unicodeScalars.append(contentsOf: text)
      documents.append(document)
    }
    let file = FileManager.default.temporaryDirectory.appending(
      path: "loopdoctor-toml-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONSerialization.data(withJSONObject: documents).write(to: file)
    let outcome = try runProgram(
      "/usr/bin/env", ["python3", "-c", Self.reader, file.path], input: [],
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8"])
    let answers = try #require(try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [Any])
    #expect(answers.count == documents.count)
    var taken = 0
    for (document, answer) in zip(documents, answers) {
      let expected = answer as? String
      let ours = (try? parseTOML(Array(document.utf8))).map(withoutFloats)
      #expect(ours == expected, "\(document)")
      taken += ours == nil ? 0 : 1
    }
    // Both sorts were there.
    #expect((500..<5500).contains(taken))
  }

  /// How a float is written differs between languages; its value has a test of its own.
  private func withoutFloats(_ node: TOMLNode) -> String {
    switch node.value {
    case .float: "f"
    case .array(let elements): "[" + elements.map(withoutFloats).joined(separator: ",") + "]"
    case .table(let entries):
      "{"
        + entries.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
        .map { "\($0.key):\(withoutFloats($0.value))" }.joined(separator: ",") + "}"
    default: canonical(node)
    }
  }

  @Test func randomBytesNeverCrash() {
    var random = SeededRandom(state: 3)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = try? parseTOML(bytes)
    }
  }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

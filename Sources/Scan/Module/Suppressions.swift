import PythonOutline

/// Which findings a file's comments silence, by 1-based line.
struct Suppressions: Sendable {
  enum What: Sendable {
    case everything
    /// Finding kinds, or the codes of other linters.
    case these(Set<String>)
  }

  /// `# loopdoctor: ignore`, with or without kinds.
  private var own: [Int: What] = [:]
  /// `# noqa: CODES`; one without codes was meant for other linters and silences nothing here.
  private var noqa: [Int: Set<String>] = [:]

  init() {}

  /// Reads `# loopdoctor: ignore[kind, kind]` and `# noqa: CODE, CODE` from a file's comments.
  init(tree: SyntaxTree) {
    var places: LineTable?
    for comment in tree.comments {
      // Most comments hold neither word, and are not worth a string.
      let range = Int(comment.start)..<Int(comment.end)
      let mayHold = tree.source.withUnsafeBytes {
        Self.mayHold(UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      guard mayHold else { continue }
      let text = String(decoding: tree.source[range], as: UTF8.self)
      let table = places ?? LineTable(tree.source)
      places = table
      let line = table.position(of: Int(comment.start)).line
      if let rest = Self.rest(of: text, after: ["loopdoctor", ":", "ignore"]) {
        own[line] = Self.kinds(rest)
      }
      if let rest = Self.rest(of: text.lowercased(), after: ["noqa", ":"]) {
        noqa[line] = Set(Self.words(rest).map { $0.uppercased() })
      }
    }
  }

  /// Whether a comment holds the `q` of `noqa` before an `a`, or the letters `pd` of `loopdoctor`, in either case.
  private static func mayHold(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      let byte = byte | 0x20
      if previous == UInt8(ascii: "q"), byte == UInt8(ascii: "a") { return true }
      if previous == UInt8(ascii: "p"), byte == UInt8(ascii: "d") { return true }
      previous = byte
    }
    return false
  }

  /// What follows words that stand in this order with nothing but blanks between them.
  private static func rest(of text: String, after words: [String]) -> Substring? {
    guard let first = words.first else { return nil }
    var open = text[...]
    while let found = open.firstRange(of: first) {
      var rest = open[found.upperBound...]
      let isWhole = words.dropFirst().allSatisfy { word in
        rest = rest.drop { $0 == " " }
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
      }
      if isWhole { return rest }
      open = open[found.upperBound...]
    }
    return nil
  }

  func silences(_ kind: String, codes: [String], line: Int) -> Bool {
    switch own[line] {
    case .everything: return true
    case .these(let kinds) where kinds.contains(kind): return true
    default: break
    }
    guard let silenced = noqa[line] else { return false }
    return codes.contains { code in silenced.contains { !$0.isEmpty && code.hasPrefix($0) } }
  }

  private static func kinds(_ rest: Substring) -> What {
    let rest = rest.drop { $0 == " " }
    guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return .everything }
    return .these(words(rest[rest.index(after: rest.startIndex)..<end]))
  }

  private static func words(_ text: Substring) -> Set<String> {
    Set(text.split { $0 == "," || $0 == " " }.map(String.init))
  }
}

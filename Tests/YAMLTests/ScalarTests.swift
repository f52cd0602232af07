import Testing
import YAML

@Suite struct ScalarTests {
  @Test(arguments: [
    ("simple", "simple"), ("two words", "two words"), ("a/b_c.d-e (f)", "a/b_c.d-e (f)"), ("", "\"\""),
    (" x", "\" x\""), ("x ", "\"x \""), ("- x", "\"- x\""), ("...", "\"...\""), ("yes", "\"yes\""),
    ("No", "\"No\""),
    ("null", "\"null\""), ("~", "\"~\""), ("12", "\"12\""), ("1e3", "\"1e3\""), ("0x1F", "\"0x1F\""),
    ("nan", "\"nan\""),
    ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("\"", "\"\\\"\""), ("\\", "\"\\\\\""),
    ("a\nb\tc\rd", "\"a\\nb\\tc\\rd\""),
    ("\u{0}\u{1B}\u{7F}\u{85}", "\"\\u0000\\u001B\\u007F\\u0085\""),
    ("\u{FEFF}\u{2028}\u{FFFF}", "\"\\uFEFF\\u2028\\uFFFF\""),
    ("Größe 😀", "\"Größe 😀\""),
  ]) func writes(text: String, written: String) {
    #expect(yamlScalar(text) == written)
  }

  /// Pieces that YAML gives a meaning to, in all their combinations with each other.
  private static let pieces = [
    "", " ", "  ", "\n", "\r\n", "\r", "\t", "-", "- ", ":", ": ", "#", " #", "?", "? ", "!", "!!str", "&a",
    "*a", "|", ">-",
    "%", "@", "`", "'", "''", "\"", "\\", "\\n", "{", "}", "[", "]", ",", "~", "null", "true", "yes", "0",
    "1.5", "0x1", "---",
    "...", "=", "<<", "a", "word", "ß", "é", "e\u{301}", "日本", "😀", "👩‍👩‍👧", "\u{0}", "\u{7}", "\u{1B}[31m",
    "\u{7F}", "\u{85}",
    "\u{A0}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}",
    "\u{1FFFF}",
    "\u{10FFFF}", "\u{E000}", "\u{D7FF}", "\u{300}",
  ]

  /// `yamlScalar` must stand wherever a value may.
  private func expectRoundTrip(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let scalar = yamlScalar(text)
    let contexts = [
      "\(scalar)", "key: \(scalar)\nnext: 1", "- \(scalar)\n- 1", "{a: \(scalar), b: [\(scalar)]}",
      "\(scalar): 1",
    ]
    #expect(try parsed(contexts[0]).text == text, sourceLocation: sourceLocation)
    #expect(try parsed(contexts[1])["key"]?.text == text, sourceLocation: sourceLocation)
    #expect(try parsed(contexts[2]).elements?.first?.text == text, sourceLocation: sourceLocation)
    let flow = try parsed(contexts[3])
    #expect(
      flow["a"]?.text == text && flow["b"]?.elements?.first?.text == text, sourceLocation: sourceLocation)
    #expect(try parsed(contexts[4]).entries?.first?.key == text, sourceLocation: sourceLocation)
    // What looks like a number, a flag or nothing to YAML must not look so any more.
    #expect(try !parsed(contexts[0]).isNull, sourceLocation: sourceLocation)
    #expect(!scalar.contains("\n"), sourceLocation: sourceLocation)
  }

  @Test func anyTwoPiecesComeBack() throws {
    for left in Self.pieces {
      for right in Self.pieces where left.count + right.count > 0 { try expectRoundTrip(left + right) }
    }
    try expectRoundTrip("")
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func randomTextsComeBack(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Bool.random(using: &random) {
          text += Self.pieces.randomElement(using: &random) ?? ""
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      try expectRoundTrip(text)
    }
  }

  @Test func longTextsComeBack() throws {
    for text in [String(repeating: "word ", count: 50_000), String(repeating: "ü\n", count: 50_000)] {
      #expect(try parsed(yamlScalar(text)).text == text)
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

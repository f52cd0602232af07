import Text
import Testing

@Suite struct SanitizingTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{1B}[31m", "␛[31m"), ("a\u{0}b\u{7F}", "a␀b␡"), ("\u{9B}31m", "<U+009B>31m"),
    ("if\u{202E} x", "if<U+202E> x"),
    (
      "\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}",
      "<U+2066><U+2069><U+200E><U+200F><U+061C>"
    ),
    ("a\u{200B}b\u{FEFF}", "a<U+200B>b<U+FEFF>"), ("a\u{200D}b", "a<U+200D>b"),
    ("pass\u{AD}word", "pass<U+00AD>word"),
    ("\u{2028}", "<U+2028>"), ("\u{3164}", "<U+3164>"), ("x\u{E0041}", "x<U+E0041>"),
    ("\r\n", "␍␊"), ("日本 é e\u{301}", "日本 é e\u{301}"), ("👨‍👩‍👧 👍🏽 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧 👍🏽 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("\u{E000}\u{FFFD}", "\u{E000}\u{FFFD}"),
  ])
  func visible(_ raw: String, _ expected: String) {
    #expect(raw.sanitized() == expected)
    #expect(expected.sanitized() == expected)
  }

  @Test func asciiForms() {
    #expect("\u{1B}[0m\u{7F}\u{202E}".sanitized(ascii: true) == "^[[0m^?<U+202E>")
  }

  @Test(arguments: [
    ("def f():\n\treturn 1\n", "def f():\n\treturn 1\n"), ("a\r\n\u{C}b", "a\nb"),
    ("x\u{1B}[201~\u{7}\u{0}\u{7F}\u{9B}y", "x[201~y"), ("if\u{202E}\u{2066} \u{200F}x", "if x"),
    ("日本 e\u{301} 👩‍👩‍👧 \u{FEFF}", "日本 e\u{301} 👩‍👩‍👧 \u{FEFF}"),
  ]) func withoutControls(_ raw: String, _ expected: String) {
    #expect(raw.withoutControls == expected)
  }

  @Test func tabsReachTheNextStop() {
    #expect("\tx".sanitized() == "    x")
    #expect("ab\tx".sanitized() == "ab  x")
    #expect("日本\tx".sanitized() == "日本    x")
    #expect("a\tb".sanitized(tabWidth: 8) == "a       b")
    #expect("a\tb".sanitized(tabWidth: nil) == "a␉b")
  }

  @Test func lineBreaksStayWhenAsked() {
    #expect("a\r\nb\n\tc\rd".sanitized(keepingLineBreaks: true) == "a\nb\n    c␍d")
  }

  @Test func nothingThatControlsATerminalIsLeft() {
    var all = String.UnicodeScalarView()
    for value in UInt32(0)...0x2FFF {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
      all.append(" ")
    }
    let result = String(all).sanitized()
    for scalar in result.unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
  }
}

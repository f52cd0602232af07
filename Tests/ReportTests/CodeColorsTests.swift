import Testing
import Text

@testable import Report

@Suite struct CodeColorsTests {
  let colors = CodeColors(theme: .colour)

  /// Lines as Python counts them.
  private func lines(of source: String) -> [String] {
    var lines = [""]
    var wasReturn = false
    for scalar in source.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r": lines.append("")
      default: lines[lines.count - 1].unicodeScalars.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return lines
  }

  private func expectComplete(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let colored = colors.lines(of: source).map(\.text)
    // By scalars: joined spans must not merge or lose a mark.
    #expect(
      colored.map { Array($0.unicodeScalars) } == lines(of: source).map { Array($0.unicodeScalars) },
      sourceLocation: sourceLocation)
  }

  @Test func colours() {
    let lines = colors.lines(of: "async def f():  # why\n    return \"x\" + str(1.5)")
    #expect(lines[0].first { $0.text == "async" }?.style == Theme.colour[.codeKeyword])
    #expect(lines[0].last == Span("# why", Theme.colour[.codeComment]))
    #expect(lines[1].first { $0.text.contains("\"x\"") }?.style == Theme.colour[.codeString])
    #expect(lines[1].first { $0.text == "1.5" }?.style == Theme.colour[.codeNumber])
    #expect(lines[1].first { $0.text.contains("str") }?.style == .plain)
  }

  @Test(arguments: [
    "", "\n", "\r\n", "\r", "x", "x\n", "a\r\nb\rc\n\nd", "x = 1 \\\n  + 2\n", "if x:\n\ty\n",
    "'''a\r\nb\nc'''\n", "f\"{a!r:>{b}} é {c}\"",
    "\"unclosed", "'''unclosed\n€\n", "a = €\n", "😀 = '😀'  # 😀", "é\u{301} = 1", "x\u{0C}y",
    "x\u{2028}y\u{85}z", "\u{FEFF}x = 1\n",
    "$ ? ` !", "def broken(:\n  pass", "\u{0}\u{1B}", "lambda: (yield)\n\n\n", "\t\n  \n#\n",
  ]) func nothingIsLost(source: String) { expectComplete(source) }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func nothingIsLostOfRandomBytes(seed: UInt64) {
    var random = SeededRandom(state: seed)
    let pieces = [
      "'", "\"", "'''", "f'", "{", "}", "\\", "\n", "\r\n", "\r", " ", "\t", "#", "def ", "1e", "é", "😀", "€",
      "(", ")", "\u{301}",
    ]
    for _ in 0..<150 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        if Bool.random(using: &random) {
          bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      expectComplete(String(decoding: bytes, as: UTF8.self))
    }
  }
}

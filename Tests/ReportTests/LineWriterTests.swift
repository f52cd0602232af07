import Testing
import Text

@testable import Report

@Suite struct LineWriterTests {
  @Test func withoutStyleThereIsNothingButText() {
    let lines = [[Span("a ", Style(.red, .bold)), Span("b  ", .plain)], [], [Span("  ")]]
    #expect(LineWriter(isStyled: false).text(lines) == "a b\n\n\n")
  }

  @Test(
    arguments: [
      (Style.plain, "x"), (Style(.red), "\u{1B}[31mx\u{1B}[0m"),
      (Style(.brightBlack), "\u{1B}[90mx\u{1B}[0m"),
      (Style(.brightWhite, .bold), "\u{1B}[1;97mx\u{1B}[0m"),
      (Style(.standard, [.bold, .dim, .italic, .underline, .reverse]), "\u{1B}[1;2;3;4;7mx\u{1B}[0m"),
    ] as [(Style, String)]) func styles(style: Style, written: String)
  {
    #expect(LineWriter(isStyled: true).text([[Span("x", style)]]) == written + "\n")
  }

  @Test func anEmptySpanLeavesNoTrace() {
    #expect(LineWriter(isStyled: true).text([[Span("", Style(.red))]]) == "\n")
  }

  /// File names and messages come from outside: none of them may act on the terminal.
  @Test(arguments: [
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "a\rb", "a\nb", "\u{8}\u{8}", "\u{202E}evil", "\u{200B}",
    "\u{2028}", "\u{7F}",
    "\r\n", "\u{0}",
  ]) func nothingFromOutsideReachesTheTerminal(text: String) {
    for isStyled in [false, true] {
      let written = LineWriter(isStyled: isStyled).text([[Span(text, Style(.cyan))]])
      var inner = written.dropLast()
      if isStyled {
        #expect(inner.hasPrefix("\u{1B}[36m") && inner.hasSuffix("\u{1B}[0m"))
        inner = inner.dropFirst(5).dropLast(4)
      }
      let acting: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
      #expect(inner.unicodeScalars.allSatisfy { !acting.contains($0.properties.generalCategory) })
      #expect(written.hasSuffix("\n") && !inner.isEmpty)
    }
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_234, "-1,234"),
  ])
  func numbers(number: Int, written: String) {
    #expect(grouped(number) == written)
  }

  @Test func counts() {
    #expect(counted(1, "file") == "1 file")
    #expect(counted(0, "file") == "0 files")
    #expect(counted(2_481, "entry", plural: "entries") == "2,481 entries")
  }
}

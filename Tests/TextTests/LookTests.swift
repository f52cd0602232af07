import Testing

@testable import Text

@Suite struct LookTests {
  @Test func glyphsFollowTheTerminal() {
    #expect(Glyphs.suited(isUTF8: true, terminal: "xterm-256color") == .unicode)
    #expect(Glyphs.suited(isUTF8: true, terminal: "linux") == .linesOnly)
    #expect(Glyphs.suited(isUTF8: true, terminal: "vt100") == .ascii)
    #expect(Glyphs.suited(isUTF8: false, terminal: "xterm") == .ascii)
  }

  @Test func withoutCellsTextTakesTheRoomItNeeds() {
    #expect("wait…".asASCII == "wait..." && "“é” → 日".asASCII == "\"e\" > ??" && "a~b".asASCII == "a~b")
    #expect(asciiFallback(for: "…", width: 1) == ["."], "a cell holds one")
  }

  @Test(arguments: [Glyphs.unicode, .linesOnly, .ascii])
  func glyphsTakeOneColumn(_ glyphs: Glyphs) {
    for child in Mirror(reflecting: glyphs).children {
      if let character = child.value as? Character { #expect(character.displayWidth == 1, "\(child)") }
    }
    #expect(glyphs.spinner.allSatisfy { $0.displayWidth == 1 })
    #expect(glyphs.isUnicode || glyphs.ellipsis.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func noThemeUsesColoursThatVanish() {
    let readable: Set<Color> = [.standard, .red, .green, .yellow, .blue, .magenta, .cyan]
    for role in Theme.Role.allCases {
      #expect(readable.contains(Theme.colour[role].foreground), "\(role)")
      #expect(Theme.monochrome[role].foreground == .standard, "\(role)")
    }
  }

  @Test func whatMustStandOutDoesSoWithoutColour() {
    for role in [Theme.Role.title, .key, .error, .warning, .selected, .match, .culprit] {
      #expect(Theme.monochrome[role] != .plain, "\(role)")
    }
  }
}

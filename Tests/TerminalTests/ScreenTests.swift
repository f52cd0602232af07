import Glibc
import PseudoTerminal
import Testing

/// The screen on a real (pseudo) terminal, through the probe.
@Suite struct ScreenTests {
  @Test func drawsAndGivesTheTerminalBack() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    #expect(terminal.isAlternateScreen)
    #expect(!terminal.modes.isCooked)
    #expect(terminal.lines[0].hasPrefix("┌─ probe 日本 ──"))
    #expect(terminal.lines[2].hasPrefix("│red e\u{301}日|"))
    #expect(terminal.cell(row: 2, column: 1).foreground == 1)
    #expect(terminal.cell(row: 2, column: 1).attributes == [.bold])
    #expect(terminal.cell(row: 23, column: 79).text == "┘")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
    #expect(terminal.screen == "left with 0")
  }

  @Test func noBackgroundIsPainted() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    for row in 0..<24 {
      for column in 0..<80 {
        #expect(!terminal.cell(row: row, column: column).attributes.contains(.background))
      }
    }
  }

  @Test func keysArrive() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    let keys: [(PseudoTerminal.Key, String)] = [
      (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.pageUp, "page-up"),
      (.pageDown, "page-down"), (.home, "home"), (.end, "end"), (.insert, "insert"), (.delete, "delete"),
      (.enter, "enter"), (.tab, "tab"), (.backTab, "back-tab"), (.backspace, "backspace"),
      (.escape, "escape"),
      (.function(1), "f1"), (.function(5), "f5"), (.function(12), "f12"), (.character("j"), "j"),
      (.character("é"), "é"), (.character("日"), "日"), (.character(" "), "space"), (.control("c"), "ctrl-c"),
      (.control("\\"), "ctrl-\\"), (.alternate("x"), "alt-x"), (.control("s"), "ctrl-s"),
      (.control("v"), "ctrl-v"),
    ]
    for (key, name) in keys {
      try terminal.send("X")
      try terminal.send(key)
      // Each of them ends its line, so that a prefix is not mistaken for the name.
      try terminal.waitUntil("key \(name)") { $0.lines[3].trimmedFrame == "key \(name)" }
    }
  }

  @Test func severalKeysAtOnceKeepTheirOrder() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("ab\u{1B}[A\u{1B}OBé\u{1B}[99xc")
    try terminal.waitForText("key c")
    let names = terminal.lines[3...9].map(\.trimmedFrame)
    #expect(names == ["key a", "key b", "key up", "key down", "key é", "key c", ""])
  }

  @Test func pasteArrivesAsOne() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.paste("q first\rsecond q")
    try terminal.waitForText("paste 16 q first")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aHugePasteIsTakenAndCut() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("\u{1B}[200~" + String(repeating: "x", count: 1_500_000) + "\u{1B}[201~")
    try terminal.waitForText("paste 1048576 xxx")
  }

  @Test func theMouseCanBeSwitchedOn() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    #expect(!terminal.reportsMouse)
    try terminal.send("M")
    try terminal.waitForText("mouse true")
    #expect(terminal.reportsMouse)
    try terminal.click(row: 5, column: 7)
    try terminal.waitForText("mouse press(button: 1) 5 7")
    try terminal.waitForText("mouse release 5 7")
    try terminal.send("q")
    try terminal.waitForExit()
    #expect(!terminal.reportsMouse)
  }

  @Test func theWindowMayChangeItsSizeAtAnyTime() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    for (columns, rows) in [(100, 30), (20, 5), (1, 1), (2, 50), (200, 60), (60, 12)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.waitUntil("the frame fills \(columns)x\(rows)") { terminal in
        guard columns >= 20 else { return true }
        return terminal.lines[1].contains("size \(columns)x\(rows)")
          && terminal.cell(row: rows - 1, column: columns - 1).text == "┘"
      }
    }
    try terminal.waitForText("resize 60x12")
  }

  @Test func theCursorRestsOnTheLastLine() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    for count in 1...5 {
      try terminal.send("j")
      try terminal.waitUntil("cursor in line \(count)") { $0.lines[2 + count].contains("key j") }
      try terminal.waitUntil("the cursor rests there") { $0.cursor == (2 + count, 1) }
      #expect(terminal.showsCursor)
    }
  }

  @Test func aFullRedrawRepairsTheScreen() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    let whole = terminal.output.count
    try terminal.send("\u{C}")
    try terminal.waitForText("redrawn")
    // Not only the new line was sent.
    #expect(terminal.output.count - whole > 300)
  }

  @Test func onlyWhatChangedIsWritten() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    let before = terminal.output.count
    try terminal.send("j")
    try terminal.waitUntil("key j and its cursor") { $0.screen.contains("key j") && $0.cursor == (3, 1) }
    #expect(terminal.output.count - before < 60)
  }

  @Test func anotherThreadWakesTheLoop() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("W")
    try terminal.waitForText("wake")
  }

  @Test func waitingUsesNoTime() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    let before = try processorTicks(of: terminal.processID)
    // Not a wait for something to happen, but the time over which nothing may.
    usleep(1_000_000)
    let after = try processorTicks(of: terminal.processID)
    #expect(after - before <= 1)
  }

  @Test func asciiWhereTheLocaleNeedsIt() throws {
    let terminal = try startProbe(["LC_ALL": "C"])
    try waitForProbe(terminal)
    #expect(terminal.lines[0].hasPrefix("+- probe ???? --"))
    #expect(terminal.lines[2].hasPrefix("|red e??|"))
    try terminal.send("é")
    try terminal.waitForText("key e")
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func aLocaleThatIsNotInstalledStillMeansUTF8() throws {
    let terminal = try startProbe(["LC_ALL": nil, "LANG": "xx_XX.UTF-8"])
    try waitForProbe(terminal)
    #expect(terminal.lines[0].hasPrefix("┌─ probe 日本"))
  }

  @Test(arguments: [
    "xterm", "xterm-mono", "screen", "tmux-256color", "linux", "rxvt", "vt100", "vt220", "ansi",
  ])
  func otherTerminals(_ name: String) throws {
    let terminal = try startProbe(["TERM": name])
    try terminal.waitForText("size 80x24")
    try terminal.send("j")
    try terminal.waitForText("key j")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.modes == terminal.initialModes)
  }

  @Test func noColorMeansNone() throws {
    let terminal = try startProbe(["NO_COLOR": "1"])
    try waitForProbe(terminal)
    #expect(terminal.screen.contains("size 80x24 colors 0 "))
    #expect(terminal.cell(row: 2, column: 1).foreground == nil)
    #expect(terminal.cell(row: 2, column: 1).attributes == [.bold])
    #expect(!terminal.outputText.contains("\u{1B}[31m"))
  }

  @Test func staleSizesInTheEnvironmentDoNotCount() throws {
    try waitForProbe(startProbe(["COLUMNS": "20", "LINES": "5"]))
  }

  @Test func aTerminalThatDoesNotKnowItsSize() throws {
    let terminal = try startInShell("stty rows 0 cols 0; PROBE")
    try waitForProbe(terminal)
  }

  @Test func standardStreamsMayLeadElsewhere() throws {
    let terminal = try startInShell("PROBE </dev/null | sed 's/^/piped: /'")
    try waitForProbe(terminal)
    try terminal.send("q")
    try terminal.waitForExit()
    #expect(terminal.screen == "piped: left with 0")
    expectRestored(terminal)
  }

  @Test func standardStreamsMayBeClosed() throws {
    let terminal = try startInShell("PROBE <&- >&- 2>&-; echo status $?")
    try waitForProbe(terminal)
    try terminal.send("jq")
    try terminal.waitForExit()
    #expect(terminal.screen == "status 0")
    expectRestored(terminal)
  }

  @Test func withoutATerminalItSaysSo() throws {
    let terminal = try startInShell("setsid -w PROBE </dev/null 2>&1 | cat")
    try terminal.waitForExit()
    #expect(terminal.screen == "there is no terminal to draw on; run it in a terminal window")
  }

  @Test(arguments: [
    ("wibble", "this system does not know the terminal TERM=wibble; try: export TERM=xterm-256color"),
    ("tmux-direct9", "try: export TERM=tmux"), ("dumb", "cannot move its cursor"), ("", "TERM is not set"),
  ])
  func terminalsThatCannotBeUsed(_ name: String, _ message: String) throws {
    let terminal = try startProbe(["TERM": name], columns: 200)
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.contains(message), "\(terminal.screen)")
    #expect(terminal.modes == terminal.initialModes)
  }
}

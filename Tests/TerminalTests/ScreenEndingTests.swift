import Glibc
import PseudoTerminal
import Testing

/// However the program ends, the terminal is as it was before.
@Suite struct ScreenEndingTests {
  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGQUIT, 131), (SIGHUP, 129)] as [(Int32, Int32)])
  func signals(_ signal: Int32, _ status: Int32) throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(status))
    expectRestored(terminal)
  }

  @Test func aProgramThatNoLongerListensDiesOfTheSecondSignal() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("MH")
    try terminal.waitForText("mouse true")
    terminal.signal(SIGTERM)
    let start = ContinuousClock.now
    // The second one counts once the first has waited for two seconds.
    while ContinuousClock.now - start < .seconds(30) {
      terminal.signal(SIGTERM)
      if (try? terminal.waitForExit(timeout: .milliseconds(200))) != nil { break }
    }
    #expect(try terminal.waitForExit() == .signaled(SIGTERM))
    expectRestored(terminal)
  }

  @Test func aTrapShowsItsMessageAfterTheRestore() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("MT")
    #expect(try terminal.waitForExit() == .exited(70))
    expectRestored(terminal)
    #expect(!terminal.reportsMouse)
    let screen = terminal.screen
    #expect(screen.contains("Fatal error: a trap on ?[31mpurpose"))
    #expect(screen.contains("probe: internal fault (signal "))
    #expect(screen.hasSuffix("; the terminal was restored"))
  }

  @Test func aBadAccess() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("S")
    #expect(try terminal.waitForExit() == .exited(70))
    expectRestored(terminal)
    #expect(terminal.screen == "probe: internal fault (signal 11); the terminal was restored")
  }

  @Test func anOverflowOfAnotherThreadsStack() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("O")
    #expect(try terminal.waitForExit() == .exited(70))
    expectRestored(terminal)
    #expect(terminal.screen.contains("internal fault (signal 11)"))
  }

  @Test func dyingOfTheSignalInstead() throws {
    let terminal = try startProbe(arguments: ["--die-of-signal"])
    try waitForProbe(terminal)
    try terminal.send("S")
    #expect(try terminal.waitForExit() == .signaled(SIGSEGV))
    expectRestored(terminal)
  }

  @Test func aTrapBeforeTheScreenIsOpen() throws {
    let terminal = try startProbe(arguments: ["--trap-early"])
    #expect(try terminal.waitForExit() == .exited(70))
    #expect(terminal.screen.contains("Fatal error: too early"))
    #expect(terminal.screen.contains(/probe: internal fault \(signal \d+\)$/))
  }

  @Test func aTrapWithStandardErrorInAFile() throws {
    let path = "/tmp/probe-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(path) }
    let terminal = try startInShell("PROBE 2>\(path); echo status $?")
    try waitForProbe(terminal)
    try terminal.send("T")
    try terminal.waitForExit()
    #expect(terminal.screen.hasSuffix("status 70"))
    expectRestored(terminal)
    let written = try #require(contents(of: path))
    #expect(written.contains("Fatal error: a trap"))
    #expect(written.hasSuffix("; the terminal was restored\n"))
  }

  @Test func exitWithoutClosing() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("E")
    #expect(try terminal.waitForExit() == .exited(5))
    expectRestored(terminal)
    #expect(terminal.screen == "said on standard error")
  }

  @Test func aTerminalWithoutAlternateScreenEndsBelowThePicture() throws {
    let terminal = try startProbe(["TERM": "vt220"])
    try waitForProbe(terminal)
    try terminal.send("S")
    #expect(try terminal.waitForExit() == .exited(70))
    #expect(terminal.lines.contains("probe: internal fault (signal 11); the terminal was restored"))
    #expect(terminal.lines[22].isEmpty == false)
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    terminal.hangUp()
    let status = try terminal.waitForExit()
    #expect(status == .exited(129) || status == .exited(74))
  }
}

import Glibc
import PseudoTerminal
import Testing

/// The terminal in other hands for a while: children, and the shell after Ctrl-Z.
@Suite struct ScreenLendingTests {
  @Test func aChildGetsACleanTerminalAndGivesItBack() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("C")
    try terminal.waitForText("ready")
    #expect(!terminal.isAlternateScreen)
    #expect(terminal.modes == terminal.initialModes)
    #expect(signalLine("SigBlk", terminal) == "0000000000000000")
    // glibc keeps two signals to itself, 32 and 33, and hands them down ignored.
    #expect(["0000000000000000", "0000000180000000"].contains(signalLine("SigIgn", terminal)))
    #expect(signalLine("SigCgt", terminal) == "0000000000000000")
    // The device's own name: a server that is in no session can open that, but not /dev/tty.
    #expect(terminal.lines.contains(terminal.deviceName))
    try terminal.send("\n")
    try terminal.waitForText("child exited(0)")
    #expect(terminal.isAlternateScreen)
    #expect(terminal.lines[0].hasPrefix("┌─ probe 日本"))
    try terminal.send("q")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func theInterruptKeyIsTheChilds() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("I")
    try terminal.waitForText("ready")
    try terminal.send("\u{3}")
    try terminal.waitForText("child exited(3)")
    try terminal.send("j")
    try terminal.waitForText("key j")
  }

  @Test func aChildThatCannotBeStarted() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("N")
    try terminal.waitForText("cannot run /no/such/program: No such file or directory; check")
  }

  @Test func aChildThatLeavesTheTerminalRawDoesNoHarm() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("R")
    try terminal.waitForText("child exited(0)")
    try terminal.send("q")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func whatADeadChildLeftOnIsTurnedOff() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("D")
    try terminal.waitForText("child signaled(9)")
    #expect(!terminal.reportsMouse)
    let left = try #require(terminal.outputText.ranges(of: "1004;2004h").last)
    let since = terminal.outputText[left.upperBound...]
    for mode in [1000, 1002, 1003, 1004, 1006] {
      #expect(since.contains("\u{1B}[?\(mode)l") && !since.contains("\u{1B}[?\(mode)h"), "\(mode)")
    }
    let paste = try #require(since.ranges(of: "\u{1B}[?2004h").last)
    #expect(since[..<paste.lowerBound].contains("\u{1B}[?2004l"), "ours is on again")
    // A click is no key.
    try terminal.send("j")
    try terminal.waitForText("key j")
    try terminal.send("q")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  /// What a program said last stays in sight until somebody has read it.
  @Test func aChildsLastWords() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("F")
    try terminal.waitForText("exited(7) ␛[2J")
    #expect(terminal.screen.contains("no such $DISPLAY") && !terminal.isAlternateScreen)
    #expect(terminal.modes == terminal.initialModes, "whatever it left")
    terminal.resize(columns: 70, rows: 20)
    // What follows the line is for the screen.
    try terminal.send("xy\nj")
    try terminal.waitForText("size 70x20")
    try terminal.waitForText("child exited(7)")
    try terminal.waitForText("key j")
    #expect(!terminal.screen.contains("key x"))
    // A signal does not wait.
    try terminal.send("F")
    try terminal.waitForText("exited(7) ␛[2J")
    terminal.signal(SIGTERM)
    try terminal.waitForText("left with 143")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func aResizeBehindAChildsBackIsNoticed() throws {
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send("C")
    try terminal.waitForText("ready")
    terminal.resize(columns: 70, rows: 20)
    try terminal.send("\n")
    try terminal.waitForText("size 70x20")
    try terminal.waitForText("child exited(0)")
  }

  @Test(arguments: ["bash --norc --noprofile -i", "dash -i"])
  func stoppedAndContinuedFromAShell(_ shell: String) throws {
    let terminal = try startShell(shell)
    let before = try modes(in: terminal)
    let probe = try PseudoTerminal.builtExecutable("ScreenProbe")
    try terminal.send("\(probe)\n")
    try waitForProbe(terminal)
    for round in 1...3 {
      try terminal.send(.control("z"))
      try terminal.waitUntil("the shell is back") { !$0.isAlternateScreen && $0.screen.contains("Stopped") }
      let meanwhile = try modes(in: terminal)
      #expect(meanwhile == before)
      try terminal.send("fg\n")
      try terminal.waitUntil("the probe is back") {
        $0.isAlternateScreen && $0.lines[2 + round].contains("resumed")
      }
    }
    try terminal.send("q")
    try terminal.waitUntil("left") { !$0.isAlternateScreen && $0.screen.contains("left with 0") }
    let after = try modes(in: terminal)
    #expect(after == before)
    try terminal.send("exit\n")
    try terminal.waitForExit()
  }

  @Test func stoppedWithinAWrapper() throws {
    let terminal = try startShell("bash --norc --noprofile -i")
    let probe = try PseudoTerminal.builtExecutable("ScreenProbe")
    try terminal.send("sh -c '\(probe); true'\n")
    try waitForProbe(terminal)
    try terminal.send(.control("z"))
    try terminal.waitUntil("the shell is back") { !$0.isAlternateScreen && $0.screen.contains("Stopped") }
    try terminal.send("fg\n")
    try terminal.waitUntil("the probe is back") { $0.isAlternateScreen && $0.lines[3].contains("resumed") }
    try terminal.send("q")
    try terminal.waitForText("left with 0")
  }

  @Test func stoppedByAnotherProcessAndContinuedInTheBackgroundFirst() throws {
    let terminal = try startShell("bash --norc --noprofile -i")
    let before = try modes(in: terminal)
    let probe = try PseudoTerminal.builtExecutable("ScreenProbe")
    try terminal.send("\(probe)\n")
    try waitForProbe(terminal)
    let child = try #require(onlyChild(of: terminal.processID))
    kill(child, SIGTSTP)
    try terminal.waitUntil("the shell is back") { !$0.isAlternateScreen && $0.screen.contains("Stopped") }
    try terminal.send("bg\n")
    try terminal.waitUntil("stopped again, since it needs the terminal") { _ in
      state(of: child) == "T"
    }
    #expect(!terminal.isAlternateScreen)
    let meanwhile = try modes(in: terminal)
    #expect(meanwhile == before)
    try terminal.send("fg\n")
    try terminal.waitUntil("the probe is back") { $0.isAlternateScreen && $0.lines[3].contains("resumed") }
    try terminal.send("q")
    try terminal.waitForText("left with 0")
    let after = try modes(in: terminal)
    #expect(after == before)
  }

  @Test func startedInTheBackgroundItWaitsForTheForeground() throws {
    let terminal = try startShell("bash --norc --noprofile -i")
    let before = try modes(in: terminal)
    let probe = try PseudoTerminal.builtExecutable("ScreenProbe")
    try terminal.send("\(probe) &\n")
    try terminal.waitUntil("it has stopped") { terminal in
      guard let child = onlyChild(of: terminal.processID) else { return false }
      return state(of: child) == "T"
    }
    let meanwhile = try modes(in: terminal)
    #expect(meanwhile == before)
    #expect(!terminal.isAlternateScreen)
    try terminal.send("fg\n")
    try terminal.waitForText("size 80x24")
    try terminal.send("q")
    try terminal.waitForText("left with 0")
    let after = try modes(in: terminal)
    #expect(after == before)
  }

  @Test func stoppedWithoutWarning() throws {
    let terminal = try startShell("bash --norc --noprofile -i")
    let before = try modes(in: terminal)
    let probe = try PseudoTerminal.builtExecutable("ScreenProbe")
    try terminal.send("\(probe)\n")
    try waitForProbe(terminal)
    let child = try #require(onlyChild(of: terminal.processID))
    kill(child, SIGSTOP)
    try terminal.waitForText("Stopped")
    try terminal.send("fg\n")
    try terminal.waitUntil("the probe has redrawn") {
      $0.lines[3].contains("resume") && $0.lines[23].hasPrefix("└")
    }
    try terminal.send("q")
    try terminal.waitForText("left with 0")
    let after = try modes(in: terminal)
    #expect(after == before)
  }

  @Test func whereNobodyCouldContinueItASuspendReturns() throws {
    // The leader of its session has no shell above it.
    let terminal = try startProbe()
    try waitForProbe(terminal)
    try terminal.send(.control("z"))
    try terminal.waitForText("resumed")
    #expect(terminal.isAlternateScreen)
  }

  // MARK: The shell

  private func startShell(_ command: String) throws -> PseudoTerminal {
    let words = command.split(separator: " ").map(String.init)
    let terminal = try PseudoTerminal(
      "/usr/bin/env", words, environment: ["PS1": "ready$ ", "INPUTRC": "/dev/null"])
    try terminal.waitForText("ready$")
    return terminal
  }

  /// The terminal's modes as a program started by the shell finds them.
  private func modes(in terminal: PseudoTerminal) throws -> String {
    // By way of a file: on the screen the shell may interrupt with news about its jobs.
    let path = "/tmp/modes-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(path) }
    try terminal.send("stty -a >\(path).new; mv \(path).new \(path)\n")
    try terminal.waitUntil("stty has answered") { _ in access(path, R_OK) == 0 }
    return try #require(contents(of: path))
  }

  private func onlyChild(of process: pid_t) -> pid_t? {
    let text = contents(of: "/proc/\(process)/task/\(process)/children") ?? ""
    return text.split(separator: " ").first.flatMap { pid_t($0) }
  }

  /// T for a stopped process.
  private func state(of process: pid_t) -> String {
    let text = contents(of: "/proc/\(process)/stat") ?? ""
    return text.split(separator: ")").last.map { String($0.prefix(2).suffix(1)) } ?? ""
  }

  private func signalLine(_ name: String, _ terminal: PseudoTerminal) -> String? {
    terminal.lines.first { $0.hasPrefix(name + ":") }?.split(whereSeparator: { $0 == " " || $0 == ":" }).last
      .map(String.init)
  }
}

import Glibc
import PseudoTerminal
import Testing

/// The wizard on a real (pseudo) terminal.
@Suite struct CursesTests {
  @Test func aWholeDiagnosis() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path, "--save-answers", project.file("session.yaml"))
    try waitForWizard(terminal)
    #expect(terminal.isAlternateScreen && !terminal.modes.isCooked)
    #expect(terminal.lines[1].hasPrefix(" ▸0 ── 2 ── 5 ── 8 ── 12 ── 15"))

    // The evidence is seen, and what it speaks for is selected.
    try terminal.send(.down, .enter)
    try terminal.waitForText("▸  1   Synchronous code is called from async code")
    try terminal.waitForText("code: requests.get runs on the")
    try terminal.send("l")
    try terminal.waitForText("• Debug mode")
    try terminal.send(.enter)
    try terminal.waitForText("Seen: FastAPI: imported, app/main.py:1")
    try terminal.send(.right)
    try terminal.waitForText("Which call blocks the loop? 1 cause, reached at 1 place")
    try terminal.waitForText("▸ 5 │     return requests.get(")
    try terminal.waitForText("app/rates.py  rates → fetch")
    // Resized in the middle, and back.
    terminal.resize(columns: 200, rows: 50)
    try terminal.waitForText("The way down")
    terminal.resize(columns: 20, rows: 5)
    try terminal.waitForText("loopdoctor needs 30")
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitForText("▸ 5 │     return requests.get(")
    try terminal.send("jk")
    try terminal.send(.enter)
    try terminal.waitForText("Your code  app/rates.py:5  rates → fetch")
    #expect(terminal.lines[1].contains("8✓ ── ▸12"))
    // The fix's code is coloured.
    try terminal.send("/import\r")
    try terminal.waitUntil("a coloured keyword") { terminal in
      guard let place = terminal.position(of: "import ") else { return false }
      return terminal.cell(row: place.row, column: place.column).foreground == 5
        || terminal.cell(row: place.row, column: place.column).foreground == 3
    }
    let first = terminal.screen
    try terminal.send(" ")
    try terminal.waitUntil("scrolled") { $0.screen != first }
    try terminal.send("\t")
    try terminal.waitForText("[fix-1]")
    try terminal.send("?")
    try terminal.waitForText("Reading")
    try terminal.send("?")
    try terminal.waitForText("Minute 12")
    try terminal.send("g5")
    try terminal.waitForText("▸  1 ✓ FastAPI")
    // The number has jumped; an Enter out of habit goes no further.
    try terminal.send("g12\r")
    try terminal.waitForText("This is minute 12; enter again goes on from here")
    try terminal.send(.enter)
    try terminal.waitForText("Is it cured?")
    try terminal.send("1")
    try terminal.waitForText("Minute 15 • Recovered")
    try terminal.send("q")
    // The person says it is cured, but the scan still sees the call.
    #expect(try terminal.waitForExit() == .exited(1))
    expectRestored(terminal)
    #expect(terminal.screen == "")
    let saved = try project.read("session.yaml")
    #expect(saved.contains("- answer: {symptom: slow}\n  provenance: typed\n"))
    #expect(saved.contains("- answer: {verified: fixed}\n  provenance: typed\n"))
    #expect(saved.contains("- answer: {blocker: http}\n  provenance: evidence\n"))
    // The prompts lead the same way: one session, two drivers.
    let plain = try loopdoctor(
      "--plain", project.path, "--save-answers", project.file("plain.yaml"), input: "2\n\n3\n\n\n\n1\n\n")
    #expect(plain.status == 1)
    #expect(try project.read("plain.yaml") == saved)
    // And a replay in a script comes to the same end.
    let replay = try loopdoctor(
      "diagnose", project.path, "--answers", project.file("session.yaml"), "--no-input")
    #expect(replay.status == 1)
    #expect(replay.output.contains("Minute 15 • Recovered"))
  }

  /// Over and over: no run may differ.
  @Test(arguments: 1...5) func arrowsToTheFix(_ round: Int) throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    // Typed ahead, as an impatient person does.
    try terminal.send(.down, .right, .right, .right, .right)
    try terminal.waitForText("Which call blocks")
    try terminal.send(.right)
    try terminal.waitForText("Your code  app/rates.py:5")
    terminal.resize(columns: 100, rows: 30)
    try terminal.waitUntil("drawn anew") { ($0.lines[29]).contains("quit") }
    try terminal.send(.left, .left, .left, .left, .left, .left)
    try terminal.waitForText("This is the first question; q leaves")
    try terminal.send("qy")
    #expect(try terminal.waitForExit() == .exited(3))
    expectRestored(terminal)
  }

  @Test func ctrlCLeavesAtOnce() throws {
    let project = try Project.clean()
    let terminal = try startWizard(project.path, "--save-answers", project.file("s.yaml"))
    try waitForWizard(terminal)
    try terminal.send("/some")
    try terminal.waitForText("/some")
    try terminal.send(.control("c"))
    #expect(try terminal.waitForExit() == .exited(130))
    expectRestored(terminal)
    #expect(throws: (any Error).self) { try project.read("s.yaml") }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT]) func signalsRestoreTheTerminal(_ signal: Int32) throws
  {
    let project = try Project.clean()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(130))
    expectRestored(terminal)
  }

  /// There is no way to make the wizard trap, so the fault comes from outside, as the signal of one.
  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT]) func aFaultRestoresTheTerminal(_ signal: Int32) throws {
    let project = try Project.clean()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(70))
    expectRestored(terminal)
    #expect(
      terminal.screen.contains("loopdoctor: internal fault (signal \(signal)); the terminal was restored"))
  }

  @Test func aClosedWindowEndsIt() throws {
    let project = try Project.clean()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(130))
  }

  @Test func stoppedAndContinuedUnderAShell() throws {
    let project = try Project.clean()
    let executable = try PseudoTerminal.builtExecutable("loopdoctor")
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: ["PS1": "$ ", "LD": executable, "P": project.path])
    try shell.waitForText("$")
    try shell.send("\"$LD\" \"$P\"\r")
    try waitForWizard(shell)
    try shell.send("2")
    try shell.waitForText("Minute 2")
    try shell.send(.control("z"))
    try shell.waitUntil("the shell is back") { !$0.isAlternateScreen && $0.screen.contains("Stopped") }
    #expect(shell.showsCursor)
    try shell.send("stty -a | grep -o ' icanon'\r")
    try shell.waitForText(" icanon")
    shell.resize(columns: 100, rows: 30)
    try shell.send("fg; echo \"left with $?\"\r")
    try shell.waitUntil("drawn in the new size") { $0.isAlternateScreen && $0.lines[29].contains("q quit") }
    #expect(shell.screen.contains("Minute 2"))
    try shell.send("q")
    try shell.waitForText("left with 3")
    #expect(!shell.isAlternateScreen)
    try shell.send("exit\r")
    #expect(try shell.waitForExit() == .exited(0))
    #expect(shell.modes == shell.initialModes)
  }

  /// A project that takes a while: the question is there at once, progress is told, and leaving does not wait.
  @Test func leavingDuringAScanIsImmediate() throws {
    let line =
      "async def f_%():\n    x = open('f').read(); g_%(x)\ndef g_%(x):\n    return [h(x) for h in (len, str)]\n"
    let module = (0..<400).map { line.replacing("%", with: "\($0)") }.joined()
    let project = try Project(Dictionary(uniqueKeysWithValues: (0..<120).map { ("m\($0).py", module) }))
    let terminal = try startWizard(project.path)
    try terminal.waitUntil("a question while the scan runs") { terminal in
      terminal.screen.contains("What do you see?")
        && terminal.screen.contains(/looking for files|scanning|following/)
    }
    try terminal.waitForText("of 120 files")
    try terminal.send("2")
    try terminal.waitForText("Minute 2")
    try terminal.send("qy")
    #expect(try terminal.waitForExit(timeout: .seconds(5)) == .exited(3))
    expectRestored(terminal)
  }
}

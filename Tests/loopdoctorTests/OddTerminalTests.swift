import PseudoTerminal
import Testing

/// Terminals that can do little, and none at all.
@Suite struct OddTerminalTests {
  @Test func withoutATerminalThereArePrompts() throws {
    let project = try Project.slow()
    let outcome = try loopdoctor(project.path, input: "2\nq\n")
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("Minute 0: The symptom"))
    #expect(outcome.output.contains("Answer 1-4, < back, ? why, q quit: 2\n"))
    #expect(outcome.output.contains("Minute 2: The direction"))
    #expect(outcome.errors == "")
    #expect(outcome.isPlain)
  }

  @Test func endOfInputInTheMiddle() throws {
    let project = try Project.slow()
    for input in ["", "2", "2\n", "2\n1\n3\n", "2\n1\n3\n1\n1\n"] {
      let outcome = try loopdoctor("--plain", project.path, input: input)
      // Past minute 8 a cause is known.
      #expect(outcome.status == (input.count > 8 ? 1 : 3))
      #expect(outcome.errors == "")
      #expect(outcome.output.hasSuffix("\n") || outcome.output.hasSuffix(": "))
    }
    #expect(try shell("printf '2\\n1\\n' | $LD --plain \(project.path)").status == 3)
  }

  @Test(arguments: [["TERM": "dumb"], ["ACCESSIBLE": "1"]]) func promptsOnATerminal(
    _ environment: [String: String]
  ) throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path, environment: environment.mapValues { $0 })
    try terminal.waitForText("Answer 1-4")
    #expect(!terminal.isAlternateScreen && terminal.modes.isCooked)
    try terminal.send("2\r")
    try terminal.waitForText("Minute 2: The direction")
    try terminal.send("q\r")
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.modes == terminal.initialModes)
    if environment["TERM"] == "dumb" { #expect(!terminal.output.contains(0x1B)) }
  }

  @Test func anUnknownTerminalSaysWhatToDo() throws {
    let project = try Project.clean()
    let terminal = try startWizard(project.path, columns: 200, environment: ["TERM": "nonsense"])
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.contains("this system does not know the terminal TERM=nonsense; "))
    #expect(terminal.screen.contains("loopdoctor --plain \(project.path)"))
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.modes == terminal.initialModes)
    let missing = try startWizard(project.path, columns: 200, environment: ["TERM": nil])
    #expect(try missing.waitForExit() == .exited(2))
    #expect(missing.screen.contains("TERM is not set"))
  }

  @Test func asciiInTheCLocale() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path, environment: ["LC_ALL": "C"])
    try terminal.waitForText("lines scanned in")
    #expect(terminal.lines[1].hasPrefix(" >0 -- 2 -- 5 -- 8 -- 12 -- 15"))
    try terminal.send("1")
    try terminal.waitForText("What does the last line")
    try terminal.send("qy")
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    // Reports and prompts too.
    for arguments in [["scan", project.path], ["explain", "fix-2"], ["explain", "nonsense-“”"]] {
      let report = try startWizard(arguments[0], arguments[1], environment: ["LC_ALL": "C"])
      try report.waitForExit()
      #expect(report.output.allSatisfy { $0 < 0x80 }, "\(report.screen)")
      #expect(report.output.count > 30)
    }
  }

  @Test func noColor() throws {
    let project = try Project.slow()
    for (arguments, environment) in [([], ["NO_COLOR": "1"]), (["--color", "never"], [:])]
      as [([String], [String: String?])]
    {
      let terminal = try PseudoTerminal(
        PseudoTerminal.builtExecutable("loopdoctor"), [project.path] + arguments, environment: environment)
      try waitForWizard(terminal)
      for row in 0..<24 {
        for column in 0..<80 { #expect(terminal.cell(row: row, column: column).foreground == nil) }
      }
      try terminal.send("q")
      try terminal.waitForExit()
      #expect(!terminal.outputText.contains(/\u{1B}\[[0-9;]*3[1-7]m/))
    }
    let report = try startWizard("scan", project.path, environment: ["NO_COLOR": "1"])
    try report.waitForExit()
    #expect(!report.output.contains(0x1B))
  }

  @Test func aWindowTooSmallForAnything() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path, columns: 20, rows: 5)
    try terminal.waitForText("press q.")
    #expect(terminal.screen.contains("loopdoctor needs 30"))
    terminal.resize(columns: 30, rows: 8)
    try terminal.waitForText("What do you see?")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(3))
    expectRestored(terminal)
  }

  @Test func outputElsewhereMeansPrompts() throws {
    let project = try Project.slow()
    let executable = try PseudoTerminal.builtExecutable("loopdoctor")
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "'\(executable)' '\(project.path)' | cat"])
    try terminal.waitForText("Answer 1-4")
    try terminal.send("q\r")
    try terminal.waitForExit()
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func diagnoseAsksOnATerminal() throws {
    let project = try Project.slow()
    let terminal = try startWizard("diagnose", project.path, rows: 60, environment: ["NO_COLOR": "1"])
    try terminal.waitForText("Answer 1-4")
    for (answer, next) in [
      ("2", "Minute 2"), ("", "Debug mode"), ("", "Minute 5"), ("", "Minute 8"), ("", "Minute 12"),
    ] {
      try terminal.send(answer + "\r")
      try terminal.waitUntil("\(next) was written") { $0.outputText.contains(next) }
    }
    try terminal.send("q\r")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(terminal.outputText.contains("The way"))
    #expect(terminal.modes == terminal.initialModes)
  }
}

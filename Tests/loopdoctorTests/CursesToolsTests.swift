import Foundation
import PseudoTerminal
import Testing

/// What leaves the wizard on a real (pseudo) terminal: editors, the clipboard, files; and what comes in by paste and mouse.
@Suite struct CursesToolsTests {
  /// A project with an editor beside it that tells how it was started, waits for a line, and mends the file.
  private func project(editor: String) throws -> Project {
    let project = try Project.slow()
    let script = """
      #!/bin/sh
      echo "editing $*" > '\(project.file("started"))'
      tty >> '\(project.file("started"))'
      grep SigBlk /proc/self/status >> '\(project.file("started"))'
      [ -t 0 ] && [ -t 1 ] && stty -a | grep -o ' icanon' >> '\(project.file("started"))'
      if [ -t 0 ]; then echo "an editor"; read line; fi
      sed -i 's/return requests/return mended/' '\(project.file("app/rates.py"))'
      [ "$line" != fail ] || exit 4
      """
    try project.write(editor, script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: project.file(editor))
    return project
  }

  /// To the causes at minute 8.
  private func goToCauses(_ terminal: PseudoTerminal) throws {
    try waitForWizard(terminal)
    try terminal.send("2\r\r\r")
    try terminal.waitForText("▸ 5 │     return requests.get(")
  }

  @Test func anEditorInTheTerminal() throws {
    let project = try project(editor: "vim")
    let terminal = try startWizard(
      project.path, environment: ["VISUAL": "'\(project.file("vim"))' -R", "EDITOR": "/no/such"])
    try goToCauses(terminal)
    try terminal.send("o")
    try terminal.waitUntil("the editor has the terminal") {
      !$0.isAlternateScreen && $0.screen.contains("an editor")
    }
    let started = try project.read("started")
    #expect(started.contains("editing -R +5 \(project.path)/app/rates.py\n"))
    #expect(started.contains("SigBlk:\t0000000000000000\n"))
    #expect(started.contains(" icanon"))
    #expect(started.contains("\n\(terminal.deviceName)\n"), "not /dev/tty: emacsclient hands the name on")
    // The window changes behind its back.
    terminal.resize(columns: 100, rows: 30)
    try terminal.send("\n")
    try terminal.waitForText("Back from vim; r scans again")
    try terminal.waitForText("▸ 5 │     return mended.get(")
    #expect(terminal.isAlternateScreen)
    try terminal.send("r")
    try terminal.waitForText("None of the calls found")
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func anEditorThatFails() throws {
    let project = try project(editor: "ed")
    let terminal = try startWizard(project.path, environment: ["VISUAL": nil, "EDITOR": project.file("ed")])
    try goToCauses(terminal)
    try terminal.send("o")
    try terminal.waitForText("an editor")
    try terminal.send("fail\n")
    // What it said stays until it has been read.
    try terminal.waitForText("ed ended with status 4; press Enter to come back")
    #expect(!terminal.isAlternateScreen && terminal.screen.contains("an editor"))
    try terminal.send("\r")
    try terminal.waitUntil("the wizard is back") {
      $0.isAlternateScreen && $0.lines.last == " ed ended with status 4"
    }
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func anEditorWithItsOwnWindow() throws {
    let project = try project(editor: "code")
    let terminal = try startWizard(project.path, environment: ["VISUAL": "\(project.file("code")) -w"])
    try goToCauses(terminal)
    try terminal.send("o")
    try terminal.waitForText("Opened in code")
    try terminal.waitForText("▸ 5 │     return mended.get(")
    let started = try project.read("started")
    #expect(started.contains("editing -w --goto \(project.path)/app/rates.py:5\n"))
    #expect(started.contains("SigBlk:\t0000000000000000\n") && !started.contains("icanon"))
    #expect(!terminal.outputText.contains("an editor"))
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func aFileThatIsGone() throws {
    let project = try project(editor: "vim")
    let terminal = try startWizard(project.path, environment: ["VISUAL": project.file("vim")])
    try goToCauses(terminal)
    try FileManager.default.removeItem(atPath: project.file("app/rates.py"))
    try terminal.send("o")
    try terminal.waitForText("app/rates.py is not there any more; r scans again")
    try terminal.waitForText("This file cannot be shown: No such file or directory; r scans again")
    try terminal.send("r")
    try terminal.waitForText("None of the calls found")
    #expect(!FileManager.default.fileExists(atPath: project.file("started")))
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test func noEditor() throws {
    let project = try Project.slow()
    let terminal = try startWizard(
      project.path, environment: ["VISUAL": "no-such-editor", "PATH": "/nowhere"])
    try goToCauses(terminal)
    try terminal.send("o")
    try terminal.waitForText("VISUAL names “no-such-editor”, which is not there")
    try terminal.send("qy")
    try terminal.waitForExit()
    let none = try startWizard(project.path, environment: ["VISUAL": nil, "EDITOR": nil, "PATH": "/nowhere"])
    try goToCauses(none)
    try none.send("o")
    try none.waitForText("No editor found: set VISUAL or EDITOR to yours")
    try none.send("qy")
    try none.waitForExit()
  }

  // MARK: The clipboard

  private let place = "\u{1B}]52;c;YXBwL3JhdGVzLnB5OjU=\u{7}"  // app/rates.py:5

  @Test func copyingThroughTheTerminal() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path)
    try goToCauses(terminal)
    try terminal.send("yy")
    try terminal.waitForText("Copied app/rates.py:5 (handed to the terminal)")
    #expect(terminal.outputText.contains(place))
    try terminal.send("\ry")
    try terminal.waitForText("s sample")
    try terminal.send("s")
    try terminal.waitForText("Copied the sample of")
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test(arguments: [
    ("TMUX", "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YXBwL3JhdGVzLnB5OjU=\u{7}\u{1B}\\"),
    ("STY", "\u{1B}P\u{1B}]52;c;YXBwL3JhdGVzLnB5OjU=\u{7}\u{1B}\\"),
  ])
  func copyingThroughAMultiplexer(_ variable: String, _ sequence: String) throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path, environment: [variable: "1", "PATH": "/nowhere"])
    try goToCauses(terminal)
    try terminal.send("yy")
    try terminal.waitForText("Copied app/rates.py:5")
    #expect(terminal.outputText.contains(sequence))
    try terminal.send("qy")
    try terminal.waitForExit()
  }

  /// tmux is told by its own command, and only where that fails by sequences: it would keep the text several times.
  @Test(arguments: [0, 1]) func copyingWithinTmux(_ status: Int) throws {
    let project = try Project.slow()
    let script = "#!/bin/sh\n{ echo \"$*\"; cat; } >> '\(project.file("clipboard"))'\nexit \(status)\n"
    try project.write("bin/tmux", script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: project.file("bin/tmux"))
    let terminal = try startWizard(
      project.path, environment: ["TMUX": "1", "PATH": "\(project.file("bin")):/usr/bin:/bin"])
    try goToCauses(terminal)
    try terminal.send("yy")
    let way = status == 0 ? "(by tmux)" : "(handed to the terminal)"
    try terminal.waitForText("Copied app/rates.py:5 " + way)
    #expect(try project.read("clipboard") == "load-buffer -w -\napp/rates.py:5")
    try terminal.send("q")
    try terminal.waitForExit()
    #expect(terminal.outputText.contains("]52;c;") == (status != 0))
  }

  @Test func copyingWithATool() throws {
    let project = try Project.slow()
    try project.write("bin/xclip", "#!/bin/sh\n{ echo \"$*\"; cat; } > '\(project.file("clipboard"))'\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: project.file("bin/xclip"))
    let terminal = try startWizard(
      project.path, environment: ["DISPLAY": ":7", "PATH": "\(project.file("bin")):/usr/bin:/bin"])
    try goToCauses(terminal)
    try terminal.send("yl")
    try terminal.waitForText("(by xclip)")
    let copied = try project.read("clipboard")
    #expect(copied.hasPrefix("-selection clipboard\n"))
    #expect(copied.contains("    return requests.get(\"https://example.com/rates\""))
    try terminal.send("qy")
    try terminal.waitForExit()
  }

  // MARK: Files

  @Test func savingAsksBeforeItReplaces() throws {
    let project = try Project.slow()
    let terminal = try startWizard(".", directory: project.path)
    try goToCauses(terminal)
    try terminal.send("w")
    try terminal.waitForText("loopdoctor-report.md")
    try terminal.send("\r")
    try terminal.waitForText("Saved loopdoctor-report.md in /")
    let report = try project.read("loopdoctor-report.md")
    #expect(report.hasPrefix("## loopdoctor") && report.contains("requests.get"))
    try project.write("loopdoctor-report.md", "mine")
    try terminal.send("w\r")
    try terminal.waitForText("loopdoctor-report.md exists")
    try terminal.send("n")
    try terminal.waitUntil("the question is gone") {
      !$0.screen.contains("exists") && $0.screen.contains("? help")
    }
    #expect(try project.read("loopdoctor-report.md") == "mine")
    try terminal.send("w\r")
    try terminal.waitForText("loopdoctor-report.md exists")
    try terminal.send("y")
    try terminal.waitForText("Saved loopdoctor-report.md in /")
    #expect(try project.read("loopdoctor-report.md") == report)
    // Answers, to be played again.
    try terminal.send("w\u{15}answers.yaml\r")
    try terminal.waitForText("Saved answers.yaml in /")
    #expect(try project.read("answers.yaml").contains("- answer: {symptom: slow}"))
    try terminal.send("w\u{15}/no/such/folder/x.md\r")
    try terminal.waitForText("Not saved: /no/such/folder/x.md: No such file or directory")
    // Nothing is left to lose.
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(3))
    expectRestored(terminal)
  }

  /// Where the session cannot be kept, leaving would lose it.
  @Test func leavingAsksOnce() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path, environment: ["XDG_STATE_HOME": "/dev/null"])
    try waitForWizard(terminal)
    try terminal.send("2")
    try terminal.waitForText("This session cannot be kept: /dev/null: is no folder")
    try terminal.send("q")
    try terminal.waitForText("1 answer of yours is not saved")
    try terminal.send(.escape)
    try terminal.waitUntil("the question is gone") { !$0.screen.contains("not saved") }
    try terminal.send("qq")
    #expect(try terminal.waitForExit() == .exited(3))
    expectRestored(terminal)
  }

  // MARK: Paste and mouse

  @Test(arguments: [true, false]) func aTracebackIsRecognised(_ isBracketed: Bool) throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    let traceback =
      "Traceback (most recent call last):\n  File \"m.py\", line 1\n\u{1B}[2JRuntimeError: This event loop is already running\n"
    if isBracketed {
      try terminal.send("\u{1B}[200~" + traceback + "\u{1B}[201~")
    } else {
      try terminal.send("p")
      try terminal.waitForText("^D")
      try terminal.send(traceback.filter { $0 != "\u{1B}" }.replacing("\n", with: "\r"))
      try terminal.waitForText("RuntimeError")
      try terminal.send(.control("d"))
    }
    try terminal.waitForText("Recognised in 3 lines")
    try terminal.waitForText("RuntimeError: This event loop is already running")
    try terminal.send("\r")
    try terminal.waitForText("Minute 5")
    try terminal.send("b")
    try terminal.waitForText("✓ A loop inside a running loop")
    try terminal.send("qy")
    try terminal.waitForExit()
    #expect(!terminal.outputText.contains("\u{1B}[2JRuntime"))
    expectRestored(terminal)
  }

  @Test func theMouse() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    #expect(!terminal.reportsMouse)
    try terminal.send("m")
    try terminal.waitForText("The mouse is on")
    #expect(terminal.reportsMouse)
    let place = try #require(terminal.position(of: "It hangs"))
    try terminal.click(row: place.row, column: place.column)
    try terminal.waitUntil("selected") { $0.lines[place.row].hasPrefix("▸") }
    try terminal.click(row: place.row, column: place.column)
    try terminal.waitForText("Minute 2")
    try terminal.send("mqy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }

  // MARK: Minute 15

  @Test func theFixIsSeenByTheNextScan() throws {
    let project = try Project.slow()
    let terminal = try startWizard(project.path)
    try goToCauses(terminal)
    try terminal.send("\r")
    try terminal.waitForText("Your code")
    try project.write("app/rates.py", "def fetch(currency):\n    return {}\n")
    try terminal.send("\r")
    try terminal.waitForText("The call you treated is gone. In all 1 gone, 0 remain, 0 new")
    try terminal.send("1")
    try terminal.waitForText("Summary")
    try terminal.waitForText("w saves this as a report")
    try terminal.send("qy")
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }
}

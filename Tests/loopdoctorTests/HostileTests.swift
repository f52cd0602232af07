import PseudoTerminal
import Testing

/// Names, sources, answers and messages that try to reach the terminal.
@Suite struct HostileTests {
  /// A project whose file names and code hold escape sequences, bidi overrides and bytes that are no text.
  private static func evilProject() throws -> Project {
    let code =
      "import requests\nasync def main():\n    requests.get('a\u{1B}[2J\u{202E}b\u{9B}31m')  # \u{2066}\u{7}\u{200B}\n"
    let project = try Project([
      "a\u{1B}[31mred\u{202E}.py": code, "line\nbreak.py": code,
      String(repeating: "n", count: 240) + ".py": code,
    ])
    try project.write("broken.py", Array(code.utf8) + [0xFF, 0xFE, 0x1B, 0x5B, 0x32, 0x4A, 0x0A])
    try project.write("null.py", [0, 0, 0] + Array(code.utf8))
    return project
  }

  @Test(arguments: ["text", "json", "sarif", "markdown", "github"]) func reportsStayClean(_ format: String)
    throws
  {
    let project = try Self.evilProject()
    let scan = try loopdoctor("scan", project.path, "--format", format)
    #expect(scan.status == 1)
    #expect(scan.isPlain, "\(format)")
    let diagnosis = try loopdoctor(
      "diagnose", project.path, "--answer", "symptom=slow", "--format", format, "--save-answers",
      project.file("s.yaml"))
    #expect(diagnosis.isPlain, "\(format)")
    let saved = try project.read("s.yaml")
    #expect(
      !saved.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
    let replay = try loopdoctor(
      "diagnose", project.path, "--answers", project.file("s.yaml"), "--format", format)
    #expect(withoutTimes(replay.output) == withoutTimes(diagnosis.output))
  }

  @Test func argumentsThatAreNoText() throws {
    let project = try Project.slow()
    for command in [
      "scan $'app/x\\xff.py'", "scan $'nowhere\\xff'", "diagnose . --answer $'symptom=\\xff'",
      "scan --output $'o\\xff' app",
      "scan --exclude $'\\xff'", "explain $'\\xff\\xfe'", "$'\\xff'", "walkthrough play $'\\xff'",
      "scan --format $'\\xff'",
    ] {
      let outcome = try shell(
        "cp app/rates.py $'app/x\\xff.py'; $LD \(command)", directory: project.path)
      #expect(outcome.status == 2, "\(command): \(outcome.errors)")
      #expect(outcome.output == "" && outcome.isPlain)
      #expect(
        outcome.errors.hasPrefix("loopdoctor: “") && outcome.errors.contains("is not UTF-8"),
        "\(outcome.errors)")
    }
    // A file of such a name is scanned with its folder.
    let outcome = try shell("$LD scan app --format lines", directory: project.path)
    #expect(outcome.status == 1 && outcome.output.contains("app/main.py:10:12"))
    #expect(try shell("ls | wc -l", directory: project.path).output == "1\n")
  }

  @Test func theScreenStaysClean() throws {
    let project = try Self.evilProject()
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    try terminal.send("2")
    try terminal.waitForText("Minute 2")
    try terminal.send("133")
    try terminal.waitForText("Which call blocks the loop?")
    for _ in 0..<5 {
      try terminal.send("j")
      try terminal.send("\r")
      try terminal.waitForText("Your code")
      try terminal.send("b")
      try terminal.waitForText("Which call blocks the loop?")
    }
    try terminal.paste("\u{1B}[2J\u{202E}")
    try terminal.waitForText("is known here")
    try terminal.send("b")
    try terminal.waitForText("Which call blocks the loop?")
    try terminal.send("/\u{202E}\u{9B}x\r")
    try terminal.waitForText("is not in this view")
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
    // What is meant for the terminal is ours; nothing of the project's is in it.
    #expect(!terminal.outputText.unicodeScalars.contains("\u{202E}"))
    #expect(!terminal.outputText.unicodeScalars.contains("\u{2066}"))
    #expect(!terminal.outputText.unicodeScalars.contains("\u{9B}"))
    #expect(!terminal.outputText.contains("\u{1B}[31mred"))
    #expect(!terminal.output.contains(7))
  }

  @Test func promptsStayClean() throws {
    let project = try Self.evilProject()
    let outcome = try loopdoctor(
      "--plain", project.path, input: "\u{1B}[2J\u{202E}\n2\n\u{0}\u{9B}31m\n1\n3\n11\n\n\n1\nq\n")
    #expect(outcome.isPlain)
    #expect(outcome.output.contains("␛[2J"))
  }

  @Test func argumentsStayClean() throws {
    let evil = "\u{1B}[2J\u{202E}x\u{9B}"
    let project = try Project.clean()
    try project.write("evil.yaml", "\(String(evil.filter { $0.asciiValue ?? 0 >= 0x20 })): x\n")
    for arguments in [
      ["scan", evil], [evil], ["--\(evil)"], ["diagnose", project.path, "--answer", "\(evil)=x"],
      ["diagnose", project.path, "--answer", "symptom=\(evil)"],
      ["diagnose", project.path, "--answer", evil],
      ["diagnose", project.path, "--answers", evil], ["explain", evil], ["walkthrough", "play", evil],
      ["content", "check", "--content", evil], ["scan", "--format", evil],
      ["diagnose", project.path, "--answers", project.file("evil.yaml")],
      ["diagnose", project.path, "--answer", "symptom=slow", "--save-answers", "/nowhere/\(evil)"],
    ] {
      let outcome = try loopdoctor(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.isPlain, "\(arguments) \(outcome.errors.debugDescription)")
      #expect(outcome.errors.count > 10)
    }
  }

  @Test func veryLongEverything() throws {
    let long = String(repeating: "long", count: 20_000)
    let project = try Project([
      "main.py": "import requests\nasync def \(long)():\n    requests.get('\(long)')\n"
    ])
    let outcome = try loopdoctor("scan", project.path)
    #expect(outcome.status == 1)
    #expect(try loopdoctor("explain", long).status == 2)
    #expect(try loopdoctor("explain", long).errors.count < 300)
    #expect(try loopdoctor("--plain", project.path, input: long + "\nq\n").status == 3)
    let terminal = try startWizard(project.path)
    try waitForWizard(terminal)
    try terminal.send("213")
    try terminal.waitForText("Minute 5")
    try terminal.send("9")
    try terminal.waitForText("requests.get")
    try terminal.send("qy")
    try terminal.waitForExit()
    expectRestored(terminal)
  }
}

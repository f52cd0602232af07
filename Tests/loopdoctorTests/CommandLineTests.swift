import PseudoTerminal
import Testing

/// What holds for every subcommand: help, mistakes, streams, exit codes.
@Suite struct CommandLineTests {
  static let commands: [[String]] = [
    [], ["wizard"], ["diagnose"], ["scan"], ["config"], ["explain"], ["walkthrough"],
    ["walkthrough", "list"],
    ["walkthrough", "play"], ["walkthrough", "record"], ["walkthrough", "check"], ["walkthrough", "export"],
    ["walkthrough", "lab"],
    ["content"], ["content", "check"], ["content", "graph"],
  ]

  @Test(arguments: commands) func helpHasAnExample(_ command: [String]) throws {
    let outcome = try shell("$LD \(command.joined(separator: " ")) --help")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("USAGE: loopdoctor"))
    #expect(
      outcome.output.contains(
        command.isEmpty
          ? "loopdoctor api/"
          : "loopdoctor \(command == ["wizard"] ? "api/" : command.joined(separator: " "))"))
    if command.count != 1 || !["walkthrough", "content"].contains(command[0]) {
      #expect(outcome.output.contains("Example") || command.isEmpty)
    }
  }

  @Test(arguments: [
    ("scan --fromat json", "--format"), ("diagnose --anser symptom=slow", "--answer"), ("--plian", "--plain"),
    ("explain --colour never", "--color"), ("walkthrough play x --pase", "--pace"),
    ("content check --contnet x", "--content"),
  ]) func unknownFlagsAreTwoWithASuggestion(_ command: String, _ suggestion: String) throws {
    let outcome = try shell("$LD \(command)")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Did you mean '\(suggestion)'"), "\(outcome.errors)")
  }

  @Test func wrongValuesAreTwo() throws {
    for command in ["scan --format xml", "scan --color maybe", "diagnose --format", "walkthrough play"] {
      let outcome = try shell("$LD \(command)")
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test func aPathThatIsNotThere() throws {
    for command in [
      "scan nonexisting", "diagnose nonexisting --answer symptom=slow", "nonexisting", "--plain nonexisting",
    ] {
      let outcome = try shell("$LD \(command)", directory: "/tmp")
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("nonexisting"))
    }
    #expect(try shell("$LD scna").errors.contains("did you mean the command “scan”?"))
  }

  @Test func aBrokenPipeIsQuiet() throws {
    // Enough output that the pipe is full before the reader is gone.
    let calls = String(repeating: "    requests.get('x')\n", count: 2000)
    let project = try Project(["main.py": "import requests\nasync def main():\n" + calls])
    let outcome = try shell("$LD scan \(project.path) | head -1; echo \"${PIPESTATUS[0]}\"")
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").count == 2)
    let ignored = try shell("trap '' PIPE; $LD scan \(project.path) | head -1")
    #expect(ignored.errors == "")
  }

  @Test func aFullDiskIsNoCrash() throws {
    let project = try Project.slow()
    #expect([1, 2, 70].contains(try shell("$LD scan \(project.path) >/dev/full").status))
    #expect([1, 2, 70].contains(try shell("$LD scan \(project.path) >&-").status))
  }

  @Test func version() throws {
    let outcome = try loopdoctor("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(/^loopdoctor \d+\.\d+\.\d+\n$/))
  }

  @Test func scanFollowsTheContract() throws {
    let project = try Project.slow()
    let outcome = try loopdoctor("scan", project.path, "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    let report = try parsedJSON(outcome)
    #expect(
      Set(report.keys) == [
        "schema", "tool", "root", "summary", "findings", "causes", "unlisted", "skipped",
      ])
    let cause = try #require((report["causes"] as? [[String: Any]])?.first)
    #expect(
      Set(cause.keys) == [
        "id", "kind", "severity", "confidence", "path", "line", "column", "call", "entry_points", "routes",
        "places",
        "findings",
      ])
    #expect(report["schema"] as? Int == 1)
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(Set(summary.keys) == ["files", "lines", "async_functions", "milliseconds"])
    let finding = try #require((report["findings"] as? [[String: Any]])?.first)
    #expect(
      Set(finding.keys) == [
        "kind", "severity", "confidence", "path", "line", "column", "end_line", "end_column", "function",
        "call", "message",
        "fix", "root_cause", "chain",
      ])
    #expect(finding["kind"] as? String == "blocking-http")
    #expect(finding["path"] as? String == "app/main.py" && finding["line"] as? Int == 10)
    let chain = try #require(finding["chain"] as? [[String: Any]])
    #expect(chain.map { $0["path"] as? String } == ["app/main.py", "app/rates.py"])
    #expect(chain.last?["call"] as? String == "requests.get")
    let again = try loopdoctor("scan", project.path, "--format", "json")
    #expect(withoutTimes(again.output) == withoutTimes(outcome.output))
  }

  @Test func everythingHasEveryCallWithItsVerdict() throws {
    let project = try Project.slow()
    let report = try parsedJSON(try loopdoctor("scan", project.path, "--all", "--format", "json"))
    let sites = try #require(report["sites"] as? [[String: Any]])
    let site = try #require(sites.first { $0["call"] as? String == "requests.get" })
    #expect(
      Set(site.keys) == [
        "path", "line", "column", "function", "call", "kind", "verdict", "reason", "place",
      ])
    #expect(site["verdict"] as? String == "on_loop")
    #expect((site["reason"] as? String)?.hasPrefix("called from `async def ") == true)
    let text = try loopdoctor("scan", project.path, "--all").output
    #expect(text.contains("Every known blocking call"))
    let markdown = try loopdoctor("scan", project.path, "--all", "--format", "markdown").output
    #expect(markdown.contains("| on the loop | "))
  }

  /// The working directory under each of its names, and without any.
  @Test(arguments: [[], ["."], ["./"], ["app/.."], ["./app/../."]]) func theWorkingDirectory(_ path: [String])
    throws
  {
    let project = try Project.slow()
    let scan = try loopdoctor(["scan"] + path, directory: project.path)
    #expect(scan.status == 1)
    #expect(scan.output.contains("requests.get  app/rates.py:5:12"))
    #expect(scan.errors == "")
    let diagnosis = try loopdoctor(
      ["diagnose"] + path + ["--answer", "symptom=slow", "--no-input"], directory: project.path)
    #expect(diagnosis.status == 1)
    let prompts = try loopdoctor(["--plain"] + path, input: "2\nq\n", directory: project.path)
    #expect(prompts.output.contains("Minute 2"))
    let terminal = try PseudoTerminal(
      PseudoTerminal.builtExecutable("loopdoctor"), path, directory: project.path)
    try waitForWizard(terminal)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(3))
  }

  @Test func scanOfNothingIsZero() throws {
    let clean = try Project.clean()
    #expect(try loopdoctor("scan", clean.path).status == 0)
    let empty = try Project()
    #expect(try loopdoctor("scan", empty.path).status == 0)
  }

  @Test(arguments: ["text", "lines", "json", "sarif", "markdown", "github", "gitlab"])
  func dataOnStandardOutputOnly(
    _ format: String
  ) throws {
    let project = try Project.slow()
    let outcome = try loopdoctor("scan", project.path, "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("requests.get"))
    #expect(outcome.isPlain)
  }

  @Test func colourOnlyWhenAskedFor() throws {
    let project = try Project.slow()
    #expect(try loopdoctor("scan", project.path).isPlain)
    #expect(try loopdoctor("scan", project.path, environment: ["TERM": "xterm"]).isPlain)
    #expect(try loopdoctor("scan", project.path, "--color", "always").output.contains("\u{1B}[1;31m"))
    #expect(try loopdoctor("scan", project.path, "--color", "never", environment: ["TERM": "xterm"]).isPlain)
  }
}

import PseudoTerminal
import Testing

/// Which findings count: severities, baselines, changed lines; and where reports go.
@Suite struct FindingOptionsTests {
  private static let mixed = [
    "a.py": """
    import requests


    async def load():
        open("x").read()
        requests.get("x")

    """
  ]

  @Test(arguments: [
    ([], 1), (["--fail-on", "hint"], 1), (["--fail-on", "error"], 1), (["--fail-on", "never"], 0),
    (["--ignore", "blocking-http"], 1), (["--ignore", "blocking-http", "--fail-on", "error"], 0),
    (["--select", "cpu-bound"], 0), (["--select", "cpu-bound,blocking-file", "--fail-on", "warning"], 1),
  ]) func theExitCode(_ arguments: [String], _ status: Int) throws {
    let project = try Project(Self.mixed)
    for format in ["text", "lines", "json", "sarif", "markdown", "github", "gitlab"] {
      let outcome = try loopdoctor(["scan", "--format", format] + arguments, directory: project.path)
      #expect(outcome.status == Int32(status))
    }
    let diagnosis = try loopdoctor(
      ["diagnose", "--answer", "symptom=slow", "--no-input"] + arguments, directory: project.path)
    #expect(diagnosis.status == Int32(status))
  }

  @Test func aCauseTheAnswersTellOf() throws {
    let project = try Project.clean()
    let arguments = [
      "diagnose", "--answer", "symptom=traceback", "--answer", "framework=fastapi", "--no-input",
    ]
    #expect(try loopdoctor(arguments, directory: project.path).status == 1)
    #expect(try loopdoctor(arguments + ["--fail-on", "error"], directory: project.path).status == 1)
    #expect(try loopdoctor(arguments + ["--fail-on", "never"], directory: project.path).status == 0)
  }

  @Test func allWrongArgumentsAtOnce() throws {
    let project = try Project(["b.yaml": "x: 1"])
    let arguments = [
      "--format", "jsn", "--select", "blocking-htpp,cpu-bound", "--ignore", "x", "--fail-on", "eror",
      "--baseline",
      "b.yaml", "--changed-since", "HEAD",
    ]
    for command in [["scan", "no"], ["diagnose", "no", "--answer", "symptm=slow"]] {
      let outcome = try loopdoctor(command + arguments, directory: project.path)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("no: no such file or folder"))
      #expect(
        outcome.errors.contains(
          "--select: there is no finding kind “blocking-htpp” (did you mean “blocking-http”?)"))
      #expect(outcome.errors.contains("--ignore: there is no finding kind “x”"))
      #expect(outcome.errors.contains("--fail-on: there is no severity “eror” (did you mean “error”?)"))
      #expect(outcome.errors.contains("--format: there is no format “jsn” (did you mean “json”?)"))
      #expect(outcome.errors.contains("b.yaml:1:1: this is no baseline"))
      if command[0] == "diagnose" { #expect(outcome.errors.contains("did you mean “symptom”?")) }
    }
  }

  @Test(arguments: ["text", "lines", "json", "sarif", "markdown", "github", "gitlab"]) func intoAFile(
    _ format: String
  )
    throws
  {
    let project = try Project(Self.mixed)
    let direct = try loopdoctor("scan", "--format", format, directory: project.path)
    try project.write("out", "old")
    let outcome = try loopdoctor("scan", "--format", format, "--output", "out", directory: project.path)
    #expect(outcome.status == 1)
    #expect(outcome.output == "" && outcome.errors == "")
    #expect(withoutTimes(try project.read("out")) == withoutTimes(direct.output))
    let diagnosis = try loopdoctor(
      "diagnose", "--answer", "symptom=slow", "--format", format, "--output", "out", directory: project.path)
    #expect(diagnosis.output == "" && diagnosis.status == 1)
    #expect(try project.read("out").contains("requests.get"))
  }

  @Test func anOutputThatCannotBe() throws {
    let project = try Project(Self.mixed)
    let outcome = try loopdoctor("scan", "--output", "no/such/out", directory: project.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no/such/out: No such file or directory"))
    #expect(try shell("ls -A \(project.path)").output == "a.py\n")
  }

  // MARK: Baselines

  @Test func aBaselineSurvivesMovedLines() throws {
    let project = try Project(Self.mixed)
    let written = try loopdoctor("scan", "--write-baseline", "accepted.yaml", directory: project.path)
    #expect(written.status == 0)
    #expect(written.errors == "loopdoctor: accepted.yaml accepts 2 findings\n")
    #expect(!(try project.read("accepted.yaml")).contains(/\bline\b/))
    let same = try loopdoctor("scan", "--baseline", "accepted.yaml", directory: project.path)
    #expect(same.status == 0)
    #expect(same.errors == "loopdoctor: the baseline accepts 2 findings\n")
    // Moved, indented otherwise, and started from elsewhere.
    let moved = "# new\n\nimport os\n" + Self.mixed["a.py", default: ""].replacing("    ", with: "  ")
    try project.write("a.py", moved)
    #expect(try loopdoctor("scan", "--baseline", "accepted.yaml", directory: project.path).status == 0)
    #expect(
      try loopdoctor("scan", "--baseline", "accepted.yaml", project.path, directory: project.path).status == 0
    )
    // Each new one counts, also when it looks like an old one.
    try project.write("a.py", moved + "  requests.get(\"x\")\n\nasync def other():\n  requests.get(\"y\")\n")
    let new = try loopdoctor(
      "scan", "--baseline", "accepted.yaml", "--format", "json", directory: project.path)
    #expect(new.status == 1)
    let findings = try #require(try parsedJSON(new)["findings"] as? [[String: Any]])
    #expect(findings.map { $0["line"] as? Int } == [10, 13])
    let diagnosis = try loopdoctor(
      "diagnose", "--baseline", "accepted.yaml", "--answer", "symptom=slow", directory: project.path)
    #expect(diagnosis.status == 1)
    #expect(diagnosis.output.contains("2 causes, reached at 2 places"))
  }

  @Test(arguments: [
    "", "a: [", "loopdoctor-baseline: 2\nfindings: []", "loopdoctor-baseline: 1\nfindings: [x]", "\u{0}",
  ])
  func baselinesThatAreNone(_ text: String) throws {
    let project = try Project(["b.yaml": text])
    let outcome = try loopdoctor("scan", "--baseline", "b.yaml", directory: project.path)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(/b\.yaml:\d+:\d+: ./))
  }

  @Test func oddNamesInABaseline() throws {
    let project = try Project([
      "a: \"b\"\t#.py": Self.mixed["a.py", default: ""], "x\u{1B}é.py": Self.mixed["a.py", default: ""],
    ])
    #expect(try loopdoctor("scan", "--write-baseline", "b", directory: project.path).status == 0)
    #expect(try loopdoctor("scan", "--baseline", "b", directory: project.path).status == 0)
  }

  // MARK: Changed lines

  private func repository(_ files: [String: String]) throws -> Project {
    let project = try Project(files)
    let outcome = try git(project, "init -q . && git add -A && git commit -qm one")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return project
  }

  private func git(_ project: Project, _ command: String) throws -> Outcome {
    let who = "-c user.name=x -c user.email=x@example.org -c init.defaultBranch=main"
    return try shell("git() { command git \(who) \"$@\"; }; git \(command)", directory: project.path)
  }

  private static let deep = [
    "app/main.py":
      "from app.low import fetch\n\n\nasync def one():\n    fetch()\n\n\nasync def two():\n    open('x')\n",
    "app/low.py": "import requests\n\n\ndef fetch():\n    x = 1\n    return requests.get('x')\n",
    "app/__init__.py": "",
  ]

  private func calls(_ project: Project, _ revision: String, _ path: String = ".") throws -> [String] {
    let outcome = try loopdoctor(
      "scan", path, "--format", "json", "--changed-since", revision, directory: project.path)
    let findings = try #require(try parsedJSON(outcome)["findings"] as? [[String: Any]])
    #expect(outcome.status == (findings.isEmpty ? 0 : 1))
    return findings.compactMap { $0["call"] as? String }
  }

  @Test func onlyWhatChangesLeadTo() throws {
    let project = try repository(Self.deep)
    #expect(try calls(project, "HEAD") == [])
    // Beside the line, on the call below, on the call in async code, a new file.
    try project.write("app/low.py", Self.deep["app/low.py", default: ""].replacing("x = 1", with: "y = 2"))
    #expect(try calls(project, "HEAD") == [])
    try project.write("app/low.py", Self.deep["app/low.py", default: ""].replacing("'x'", with: "'y'"))
    #expect(try calls(project, "HEAD") == ["requests.get"])
    #expect(try calls(project, "HEAD", "app") == ["requests.get"])
    #expect(try calls(project, "HEAD", project.path + "/app") == ["requests.get"])
    _ = try git(project, "commit -qam two")
    #expect(try calls(project, "HEAD") == [])
    #expect(try calls(project, "HEAD~1") == ["requests.get"])
    try project.write(
      "app/main.py",
      "# moved\n" + Self.deep["app/main.py", default: ""].replacing("open('x')", with: "open('z')"))
    #expect(try calls(project, "main") == ["open"])
    try project.write("näw \"file\"\t.py", "import time\nasync def f():\n    time.sleep(1)\n")
    #expect(try calls(project, "main") == ["open", "time.sleep"])
    _ = try git(project, "add -A")
    #expect(try calls(project, "main") == ["open", "time.sleep"])
    let diagnosis = try loopdoctor(
      "diagnose", "--changed-since", "HEAD", "--answer", "symptom=slow", directory: project.path)
    #expect(diagnosis.output.contains("2 causes, reached at 2 places"))
  }

  @Test func settingsOfGitDoNotMatter() throws {
    let project = try repository(Self.deep)
    try project.write("app/low.py", Self.deep["app/low.py", default: ""].replacing("'x'", with: "'y'"))
    _ = try git(
      project,
      "config diff.noprefix true && git config color.ui always && git config diff.external false && git config diff.context 9 && git config diff.mnemonicPrefix true"
    )
    #expect(try calls(project, "HEAD") == ["requests.get"])
  }

  @Test func whatGitCannotTell() throws {
    let outside = try Project(Self.mixed)
    let none = try loopdoctor("scan", "--changed-since", "HEAD", directory: outside.path)
    #expect(none.status == 2)
    #expect(none.output == "")
    #expect(none.errors.hasPrefix("loopdoctor: --changed-since: . is in no git working tree"))
    let project = try repository(Self.mixed)
    for revision in ["nope", "--help", "-x", "HEAD:a.py"] {
      let outcome = try loopdoctor("scan", "--changed-since=\(revision)", directory: project.path)
      #expect(outcome.status == 2, "\(revision)")
      #expect(outcome.errors.contains("names no commit"), "\(outcome.errors)")
    }
    let missing = try loopdoctor(
      ["scan", "--changed-since", "HEAD"], environment: ["PATH": "/nowhere"], directory: project.path)
    #expect(missing.status == 2)
    #expect(missing.errors == "loopdoctor: --changed-since: git was not found\n")
  }
}

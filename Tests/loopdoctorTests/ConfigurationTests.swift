import PseudoTerminal
import Testing

/// `[tool.loopdoctor]` and `.loopdoctor.toml`, and what `loopdoctor config` says of them.
@Suite struct ConfigurationTests {
  static let source = """
    import time
    import requests
    from acme.client import get
    from app.tools import fetch, in_thread, leaves


    @leaves
    def later():
        time.sleep(1)


    async def main():
        requests.get("x")
        time.sleep(1)
        get()
        fetch()
        later()
        in_thread(later)

    """
  static let tools =
    "import time\n\n\ndef fetch():\n    native()\n\n\ndef leaves(f):\n    return f\n\n\ndef in_thread(f):\n    time.sleep(3)\n"

  private func project(_ files: [String: String]) throws -> Project {
    try Project(
      ["app/main.py": Self.source, "app/tools.py": Self.tools, "app/__init__.py": ""]
        .merging(files) { $1 })
  }

  /// The calls found, with their lines.
  private func found(_ outcome: Outcome) throws -> [String] {
    let findings = try #require(try parsedJSON(outcome)["findings"] as? [[String: Any]])
    return findings.compactMap { finding in
      (finding["call"] as? String).map { "\(finding["path"] ?? ""):\(finding["line"] ?? 0) \($0)" }
    }
  }

  private func scan(_ project: Project, _ arguments: String..., in folder: String = "") throws -> Outcome {
    try loopdoctor(
      ["scan", "--format", "json"] + arguments,
      directory: folder.isEmpty ? project.path : project.file(folder))
  }

  @Test func withoutAFile() throws {
    let outcome = try scan(try project([:]))
    #expect(
      try found(outcome) == [
        "app/main.py:13 requests.get", "app/main.py:14 time.sleep", "app/main.py:17 time.sleep",
        "app/main.py:18 time.sleep",
      ])
  }

  @Test(arguments: [".loopdoctor.toml", "pyproject.toml"]) func kindsAndPaths(_ name: String) throws {
    let head = name == "pyproject.toml" ? "[project]\nname = \"x\"\n[tool.loopdoctor]\n" : ""
    let project = try project([
      name: head
        + "paths = [\"app\"]\nselect = [\"blocking-http\", \"blocking-sleep\"]\nignore = [\"blocking-sleep\"]\n",
      "other.py": "import requests\nasync def f():\n    requests.get('x')\n",
    ])
    #expect(try found(try scan(project)) == ["main.py:13 requests.get"])
    // Found upwards from below, and from what is scanned; its paths do not count for what is named.
    #expect(try found(try scan(project, in: "app")) == ["main.py:13 requests.get"])
    #expect(try found(try scan(project, "other.py")) == ["other.py:3 requests.get"])
    let outside = try loopdoctor("scan", "--format", "json", project.path, directory: "/")
    #expect(try found(outside) == ["app/main.py:13 requests.get", "other.py:3 requests.get"])
    // Flags go before the file.
    #expect(try found(try scan(project, "--select", "blocking-sleep", "--ignore", "cpu-bound")).count == 3)
    #expect(try found(try scan(project, "--no-config")).count == 5)
    try project.write("else.toml", "ignore = [\"blocking-http\"]")
    #expect(try found(try scan(project, "--config", "else.toml", "app")).count == 3)
  }

  @Test func excludedFiles() throws {
    let call = "import requests\nasync def f():\n    requests.get('x')\n"
    let project = try Project([
      "a.py": call, "tests/b.py": call, "src/tests/c.py": call, "src/gen/d_pb2.py": call, "src/e.py": call,
      ".loopdoctor.toml": "exclude = [\"/tests/\", \"*_pb2.py\"]\n",
    ])
    #expect(
      try found(try scan(project)).map { $0.prefix { $0 != ":" } } == ["a.py", "src/e.py", "src/tests/c.py"])
    // From the folder of the file, wherever the scan begins; what is named outright is in.
    #expect(try found(try scan(project, "src")).count == 2)
    #expect(try found(try scan(project, "tests/b.py")).count == 1)
    #expect(try found(try scan(project, "--exclude", "src", "--exclude", "a.*")).count == 1)
    #expect(try found(try scan(project, "--exclude", "gen/**", "src")).count == 2)
    #expect(try found(try scan(project, "--exclude", "src/gen/**", "src")).count == 2)
  }

  @Test func theProjectsOwnCallsAndHelpers() throws {
    let project = try project([
      "pyproject.toml": """
      [tool.loopdoctor.blocking]
      "acme.client.get" = { kind = "blocking-http", replacement = "await acme.aio.get", severity = "hint" }
      "app.tools.fetch" = { kind = "blocking-database", note = "It asks the old database." }
      "time.sleep" = { kind = "cpu-bound" }

      [tool.loopdoctor.off-loop]
      "app.tools.leaves" = { decorator = true }
      "app.tools.in_thread" = 1
      """
    ])
    let outcome = try scan(project)
    #expect(
      try found(outcome) == [
        "app/main.py:13 requests.get", "app/main.py:14 time.sleep", "app/main.py:15 acme.client.get",
        "app/main.py:16 app.tools.fetch",
      ])
    let findings = try #require(try parsedJSON(outcome)["findings"] as? [[String: Any]])
    #expect(
      findings.map { $0["kind"] as? String } == [
        "blocking-http", "cpu-bound", "blocking-http", "blocking-database",
      ])
    #expect(findings[2]["severity"] as? String == "hint")
    #expect((findings[3]["message"] as? String)?.contains("It asks the old database") == true)
    let text = try loopdoctor("scan", directory: project.path).output
    #expect(text.contains("instead: await acme.aio.get"))
    // The diagnosis knows them, too.
    let diagnosis = try loopdoctor(
      "diagnose", "--answer", "symptom=slow", "--no-input", directory: project.path)
    #expect(diagnosis.output.contains("app.tools.fetch"))
  }

  @Test func aMethodAndAnyMethod() throws {
    let project = try Project([
      "a.py": """
      import acme

      client = acme.Client()


      async def f():
          client.send()
          client.other()
          acme.Session().anything()

      """,
      ".loopdoctor.toml": """
      [blocking]
      "acme.Client.send" = { kind = "blocking-socket" }
      "acme.Session.*" = { kind = "blocking-http" }
      """,
    ])
    #expect(try found(try scan(project)) == ["a.py:7 acme.Client.send", "a.py:9 acme.Session.anything"])
  }

  @Test func conditionsOnArguments() throws {
    let project = try Project([
      "a.py": """
      import acme


      async def f():
          acme.fetch(wait=False)
          acme.fetch(False)
          acme.fetch(True)
          acme.take(1)
          acme.take(1, None)
          acme.take(1, timeout=5)

      """,
      ".loopdoctor.toml": """
      [blocking]
      "acme.fetch" = { kind = "blocking-http", unless = [{ argument = "wait", position = 1, is = [false, 0] }] }
      "acme.take" = { kind = "blocking-lock", only_when = [{ argument = "timeout", position = 2, is_not = ["None"] }] }
      """,
    ])
    #expect(try found(try scan(project)) == ["a.py:7 acme.fetch", "a.py:10 acme.take"])
    try project.write(
      ".loopdoctor.toml",
      """
      [blocking]
      "acme.a" = { kind = "cpu-bound", unless = 1 }
      "acme.b" = { kind = "cpu-bound", unless = [1] }
      "acme.c" = { kind = "cpu-bound", unless = [{ argument = "x" }] }
      "acme.d" = { kind = "cpu-bound", unless = [{ is = [1] }] }
      "acme.e" = { kind = "cpu-bound", unless = [{ argment = "x", argument = "x", is = [[1]] }] }

      """)
    let outcome = try loopdoctor("scan", directory: project.path)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        loopdoctor: .loopdoctor.toml:2:43: “unless” must be a list of conditions, not a whole number
        loopdoctor: .loopdoctor.toml:3:44: “unless” must hold tables, not a whole number
        loopdoctor: .loopdoctor.toml:4:44: a condition needs either “is” or “is_not”, such as is = [false]
        loopdoctor: .loopdoctor.toml:5:44: a condition needs the name of an argument
        loopdoctor: .loopdoctor.toml:6:46: there is no key “argment” (did you mean “argument”?); the keys are argument, position, is, is_not
        loopdoctor: .loopdoctor.toml:6:83: “is” must hold values as Python writes them, not a list

        """)
  }

  @Test func everythingWrongAtOnce() throws {
    let project = try Project([
      ".loopdoctor.toml": """
      selct = 3
      ignore = "x"
      select = ["blocking-htp", 4]
      paths = ["nowhere"]
      fail-on = "warn"
      [blocking]
      acme.get = {kind = "cpu-bound"}
      "acme.post" = {kind = "cpu", foo = 1}
      "acme.put" = {replacement = "x"}
      [off-loop]
      "a.b" = {}
      "a.c" = 0
      """
    ])
    for command in [["scan"], ["diagnose", "--answer", "symptom=slow"], ["config"], ["--plain"]] {
      let outcome = try loopdoctor(command, directory: project.path)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      let lines = outcome.errors.split(separator: "\n").map {
        $0.replacing("loopdoctor: .loopdoctor.toml:", with: "")
      }
      #expect(
        lines.map { $0.prefix { $0 != " " } } == [
          "1:1:", "2:10:", "3:11:", "3:27:", "4:10:", "5:11:", "7:1:", "8:23:", "8:30:", "9:1:", "11:1:",
          "12:9:",
        ], "\(outcome.errors)")
    }
    let errors = try loopdoctor("scan", directory: project.path).errors
    #expect(errors.contains("there is no key “selct” (did you mean “select”?)"))
    #expect(errors.contains("“ignore” must be a list of texts, not a text"))
    #expect(errors.contains("there is no finding kind “blocking-htp” (did you mean “blocking-http”?)"))
    #expect(errors.contains("put the whole name into quotes"))
    #expect(errors.contains("there is no file or folder “nowhere” beside this file"))
  }

  @Test(arguments: [
    "[[[x]", "[tool", "a = ", "\u{0}", "[tool.loopdoctor]\nselect = [\n", "x = {a = 1,}", "= 1", "[a]\n[a]\n",
    "a = \"\\x\"",
    "a = 1 # \u{1B}[31m",
  ]) func malformedFilesAreErrors(_ text: String) throws {
    for name in [".loopdoctor.toml", "pyproject.toml"] {
      let project = try Project([name: text, "a.py": ""])
      let outcome = try loopdoctor("scan", directory: project.path)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.errors.contains(/^loopdoctor: \.?\w+\.toml:\d+:\d+: ./), "\(outcome.errors)")
      #expect(outcome.isPlain)
    }
  }

  @Test func filesThatCannotBeRead() throws {
    let project = try Project(["pyproject.toml": "[project]\nname = 'x'\n", "a.py": ""])
    // A pyproject.toml without a word for us is none of ours, unless somebody says so.
    #expect(try scan(project).status == 0)
    let named = try scan(project, "--config", "pyproject.toml")
    #expect(named.status == 2)
    #expect(named.errors.contains("pyproject.toml:1:1: there is no [tool.loopdoctor] in this file"))
    #expect(try scan(project, "--config", "missing.toml").status == 2)
    try project.write(".loopdoctor.toml", [0x61, 0x3D, 0xFF])
    #expect(try scan(project).errors == "loopdoctor: .loopdoctor.toml:1:3: a byte that is no UTF-8\n")
    #expect(try scan(project, "--no-config").status == 0)
    try project.write("pyproject.toml", "tool = 3")
    try project.write(".loopdoctor.toml", "")
    #expect(try scan(project).status == 0)
    try project.write("own/pyproject.toml", "[tool]\nloopdoctor = 3\n")
    #expect(try scan(project, in: "own").errors.contains("own/pyproject.toml:2:14: ") == false)
    #expect(
      try scan(project, in: "own").errors.contains("pyproject.toml:2:14: [tool.loopdoctor] must be a table"))
  }

  @Test func whatIsInForceAndWhy() throws {
    let project = try project([
      "pyproject.toml": """
      [tool.loopdoctor]
      paths = ["app"]
      exclude = ["tests/**"]
      [tool.loopdoctor.blocking]
      "acme.client.get" = { kind = "blocking-http" }
      """
    ])
    let text = try loopdoctor("config", "--fail-on", "error", directory: project.path)
    #expect(text.status == 0)
    #expect(
      text.output == """
        file      pyproject.toml
        paths     app                             pyproject.toml:2
        select    all kinds                       default
        ignore    none                            default
        exclude   tests/**                        pyproject.toml:3
        fail-on   error                           --fail-on
        blocking  acme.client.get, blocking-http  pyproject.toml:5

        """)
    let json = try parsedJSON(try loopdoctor("config", "app", "--format", "json", directory: project.path))
    let settings = try #require(json["settings"] as? [[String: Any]])
    #expect(settings.first?["origin"] as? String == "argument")
    #expect(settings.first?["value"] as? [String] == ["app"])
    #expect(json["file"] as? String == "pyproject.toml")
    let none = try loopdoctor("config", "--no-config", directory: project.path)
    #expect(none.output.contains("none was found"))
    #expect(try loopdoctor("config", "--format", "sarif", directory: project.path).status == 2)
  }
}

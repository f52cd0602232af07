import Foundation
import PseudoTerminal
import Testing

/// Each format as those who read it demand, on a project with odd names and texts.
@Suite struct FormatTests {
  static let odd = [
    "app/ma in#1%é,:.py": """
    import requests
    from app.low import fetch


    async def one():
        s = "é😀e\u{301}"; requests.get("a|b`c`<b>::%0A")
        fetch()
        requests.post(
            "x")

    """,
    "app/low.py": "import time\n\n\ndef fetch():\n    time.sleep(1)\n", "app/__init__.py": "",
    "app/broken.py": "def (:\n",
  ]

  private func scan(_ format: String, _ project: Project, _ path: String = ".") throws -> Outcome {
    try loopdoctor("scan", path, "--format", format, directory: project.path)
  }

  private func value(_ outcome: Outcome) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(outcome.outputBytes))
  }

  @Test func reportsFitTheSchema() throws {
    let schema = try JSONSchema("docs/report.schema.json")
    for project in [try Project(Self.odd), try Project.slow(), try Project.clean(), try Project()] {
      #expect(schema.faults(of: try value(try scan("json", project))) == [])
      let all = try loopdoctor("scan", "--all", "--format", "json", directory: project.path)
      #expect(schema.faults(of: try value(all)) == [])
      for answers in [["symptom=slow"], ["symptom=traceback", "framework=fastapi"], ["symptom=unknown"], []] {
        let outcome = try loopdoctor(
          ["diagnose", "--format", "json", "--no-input"] + answers.flatMap { ["--answer", $0] },
          directory: project.path)
        #expect(schema.faults(of: try value(outcome)) == [], "\(answers)")
      }
    }
  }

  @Test func theSchemaRefusesWhatIsWrong() throws {
    let schema = try JSONSchema("docs/report.schema.json")
    let report = try parsedJSON(try scan("json", try Project.slow()))
    for key in ["schema", "tool", "root", "summary", "findings", "causes", "unlisted", "skipped"] {
      var less = report
      less[key] = nil
      #expect(schema.faults(of: less) == ["$: “\(key)” is missing"])
    }
    var wrong = report
    var findings = try #require(report["findings"] as? [[String: Any]])
    findings[0]["severity"] = "fatal"
    findings[0]["line"] = 0
    findings[0]["chain"] = [Any]()
    wrong["findings"] = findings
    wrong["root"] = 3
    #expect(schema.faults(of: wrong).count == 4)
  }

  @Test func sarif() throws {
    let schema = try JSONSchema("Tests/Schemas/sarif.schema.json")
    let project = try Project(Self.odd)
    for path in [".", "app", project.path] {
      let log = try value(try scan("sarif", project, path))
      #expect(schema.faults(of: log) == [])
    }
    #expect(schema.faults(of: try value(try scan("sarif", try Project.clean()))) == [])
    let log = try parsedJSON(try scan("sarif", project))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let rules = try #require(
      ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let places = results.compactMap { result in
      ((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    }
    let uris = places.compactMap { ($0["artifactLocation"] as? [String: Any])?["uri"] as? String }
    #expect(Set(uris) == ["app/ma%20in%231%25%C3%A9%2C%3A.py"])
    // Code points, and the end just after the call.
    let region = try #require(places.first?["region"] as? [String: Int])
    #expect(region["startColumn"] == 17 && region["endColumn"] == 47)
    // The way down is a code flow.
    #expect(results.map { $0["codeFlows"] == nil } == [true, false, true])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
  }

  /// The fingerprints by the message, which does not name lines.
  private func fingerprints(_ project: Project) throws -> [String] {
    let log = try parsedJSON(try scan("sarif", project))
    let results = try #require(((log["runs"] as? [[String: Any]])?.first)?["results"] as? [[String: Any]])
    return results.compactMap { ($0["partialFingerprints"] as? [String: String])?["loopdoctor/v1"] }
  }

  @Test func fingerprintsStayWhenLinesMove() throws {
    let project = try Project(Self.odd)
    let before = try fingerprints(project)
    #expect(Set(before).count == 3)
    let name = "app/ma in#1%é,:.py"
    try project.write(
      name, "import os\n\n" + Self.odd[name, default: ""].replacing("fetch()", with: "fetch ( )"))
    #expect(try fingerprints(project) == before)
    try project.write(name, Self.odd[name, default: ""].replacing("fetch()", with: "fetch(2)"))
    let after = try fingerprints(project)
    #expect(zip(before, after).map { $0 == $1 } == [true, false, true])
  }

  @Test func gitlab() throws {
    let schema = try JSONSchema("Tests/Schemas/gitlab.schema.json")
    let report = try value(try scan("gitlab", try Project(Self.odd)))
    #expect(schema.faults(of: report) == [])
    let entries = try #require(report as? [[String: Any]])
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == 3)
    #expect(try scan("gitlab", try Project.clean()).output == "[]\n")
  }

  @Test func github() throws {
    let lines = try scan("github", try Project(Self.odd)).output.split(separator: "\n")
    #expect(lines.count == 3)
    let name = "app/ma in#1%25é%2C%3A.py"
    #expect(
      lines.first?.hasPrefix(
        "::error file=\(name),line=6,endLine=6,col=17,endColumn=46,title=blocking-http%3A requests.get::")
        == true,
      "\(lines)")
    #expect(lines[1].contains("%0AInstead: ") && lines[1].contains("%0AReached by "))
    // A call over several lines has no columns.
    #expect(lines[2].contains("line=8,endLine=9,title="))
  }

  @Test func markdown() throws {
    let project = try Project(Self.odd)
    let text = try scan("markdown", project).output
    #expect(text.contains(". `requests.get` in `app/ma in#1%é,:.py:6`"))
    #expect(text.contains("```python\ns = \"é😀e\u{301}\"; requests.get(\"a|b`c`<b>::%0A\")\n```"))
    #expect(text.contains("`one` (`app/ma in#1%é,:.py:7`) → `fetch` (`app/low.py:5`)"))
    let piped = try Project([
      "a|b.py":
        "from fastapi import FastAPI\nimport requests\napp = FastAPI()\n@app.get('/')\nasync def f():\n    requests.get('x')\n"
    ])
    let table = try loopdoctor(
      "diagnose", "--answer", "symptom=slow", "--format", "markdown", "--no-input", directory: piped.path
    ).output.split(separator: "\n").filter { $0.hasPrefix("|") }
    // Each row has as many cells as the head.
    #expect(table.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == 5 }, "\(table)")
    #expect(table.contains { $0.contains("`a\\|b.py:1`") })
  }
}

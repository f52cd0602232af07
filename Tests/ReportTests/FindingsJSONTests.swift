import Foundation
import Testing

@testable import Report
@testable import Scan
@testable import Timeline

/// The JSON that people script against: names, order and types as in the README's "Interface".
@Suite struct FindingsJSONTests {
  static let tool = Tool(name: "loopdoctor", version: "1.2.3")

  static var scan: ScanResult {
    var scan = ScanResult(root: "src")
    (scan.files, scan.lines, scan.asyncFunctions, scan.milliseconds) = (2, 40, 3, 12)
    scan.findings = [
      finding(
        chain: [
          Finding.Frame(path: "a.py", line: 3, column: 5, function: "load", call: "fetch"),
          Finding.Frame(path: "b.py", line: 9, column: 12, function: "fetch", call: "requests.get"),
        ])
    ]
    scan.skipped = [SkippedFile(path: "c.py", reason: "is a folder")]
    scan.unlisted = ["sequential-awaits": 4]
    return scan
  }

  static let sites = [
    Site(
      path: "a.py", range: TextRange(line: 4, column: 3, endLine: 4, endColumn: 9), function: "Store.save",
      call: "open", kind: "blocking-file", verdict: .offLoop, reason: "handed to `asyncio.to_thread`",
      place: Place(path: "jobs.py", line: 31)),
    Site(
      path: "a.py", range: TextRange(line: 9, column: 1, endLine: 9, endColumn: 9), function: "<module>",
      call: "open", kind: "blocking-file", verdict: .notReached,
      reason: "nothing in the project is asynchronous", place: nil),
  ]

  static let findingsText = """
    {
      "schema": 1,
      "tool": {
        "name": "loopdoctor",
        "version": "1.2.3"
      },
      "root": "src",
      "summary": {
        "files": 2,
        "lines": 40,
        "async_functions": 3,
        "milliseconds": 12
      },
      "findings": [
        {
          "kind": "blocking-http",
          "severity": "error",
          "confidence": "likely",
          "path": "a.py",
          "line": 3,
          "column": 5,
          "end_line": 3,
          "end_column": 20,
          "function": "load",
          "call": "requests.get",
          "message": "requests.get waits",
          "fix": "fix-2",
          "root_cause": "b.py:9:5",
          "chain": [
            {
              "path": "a.py",
              "line": 3,
              "column": 5,
              "function": "load",
              "call": "fetch"
            },
            {
              "path": "b.py",
              "line": 9,
              "column": 12,
              "function": "fetch",
              "call": "requests.get"
            }
          ]
        }
      ],
      "causes": [
        {
          "id": "b.py:9:5",
          "kind": "blocking-http",
          "severity": "error",
          "confidence": "likely",
          "path": "b.py",
          "line": 9,
          "column": 12,
          "call": "requests.get",
          "entry_points": 1,
          "routes": 0,
          "places": 1,
          "findings": [
            0
          ]
        }
      ],
      "unlisted": {
        "sequential-awaits": 4
      },
      "skipped": [
        {
          "path": "c.py",
          "reason": "is a folder"
        }
      ]
    """

  static let sitesText = """
      "sites": [
        {
          "path": "a.py",
          "line": 4,
          "column": 3,
          "function": "Store.save",
          "call": "open",
          "kind": "blocking-file",
          "verdict": "off_loop",
          "reason": "handed to `asyncio.to_thread`, jobs.py:31",
          "place": {
            "path": "jobs.py",
            "line": 31
          }
        },
        {
          "path": "a.py",
          "line": 9,
          "column": 1,
          "function": "<module>",
          "call": "open",
          "kind": "blocking-file",
          "verdict": "not_reached",
          "reason": "nothing in the project is asynchronous",
          "place": null
        }
      ]
    """

  @Test func findings() {
    #expect(JSONReport(tool: Self.tool).json(Self.scan).text == Self.findingsText + "\n}\n")
  }

  @Test func sitesOnlyWhenAskedFor() {
    var scan = Self.scan
    scan.sites = Self.sites
    #expect(
      JSONReport(tool: Self.tool).json(scan).text == Self.findingsText + ",\n" + Self.sitesText + "\n}\n")
  }

  @Test func nothingFound() {
    let text = JSONReport(tool: Self.tool).json(ScanResult(root: ".")).text
    #expect(
      text.contains("\"findings\": [],\n  \"causes\": [],\n  \"unlisted\": {},\n  \"skipped\": []\n}\n"))
  }

  @Test func diagnosis() throws {
    let handbook = try builtIn.get()
    var session = Session(graph: handbook.graph)
    session.add(
      Evidence(
        question: "framework", value: "fastapi", summary: "imported", place: Place(path: "a.py", line: 1)))
    let given = [
      Answer(question: "symptom", value: "slow", provenance: .typed),
      Answer(question: "direction", value: "sync-in-async", provenance: .flag),
      Answer(question: "blocker", value: "sleep", provenance: .file(Place(path: "answers.yaml", line: 4))),
    ]
    let missing = session.resolve(given: Dictionary(uniqueKeysWithValues: given.map { ($0.question, $0) }))
    #expect(missing == nil)
    var scan = Self.scan
    scan.findings = []
    let diagnosis = Diagnosis(session: session, scan: scan, handbook: handbook, tool: Self.tool)
    let text = JSONReport(tool: Self.tool).json(diagnosis).text
    let part = try #require(text.firstRange(of: "  \"diagnosis\"").map { String(text[$0.lowerBound...]) })
    #expect(
      part == """
          "diagnosis": {
            "steps": [
              {
                "minute": 0,
                "step": "symptom",
                "question": "symptom",
                "answer": "slow",
                "provenance": "typed"
              },
              {
                "minute": 2,
                "step": "direction",
                "question": "direction",
                "answer": "sync-in-async",
                "provenance": "flag"
              },
              {
                "minute": 2,
                "step": "debug-warnings",
                "question": "debug-warnings",
                "answer": "unknown",
                "provenance": "default"
              },
              {
                "minute": 5,
                "step": "framework",
                "question": "framework",
                "answer": "fastapi",
                "provenance": "evidence",
                "place": "a.py:1"
              },
              {
                "minute": 8,
                "step": "blocker",
                "question": "blocker",
                "answer": "sleep",
                "provenance": "file",
                "place": "answers.yaml:4"
              },
              {
                "minute": 12,
                "step": "treat-sleep"
              },
              {
                "minute": 15,
                "step": "verified",
                "question": "verified",
                "answer": null,
                "provenance": null
              }
            ],
            "outcome": "treat-sleep",
            "conclusion": "cause",
            "fixes": [
              "fix-4"
            ]
          }
        }

        """)
  }

  @Test func theSameTwiceButForTheTime() throws {
    let project = try SampleProject()
    let scanner = Scanner(handbook: try builtIn.get())
    let texts = try (0..<3).map { run in
      var result = try scanner.scan(root: project.url.path)
      result.milliseconds = run
      return JSONReport(tool: Self.tool).json(result).text.replacing("\"milliseconds\": \(run)", with: "")
    }
    #expect(texts[0] == texts[1] && texts[1] == texts[2])
    #expect(texts[0].contains("\"kind\": \"blocking-http\""))
  }

  @Test func findingsComeSortedAndTheChainEndsAtTheCall() throws {
    let result = try SampleProject().scanned()
    let places = result.findings.map { ($0.path, $0.range.line, $0.range.column) }
    #expect(places.map { "\($0.0):\($0.1)" } == ["main.py:12", "main.py:17", "main.py:18"])
    for finding in result.findings {
      #expect(finding.chain.first?.line == finding.range.line && finding.chain.first?.path == finding.path)
      #expect(finding.cause.call == finding.call)
      #expect(finding.rootCause == "\(finding.cause.path):\(finding.cause.line):\(finding.cause.column)")
    }
  }
}

import Testing
import Text

@testable import Handbook
@testable import Report
@testable import Scan
@testable import Timeline

@Suite struct TextReportTests {
  let project: SampleProject

  init() throws { project = try SampleProject() }

  private func text(width: Int = 80, glyphs: Glyphs = .unicode) -> ScanText {
    ScanText(
      style: ReportStyle(theme: .monochrome, glyphs: glyphs, width: width), root: ".",
      sources: project.sources)
  }

  @Test func aScan() throws {
    let text = shown(text().lines(try project.scanned()))
    #expect(
      text == """
        error   requests.get  services/billing/client.py:5:12  certain, blocking-http
                requests.get waits for the network and holds the event loop
                reached from 2 routes, nearest:
                main.py:12                    invoice → fetch_invoice
                services/billing/client.py:5  fetch_invoice → requests.get
                and from main.py:18  again → fetch_invoice
                5 │ return requests.get(f"https://example.org/invoices/{number}")
                instead: one shared httpx.AsyncClient or aiohttp.ClientSession
                         (loopdoctor explain fix-2)

        error   time.sleep  main.py:17:5  certain, blocking-sleep
                time.sleep puts the whole event loop to sleep, not just this coroutine
                in again
                17 │ time.sleep(1)
                instead: await asyncio.sleep(seconds)  (loopdoctor explain fix-4)

        skipped broken.py: in part: line 1: expected a name

        2 causes, reached at 3 places; 3 files, 25 lines, 2 coroutine functions in 7 ms

        """, "\(text)")
  }

  @Test func whatIsLeftIsCounted() throws {
    let lines = text().lines(try project.scanned(), most: 1)
    #expect(shown(lines).contains("\nand 1 other cause: loopdoctor scan .\n"))
    #expect(!shown(lines).contains("time.sleep  "))
  }

  @Test func whatIsSpokenOfComesFirst() throws {
    let result = try project.scanned()
    let lines = text().lines(result, first: result.rootCauses.last)
    #expect(lines.first?.text.hasPrefix("error   time.sleep") == true)
  }

  @Test func oneCoroutineFunctionFarAwayNeedsNoHeading() throws {
    let chain = [
      Finding.Frame(path: "a.py", line: 3, column: 5, function: "load", call: "fetch"),
      Finding.Frame(path: "b.py", line: 9, column: 5, function: "fetch", call: "requests.get"),
    ]
    let far = finding(chain: chain)
    #expect(
      try shown(text().lines(of: #require(RootCause([far])))) == """
        error   requests.get  b.py:9:5  likely, blocking-http
                requests.get waits
                a.py:3  load → fetch
                b.py:9  fetch → requests.get
                instead: httpx  (loopdoctor explain fix-2)

        """)
  }

  @Test(arguments: [30, 44, 60, 80]) func fitsTheWidth(width: Int) throws {
    let path = "a/rather/long/path/to/a/module/which/nobody/wants/to/type.py"
    var result = try project.scanned()
    let chain = [
      Finding.Frame(
        path: "main.py", line: 3, column: 5, function: "load", call: "Client.fetch_with_a_long_name"),
      Finding.Frame(
        path: path, line: 1_234, column: 5, function: "Client.fetch_with_a_long_name", call: "requests.get"),
    ]
    result.findings.append(finding(path: path, chain: chain))
    result.skipped.append(
      SkippedFile(path: path, reason: "more than 16777216 bytes, which is the most that is read"))
    result.sites = [
      Site(
        path: path, range: TextRange(line: 1_234, column: 5, endLine: 1_234, endColumn: 9),
        function: "Client.fetch", call: "requests.get", kind: "blocking-http", verdict: .notReached,
        reason: "only called from `main` under `if __name__ == '__main__'`",
        place: Place(path: path, line: 99))
    ]
    for glyphs in [Glyphs.unicode, .ascii] {
      for line in text(width: width, glyphs: glyphs).lines(result) {
        #expect(line.displayWidth <= width, "\(line.text)")
      }
    }
  }

  @Test func nothingFound() {
    var result = ScanResult(root: ".")
    (result.files, result.lines, result.asyncFunctions, result.milliseconds) = (1_234, 1, 0, 1_500)
    #expect(
      shown(text().lines(result)) == """
        Nothing blocks the loop, as far as can be seen; 1,234 files, 1 line, 0 coroutine
        functions in 1,500 ms

        """)
  }

  @Test func manySkippedFilesAreCounted() {
    var result = ScanResult(root: ".")
    result.skipped = (1...9).map { SkippedFile(path: "\($0).py", reason: "x") }
    let lines = shown(text().lines(result)).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("skipped ") } == 6)
    #expect(lines.contains("skipped 4 more; --format json lists all"))
  }

  @Test(arguments: [
    (".", "a.py", "a.py"), ("src", "a.py", "src/a.py"), ("src/", "a.py", "src/a.py"),
    ("src", "/a.py", "/a.py"),
    ("/", "a.py", "/a.py"),
  ]) func pathsAsSeenFromWhereItWasStarted(root: String, path: String, shown: String) {
    #expect(ScanText(style: plainStyle, root: root).shown(path) == shown)
  }

  // MARK: A diagnosis

  private func handbook() throws -> Handbook {
    let shipped = try builtIn.get()
    func article(_ id: String, _ category: Article.Category, _ sections: [Article.Section] = []) -> Article {
      Article(
        id: id, category: category, title: "About \(id)", summary: "What \(id) does.", tried: "", sources: [],
        see: [],
        introduction: [.paragraph([.text("Introduction of \(id).")])], sections: sections)
    }
    let sample = CodeSample(language: "python", claim: .after, python: nil, text: "await x()\n", line: 1)
    return Handbook(
      graph: shipped.graph, knowledge: shipped.knowledge, messages: shipped.messages,
      articles: [
        article(
          "fix-2", .fix(2),
          [
            .init(
              title: "For Django", conditions: [.framework(["django"])], blocks: [.paragraph([.text("No.")])]),
            .init(title: "For FastAPI", conditions: [.framework(["fastapi"])], blocks: [.code(sample)]),
          ]), article("fix-1", .fix(1)),
      ], files: [])
  }

  private func diagnosed(_ answers: [String: String]) throws -> Diagnosis {
    let handbook = try handbook()
    let result = try project.scanned()
    var session = Session(graph: handbook.graph)
    for evidence in result.evidence { session.add(evidence) }
    let given = answers.map { ($0, Answer(question: $0, value: $1, provenance: .flag)) }
    _ = session.resolve(given: Dictionary(uniqueKeysWithValues: given))
    return Diagnosis(
      session: session, scan: result, handbook: handbook, tool: Tool(name: "loopdoctor", version: "1"))
  }

  @Test func aDiagnosis() throws {
    let lines = DiagnosisText(style: plainStyle, sources: project.sources).lines(
      try diagnosed(["symptom": "slow"]))
    let text = shown(lines)
    let way = """
      The way
        minute  0  symptom         slow           flag
        minute  2  direction       sync-in-async  seen: requests.get runs on the loop,
                   services/billing/client.py:5
        minute  2  debug-warnings  unknown        default
        minute  5  framework       fastapi        seen: imported, main.py:3
        minute  8  blocker         http           seen: requests.get in invoice,
                   services/billing/client.py:5

      The scan
        error   requests.get  services/billing/client.py:5:12  certain, blocking-http

      """
    let outcome = """

      Minute 12 • An async HTTP client
        Fix 2 · About fix-2
        What fix-2 does.

        For FastAPI

          after
          │ await x()

        Fix 1 · About fix-1
        What fix-1 does.

        Read in full: loopdoctor explain fix-2, and likewise fix-1, fix-4

      """
    #expect(text.hasPrefix(way), "\(text)")
    #expect(text.hasSuffix(outcome), "\(text)")
    #expect(lines.allSatisfy { $0.displayWidth <= 80 })
  }

  @Test func withoutAnAnswerThereIsNothingToRead() throws {
    let diagnosis = try diagnosed([:])
    #expect(diagnosis.outcome.id == "symptom" && diagnosis.conclusion == .inconclusive)
    let text = shown(DiagnosisText(style: plainStyle, sources: project.sources).lines(diagnosis))
    #expect(text.hasSuffix("\n\nMinute 0 • The symptom\n"), "\(text.suffix(200))")
  }

  @Test func theConclusion() throws {
    #expect(try diagnosed(["symptom": "slow"]).conclusion == .cause)
    // What was found counts more than what was answered.
    #expect(
      try diagnosed(["symptom": "slow", "blocker": "none", "debug-warnings": "no"]).conclusion == .cause)
    #expect(try diagnosed(["symptom": "slow"]).facts.framework == "fastapi")
    #expect(try diagnosed(["symptom": "slow", "framework": "django"]).facts.framework == "django")
    #expect(try diagnosed(["symptom": "slow", "framework": "unknown"]).facts.framework == "fastapi")
  }
}

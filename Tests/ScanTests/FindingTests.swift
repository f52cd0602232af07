import Handbook
import Testing

@testable import Scan

@Suite struct FindingTests {
  private func scan(_ source: String, extent: ScanExtent = .usual) throws -> ScanResult {
    Scanner(handbook: try handbook()).scan(source: source, extent: extent)
  }

  private func project(_ files: [String: String]) throws -> ScanResult {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return try folder.scan()
  }

  @Test func aChainHasEveryCallOnTheWayDown() throws {
    let result = try project([
      "app.py": "from helpers import Client\n\n\nasync def run():\n    return Client().load('x')\n",
      "helpers.py":
        "import requests\n\n\nclass Client:\n    def load(self, u):\n        return fetch(u)\n\n\n"
        + "def fetch(u):\n    return requests.get(u)\n",
    ])
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(finding.chain.map(\.path) == ["app.py", "helpers.py", "helpers.py"])
    #expect(finding.chain.map(\.line) == [5, 6, 10])
    #expect(finding.chain.map(\.column) == [12, 16, 12])
    #expect(finding.chain.map(\.function) == ["run", "Client.load", "fetch"])
    #expect(finding.chain.map(\.call) == ["Client.load", "fetch", "requests.get"])
    #expect(finding.rootCause == "helpers.py:10:12")
    #expect(finding.cause == finding.chain[2])
    #expect(finding.range == TextRange(line: 5, column: 12, endLine: 5, endColumn: 30))
  }

  @Test func theShortestWayIsShown() throws {
    let result = try scan(
      """
      import time
      def low(): time.sleep(1)
      def detour(): low()
      def top():
          detour()
          low()
      async def run():
          top()
      """)
    #expect(result.findings.map { $0.chain.map(\.function) } == [["run", "top", "low"]])
  }

  @Test func columnsCountCharacters() throws {
    let result = try scan("import time\nasync def run():\n    größe = '日本'; time.sleep(1)\n")
    #expect(result.findings.map(\.range) == [TextRange(line: 3, column: 19, endLine: 3, endColumn: 32)])
  }

  @Test func findingsWithOneCauseAreOneGroup() throws {
    let result = try scan(
      """
      import time, requests
      def nap(): time.sleep(1)
      async def one(): nap()
      async def two():
          nap()
          nap()
      async def three(): open("x")
      async def four(): requests.get("x")
      """)
    let causes = result.rootCauses
    #expect(causes.map(\.nearest.call) == ["time.sleep", "requests.get", "open"])
    #expect(causes.map(\.findings.count) == [3, 1, 1])
    // Two of the three places are in one function.
    #expect(causes.map(\.reach.entryPoints) == [2, 1, 1])
  }

  @Test func aLongWayIsLessCertain() throws {
    var source = "import time\ndef f0(): time.sleep(1)\n"
    for index in 1...12 { source += "def f\(index)(): f\(index - 1)()\nasync def a\(index)(): f\(index)()\n" }
    let found = try scan(source, extent: .everything).findings
    #expect(
      found.map(\.confidence) == [.certain, .certain] + Array(repeating: .likely, count: 2)
        + Array(repeating: .possible, count: 8))
    // What only may happen is no error.
    #expect(
      found.map(\.severity) == Array(repeating: .error, count: 4) + Array(repeating: .warning, count: 8))
  }

  @Test(arguments: [
    // In the function that the loop runs, somebody wanted the call to happen.
    ("if a: \n  if b:\n   if c:\n    if d: time.sleep(1)", "pass", Confidence.certain),
    ("low(a, b)", "if a:\n  if b: time.sleep(1)", .certain),
    ("low(a, b)", "if a: return\n if b: return\n if low: return\n time.sleep(1)", .likely),
    ("low(a, b)", "if a:\n  if b:\n   if low:\n    if run: time.sleep(1)", .possible),
    ("low(a, b)", "if a < 1:\n  if b in a:\n   if len(a):\n    if a > b: time.sleep(1)", .possible),
    // One of several branches is taken.
    (
      "low(a, b)", "if a == 1: pass\n elif a == 2: pass\n elif a == 3: pass\n elif a == 4: time.sleep(1)",
      .certain
    ),
    // A check that raises is passed in every good case.
    (
      "low(a, b)",
      "if not a: raise E\n if not b: raise E\n if a < b: raise E\n if a == b: raise E\n time.sleep(1)",
      .certain
    ),
    // What is given decides.
    ("low(True, None)", "if a:\n  if b is None:\n   if low:\n    if run: time.sleep(1)", .certain),
  ])
  func conditionsOnTheWayMakeItLessCertain(run: String, low: String, confidence: Confidence) throws {
    let source = "import time\ndef low(a, b):\n \(low)\nasync def run(a, b, c, d):\n \(run)\n"
    #expect(try scan(source).findings.map(\.confidence) == [confidence])
  }

  @Test func aCallOfWhatMayBeAsynchronousIsLessCertain() throws {
    let source = """
      import httpx
      async def either(client: httpx.Client | httpx.AsyncClient): client.send(None)
      async def one(client: httpx.Client): client.send(None)
      async def other(client: httpx.AsyncClient): client.send(None)
      """
    let found = try scan(source).findings
    #expect(found.map(\.function) == ["either", "one"])
    #expect(found.map(\.confidence) == [.possible, .certain])
    #expect(found.map(\.severity) == [.warning, .error])
  }

  @Test func twoRunsAreEqual() throws {
    let folder = FixtureTests.folder.appending("projects").string
    let scanner = Scanner(handbook: try handbook())
    var (first, second) = (try scanner.scan(root: folder), try scanner.scan(root: folder))
    first.milliseconds = 0
    second.milliseconds = 0
    #expect(first == second)
    #expect(first.findings.count > 15)
    #expect(first.findings.sorted(by: Finding.precedes) == first.findings)
  }

  @Test func aBrokenFileIsSkippedInPart() throws {
    let result = try project([
      "a.py": "import time\nx = = 1\nasync def run():\n    time.sleep(1)\n", "b.py": "x = 1\n",
    ])
    #expect(result.findings.map(\.range.line) == [4])
    #expect(result.skipped.map(\.path) == ["a.py"])
    #expect(result.skipped.allSatisfy { $0.reason.hasPrefix("in part: line 2: ") })
    #expect(result.files == 2)
  }

  @Test func countsFilesLinesAndCoroutineFunctions() throws {
    let result = try project([
      "a.py": "async def a(): pass\nasync def b(): pass\n", "b.py": "x = 1", "c.py": "",
    ])
    #expect((result.files, result.lines, result.asyncFunctions) == (3, 3, 2))
  }

  // MARK: Evidence

  @Test func evidenceNamesTheGravestCause() throws {
    let result = try project([
      "a.py": "import fastapi, time\nasync def run():\n    open('x')\n    time.sleep(1)\n"
    ])
    #expect(result.evidence.map(\.question) == ["framework", "direction", "blocker", "blocker"])
    #expect(result.evidence.map(\.value) == ["fastapi", "sync-in-async", "sleep", "file"])
    #expect(result.evidence.map { $0.place?.line } == [1, 4, 4, 3])
  }

  @Test func aHintIsNoEvidence() throws {
    let result = try scan(
      "async def run(shop):\n    a = await shop.orders()\n    b = await shop.stock()\n    c = await shop.news()\n"
    )
    #expect(result.findings.map(\.kind) == ["sequential-awaits"])
    #expect(result.evidence.map(\.value) == ["none"])
  }

  @Test func cancellingEndsTheScanWithWhatItHas() throws {
    let folder = try TemporaryFolder()
    for index in 0..<50 { try folder.write("m\(index).py") }
    let result = try Scanner(handbook: handbook()).scan(root: folder.path.string, isCancelled: { true })
    #expect(result.files == 0)
  }
}

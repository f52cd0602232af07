import Handbook
import Testing

@testable import Scan

/// Findings grouped by cause, ranked, and kept few.
@Suite struct RootCauseTests {
  private func scan(_ sources: [String: String], extent: ScanExtent = .usual) throws -> ScanResult {
    Scanner(handbook: try handbook()).scan(sources: sources, extent: extent)
  }

  @Test func aCauseIsListedInFewPlacesAndCountedInAll() throws {
    var source = "import time\ndef nap(): time.sleep(1)\n"
    for index in 0..<300 { source += "async def a\(index)(): nap()\n" }
    let usual = try scan(["a.py": source])
    #expect(usual.findings.count == ScanExtent.usual.mostPlaces)
    let all = try scan(["a.py": source], extent: .everything)
    #expect(all.findings.count == 300)
    for result in [usual, all] {
      #expect(result.rootCauses.map(\.reach.places) == [300])
      #expect(result.rootCauses.map(\.reach.entryPoints) == [300])
    }
    #expect(usual.unlisted == ["blocking-sleep": 290])
    #expect(all.unlisted.isEmpty)
  }

  /// Direct calls in one function, each a finding and a cause of its own.
  private func crowd(_ count: Int) -> [String: String] {
    let calls = String(repeating: "    open('x')\n", count: count)
    return ["crowd.py": "async def crowd():\n" + calls]
  }

  /// The longest list of which nothing is left out.
  private let whole = 70

  @Test func aListThatCanBeReadIsWhole() throws {
    #expect(LongList.readable(ofPlaces: whole + 1) == whole)
    #expect(try scan(crowd(whole)).findings.count == whole)
    let long = try scan(crowd(whole + 1))
    #expect(long.findings.count == whole)
    #expect(long.unlisted == ["blocking-file": 1])
    // Who can filter and search gets every cause.
    let every = try scan(crowd(300), extent: .everyCause)
    #expect(every.findings.count == 300)
    #expect(every.unlisted.isEmpty)
    #expect(try scan(crowd(300), extent: .everything).findings.count == 300)
  }

  /// One cure serves all that one call leads to.
  @Test func inALongListAPlaceTellsWhatIsNearestSurestAndGravest() throws {
    let source =
      "import os, time\ndef doze(): time.sleep(1)\ndef work():\n    os.path.exists('a')\n    open('x')\n    doze()\n"
      + "def rest():\n    os.path.exists('a')\n    time.sleep(1)\n"
      + "async def busy():\n    work()\nasync def tired():\n    rest()\n"
    func calls(_ function: String, _ count: Int) throws -> [String] {
      try scan(crowd(count).merging(["a.py": source]) { $1 }).findings.filter { $0.function == function }
        .map(\.call).sorted()
    }
    #expect(try calls("busy", 1) == ["open", "os.path.exists", "time.sleep"])
    #expect(try calls("busy", whole) == ["time.sleep"])
    #expect(try calls("tired", whole) == ["time.sleep"])
  }

  @Test func inALongListOtherFunctionsAndCausesComeFirst() throws {
    var source = "import time\ndef nap(): time.sleep(1)\nasync def many():\n    pass\n"
    for index in 0..<200 { source += "async def s\(index)(): nap()\n" }
    source += "async def itself(): time.sleep(2)\ndef a(): open('x')\ndef b(): a()\nasync def far(): b()\n"
    let result = try scan(crowd(400).merging(["a.py": source]) { $1 })
    let functions = Dictionary(grouping: result.findings, by: \.function).mapValues(\.count)
    // The only one of its function stays, however many are nearer; of one function, and of one cause, many go.
    #expect(functions["far"] == 1)
    #expect(functions["itself"] == 1)
    #expect(functions.count { $0.key.hasPrefix("s") } == ScanExtent.usual.mostPlaces)
    let most = LongList.readable(ofPlaces: 400 + 2 + ScanExtent.usual.mostPlaces)
    #expect(result.findings.count == most)
    #expect(functions["crowd"] == most - 2 - ScanExtent.usual.mostPlaces)
  }

  @Test func inALongListTestsComeLast() throws {
    var sources = ["tests/test_a.py": "import time\nasync def test():\n    time.sleep(1)\n"]
    #expect(
      try scan(sources.merging(crowd(whole - 1)) { $1 }).findings.contains {
        $0.function == "test"
      })
    for index in 0..<whole { sources["m\(index).py"] = "async def f():\n    open('x')\n" }
    #expect(try !scan(sources).findings.contains { $0.function == "test" })
    // In a project that is all tests they are what there is to say.
    #expect(
      try scan(["tests/test_b.py": crowd(whole)["crowd.py"] ?? ""]).findings.count
        == whole)
  }

  /// Ten calls in one function say less than one call in another.
  @Test func differentFunctionsAndWaysComeFirst() throws {
    var source = "import time\ndef nap(): time.sleep(1)\nasync def first():\n"
    for _ in 0..<40 { source += "    nap()\n" }
    for index in 0..<3 { source += "def way\(index)(): nap()\nasync def b\(index)(): way\(index)()\n" }
    let found = try scan(["a.py": source]).findings
    #expect(Set(found.map(\.function)) == ["first", "b0", "b1", "b2"])
    #expect(found.count == ScanExtent.usual.mostPlaces)
  }

  @Test func routesCountThroughWhatTheyAwait() throws {
    var source =
      "import time\nfrom fastapi import FastAPI\napp = FastAPI()\ndef nap(): time.sleep(1)\n"
      + "async def work(): nap()\nasync def poll(): nap()\n"
    for index in 0..<3 { source += "@app.get('/\(index)')\nasync def r\(index)(): await work()\n" }
    source += "@app.get('/direct')\nasync def direct(): nap()\n"
    let reach = try #require(try scan(["a.py": source]).rootCauses.first).reach
    #expect((reach.entryPoints, reach.routes, reach.others, reach.places) == (3, 4, 1, 3))
  }

  @Test func testsCountForNobodyWhoWaits() throws {
    let shared = "import time, requests\ndef nap(): time.sleep(1)\ndef load(): requests.get('x')\n"
    var tests = "from a import nap, load\n"
    for index in 0..<5 { tests += "async def test_\(index)(): nap()\n" }
    let result = try scan([
      "a.py": shared + "async def run(): load()\n", "tests/test_a.py": tests,
    ])
    #expect(result.rootCauses.map(\.nearest.call) == ["requests.get", "time.sleep"])
    #expect(result.rootCauses.map(\.reach.tests) == [0, 5])
  }

  @Test func farReachingComesBeforeCertain() throws {
    let result = try scan([
      "a.py":
        "import time, requests\ndef nap(): time.sleep(1)\nasync def one(): requests.get('x')\n"
        + "async def two(): nap()\nasync def three(): nap()\nasync def four(): open('x')\n"
        + "async def five(): open('x')\n"
    ])
    #expect(result.rootCauses.map(\.nearest.call) == ["time.sleep", "requests.get", "open", "open"])
  }

  @Test func hintsAreFewAndErrorsAreNot() throws {
    var sources: [String: String] = [:]
    for file in 0..<4 {
      var source = "import time\n"
      for index in 0..<10 {
        source +=
          "async def f\(index)(s):\n    a = await s.news()\n    b = await s.mail()\n    c = await s.shop()\n"
          + "    time.sleep(1)\n"
      }
      sources["m\(file).py"] = source
    }
    let result = try scan(sources)
    #expect(result.findings.count { $0.kind == "blocking-sleep" } == 40)
    let hints = result.findings.filter { $0.kind == "sequential-awaits" }
    #expect(hints.count == 10)
    #expect(Set(hints.map(\.path)).count == 4)
    #expect(result.unlisted == ["sequential-awaits": 30])
    let all = try scan(sources, extent: .everything)
    #expect(all.findings.count { $0.kind == "sequential-awaits" } == 40)
  }
}

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

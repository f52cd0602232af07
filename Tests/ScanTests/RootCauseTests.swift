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

  /// Ninety findings can be read; a longer list goes without what says least.
  private func crowd(_ count: Int) -> [String: String] {
    let calls = String(repeating: "    open('x')\n", count: count)
    return ["crowd.py": "async def crowd():\n" + calls]
  }

  @Test func aLongListGoesWithoutShortWaitsInTests() throws {
    let test = "import time\nasync def test():\n    open('x')\n    time.sleep(1)\n"
    var sources = ["tests/test_a.py": test]
    for count in [0, 88, 89] {
      sources.merge(crowd(count)) { $1 }
      let calls = try scan(sources).findings.filter { $0.path != "crowd.py" }.map(\.call)
      #expect(calls == (count > 88 ? ["time.sleep"] : ["open", "time.sleep"]))
    }
    #expect(try scan(sources).unlisted == ["blocking-file": 1])
    #expect(try scan(sources, extent: .everything).findings.count == 91)
    // In a project that is all tests they are what there is to say.
    #expect(try scan(["tests/test_b.py": crowd(100)["crowd.py"] ?? ""]).findings.count == 100)
  }

  @Test func aLongListGoesWithoutDoubtsFromAfar() throws {
    let source =
      "import os\ndef a(): os.path.exists('x')\ndef b(): a()\ndef c(): b()\n"
      + "async def near():\n    b()\nasync def far():\n    c()\n"
    func functions(_ count: Int) throws -> [String] {
      try scan(crowd(count).merging(["a.py": source]) { $1 }).findings.filter { $0.path == "a.py" }
        .map(\.function)
    }
    #expect(try functions(1) == ["near", "far"])
    #expect(try functions(100) == ["near"])
  }

  /// Two causes, each with nine coroutine functions that lead there, among others: how many of each are listed.
  private func counts(_ count: Int, through source: String, _ nap: String, _ load: String) throws -> [Int] {
    var source = "import time\ndef nap(): time.sleep(1)\ndef load(): open('x')\n" + source
    for index in 0..<9 { source += "async def s\(index)(): \(nap)()\nasync def l\(index)(): \(load)()\n" }
    let result = try scan(crowd(count).merging(["a.py": source]) { $1 })
    #expect(result.rootCauses.prefix(1).map(\.reach.places) == [9])
    return ["time.sleep", "open"].map { call in
      result.findings.count { $0.path == "a.py" && $0.call == call }
    }
  }

  @Test func aLongListHasFewerPlacesOfEachCause() throws {
    let source = "def rest(): nap()\ndef read(): load()\n"
    for (count, listed) in [(72, [9, 9]), (81, [6, 3]), (84, [4, 2]), (500, [2, 1])] {
      #expect(try counts(count, through: source, "rest", "read") == listed)
    }
  }

  @Test func whatIsOneCallAwayIsListedUnlessTheListIsEndless() throws {
    #expect(try counts(84, through: "", "nap", "load") == [9, 9])
    #expect(try counts(500, through: "", "nap", "load") == [2, 1])
  }

  /// One cure serves all that one call leads to.
  @Test func inALongListAPlaceTellsTheGravestOfItsCauses() throws {
    let source =
      "import os, time\ndef work():\n    os.path.exists('a')\n    os.mkdir('a')\n    open('x')\n    time.sleep(1)\n"
      + "async def busy():\n    work()\nasync def itself():\n"
      + "    os.path.exists('a'), os.path.exists('b'), os.path.exists('c')\n"
    func calls(_ function: String, _ count: Int) throws -> [String] {
      try scan(crowd(count).merging(["a.py": source]) { $1 }).findings.filter { $0.function == function }
        .map(\.call).sorted()
    }
    #expect(try calls("busy", 1) == ["open", "os.mkdir", "os.path.exists", "time.sleep"])
    #expect(try calls("busy", 100) == ["open", "time.sleep"])
    #expect(try calls("itself", 100).count == 3)
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

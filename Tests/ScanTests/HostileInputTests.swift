import Testing

@testable import Scan

/// Sources that nobody writes by hand: the scan ends, and says what it can.
@Suite struct HostileInputTests {
  private func scan(_ source: String) throws -> ScanResult {
    Scanner(handbook: try handbook()).scan(source: source)
  }

  @Test func aRingOfAHundredThousandFunctions() throws {
    let count = 100_000
    var source = "import time\n"
    for index in 0..<count { source += "def f\(index)(): f\((index + 1) % count)()\n" }
    source += "def last(): time.sleep(1)\nasync def run():\n    f0()\n    last()\n"
    #expect(try scan(source).findings.map(\.range.line) == [count + 5])
  }

  /// A hundred thousand functions in files that import each other in a ring, with one blocking call some thousands of steps on.
  @Test func aRingThroughManyFiles() throws {
    let folder = try TemporaryFolder()
    let (files, functions) = (40, 2500)
    for file in 0..<files {
      let next = (file + 1) % files
      var source = "import time\nfrom ring\(next) import f0 as beyond\n"
      if file == 0 { source += "async def run(): f0()\n" }
      for index in 0..<functions {
        source += "def f\(index)(): \(index + 1 < functions ? "f\(index + 1)" : "beyond")()\n"
      }
      if file == 2 { source += "def f0():\n    time.sleep(1)\n    f1()\n" }
      try folder.write("ring\(file).py", source)
    }
    let result = try folder.scan()
    #expect(result.findings.map(\.kind) == ["blocking-sleep"])
    #expect(result.skipped.isEmpty)
  }

  @Test func aFileBeyondTheLimitIsNamedAndLeftOut() throws {
    let folder = try TemporaryFolder()
    let line = "async def f(): open('a')\n"
    try folder.write("long.py", String(repeating: line, count: Scanner.longestFile / line.utf8.count + 1))
    try folder.write("short.py", "import time\nasync def f(): time.sleep(1)\n")
    let result = try folder.scan()
    #expect(result.findings.map(\.path) == ["short.py"])
    #expect(result.skipped.map(\.path) == ["long.py"])
  }

  @Test func ofTooManyCoroutineFunctionsTheFirstAreLookedAt() throws {
    let result = try scan(
      "import time\nasync def f(): time.sleep(1)\n"
        + String(repeating: "async def g(): pass\n", count: Lowering.mostCoroutines))
    #expect(result.findings.map(\.range.line) == [2])
    #expect(result.skipped.map(\.reason) == ["in part: the first 50000 coroutine functions"])
  }

  @Test func aLineOfTenMillionBytes() throws {
    let source =
      "import time\nx = [" + String(repeating: "1, ", count: 3_400_000) + "]\nasync def f(): time.sleep(1)\n"
    #expect(try scan(source).findings.map(\.range.line) == [3])
  }

  @Test func linksInACircleAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b/app.py", "import time\nasync def f(): time.sleep(1)\n")
    folder.link("a/b/up", to: "../..")
    folder.link("itself", to: "itself")
    #expect(try folder.scan().findings.map(\.path) == ["a/b/app.py"])
  }

  @Test func aLongChainIsFollowedToItsEnd() throws {
    var source = "import time\ndef f0(): time.sleep(1)\n"
    for index in 1..<2000 { source += "def f\(index)(): f\(index - 1)()\n" }
    let found = try scan(source + "async def run(): f1999()\n").findings
    #expect(found.map(\.chain.count) == [2001])
  }

  @Test func ringsOfNamesEnd() throws {
    let sources = [
      "a = b\nb = a\nasync def run(): a.get()\n",
      "from typing import Optional\nA = Optional[A]\nasync def run(x: A): x.get()\n",
      "x: 'x'\nasync def run(): x.get()\n",
      "class A(B):\n    p = q\nclass B(A):\n    q = p\nasync def run(): A().p.q()\n",
      "def f(): return g()\ndef g(): return f()\nasync def run(): f().get()\n",
      "x = [x]\nfor y in x: x = y\nasync def run():\n    for y in x: y.get()\n",
      "class A:\n    @property\n    def p(self): return self.p\n    async def run(self): return self.p.p\n",
      "from a import *\nfrom . import b\nimport sample\nfrom sample import sample\nasync def run(): sample.x()\n",
      "def d(f): return d\n@d\n@d(d)\nasync def run(): run()\n",
      "with x as x: pass\nx = next(x)\nasync def run():\n    with x as y: y.get()\n",
    ]
    for source in sources { #expect(try scan(source).findings.isEmpty) }
  }

  /// Each name has two meanings of the one before: no more values than the limit, and no exponential time.
  @Test func aListOfItselfEnds() throws {
    let source =
      "import time\ndef f(): time.sleep(1)\nasync def run(things):\n    things = list(things)\n"
      + "    things = sorted(things)\n    for thing in tuple(things): thing()\n    f()\n"
    #expect(try scan(source).findings.map(\.call) == ["time.sleep"])
  }

  /// Each name that no module has was looked for along every way through them.
  @Test func modulesThatImportEverythingFromEachOtherEnd() throws {
    var sources: [String: String] = [:]
    for layer in 0..<26 {
      for side in ["a", "b"] {
        sources["\(side)\(layer).py"] = "from a\(layer + 1) import *\nfrom b\(layer + 1) import *\n"
      }
    }
    for number in 0..<14 {
      sources["r\(number).py"] = (0..<14).map { "from r\($0) import *\n" }.joined()
    }
    sources["a26.py"] = "import time\ndef nap(): time.sleep(1)\n"
    sources["main.py"] =
      "from a0 import *\nfrom r0 import *\nasync def main():\n    nap()\n    unknown()\n    print(len(''))\n"
    #expect(Scanner(handbook: try handbook()).scan(sources: sources).findings.map(\.call) == ["time.sleep"])
  }

  @Test func doublingMeaningsEnd() throws {
    var source = "import time, requests\na0 = time.sleep\nb0 = requests.get\n"
    for index in 1..<300 {
      source +=
        "a\(index) = a\(index - 1) if x else b\(index - 1)\nb\(index) = b\(index - 1) or a\(index - 1)\n"
    }
    #expect(try scan(source + "async def run(): a299()\n").asyncFunctions == 1)
  }

  @Test func deepNestingIsAFaultAtMost() throws {
    for (open, close) in [("(", ")"), ("[", "]"), ("f(", ")"), ("lambda: ", ""), ("not ", "")] {
      let nested = String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
      let result = try scan("import time\nx = \(nested)\nasync def run(): time.sleep(1)\n")
      #expect(result.findings.map(\.range.line) == [3])
    }
    let blocks = (0..<150).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()
    #expect(try scan(blocks).files == 1)
  }

  @Test func noiseIsNoCrash() throws {
    var state: UInt64 = 42
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let pieces = [
      "async def ", "f", "(", ")", ":", "\n", "    ", "await ", "\"", "'''", "f\"{", "}", "\\", "import ",
      "from ", ".",
      "*", "time.sleep(1)", "class ", "@", "lambda ", "[", "]", "for x in ", "with ", "=", ":=", "#", "\r",
      "\u{0}", "é",
      "yield ", "match x:\n", "case _:", "if isinstance(x, ", "global x\n", "nonlocal x\n", "->", ",",
    ]
    let folder = try TemporaryFolder()
    for index in 0..<200 {
      let text = (0..<200).map { _ in pieces[Int(random() % UInt64(pieces.count))] }.joined()
      try folder.write("noise\(index).py", text)
    }
    let result = try folder.scan()
    #expect(result.files == 200)
    #expect(result.findings.allSatisfy { $0.range.line >= 1 && $0.range.column >= 1 })
  }
}

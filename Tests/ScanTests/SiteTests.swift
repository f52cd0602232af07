import Handbook
import Testing

@testable import Scan

/// Verdicts on known blocking calls, each with the line that proves it.
@Suite struct SiteTests {
  private func sites(_ sources: [String: String]) throws -> [Site] {
    try #require(Scanner(handbook: try handbook()).scan(sources: sources, extent: .everything).sites)
  }

  /// The verdict on the `time.sleep` in a source that follows `import time, asyncio`, and a coroutine function.
  private func verdict(_ source: String) throws -> String {
    let text = "import time, asyncio\nasync def idle(): pass\n" + source
    let found = try sites(["a.py": text]).filter { $0.call == "time.sleep" }
    try #require(found.count == 1)
    return "\(found[0].verdict.rawValue): \(found[0].explanation)"
  }

  @Test func onTheLoop() throws {
    #expect(try verdict("async def run():\n    time.sleep(1)\n") == "on_loop: in `async def run`, a.py:3")
    #expect(
      try verdict("def nap():\n    time.sleep(1)\nasync def run():\n    nap()\n")
        == "on_loop: called from `async def run`, a.py:6")
    #expect(
      try verdict("def low(): time.sleep(1)\ndef top(): low()\nasync def run():\n    top()\n")
        == "on_loop: called from `async def run` through `top`, a.py:6")
  }

  @Test func calledByTheLoopItself() throws {
    #expect(
      try verdict("def nap(): time.sleep(1)\nasync def run(loop):\n    loop.call_later(1, nap)\n")
        == "on_loop: in `nap`, handed to `call_later`, a.py:5")
    #expect(
      try verdict("async def run(loop):\n    loop.call_later(1, time.sleep, 5)\n")
        == "on_loop: handed to `call_later`, a.py:4")
    #expect(
      try verdict(
        "class Echo(asyncio.Protocol):\n    def data_received(self, data):\n        time.sleep(1)\n")
        == "on_loop: in `Echo.data_received`, a method that `asyncio.Protocol` calls, a.py:4")
    #expect(
      try verdict("import sanic\napp = sanic.Sanic('a')\n@app.get('/')\ndef index(request): time.sleep(1)\n")
        == "on_loop: in `index`, under the decorator `@sanic.Sanic.get`, a.py:6")
  }

  @Test func keptOffTheLoopByACondition() throws {
    let guarded = "    if threading.current_thread() is not threading.main_thread():\n        "
    #expect(
      try verdict("import threading\ndef wait():\n\(guarded)time.sleep(1)\nasync def run():\n    wait()\n")
        == "off_loop: under a condition that rules the loop's thread out, a.py:6")
    #expect(
      try verdict(
        "import threading\ndef nap(): time.sleep(1)\ndef wait():\n\(guarded)nap()\n"
          + "async def run():\n    wait()\n")
        == "off_loop: only called where a condition rules the loop's thread out, a.py:7")
  }

  @Test func aSilencedCallIsOnTheLoopAllTheSame() throws {
    #expect(
      try verdict("async def run():\n    time.sleep(1)  # loopdoctor: ignore\n")
        == "on_loop: in `async def run`; a comment at the call silences it, a.py:3")
  }

  @Test func handedToAThread() throws {
    #expect(
      try verdict("def nap(): time.sleep(1)\nasync def run():\n    await asyncio.to_thread(nap)\n")
        == "off_loop: handed to `asyncio.to_thread`, a.py:5")
    #expect(
      try verdict(
        "def low(): time.sleep(1)\ndef top(): low()\nasync def run(loop):\n"
          + "    await loop.run_in_executor(None, top)\n")
        == "off_loop: only called from `top`, handed to `loop.run_in_executor`, a.py:6")
    #expect(
      try verdict("async def run():\n    await asyncio.to_thread(time.sleep, 1)\n")
        == "off_loop: handed to `asyncio.to_thread`, a.py:4")
    #expect(
      try verdict("async def run():\n    await asyncio.to_thread(lambda: time.sleep(1))\n")
        == "off_loop: handed to `asyncio.to_thread`, a.py:4")
  }

  @Test func decoratedToRunInAThread() throws {
    #expect(
      try verdict("from asgiref.sync import sync_to_async\n@sync_to_async\ndef nap(): time.sleep(1)\n")
        == "off_loop: `@asgiref.sync.sync_to_async` takes it off the loop, a.py:5")
  }

  @Test func aThreadsOwnMethod() throws {
    #expect(
      try verdict("import threading\nclass T(threading.Thread):\n    def run(self): time.sleep(1)\n")
        == "off_loop: `threading.Thread` runs `run` off the loop, a.py:5")
  }

  @Test func whatAFrameworkRunsInAThread() throws {
    let app = "from fastapi import FastAPI, Depends\napp = FastAPI()\n"
    #expect(
      try verdict(app + "@app.get('/')\ndef route(): time.sleep(1)\n")
        == "off_loop: FastAPI runs this `def` route in a thread, a.py:6")
    #expect(
      try verdict(app + "def nap(): time.sleep(1)\n@app.get('/')\nasync def route(x=Depends(nap)): pass\n")
        == "off_loop: FastAPI runs this `def` dependency in a thread, a.py:7")
  }

  @Test func beforeTheLoopRuns() throws {
    #expect(
      try verdict("def main(): time.sleep(1)\nif __name__ == '__main__':\n    main()\n")
        == "not_reached: only called under `if __name__ == '__main__'`, a.py:5")
    #expect(
      try verdict(
        "def load(): time.sleep(1)\ndef main(): load()\nif __name__ == '__main__':\n    main()\n")
        == "not_reached: only called from `main` under `if __name__ == '__main__'`, a.py:6")
    #expect(
      try verdict("if __name__ == '__main__':\n    time.sleep(1)\n")
        == "not_reached: under `if __name__ == '__main__'`, before any loop runs, a.py:4")
    #expect(try verdict("time.sleep(1)\n") == "not_reached: runs when the module is imported, a.py:3")
    #expect(
      try verdict("if __name__ != '__main__':\n    time.sleep(1)\n")
        == "not_reached: runs when the module is imported, a.py:4")
  }

  @Test func calledByNobody() throws {
    #expect(
      try verdict("def nap(): time.sleep(1)\n")
        == "not_reached: no call to `nap` found in the project, a.py:3")
    #expect(
      try verdict("def low(): time.sleep(1)\ndef top(): low()\n")
        == "not_reached: only called from `top`, no call to `top` found in the project, a.py:4")
    #expect(
      try verdict("class Client:\n    def __init__(self): time.sleep(1)\n")
        == "not_reached: no call to `Client` found in the project, a.py:4")
  }

  @Test func whoCallsItCannotBeTold() throws {
    #expect(
      try verdict("import signals\ndef nap(): time.sleep(1)\nsignals.register(nap)\n")
        == "unknown: handed to `signals.register`, a.py:5")
    #expect(
      try verdict("import cli\n@cli.command()\ndef nap(): time.sleep(1)\n")
        == "unknown: the decorator `@cli.command` decides who calls it, a.py:5")
    #expect(
      try verdict("def nap(): time.sleep(1)\ndef setup():\n    return {'nap': nap}\n")
        == "unknown: `nap` is passed on as a value in `setup`, a.py:4")
    #expect(
      try verdict("class A:\n    def nap(self): time.sleep(1)\nasync def run(x):\n    x.nap()\n")
        == "unknown: `x.nap()` may call it: the type of the object is not known, a.py:6")
    #expect(
      try verdict("def nap(): time.sleep(1)\ntable = {'nap': nap}\n")
        == "unknown: `nap` is passed on as a value at the top of a.py")
    #expect(
      try verdict("import web\nclass View(web.View):\n    def get(self): time.sleep(1)\n")
        == "unknown: `web.View`, the base class, may call `get`, a.py:5")
    #expect(
      try verdict("class A:\n    def __del__(self): time.sleep(1)\n")
        == "unknown: `__del__` runs without a call being written, a.py:4")
  }

  @Test func aMethodOfThatNameElsewhereIsSaid() throws {
    #expect(
      try verdict("class A:\n    def nap(self): time.sleep(1)\ndef run(x):\n    x.nap()\n")
        == "not_reached: no call on the loop found; `x.nap()`, on an object of unknown type, may be one elsewhere, a.py:6"
    )
    // What a library made is the library's, and what is text is text.
    #expect(
      try verdict(
        "import re\nclass A:\n    def search(self): time.sleep(1)\nasync def run(x):\n    re.compile('a').search(x)\n"
          + "    ''.search(x)\n") == "not_reached: no call to `A.search` found in the project, a.py:5")
  }

  @Test func withoutAsynchronousCodeNothingIsReached() throws {
    let found = try sites(["a.py": "import time, web\nclass V(web.View):\n    def get(self): time.sleep(1)\n"]
    )
    #expect(found.map(\.explanation) == ["nothing in the project is asynchronous"])
    #expect(found.map(\.verdict) == [.notReached])
  }

  @Test func anObjectOfUnknownType() throws {
    let source =
      "async def run(db, shop):\n    db.cursor().fetchall()\n    shop.order()\n    await db.execute('x')\n"
    let found = try sites(["a.py": source])
    #expect(found.map(\.call) == ["db.cursor(…).fetchall"])
    #expect(found.map(\.kind) == ["blocking-database"])
    #expect(found.map(\.verdict) == [.unknown])
    #expect(found.map(\.explanation) == ["the type of `db.cursor(…)` is not known, a.py:2"])
  }

  @Test func aPatchOfTheLoopCountsEverywhere() throws {
    let found = try sites(["a.py": "import nest_asyncio\nnest_asyncio.apply()\n"])
    #expect(found.map(\.explanation) == ["changes the loop wherever it stands, a.py:2"])
    #expect(found.map(\.verdict) == [.onLoop])
  }

  @Test func theyComeInOrderAndOnlyWhenAskedFor() throws {
    let folder = FixtureTests.folder.appending("projects").string
    let scanner = Scanner(handbook: try handbook())
    let usual = try scanner.scan(root: folder)
    #expect(usual.sites == nil)
    let first = try scanner.scan(root: folder, extent: .everything)
    let second = try scanner.scan(root: folder, extent: .everything)
    let sites = try #require(first.sites)
    #expect(sites == second.sites)
    #expect(sites == sites.sorted(by: Site.precedes))
    // Every cause that is a call is among them, and on the loop.
    let onLoop = Set(
      sites.filter { $0.verdict == .onLoop }.map { "\($0.path):\($0.range.line):\($0.range.column)" })
    for finding in first.findings where finding.severity > .hint && finding.kind != "engine-per-request" {
      #expect(onLoop.contains(finding.rootCause))
    }
  }

  /// What names a method for a kind must be a method that the handbook knows to block in that way.
  @Test func tellingMethodsAreKnownOnes() throws {
    let knowledge = try handbook().knowledge
    for kind in knowledge.kinds.values {
      for method in kind.methods {
        let isKnown = knowledge.libraries.flatMap(\.calls).contains {
          $0.kind == kind.id && $0.name.hasSuffix("." + method)
        }
        #expect(isKnown, "\(method) of \(kind.id)")
      }
    }
  }
}

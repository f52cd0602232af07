import Timeline

@testable import Handbook
@testable import Scan
@testable import Wizard

/// Scan results that do not depend on what the scan and the handbook know.
enum FixtureScan {
  /// Three causes in a FastAPI project: one behind two calls, one in warning, one reached from two coroutines.
  static let withCauses: ScanResult = {
    var result = ScanResult(root: ".")
    result.files = 3
    result.lines = 1204
    result.asyncFunctions = 7
    result.milliseconds = 12
    result.findings = [
      finding("blocking-file", .warning, .likely, "open", [("app/config.py", 21, "load")]),
      finding(
        "blocking-http", .error, .certain, "requests.Session.get",
        [("app/main.py", 12, "rates"), ("app/services/exchange.py", 8, "Exchange.fetch")]),
      finding(
        "blocking-sleep", .error, .certain, "time.sleep",
        [("app/poll.py", 5, "poll"), ("app/retry.py", 9, "again")]),
      finding(
        "blocking-sleep", .error, .certain, "time.sleep",
        [("app/watch.py", 7, "watch"), ("app/retry.py", 9, "again")]),
    ]
    result.facts = ProjectFacts(
      python: PythonVersion(major: 3, minor: 12), framework: "fastapi", libraries: ["requests"])
    result.evidence = [
      Evidence(
        question: "framework", value: "fastapi", summary: "imported",
        place: Place(path: "app/main.py", line: 3)),
      Evidence(
        question: "blocker", value: "http", summary: "requests.Session.get in rates",
        place: Place(path: "app/services/exchange.py", line: 8)),
    ]
    return result
  }()

  /// The same project with the sleep taken out, everything else two lines further down, and something new.
  static let afterTheFix: ScanResult = {
    var result = withCauses
    result.findings = [
      finding("blocking-file", .warning, .likely, "open", [("app/config.py", 23, "load")]),
      finding(
        "blocking-http", .error, .certain, "requests.Session.get",
        [("app/main.py", 12, "rates"), ("app/services/exchange.py", 10, "Exchange.fetch")]),
      finding("cpu-bound", .error, .likely, "json.loads", [("app/retry.py", 9, "again")]),
    ]
    return result
  }()

  /// Names of two columns a character, with combining marks, and of many code points.
  static let wide: ScanResult = {
    var result = withCauses
    result.findings = [
      finding(
        "blocking-http", .error, .certain, "requests.get",
        [("应用/主.py", 12, "取汇率"), ("应用/服务/交换服务的很长的文件名.py", 8, "交换.获取")]),
      finding("blocking-file", .warning, .likely, "open", [("cafe\u{301}/fu\u{308}r.py", 3, "lies_größe")]),
      finding("blocking-sleep", .error, .likely, "time.sleep", [("👩‍👩‍👧/🇩🇪.py", 1, "ｗａｉｔ")]),
    ]
    result.evidence = [
      Evidence(
        question: "framework", value: "fastapi", summary: "导入", place: Place(path: "应用/主.py", line: 3))
    ]
    return result
  }()

  /// Every known blocking call of that project, one of each verdict.
  static let hits = HitList(sites, kinds: FixtureHandbook.handbook.knowledge.kinds)

  static let sites: [Site] = [
    site("app/cli.py", 30, "main", "requests.get", .notReached, "no coroutine function leads to it", nil),
    site(
      "app/retry.py", 9, "again", "time.sleep", .onLoop, "runs in poll", Place(path: "app/poll.py", line: 5)),
    site(
      "app/store.py", 4, "load", "open", .offLoop, "handed to asyncio.to_thread",
      Place(path: "app/main.py", line: 20)),
    site("app/zips.py", 12, "run", "session.get", .unknown, "the type of session is not known", nil),
  ]

  private static func site(
    _ path: String, _ line: Int, _ function: String, _ call: String, _ verdict: Site.Verdict,
    _ reason: String,
    _ place: Place?
  ) -> Site {
    Site(
      path: path, range: TextRange(line: line, column: 5, endLine: line, endColumn: 20), function: function,
      call: call, kind: "blocking-sleep", verdict: verdict, reason: reason, place: place)
  }

  static let clean: ScanResult = {
    var result = ScanResult(root: ".")
    result.files = 1
    result.lines = 9
    result.asyncFunctions = 2
    result.milliseconds = 1
    result.evidence = [
      Evidence(question: "blocker", value: "none", summary: "no known blocking call in 2 coroutines")
    ]
    return result
  }()

  static func finding(
    _ kind: String, _ severity: Severity, _ confidence: Confidence, _ call: String,
    _ chain: [(path: String, line: Int, function: String)]
  ) -> Finding {
    let frames = chain.enumerated().map { index, frame in
      let called = index + 1 < chain.count ? chain[index + 1].function : call
      return Finding.Frame(
        path: frame.path, line: frame.line, column: 5, function: frame.function, call: called)
    }
    let (first, last) = (frames[0], frames[frames.count - 1])
    return Finding(
      kind: kind, severity: severity, confidence: confidence, path: first.path,
      range: TextRange(line: first.line, column: 5, endLine: first.line, endColumn: 20),
      function: first.function,
      call: call, message: "\(call) holds the event loop until it returns", replacement: "something to await",
      fix: kind == "blocking-http" ? "fix-2" : "fix-1", also: [],
      rootCause: "\(last.path):\(last.line):\(call)", chain: frames)
  }

  /// What the person's files hold around any place.
  static func source(around place: Place) -> [(Int, String)] {
    (place.line - 3...place.line + 3).filter { $0 > 0 }.map { number in
      (
        number,
        number == place.line
          ? "        return call_that_blocks(\"x\", 42)  # here" : "    def method_\(number)(self):"
      )
    }
  }
}

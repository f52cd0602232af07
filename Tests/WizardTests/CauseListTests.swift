import Handbook
import Scan
import Testing
import Timeline

@testable import Wizard

/// The list of causes as the person arranges it.
@Suite struct CauseListTests {
  private func calls(_ list: CauseList) -> [String] { list.shown.map(\.nearest.call) }

  private func list(_ scan: ScanResult = FixtureScan.withCauses) -> CauseList {
    var list = CauseList()
    list.take(FoundCauses(of: scan))
    return list
  }

  // MARK: Order

  @Test func orders() {
    var list = list()
    #expect(calls(list) == ["time.sleep", "requests.Session.get", "open"])
    list.order = .path
    #expect(list.shown.map(\.place) == ["app/config.py:21", "app/retry.py:9", "app/services/exchange.py:8"])
    list.order = .reach
    #expect(calls(list) == ["time.sleep", "requests.Session.get", "open"])
  }

  @Test func sortingKeepsTheSelectedCause() throws {
    var state = try WizardState.fixture().after("2 enter j")
    for order in ["path", "reach", "rank"] {
      try state.press("s")
      #expect(state.selectedCause?.nearest.call == "requests.Session.get", "\(order)")
      #expect(state.notice?.contains(order) == true)
    }
  }

  // MARK: Filter

  @Test(arguments: [
    ("http", ["requests.Session.get"]), ("HTTP", ["requests.Session.get"]),
    ("blocking-http", ["requests.Session.get"]), ("warning", ["open"]),
    ("error", ["time.sleep", "requests.Session.get"]),
    ("error warning", ["time.sleep", "requests.Session.get", "open"]),
    ("error http", ["requests.Session.get"]), ("http sleep", ["time.sleep", "requests.Session.get"]),
    ("warning http", []), ("app/services/", ["requests.Session.get"]),
    ("config.py retry.py", ["time.sleep", "open"]),
    ("-sleep", ["requests.Session.get", "open"]), ("error -services/", ["time.sleep"]),
    ("-", ["time.sleep", "requests.Session.get", "open"]),
    // Where it is reached from counts as well, and so do the names of call and function.
    ("app/main.py", ["requests.Session.get"]), ("session", ["requests.Session.get"]),
    ("exchange.fetch", ["requests.Session.get"]),
    ("zzz", []), ("  ", ["time.sleep", "requests.Session.get", "open"]),
  ]) func filters(_ words: String, _ expected: [String]) {
    var list = list()
    list.filter = CauseFilter(words, kinds: FixtureHandbook.handbook.knowledge.kinds.keys)
    #expect(calls(list) == expected)
  }

  @Test func filteringFollowsTheTyping() throws {
    var state = try WizardState.fixture().after("2 enter j f")
    state.type("http")
    #expect(calls(state.causeList) == ["requests.Session.get"])
    #expect(state.screen.contains("Only “http”: 1 of 3"))
    // Left: as before.
    #expect(calls(try state.after("escape").causeList).count == 3)
    try state.press("enter")
    #expect(state.selectedCause?.nearest.call == "requests.Session.get")
    // Changed, left, and cleared.
    #expect(calls(try state.after("f ctrl-u x escape").causeList) == ["requests.Session.get"])
    #expect(state.prompt == nil)
    #expect(calls(try state.after("escape").causeList).count == 3)
    #expect(try state.after("escape").selectedCause?.nearest.call == "requests.Session.get")
    // The first escape takes the marks of a search away only.
    var searched = try state.after("/ g e t enter")
    try searched.press("escape")
    #expect(searched.search.isEmpty && searched.causeList.shown.count == 1)
  }

  @Test func aFilterThatNothingFits() throws {
    let state = try WizardState.fixture().after("2 enter f z z z enter")
    #expect(state.context == .causes && state.selectedCause == nil)
    #expect(state.screen.contains("Only “zzz”: none of 3"))
    #expect(state.screen.contains("http 1"), "what there is to look for is named")
    for key in ["x", "enter", "o", "y", "j", "k", "G", "home", "page-down", "s", "u", "n"] {
      #expect(try state.after(key).selectedCause == nil)
    }
    #expect(try state.after("escape").selectedCause != nil)
  }

  @Test func theFilterStaysThroughAScan() throws {
    var state = try WizardState.fixture().after("2 enter f h t t p enter")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(calls(state.causeList) == ["requests.Session.get"])
  }

  // MARK: Marks

  @Test func aMarkedCauseIsListedLastAndNotProposed() throws {
    var state = try WizardState.fixture().after("2 enter x")
    #expect(calls(state.causeList) == ["requests.Session.get", "open", "time.sleep"])
    #expect(state.selectedCause?.nearest.call == "requests.Session.get", "the next one takes its place")
    #expect(state.screen.contains("✗ error   time.sleep"))
    #expect(!state.session.evidence(for: "blocker").contains { $0.value == "sleep" })
    #expect(
      state.diagnosis.cause == nil
        && !state.diagnosis.scan.rootCauses.contains { $0.nearest.call == "time.sleep" })
    // It cannot be treated while it is marked.
    try state.press("G enter")
    #expect(state.context == .causes)
    #expect(state.notice == "It is marked as not the cause; x takes the mark away")
    try state.press("x enter")
    #expect(state.session.position == "treat-sleep")
    // By its answer neither.
    let answered = try WizardState.fixture().after("2 enter x tab 3")
    #expect(answered.session.position == "treat-sleep" && answered.causeInQuestion == nil)
  }

  @Test func allMarked() throws {
    let marked = try WizardState.fixture().after("2 enter x x x")
    #expect(marked.causeList.markedCount == 3)
    #expect(marked.session.evidence(for: "blocker").map(\.value) == ["none"])
    #expect(marked.diagnosis.conclusion != .cause)
    #expect(try marked.after("tab").screen.contains("Seen: None of the calls found"))
    #expect(try marked.after("x").causeList.markedCount == 2, "x on a marked cause takes the mark away")
  }

  @Test func undoing() throws {
    var state = try WizardState.fixture().after("2 enter x x")
    #expect(state.causeList.markedCount == 2)
    try state.press("u")
    #expect(calls(state.causeList).first == "requests.Session.get" && state.causeList.markedCount == 1)
    try state.press("u u")
    #expect(state.causeList.markedCount == 0)
    #expect(state.notice == "There is no mark to undo; x marks a cause as not the cause")
    #expect(calls(state.causeList) == ["time.sleep", "requests.Session.get", "open"])
    #expect(state.session.evidence == FixtureScan.withCauses.evidence)
    // What took a mark away is undone too.
    #expect(try state.after("x G x u").causeList.markedCount == 1)
  }

  @Test func marksStayThroughAScanAlthoughLinesMove() throws {
    var state = try WizardState.fixture().after("2 enter j x")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(
      state.causeList.shown.filter(state.causeList.isMarked).map(\.place) == ["app/services/exchange.py:10"])
    // Gone for one scan, since its file could not be read then.
    state.feed(.scanned(FixtureScan.clean))
    #expect(state.causeList.markedCount == 0)
    state.feed(.scanned(FixtureScan.withCauses))
    #expect(
      state.causeList.shown.filter(state.causeList.isMarked).map(\.nearest.call) == ["requests.Session.get"])
    try state.press("u")
    #expect(state.causeList.markedCount == 0)
  }
}

/// Causes made known again in a later scan.
@Suite struct CauseMatchingTests {
  private func causes(_ places: (String, Int, String)...) -> [RootCause] {
    var scan = ScanResult(root: ".")
    scan.findings = places.map { path, line, call in
      FixtureScan.finding("blocking-file", .warning, .certain, call, [(path, line, "f")])
    }
    return scan.rootCauses
  }

  private func matched(_ before: [RootCause], _ after: [RootCause]) -> [String: String] {
    CauseMatching(from: FoundCauses(before).identities, to: FoundCauses(after).identities).later.mapValues(
      \.rootCause)
  }

  @Test func movedByALine() {
    #expect(
      matched(
        causes(("a.py", 5, "open"), ("a.py", 6, "open")), causes(("a.py", 6, "open"), ("a.py", 7, "open")))
        == ["a.py:5:open": "a.py:6:open", "a.py:6:open": "a.py:7:open"])
  }

  @Test func oneOfTwoIsGone() {
    #expect(
      matched(causes(("a.py", 5, "open"), ("a.py", 6, "open")), causes(("a.py", 6, "open")))
        == ["a.py:6:open": "a.py:6:open"])
    #expect(
      matched(causes(("a.py", 5, "open"), ("a.py", 9, "open")), causes(("a.py", 10, "open")))
        == ["a.py:5:open": "a.py:10:open"])
  }

  @Test func otherCallsAndFilesAreOthers() {
    #expect(matched(causes(("a.py", 5, "open")), causes(("b.py", 5, "open"), ("a.py", 5, "read"))).isEmpty)
  }

  @Test func whatBecameOfAFix() throws {
    var list = CauseList()
    list.take(FoundCauses(of: FixtureScan.withCauses))
    var treatment = Treatment(before: list, treated: "app/retry.py:9:time.sleep")
    treatment.compare(with: FoundCauses(of: FixtureScan.afterTheFix))
    let outcome = try #require(treatment.outcome)
    #expect(outcome.gone.map(\.nearest.call) == ["time.sleep"])
    #expect(Set(outcome.remaining.map(\.nearest.call)) == ["requests.Session.get", "open"])
    #expect(outcome.new.map(\.nearest.call) == ["json.loads"])
    #expect(outcome.isCured == true)
    treatment.compare(with: FoundCauses(of: FixtureScan.withCauses))
    #expect(treatment.outcome?.isCured == false && treatment.outcome?.new.isEmpty == true)
  }
}

import Handbook
import Scan
import Testing
import Timeline

@testable import Wizard

/// Lists that may be long: what filter and search find in them, and what stays selected.
@Suite struct LongListTests {
  private static let words = [
    "app/", "main.py:3", "open", "requests.get", "ö", "日本", "get", "e", "py", "TIME.sleep", "a", "ß",
    "app/app",
  ]

  /// Against looking at one line after the other, character by character.
  @Test(arguments: 0..<40) func filterAndSearchFindWhatIsThere(_ seed: UInt64) {
    var random = Seeded(seed)
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let kinds = ["blocking-http", "blocking-sleep", "cpu-bound"]
    var texts = ListTexts()
    var lines: [(sort: ListTexts.Sort, searched: String, both: String, filtered: String)] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let sort = ListTexts.Sort(
        kind: kinds.randomElement(using: &random) ?? "",
        severity: Severity.allCases.randomElement(using: &random))
      let line = (sort, text(), text(), text())
      lines.append(line)
      texts.append(line.0, searched: line.1, both: line.2, filtered: line.3)
    }
    func holds(_ text: String, _ part: String) -> Bool {
      text.lowercased().utf8.firstRange(of: part.utf8) != nil
    }
    for word in Self.words.map({ $0.lowercased() }) {
      let filtered = lines.map { holds($0.both, word) || holds($0.filtered, word) }
      #expect(CauseFilter(word, kinds: kinds).fitting(texts) == filtered, "\(word)")
      #expect(CauseFilter("-\(word)", kinds: kinds).fitting(texts) == filtered.map { !$0 }, "-\(word)")
      #expect(
        CauseFilter("\(word) http error", kinds: kinds).fitting(texts)
          == zip(lines, filtered).map { line, fits in
            fits && line.sort.kind == "blocking-http" && line.sort.severity == .error
          })
      #expect(
        lines.indices.map(texts.search(word))
          == lines.map { holds($0.searched, word) || holds($0.both, word) }, "/\(word)")
    }
  }

  @Test func aSearchFindsWhatTheListShows() throws {
    let state = try WizardState.fixture().after("2 enter")
    #expect(state.view == .causes)
    for (text, call) in [
      ("warning", "open"), ("CONFIG", "open"), ("likely", "open"), ("session.get", "requests.Session.get"),
    ] {
      var searching = try state.after("/")
      searching.type(text)
      #expect(try searching.after("enter").selectedCause?.nearest.call == call, "\(text)")
    }
    // Forwards and backwards, beginning again at the other end.
    var searching = try state.after("/")
    searching.type("error")
    try searching.press("enter")
    #expect(searching.selectedCause?.nearest.call == "time.sleep")
    #expect(try searching.after("n").selectedCause?.nearest.call == "requests.Session.get")
    #expect(try searching.after("n n").selectedCause?.nearest.call == "time.sleep")
    #expect(try searching.after("N").selectedCause?.nearest.call == "requests.Session.get")
    // In what the filter leaves only.
    #expect(try state.after("f h t t p enter / o p e n enter").notice == "“open” is not in this view")
  }

  /// The same letters may be written in two ways, in the project and by the keyboard.
  @Test(arguments: ["e\u{301}te\u{301}", "\u{E9}t\u{E9}"], ["e\u{301}t", "\u{E9}t", "\u{C9}T"])
  func lettersWithMarksAreFoundHoweverWritten(_ name: String, _ typed: String) throws {
    var scan = FixtureScan.withCauses
    scan.findings += [
      FixtureScan.finding("blocking-sleep", .error, .certain, "time.sleep", [("app/\(name).py", 1, "f")])
    ]
    let state = try WizardState.fixture(scan: scan).after("2 enter")
    var searching = try state.after("/")
    searching.type(typed)
    #expect(try searching.after("enter").selectedCause?.place == "app/\(name).py:1")
    #expect(try searching.after("enter n").notice == "This is the only match")
    #expect(try searching.after("enter N").notice == "This is the only match")
    var filtering = try state.after("f")
    filtering.type(typed)
    #expect(filtering.causeList.shown.map(\.place) == ["app/\(name).py:1"])
    // In the text of a page too.
    var page = try state.after("f a p p / t enter enter")
    page.feed(.scanned(scan))
    #expect(page.document.match(typed, after: -1) == nil)
    var pageOfName = try filtering.after("enter enter /")
    pageOfName.type(typed)
    #expect(try pageOfName.after("enter").notice == nil)
  }

  @Test func whatWasSelectedStaysSoOrComesBack() throws {
    var state = try WizardState.fixture().after("2 enter j j f")
    #expect(state.selectedCause?.nearest.call == "open")
    state.type("error")
    #expect(state.selectedCause?.nearest.call == "time.sleep", "the first of what is left")
    #expect(try state.after("ctrl-u").selectedCause?.nearest.call == "open")
    #expect(try state.after("escape").selectedCause?.nearest.call == "open")
    #expect(
      try state.after("enter escape").selectedCause?.nearest.call == "time.sleep", "what was taken counts")
    // In another view the list of causes alone is meant.
    let page = try WizardState.fixture().after("2 enter f h t t p enter enter G")
    #expect(page.session.step.page != nil && page.viewport.top > 0)
    #expect(try page.after("escape").viewport == page.viewport)
  }

  @Test func aScanWhileAFilterIsTyped() throws {
    var state = try WizardState.fixture().after("2 enter j f")
    state.type("requests")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.causeList.shown.map(\.place) == ["app/services/exchange.py:10"])
    #expect(state.selectedCause?.nearest.call == "requests.Session.get")
    #expect(try state.after("ctrl-u").selectedCause?.nearest.call == "requests.Session.get")
  }

  /// What the scanning thread found out is taken as it is; without it, it is found out here.
  @Test func comparedWhereItWasScanned() throws {
    let before = try WizardState.fixture().after("2 enter j x enter enter")
    let earlier = before.causesToCompare
    #expect(earlier.count == 1 && earlier[0] === before.causeList.found)
    let causes = FoundCauses(of: FixtureScan.afterTheFix)
    var compared = before
    compared.feed(
      .scanned(
        FixtureScan.afterTheFix, causes: causes,
        compared: earlier.map { CauseComparison(of: $0, with: causes) }))
    var alone = before
    alone.feed(.scanned(FixtureScan.afterTheFix))
    #expect(compared.screen == alone.screen)
    #expect(compared.causeList.markedRootCauses == alone.causeList.markedRootCauses)
    #expect(compared.causeList.markedCount == 1)
    // The fix is compared with what was there before it, the list with what was there last.
    #expect(compared.causesToCompare.count == 2)
    // One of something else is not taken for this one.
    let wrong = CauseComparison(of: FoundCauses(), with: causes)
    var other = before
    other.feed(.scanned(FixtureScan.afterTheFix, causes: causes, compared: [wrong]))
    #expect(other.screen == alone.screen)
  }

  @Test func aLongListOfWhatRemains() throws {
    var scan = FixtureScan.withCauses
    scan.findings = (1...3000).map {
      FixtureScan.finding("blocking-sleep", .error, .certain, "time.sleep", [("app/many.py", $0, "f")])
    }
    var state = try WizardState.fixture(scan: scan).after("2 enter enter enter")
    state.feed(.scanned(scan))
    #expect(state.screen.contains("In all 0 gone, 3000 remain, 0 new"))
    #expect(state.screen.contains("remains time.sleep  app/many.py:1\n"))
    #expect(state.screen.firstRange(of: #/and 2,99\d more/#) != nil)
  }

  @Test func marksSpeakForTheNextOfTheirKind() throws {
    var scan = FixtureScan.withCauses
    scan.findings += [
      FixtureScan.finding("blocking-sleep", .error, .certain, "time.sleep", [("app/z.py", 1, "f")])
    ]
    let state = try WizardState.fixture(scan: scan).after("2 enter x")
    #expect(state.causeList.markedCauses.map(\.place) == ["app/retry.py:9"])
    #expect(
      state.session.evidence(for: "blocker").first { $0.value == "sleep" }?.place
        == Place(path: "app/z.py", line: 1))
    // As if all that is not marked had been looked at.
    let all = scan.without(state.causeList.markedRootCauses, kinds: state.handbook.knowledge.kinds).evidence
    #expect(
      state.session.evidence(for: "blocker").map(\.value)
        == all.filter { $0.question == "blocker" }.map(\.value))
  }
}

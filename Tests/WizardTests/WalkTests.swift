import Handbook
import Scan
import Terminal
import Testing
import Timeline

@testable import Wizard

/// A person's way through the diagnosis, without a terminal.
@Suite struct WalkTests {
  @Test(arguments: [
    "down enter enter down enter enter enter", "j l l j l l l", "ctrl-n right right ctrl-n space right enter",
  ])
  func theWholeTimeline(_ keys: String) throws {
    let state = try WizardState.fixture().after(keys)
    #expect(state.session.position == "recovered")
    let answers = state.session.answersOnPath.map { "\($0.question)=\($0.value) \($0.provenance.word)" }
    #expect(
      answers == [
        "symptom=slow typed", "framework=fastapi evidence", "blocker=http evidence", "verified=fixed typed",
      ])
  }

  @Test func theCauseChosenIsTheEvidence() throws {
    let state = try WizardState.fixture().after("2 enter enter")
    let answer = try #require(state.session.answers["blocker"])
    #expect(
      answer.provenance
        == .evidence(
          Evidence(
            question: "blocker", value: "sleep", summary: "time.sleep in poll",
            place: Place(path: "app/retry.py", line: 9))))
    #expect(state.screen.contains("Your code  app/retry.py:9  poll → again"))
  }

  @Test func goingBackLosesNothing() throws {
    let there = try WizardState.fixture().after("2 3 j enter")
    let back = try there.after("b h backspace left")
    #expect(back.session.position == "symptom")
    #expect(back.notice == "This is the first question; q leaves")
    #expect(back.screen.contains("▸  2 ✓ It is slow"))
    #expect(try back.after("enter enter enter").session == there.session)
  }

  @Test func anotherAnswerTakesAnotherWay() throws {
    let state = try WizardState.fixture().after("2 1 g 0 1")
    #expect(state.session.position == "message")
    #expect(state.session.value(of: "framework") == nil)
  }

  @Test func jumping() throws {
    let state = try WizardState.fixture().after("2 enter enter")
    #expect(try state.after("g 5").session.position == "framework")
    // Whoever presses Enter after the number, which had jumped already, answers nothing by it.
    let jumped = try state.after("g 5 enter")
    #expect(jumped.session.position == "framework" && jumped.session.answers == state.session.answers)
    #expect(jumped.notice == "This is minute 5; enter again goes on from here")
    #expect(try jumped.after("enter").session.position != "framework")
    #expect(try state.after("g 5 j enter").session.position != "framework", "it is for the jump alone")
    let refused = try WizardState.fixture().after("g 7 enter")
    #expect(refused.session.answers.isEmpty && refused.notice?.hasPrefix("There is no minute “7”") == true)
    #expect(try WizardState.fixture().after("g 1 enter enter").session.answers.count == 1)
    #expect(try state.after("g 0").session.position == "symptom")
    // 1 may become 12 or 15, so Enter has to say that it is meant.
    #expect(try state.after("g 1").session.position == "treat-sleep")
    #expect(try state.after("g 0 g 1 2").session.position == "treat-sleep")
    #expect(try state.after("g 1 enter").notice == "There is no minute “1”; there are 0, 2, 5, 8, 12, 15")
    #expect(try state.after("g 2").notice == "Minute 2 is not on the way yet: answer the questions before it")
    #expect(try state.after("g escape").prompt == nil)
    #expect(try state.after("g backspace").prompt == nil)
    #expect(try state.after("j j j g g").viewport.top == 0)
  }

  @Test func searching() throws {
    var state = try WizardState.fixture(rows: 18).after("2 /")
    state.type("TORNADO")
    #expect(state.screen.contains("/TORNADO"))
    try state.press("enter")
    #expect(state.viewport.selected == 6)
    #expect(
      state.canvas.styledText.contains("{bold underline yellow reverse|Tornado}")
        || state.screen.contains("▸  7   Tornado"))
    try state.press("n n N")
    #expect(state.notice == nil)
    try state.press("/ ctrl-u z z z enter")
    #expect(state.notice == "“zzz” is not in this view")
    try state.press("escape n")
    #expect(state.notice == "Nothing was searched for yet: / searches")
  }

  @Test func pastingIntoAPrompt() throws {
    var state = WizardState.fixture()
    try state.press("/")
    state.feed(.paste("slow\nsecond line"))
    #expect(state.prompt?.text == "slow")
    state.feed(.paste(String(repeating: "x", count: 1 << 20)))
    #expect(state.prompt?.text.count == 204)
    #expect(state.pasted == nil)
  }

  @Test func readingScrollsToTheEndAndBack() throws {
    var state = try WizardState.fixture(columns: 40, rows: 12).after("2 enter j enter")
    var seen = state.screen
    for _ in 0..<50 {
      try state.press("j")
      seen += state.screen
    }
    #expect(seen.contains("Sentence 12 of a long paragraph."))
    #expect(state.screen.contains("  end\n"))
    #expect(try state.after("G").viewport == state.viewport)
    #expect(try state.after("home").viewport.top == 0)
    #expect(try state.after("page-up page-up page-up page-up page-up page-up page-up").viewport.top == 0)
    #expect(try state.after("enter").session.position == "verified")
  }

  @Test func theScanMayComeLate() throws {
    var state = try WizardState.fixture(scan: nil).after("2")
    #expect(state.session.position == "framework")
    #expect(state.screen.contains("▸    "), "the default is selected")
    state.feed(.progress(.init(filesDone: 3, files: 9, lines: 100)))
    state.feed(.scanned(FixtureScan.withCauses))
    #expect(state.screen.contains("▸  1   FastAPI"))
    #expect(state.screen.contains("Seen: FastAPI: imported, app/main.py:3"))
    #expect(state.progress == nil)
  }

  @Test func aListThatSomeoneMovedInStays() throws {
    var state = try WizardState.fixture(scan: nil).after("2 2 up up")
    state.feed(.scanned(FixtureScan.withCauses))
    #expect(state.context == .question)
    #expect(state.viewport.selected == 1)
    #expect(state.notice == "The scan found 3 causes; tab lists what it found")
    #expect(try state.after("tab").context == .causes)
  }

  @Test func scanningAgainKeepsTheSelectedCause() throws {
    var state = try WizardState.fixture().after("2 enter j r")
    #expect(state.progress != nil)
    #expect(try state.after("r").notice == "The scan is still running")
    var mended = FixtureScan.withCauses
    mended.findings.removeAll { $0.call == "time.sleep" }
    state.feed(.scanned(mended))
    #expect(state.selectedCause?.nearest.call == "requests.Session.get")
    state.feed(.scanned(FixtureScan.clean))
    #expect(state.context == .question)
    #expect(state.screen.contains("no known blocking call"))
  }

  @Test func aFailedScanCanBeTriedAgain() throws {
    var state = try WizardState.fixture(scan: nil).after("2 2")
    state.feed(.scanFailed("src: Permission denied"))
    #expect(state.screen.contains("The scan failed: src: Permission denied; r scans again"))
    #expect(try state.press("r") == [.startScan])
    state.feed(.scanned(FixtureScan.withCauses))
    #expect(state.context == .causes)
    #expect(!state.screen.contains("fail"))
  }

  @Test func sourcesAreAskedForOnce() throws {
    var state = WizardState.fixture()
    try state.press("2")
    let place = Place(path: "app/retry.py", line: 9)
    let asked = state.update(.key(.enter))
    #expect(asked == [.readSource(place), .readSource(Place(path: "app/services/exchange.py", line: 8))])
    #expect(state.update(.key(.control("l"))) == [.redraw])
    // A file that cannot be read any more says so, and how to go on.
    #expect(state.update(.source(place, .unreadable("No such file or directory"))) == [])
    #expect(state.screen.contains("This file cannot be shown: No such file or directory; r scans again"))
    #expect(try state.after("y l").notice == "There is none of that here to copy")
    #expect(
      try state.after("enter").screen.contains("This file cannot be shown: No such file or directory; r"))
  }

  @Test func theEndSaysSo() throws {
    let state = try WizardState.fixture().after("2 enter enter enter 1")
    #expect(state.session.isAtEnd)
    #expect(try state.after("enter").notice == "This is the end of the diagnosis; q leaves, b goes back")
    #expect(try state.after("tab").notice == "This page has one article only")
  }

  /// The built-in timeline: every step can be reached with keys alone, and each draws.
  @Test func everyStepOfTheRealTimelineDraws() throws {
    let handbook = try loadHandbook(from: .builtIn)
    var state = WizardState(
      handbook: handbook, tool: .init(name: "loopdoctor", version: "1"), project: "p",
      size: Size(columns: 80, rows: 24))
    state.feed(.scanned(FixtureScan.clean))
    var reached: Set<String> = []
    var open = [state]
    while let next = open.popLast() {
      guard reached.insert(next.session.position).inserted else { continue }
      #expect(next.screen.contains(next.session.step.title))
      if let question = next.session.step.question {
        for index in question.choices.indices {
          var answered = next
          answered.viewport.selected = index
          open.append(try answered.after("enter"))
        }
      } else {
        for _ in 0..<(next.session.step.page?.articles.count ?? 0) { open.append(try next.after("enter")) }
        var reader = next
        for _ in next.session.step.page?.articles ?? [] {
          try reader.press("tab")
          #expect(reader.document.lineCount > 4)
        }
      }
    }
    // Which treatment follows may depend on earlier answers; one way to each question is enough for all but those.
    let missing = Set(handbook.graph.steps.map(\.id)).subtracting(reached)
    #expect(
      missing.isSubset(of: ["treat-django-orm", "outside-asyncio", "find-by-running", "nothing-found"]),
      "\(missing)")
  }
}

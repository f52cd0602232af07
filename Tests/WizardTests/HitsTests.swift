import Scan
import Testing
import Timeline

@testable import Wizard

/// Minute 8: every hit as grep would list it.
@Suite struct HitsTests {
  private func opened() throws -> WizardState {
    var state = try WizardState.fixture().after("2 enter")
    #expect(try state.press("a") == [.listHits])
    #expect(state.screen.contains("Listing every known blocking call"))
    state.feed(.hits(FixtureScan.hits))
    return state
  }

  @Test func eachHasItsVerdictAndReason() throws {
    let state = try opened().after("j")
    #expect(state.screen.contains("4 hits: 1 on the loop, 1 off the loop, 1 not reached, 1 unknown"))
    #expect(state.screen.contains("on the loop  app/retry.py:9"))
    #expect(state.screen.contains("on the loop: runs in poll, app/poll.py:5"))
    let second = try state.after("j")
    #expect(second.screen.contains("off the loop: handed to asyncio.to_thread, app/main.py:20"))
    #expect(second.screen.contains("call_that_blocks"), "its own lines are shown")
  }

  @Test func editorCopyAndSearchWorkThere() throws {
    var state = try opened().after("j j")
    let place = Place(path: "app/store.py", line: 4)
    #expect(try state.press("o") == [.edit(place)])
    #expect(try state.press("y y") == [.copy("app/store.py:4", name: "app/store.py:4")])
    try state.press("/ u n k n o w n enter")
    #expect(state.selectedHit?.verdict == .unknown)
    try state.press("home")
    #expect(state.selectedHit?.verdict == .notReached)
  }

  @Test func aFilterShowsSome() throws {
    var state = try opened().after("j f")
    state.type("off")
    #expect(state.hits?.shown.map(\.path) == ["app/store.py"])
    #expect(state.screen.contains("Only “off”: 1 of 4"))
    try state.press("ctrl-u")
    state.type("app/r sleep")
    try state.press("enter")
    #expect(state.selectedHit?.path == "app/retry.py")
    #expect(state.causeList.filter.isEmpty, "each list has its own")
    #expect(try state.press("escape") == [])
    #expect(state.hits?.shown.count == 4 && state.context == .hits)
    #expect(state.selectedHit?.path == "app/retry.py", "what was selected stays so")
    try state.press("escape")
    #expect(state.context == .causes)
  }

  @Test func keysAreAnsweredWhileItIsListed() throws {
    var state = try WizardState.fixture().after("2 enter a")
    state.feed(.hitProgress(.init(filesDone: 512, files: 2481, lines: 120_000)))
    #expect(state.screen.contains("scanning 512 of 2,481 files, 20 %"))
    try state.press("j G / x enter f")
    state.type("error")
    try state.press("enter y o escape escape")
    #expect(state.context == .causes)
    // It comes all the same, once.
    state.feed(.hits(FixtureScan.hits))
    #expect(try state.press("a") == [] && state.context == .hits)
  }

  @Test func aListOfWhatWasThereBeforeAScanIsNotShown() throws {
    var state = try WizardState.fixture().after("2 enter a")
    #expect(try state.press("r") == [.startScan])
    #expect(state.feed(.scanned(FixtureScan.afterTheFix)) == [])
    #expect(state.feed(.hits(FixtureScan.hits)) == [.listHits])
    #expect(state.hits == nil)
  }

  @Test func enterLeadsToTheCause() throws {
    let state = try opened().after("j enter")
    #expect(state.context == .causes && state.selectedCause?.place == "app/retry.py:9")
    #expect(
      try opened().after("j j enter").notice
        == "It does not hold the loop up: handed to asyncio.to_thread, app/main.py:20")
    #expect(try opened().after("enter").context == .hits)
  }

  @Test func askedForOnceAndAgainAfterAScan() throws {
    var state = try opened().after("escape")
    #expect(state.context == .causes)
    #expect(try state.press("a") == [])
    #expect(state.context == .hits)
    #expect(try state.press("r") == [.startScan])
    #expect(state.feed(.scanned(FixtureScan.afterTheFix)) == [.listHits])
    #expect(state.feed(.hits(HitList([], kinds: [:]))) == [])
    #expect(state.screen.contains("0 hits"))
    state.feed(.hits(nil))
    #expect(state.context == .causes && state.notice == "The project could not be read again; r scans it")
    #expect(try state.after("g 5 a").notice == "The list of all hits belongs to minute 8")
  }
}

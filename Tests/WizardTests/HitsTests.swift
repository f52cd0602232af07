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
    state.feed(.hits(FixtureScan.sites))
    return state
  }

  @Test func eachHasItsVerdictAndReason() throws {
    let state = try opened().after("j")
    #expect(state.screen.contains("4 hits, 1 on the loop, 1 off the loop, 1 not reached, 1 unknown"))
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
    #expect(state.feed(.hits([])) == [])
    #expect(state.screen.contains("0 hits"))
    state.feed(.hits(nil))
    #expect(state.context == .causes && state.notice == "The project could not be read again; r scans it")
    #expect(try state.after("g 5 a").notice == "The list of all hits belongs to minute 8")
  }
}

import Scan
import Testing

@testable import Wizard

/// Minute 15: the project is scanned again.
@Suite struct TreatmentTests {
  @Test func minuteFifteenScansAgain() throws {
    var state = try WizardState.fixture().after("2 enter enter")
    #expect(state.session.position == "treat-sleep")
    #expect(try state.press("enter") == [.startScan])
    #expect(state.screen.contains("Scanning again"))
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.screen.contains("The call you treated is gone. In all 1 gone, 2 remain, 1 new"))
    #expect(state.screen.contains("gone    time.sleep  app/retry.py:9"))
    #expect(state.screen.contains("new     json.loads"))
    try state.press("1")
    #expect(state.session.isAtEnd)
    #expect(state.screen.contains("Summary") && state.screen.contains("1 gone, 2 remain, 1 new"))
    #expect(state.screen.contains("w saves this as a report"))
  }

  @Test func nothingChanged() throws {
    var state = try WizardState.fixture().after("2 enter enter enter")
    state.feed(.scanned(FixtureScan.withCauses))
    #expect(state.screen.contains("The call you treated is still there. In all 0 gone, 3 remain, 0 new"))
    // Whoever goes back and mends it is told against the scan from before the fix.
    try state.press("b")
    #expect(try state.press("enter") == [.startScan])
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.screen.contains("1 gone, 2 remain, 1 new"))
    // Another scan by hand counts as well.
    #expect(try state.press("r") == [.startScan])
    state.feed(.scanned(FixtureScan.withCauses))
    #expect(state.screen.contains("0 gone, 3 remain, 0 new"))
  }

  @Test func aFailedScanIsTold() throws {
    var state = try WizardState.fixture().after("2 enter enter enter")
    state.feed(.scanFailed("src: Permission denied"))
    #expect(state.notice == "The scan failed: src: Permission denied")
    #expect(!state.screen.contains("gone"))
  }

  @Test func anotherCauseIsAnotherTreatment() throws {
    var state = try WizardState.fixture().after("2 enter enter enter")
    state.feed(.scanned(FixtureScan.afterTheFix))
    try state.press("g 8")
    try state.press("home enter enter")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.screen.contains("0 gone, 3 remain, 0 new"))
  }
}

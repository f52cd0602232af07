import Report
import Scan
import Terminal
import Testing
import Text
import Timeline

@testable import Wizard

/// Leaving a session and going on with it.
@Suite struct ResumingTests {
  private let graph = FixtureHandbook.handbook.graph

  /// What is kept, through its file.
  private func kept(_ state: WizardState) throws -> SessionFile {
    let text = try #require(state.kept).text(tool: "loopdoctor 1.0")
    var reader = SessionReader(file: "kept.yaml", graph: graph)
    var (session, faults) = reader.read(Array(text.utf8))
    session.lines = []
    #expect(faults == [])
    #expect(session == state.kept, "\(text)")
    return session
  }

  private func offering(_ session: SessionFile, scan: ScanResult? = FixtureScan.withCauses) -> WizardState {
    var state = WizardState.fixture(scan: scan, keepsAnswers: true)
    state.offer(session)
    return state
  }

  @Test func everythingIsThereAgain() throws {
    // The second cause under treatment, the first judged not to be it.
    let left = try WizardState.fixture().after("2 enter x enter")
    #expect(left.session.position == "treat-http")
    for (keys, scanComesFirst) in [("enter", true), ("y", false), ("1", true), ("l", false)] {
      var state = offering(try kept(left), scan: scanComesFirst ? FixtureScan.withCauses : nil)
      #expect(state.screen.contains("You left this project at minute 12: An async HTTP client."))
      #expect(state.screen.contains("Under treatment: requests.Session.get  app/services/exchange.py:8"))
      #expect(state.screen.contains("1 cause marked as not the cause"))
      #expect(state.kept == nil, "what is kept stays until the person says what to do with it")
      try state.press(keys)
      if !scanComesFirst { state.feed(.scanned(FixtureScan.withCauses)) }
      #expect(
        state.session.position == left.session.position && state.session.answers == left.session.answers)
      #expect(state.causeInQuestion == left.causeInQuestion)
      #expect(state.markedCauses == left.markedCauses)
      #expect(state.screen == left.screen)
      #expect(state.kept == left.kept)
      // The next scan compares with what was found before.
      #expect(try state.press("enter") == [.startScan])
      state.feed(.scanned(FixtureScan.afterTheFix))
      #expect(state.screen.contains("The call you treated is still there"))
    }
  }

  @Test(arguments: ["n", "2", "down enter"]) func startingAnew(_ keys: String) throws {
    let state = try offering(kept(WizardState.fixture().after("2 enter x enter"))).after(keys)
    #expect(state.screen == WizardState.fixture().screen)
    #expect(state.kept == nil, "the old session is there until there is a new one")
    #expect(try state.after("1").kept != nil)
  }

  @Test func leavingFromTheQuestionKeepsWhatWasKept() throws {
    var state = try offering(kept(WizardState.fixture().after("2")))
    #expect(try state.press("q") == [.quit])
    #expect(state.kept == nil)
    #expect(try state.after("7").notice == "There is no choice 7 here")
  }

  /// The person went back before leaving: the answers further on are not lost.
  @Test func whereverItStood() throws {
    for keys in ["2", "2 enter", "2 enter tab", "2 enter b b", "2 enter enter enter 1", "1 1 1", "2 enter x"]
    {
      let left = try WizardState.fixture().after(keys)
      let state = try offering(kept(left)).after("y")
      #expect(state.session.position == left.session.position, "\(keys)")
      #expect(state.session.way.map(\.id) == left.session.way.map(\.id), "\(keys)")
      #expect(state.session.answersOnPath == left.session.answersOnPath, "\(keys)")
    }
    #expect(WizardState.fixture().kept == nil)
    #expect(try WizardState.fixture().after("? ? / x enter").kept == nil)
  }

  @Test func aCauseThatIsGoneIsToldOf() throws {
    let left = try WizardState.fixture().after("2 enter enter")
    #expect(left.causeInQuestion?.nearest.call == "time.sleep")
    var state = offering(try kept(left), scan: nil)
    try state.press("y")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.notice == "time.sleep in app/retry.py is no longer found")
    try state.press("enter")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.screen.contains("The call you treated is gone"))
  }

  /// Lines that moved meanwhile take nothing away.
  @Test func marksMoveWithTheirCauses() throws {
    let left = try WizardState.fixture().after("2 enter j x")
    var state = offering(try kept(left), scan: nil)
    try state.press("y")
    state.feed(.scanned(FixtureScan.afterTheFix))
    #expect(state.markedCauses.map(\.place) == ["app/services/exchange.py:10"])
    #expect(
      state.kept?.bookmark?.aside.map(\.rootCause) == ["app/services/exchange.py:10:requests.Session.get"])
  }

  @Test func aDamagedFileIsToldOf() throws {
    var state = WizardState.fixture(keepsAnswers: true)
    state.feed(.damaged("/s/x.yaml:3:1: unknown key"))
    #expect(state.screen.contains("Starting anew, what was kept cannot be read: /s/x.yaml:3:1: unknown key"))
    #expect(try state.after("2").context == .question)
  }

  @Test func whatCannotBeKeptIsAskedAbout() throws {
    var state = try WizardState.fixture(keepsAnswers: true).after("2")
    #expect(state.unsaved == 0)
    state.feed(.notKept("/s: Read-only file system"))
    #expect(state.notice == "This session cannot be kept: /s: Read-only file system")
    #expect(try state.press("q") == [] && state.dialog == .leaving)
  }

  // MARK: The prompts

  private func plain(_ input: [String], left: SessionStore.Kept) -> (
    diagnosis: Diagnosis, transcript: String, kept: [SessionFile]
  ) {
    final class Script {
      var input: [String]
      var transcript = ""
      var kept: [SessionFile] = []
      init(_ input: [String]) { self.input = input }
    }
    let script = Script(input)
    var driver = PlainDriver(
      handbook: FixtureHandbook.handbook, scan: FixtureScan.withCauses, given: [],
      style: ReportStyle(theme: .monochrome, glyphs: .unicode, width: 80),
      console: .init(
        readLine: { script.input.isEmpty ? nil : script.input.removeFirst() },
        write: { script.transcript += LineWriter(isStyled: false).text($0) },
        prompt: { script.transcript += $0 }),
      tool: Tool(name: "loopdoctor", version: "1"), left: left, keep: { script.kept.append($0) })
    let diagnosis = driver.run()
    return (diagnosis, script.transcript, script.kept)
  }

  @Test func thePromptsAskToo() throws {
    let left = try WizardState.fixture().after("2 enter x enter")
    for answer in ["", "1", "y"] {
      let run = plain(["what?", answer, "<", "q"], left: .session(try kept(left)))
      #expect(run.transcript.contains("You left this project at minute 12: An async HTTP client."))
      #expect(run.transcript.contains("Please type 1 or 2."))
      #expect(run.diagnosis.session.position == "blocker")
      #expect(run.diagnosis.session.answers == left.session.answers)
      #expect(
        !run.diagnosis.scan.findings.contains { $0.call == "time.sleep" }, "what was set aside stays so")
      #expect(run.kept.last?.bookmark?.position == "blocker")
      #expect(run.kept.last?.bookmark?.aside == left.kept?.bookmark?.aside)
    }
    for answer in ["2", "n"] {
      let run = plain([answer, "1", "q"], left: .session(try kept(left)))
      #expect(run.diagnosis.session.position == "message")
      #expect(run.kept.map { $0.bookmark?.position } == ["message"])
    }
    let quit = plain(["q"], left: .session(try kept(left)))
    #expect(quit.kept == [] && quit.diagnosis.session.position == "symptom")
    let damaged = plain(["q"], left: .damaged("/s/x.yaml: Permission denied"))
    #expect(
      damaged.transcript.hasPrefix(
        "Starting anew, what was kept cannot be read: /s/x.yaml: Permission denied\n"))
  }
}

import Report
import Testing
import Text

@testable import Wizard

/// Walkthroughs, played without a terminal.
@Suite struct ScriptDriverTests {
  private final class Log {
    var text = ""
    var waits: [Int] = []
  }

  private func play(_ text: String, choose: Int? = nil, goesOn: Bool = true) throws -> (
    log: Log, position: String
  ) {
    var reader = SessionReader(file: "w.yaml", graph: FixtureHandbook.handbook.graph)
    let (session, faults) = reader.read(Array(text.utf8))
    try #require(faults.isEmpty, "\(faults)")
    let log = Log()
    var driver = ScriptDriver(
      session, handbook: FixtureHandbook.handbook,
      style: ReportStyle(theme: .monochrome, glyphs: .unicode, width: 80),
      stage: .init(
        write: { log.text += LineWriter(isStyled: false).text($0) },
        wait: {
          log.waits.append($0)
          return goesOn
        }, choose: { _ in choose }), tool: Tool(name: "loopdoctor", version: "1"))
    let diagnosis = try driver.play()
    return (log, diagnosis.session.position)
  }

  private let lesson = """
    title: A lesson
    summary: What it is about.
    steps:
    - say: Look at `open`.
    - expect: What do you see?
    - pause: 4
    - answer: {symptom: slow}
    - expect: What runs your code?
    - quiz: {ask: Which?, choices: [one, "`two`"], right: 2, explain: Because.}
    - answer: {framework: fastapi}
    - answer: {blocker: http}
    - expect: Fix 2
    - answer: {verified: fixed}
    """

  @Test func playsToTheEnd() throws {
    let (log, position) = try play(lesson)
    #expect(position == "recovered")
    #expect(log.waits == [4])
    #expect(log.text.contains("A lesson\nWhat it is about.\n"))
    #expect(log.text.contains("Look at open."))
    #expect(log.text.contains("→ It is slow, or everything pauses"))
    #expect(log.text.contains("It is 2. two\n  Because.\n"))
    #expect(!log.text.contains("`"))
  }

  @Test func aQuizIsJudged() throws {
    #expect(try play(lesson, choose: 1).log.text.contains("Right: 2. two\n  Because.\n"))
    #expect(try play(lesson, choose: 0).log.text.contains("No, it is 2. two\n  Because.\n"))
  }

  @Test func thePersonMayStop() throws {
    let (log, position) = try play(lesson, goesOn: false)
    #expect(position == "symptom")
    #expect(!log.text.contains("Which?"))
  }

  @Test func faultsNameTheStep() throws {
    #expect(throws: ScriptDriver.Fault(step: 1, message: "“Nothing like it” is not on the screen")) {
      try play("steps:\n- expect: Nothing like it\n")
    }
    #expect(
      throws: ScriptDriver.Fault(step: 2, message: "the timeline does not ask blocker here but framework")
    ) {
      try play("steps:\n- answer: {symptom: slow}\n- answer: {blocker: http}\n")
    }
  }
}

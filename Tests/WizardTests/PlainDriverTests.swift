import Report
import Scan
import Testing
import Text
import Timeline

@testable import Wizard

/// The numbered prompts.
@Suite struct PlainDriverTests {
  /// What a run of the driver said, and where it ended.
  private struct Run {
    let diagnosis: Diagnosis
    let transcript: String
    let prompts: [String]
  }

  private final class Script {
    var input: [String]
    var transcript = ""
    var prompts: [String] = []
    init(_ input: [String]) { self.input = input }
  }

  private func run(_ input: [String], scan: ScanResult = FixtureScan.withCauses, width: Int = 80) -> Run {
    let script = Script(input)
    let style = ReportStyle(theme: .monochrome, glyphs: .unicode, width: width)
    var driver = PlainDriver(
      handbook: FixtureHandbook.handbook, scan: scan, given: [], style: style,
      console: .init(
        readLine: { script.input.isEmpty ? nil : script.input.removeFirst() },
        write: { script.transcript += LineWriter(isStyled: false).text($0) },
        prompt: {
          script.transcript += $0
          script.prompts.append($0)
        }),
      tool: Tool(name: "loopdoctor", version: "1"))
    let diagnosis = driver.run()
    return Run(diagnosis: diagnosis, transcript: script.transcript, prompts: script.prompts)
  }

  @Test func theSameWayAsOnTheScreen() throws {
    // The screen lists the gravest cause first, the prompt suggests the strongest evidence: here, the second one.
    let plain = run(["2", "", "", "", "1"])
    let screen = try WizardState.fixture().after("2 enter j enter enter 1")
    #expect(plain.diagnosis.session.position == "recovered")
    #expect(plain.diagnosis.session.answersOnPath == screen.session.answersOnPath)
    #expect(SessionFile(saving: plain.diagnosis.session) == SessionFile(saving: screen.session))
  }

  @Test func promptsAndSuggestions() {
    let plain = run(["2", "", "", "", "1", ""])
    #expect(
      plain.prompts == [
        "Answer 1-3, < back, ? why, q quit: ", "Answer 1-10 [1], < back, ? why, q quit: ",
        "Answer 1-5 [1], < back, ? why, q quit: ", "1 read more, Enter go on, < back, q quit: ",
        "Answer 1-2, < back, ? why, q quit: ", "< back, Enter or q end: ",
      ])
    #expect(plain.transcript.contains("Seen: fastapi: imported, app/main.py:3"))
    // A hostile name breaks no line.
    var scan = FixtureScan.withCauses
    scan.evidence = [
      Evidence(
        question: "symptom", value: "slow", summary: "seen", place: Place(path: "x\ny\u{1B}.py", line: 3))
    ]
    #expect(run([], scan: scan).transcript.contains("Seen: slow: seen, x␊y␛.py:3\n"))
  }

  @Test func wordsAnswerToo() {
    #expect(run(["slow", "  fastapi "]).diagnosis.session.position == "blocker")
  }

  @Test func backWhyAndMore() {
    let plain = run(["<", "?", "2", "<", "2", "quart", "http", "1", "7", "x", "<", "q"])
    #expect(plain.transcript.contains("This is the first question."))
    #expect(plain.transcript.contains("A traceback names its own cause; slowness must be tracked."))
    #expect(plain.transcript.contains("If you don't know: Send one request"))
    #expect(plain.transcript.contains("Fix 1 · A thread"))
    #expect(plain.transcript.contains("Please press Enter, or type one of the signs above."))
    #expect(plain.diagnosis.session.position == "blocker")
    #expect(plain.diagnosis.session.value(of: "framework") == "quart")
  }

  @Test func nonsenseIsAnsweredKindly() {
    let plain = run(["", "99", "slwo", "0", "-1", "\u{1B}[2J\u{202E}", String(repeating: "x", count: 10_000)])
    #expect(plain.transcript.contains("Please type a number, or ? for help."))
    #expect(plain.transcript.contains("“99” is no answer to symptom"))
    #expect(plain.transcript.contains("(did you mean “slow”?)"))
    #expect(plain.diagnosis.session.position == "symptom")
    #expect(!plain.transcript.unicodeScalars.contains { $0 != "\n" && $0.needsVisibleForm(after: nil) })
  }

  @Test(arguments: [[], ["2"], ["2", ""], ["2", "", ""], ["2", "q"]]) func theInputMayEndAnywhere(
    _ input: [String]
  ) {
    #expect(run(input).diagnosis.session.answersOnPath.count == input.filter { $0 != "q" }.count)
  }

  @Test func codeHasNoBackticks() {
    #expect(run(["1", "?", "2"]).transcript.contains("RuntimeError: asyncio.run() cannot be called …"))
    #expect(!run(["2", "", "", "1"]).transcript.contains("`"))
  }
}

import Handbook
import Report
import Scan
import Testing
import Timeline

@testable import Wizard

/// Answers known beforehand: which counts, and what is said of those that are wrong.
@Suite struct AnswersTests {
  private let handbook = FixtureHandbook.handbook

  private func collect(flags: [String] = [], files: [(String, String)] = []) -> AnswerCollector {
    var collector = AnswerCollector(graph: handbook.graph)
    for flag in flags { collector.addFlag(flag) }
    for (name, text) in files { collector.addFile(Array(text.utf8), named: name) }
    return collector
  }

  private func run(_ collector: AnswerCollector, _ scan: ScanResult = FixtureScan.withCauses)
    -> AnswersDriver.Outcome
  {
    AnswersDriver.run(
      handbook: handbook, scan: scan, given: collector.answers, tool: Tool(name: "loopdoctor", version: "1"))
  }

  private func shown(_ outcome: AnswersDriver.Outcome) -> [String] {
    outcome.diagnosis.session.answersOnPath.map { "\($0.question)=\($0.value) \($0.provenance.word)" }
  }

  @Test func flagBeforeFileBeforeEvidenceBeforeDefault() {
    let flag = "framework=script"
    let file = ("f.yaml", "framework: quart\n")
    let other = ("g.yaml", "framework: sanic\nsymptom: slow\n")
    #expect(shown(run(collect(flags: [flag, "symptom=slow"], files: [file])))[1] == "framework=script flag")
    #expect(shown(run(collect(flags: ["symptom=slow"], files: [file, other])))[1] == "framework=quart file")
    #expect(shown(run(collect(flags: ["symptom=slow"])))[1] == "framework=fastapi evidence")
    #expect(shown(run(collect(flags: ["symptom=slow"]), FixtureScan.clean))[1] == "framework=unknown default")
    #expect(
      shown(run(collect(files: [other])))
        == ["symptom=slow file", "framework=sanic file", "blocker=http evidence"])
  }

  @Test func unknownIsLegalEverywhere() {
    for question in handbook.graph.questions {
      #expect(collect(flags: ["\(question.id)=unknown"]).problems == [])
    }
  }

  @Test func allProblemsAtOnce() {
    let collector = collect(
      flags: [
        "symptm=slow", "symptom=slo", "blocker", "framework=script", "framework=sanic", "=", "symptom=",
      ],
      files: [("f.yaml", "framework: flask\nblokcer: http\n")])
    let problems = collector.problems
    #expect(problems.count == 8)
    #expect(
      problems[0].hasPrefix(
        "there is no question “symptm” (did you mean “symptom”?); the questions are symptom, "))
    #expect(
      problems[1].hasPrefix(
        "“slo” is no answer to symptom (did you mean “slow”?); the answers are traceback, "))
    #expect(problems[2] == "“blocker” is no answer; write --answer ID=VALUE, for instance blocker=unknown")
    #expect(problems[3] == "framework is answered both script and sanic")
    #expect(problems[6].hasPrefix("f.yaml:1:1: “flask” is no answer to framework"))
    #expect(problems[7].hasPrefix("f.yaml:2:1: there is no question “blokcer” (did you mean “blocker”?)"))
  }

  @Test func aMissingAnswerStopsAndAnUnusedOneIsTold() {
    let outcome = run(collect(flags: ["message=nested-loop"]))
    #expect(outcome.missing?.id == "symptom")
    #expect(outcome.unused.map(\.question) == ["message"])
    #expect(run(collect(flags: ["symptom=traceback"])).missing == nil)
  }

  /// A cause that a person chose on the screen is the one that a replay finds again, although others are graver.
  @Test(arguments: ["2 enter enter", "2 enter j enter", "2 enter j j enter", "2 enter tab 3", "2 9 enter"])
  func aSavedSessionLeadsToTheSamePlace(_ keys: String) throws {
    let state = try WizardState.fixture().after(keys)
    let text = SessionFile(saving: state.session).text(tool: "t")
    let outcome = run(collect(files: [("s.yaml", text)]))
    #expect(outcome.diagnosis.session.answersOnPath == state.session.answersOnPath)
    #expect(outcome.diagnosis.outcome.id == state.session.position)
    #expect(SessionFile(saving: outcome.diagnosis.session).text(tool: "t") == text)
  }

  @Test func whatIsNoLongerSeenIsSeenAnew() throws {
    let state = try WizardState.fixture().after("2 enter enter")
    let text = SessionFile(saving: state.session).text(tool: "t")
    let outcome = run(collect(files: [("s.yaml", text)]), FixtureScan.clean)
    #expect(shown(outcome) == ["symptom=slow typed", "framework=unknown default", "blocker=none evidence"])
    #expect(outcome.unused.isEmpty)
  }
}

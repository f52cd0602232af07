import Testing
import Timeline

@testable import Wizard

/// Sessions as files: what is written can be read, and what cannot be read says where.
@Suite struct SessionFileTests {
  private let graph = FixtureHandbook.handbook.graph

  private func read(_ text: String, named name: String = "s.yaml") -> (session: SessionFile, faults: [String])
  {
    read(Array(text.utf8), named: name)
  }

  private func read(_ bytes: [UInt8], named name: String = "s.yaml") -> (
    session: SessionFile, faults: [String]
  ) {
    var reader = SessionReader(file: name, graph: graph)
    let (session, faults) = reader.read(bytes)
    return (session, faults.map(\.description))
  }

  @Test func aSavedSessionReadsBack() throws {
    var state = try WizardState.fixture().after("2 enter j enter")
    let file = SessionFile(saving: state.session)
    let (session, faults) = read(file.text(tool: "loopdoctor 1.0"))
    #expect(faults == [])
    #expect(session.answers.map(\.value) == ["slow", "fastapi", "http"])
    #expect(session.answers.map(\.provenance.word) == ["typed", "evidence", "evidence"])
    // Read and saved again, it is the same text.
    #expect(session.text(tool: "loopdoctor 1.0") == file.text(tool: "loopdoctor 1.0"))
    try state.press("b")
    #expect(SessionFile(saving: state.session).steps.count == 3)
  }

  @Test func anAnswerFromAFileKeepsItsFirstPlace() {
    let (first, _) = read("symptom: slow\n", named: "team: answers.yaml")
    #expect(first.answers.map(\.provenance) == [.file(Place(path: "team: answers.yaml", line: 1))])
    let (second, faults) = read(first.text(tool: "t"), named: "saved.yaml")
    #expect(faults == [])
    #expect(second.answers == first.answers)
  }

  @Test func everythingElseInAWalkthroughReadsBack() {
    let text = """
      title: "A: title"
      summary: words
      project: shop
      steps:
      - say: "Look: `open`"
      - pause: 3
      - expect: What do you see?
      - answer: {symptom: slow}
      - quiz: {ask: Which?, choices: [one, "two: 2"], right: 2, explain: Because.}
      """
    let (session, faults) = read(text)
    #expect(faults == [])
    #expect(session.title == "A: title" && session.project == "shop" && session.steps.count == 5)
    #expect(read(session.text(tool: "t")).session.steps.count == 5)
    #expect(read(session.text(tool: "t")).session.text(tool: "t") == session.text(tool: "t"))
  }

  /// Each kind of fault: one clear line with the place.
  static let malformed: [(text: String, faults: [String])] = [
    (
      "symptom: slwo",
      [
        "s.yaml:1:1: “slwo” is no answer to symptom (did you mean “slow”?); the answers are traceback, slow, unknown"
      ]
    ),
    (
      "# a\nsymptm: slow",
      [
        "s.yaml:2:1: there is no question “symptm” (did you mean “symptom”?); the questions are symptom, message, framework, blocker, verified"
      ]
    ),
    (
      "symptom: [slow]",
      [
        "s.yaml:1:10: expected text",
        "s.yaml:1:1: “” is no answer to symptom; the answers are traceback, slow, unknown",
      ]
    ),
    ("- symptom", ["s.yaml:1:1: expected `question: answer` lines or `steps:`"]),
    ("just text", ["s.yaml:1:1: expected `question: answer` lines or `steps:`"]),
    ("steps: 3", ["s.yaml:1:8: “steps” must be a list"]),
    ("steps: [3]", ["s.yaml:1:9: a step is one of answer, say, pause, expect, quiz"]),
    ("steps:\n- anser: {symptom: slow}", ["s.yaml:2:3: unknown key “anser”; did you mean “answer”?"]),
    ("steps:\n- answer: slow", ["s.yaml:2:11: write answer: {question: value}"]),
    ("steps:\n- pause: long", ["s.yaml:2:10: a pause is a number of seconds"]),
    ("steps:\n- pause: -1", ["s.yaml:2:10: a pause is a number of seconds"]),
    (
      "steps:\n- quiz: {ask: x}",
      ["s.yaml:2:9: a quiz has ask, choices, right (the number of the right one) and explain"]
    ),
    ("stps: []\nsteps: []", ["s.yaml:1:1: unknown key “stps”; did you mean “steps”?"]),
    ("session: 2\nsteps: []", ["s.yaml:1:10: this loopdoctor reads session format 1"]),
    (
      "steps:\n- answer: {symptom: slow}\n  provenance: tyed",
      ["s.yaml:3:15: “tyed” is no provenance; did you mean “typed”?"]
    ),
    ("symptom: slow\nsymptom: unknown", ["s.yaml:2:1: the key “symptom” stands here twice"]),
    ("symptom: &a slow", ["s.yaml:1:10: anchors"]), ("symptom: *a", ["s.yaml:1:10: "]), ("a: {", ["s.yaml:"]),
    ("\tsymptom: slow", ["s.yaml:1:1: "]), ("symptom: !!binary x", ["s.yaml:1:10: "]),
  ]

  @Test(arguments: malformed) func faults(_ text: String, _ expected: [String]) {
    let (_, faults) = read(text)
    #expect(faults.count == expected.count, "\(faults)")
    for (fault, start) in zip(faults, expected) {
      #expect(fault.hasPrefix(start), "\(fault)")
      #expect(fault.contains(/^s\.yaml:\d+:\d+: ./))
      #expect(!fault.contains("\n"))
    }
  }

  @Test func bytesThatAreNoText() {
    #expect(read([0xFF, 0xFE, 0x00]).faults.count == 1)
    #expect(read(Array("symptom: ".utf8) + [0xC3, 0x28]).faults.count == 1)
    #expect(read([]).faults == [])
    #expect(read(Array(repeating: UInt8(ascii: "["), count: 10_000)).faults.count == 1)
  }
}

import Report
import Terminal
import Testing
import Text

@testable import Wizard

extension LessonState {
  static let sample = """
    title: A lesson
    summary: What it is about.
    steps:
    - say: Look at `open`.
    - expect: What do you see?
    - pause: 4
    - answer: {symptom: slow}
    - expect: Minute 5 • The framework
    - say: Now a question.
    - quiz: {ask: Which?, choices: [one, "`two`"], right: 2, explain: Because., hints: [Not one., Count.]}
    - answer: {framework: fastapi}
    - keys: j k
    - chapter: The cure
    - answer: {blocker: http}
    - expect: Fix 2
    - answer: {verified: fixed}
    """

  /// A lesson on the fixture handbook.
  static func fixture(
    _ text: String = sample, columns: Int = 80, rows: Int = 24, isAutomatic: Bool = false,
    checks: Bool = true,
    texts: [String: String] = [:]
  ) throws -> LessonState {
    var reader = SessionReader(file: "w.yaml", graph: FixtureHandbook.handbook.graph)
    let (session, faults) = reader.read(Array(text.utf8))
    try #require(faults.isEmpty, "\(faults)")
    return LessonState(
      session, project: SampleProject(name: "sample", texts: texts), handbook: FixtureHandbook.handbook,
      look: .init(size: Size(columns: columns, rows: rows), theme: .colour, glyphs: .unicode),
      tool: Tool(name: "loopdoctor", version: "1.0"), isAutomatic: isAutomatic, checks: checks)
  }

  mutating func press(_ names: String) throws {
    for name in names.split(separator: " ") { update(.key(try #require(Key(name: String(name))))) }
  }

  var screen: String { canvas.plainText }
}

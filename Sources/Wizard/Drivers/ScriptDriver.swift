import Handbook
import Report
import Scan
import Text
import Timeline

/// Plays a walkthrough: narration, the questions with their answers, quizzes, all through the same engine.
public struct ScriptDriver {
  /// Where a walkthrough is played.
  public struct Stage {
    public let write: ([[Span]]) -> Void
    /// Waits for the person, or for so many seconds when nobody is there; false: stop playing.
    public let wait: (Int) -> Bool
    /// Asks a quiz of so many choices; the place of the one chosen, or nil when nobody answers.
    public let choose: (Int) -> Int?

    public init(
      write: @escaping ([[Span]]) -> Void, wait: @escaping (Int) -> Bool, choose: @escaping (Int) -> Int?
    ) {
      self.write = write
      self.wait = wait
      self.choose = choose
    }
  }

  /// Where a walkthrough no longer holds.
  public struct Fault: Error, Equatable, Sendable {
    /// 1-based place in the walkthrough's steps.
    public let step: Int
    public let message: String
  }

  private let walkthrough: SessionFile
  private let stage: Stage
  private let style: ReportStyle
  private let text: StepText
  private var session: Session
  /// The text of everything shown since the last answer, for `expect`.
  private var shown = ""

  public init(
    _ walkthrough: SessionFile, handbook: Handbook, style: ReportStyle, stage: Stage, tool: Tool
  ) {
    self.walkthrough = walkthrough
    self.stage = stage
    self.style = style
    let sources = handbook.sampleProjects[walkthrough.project] ?? [:]
    let scan = Scanner(handbook: handbook).scan(sources: sources)
    text = StepText(
      handbook: handbook, scan: scan, sources: SourceFiles(texts: sources), style: style, tool: tool)
    session = Session(graph: handbook.graph)
    session.replaceEvidence(with: scan.evidence)
  }

  /// Plays all steps.
  /// - Returns: the diagnosis they led to; it may stand anywhere when the person stopped.
  /// - Throws: `Fault` at the first step that does not fit.
  public mutating func play() throws(Fault) -> Diagnosis {
    show([[Span(walkthrough.title, style.theme[.title])]] + style.wrapped([Span(walkthrough.summary)]))
    // What leads in comes before the first question.
    let lead = walkthrough.steps.prefix { step in
      switch step {
      case .say, .pause: true
      case .answer, .expect, .quiz: false
      }
    }
    for (index, step) in lead.enumerated() {
      guard try perform(step, number: index + 1) else { return text.diagnosis(session) }
    }
    show(text.lines(session))
    for (index, step) in walkthrough.steps.enumerated().dropFirst(lead.count) {
      guard try perform(step, number: index + 1) else { break }
    }
    return text.diagnosis(session)
  }

  private mutating func show(_ lines: [[Span]]) {
    stage.write(lines)
    shown += lines.map { $0.text + "\n" }.joined()
  }

  private mutating func perform(_ step: SessionFile.Step, number: Int) throws(Fault) -> Bool {
    switch step {
    case .say(let words):
      show([[]] + style.wrapped(style.theme.spans("  " + words, style.theme[.emphasis]), hanging: 2))
    case .pause(let seconds):
      return stage.wait(seconds)
    case .expect(let words):
      // A narrow screen may break the words anywhere.
      guard Self.joined(shown).contains(Self.joined(words)) else {
        throw Fault(step: number, message: "“\(words)” is not on the screen")
      }
    case .answer(let answer):
      try take(answer, number: number)
    case .quiz(let quiz):
      ask(quiz)
    }
    return true
  }

  private mutating func take(_ answer: Answer, number: Int) throws(Fault) {
    while session.step.page != nil, !session.isAtEnd { session.goOn() }
    guard let question = session.step.question, question.id == answer.question else {
      throw Fault(
        step: number, message: "the timeline does not ask \(answer.question) here but \(session.step.id)")
    }
    do throws(AnswerFault) {
      try session.answer(answer.value, provenance: .typed)
    } catch {
      throw Fault(step: number, message: error.message)
    }
    let label = question.choices.first { $0.value == answer.value }?.label ?? answer.value
    shown = ""
    show([[], [Span("\(style.glyphs.arrowRight) \(label)", style.theme[.success])]])
    show(text.lines(session))
  }

  private mutating func ask(_ quiz: SessionFile.Quiz) {
    var lines: [[Span]] = [[]] + style.wrapped(style.theme.spans(quiz.prompt, style.theme[.strong]))
    for (index, choice) in quiz.choices.enumerated() {
      lines += style.wrapped(
        [Span("  \(index + 1). ", style.theme[.key])] + style.theme.spans(choice), hanging: 5)
    }
    show(lines)
    let right = "\(quiz.right + 1). \(style.theme.spans(quiz.choices[quiz.right]).text)"
    let verdict =
      switch stage.choose(quiz.choices.count) {
      case quiz.right: Span("Right: \(right)", style.theme[.success])
      case nil: Span("It is \(right)", style.theme[.note])
      case .some: Span("No, it is \(right)", style.theme[.warning])
      }
    show(style.wrapped([verdict]) + style.wrapped(style.theme.spans(quiz.explanation), indent: 2))
  }

  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

import Handbook
import Report
import Scan
import Text
import Timeline

/// Plays a lesson as text that is only ever appended: for screen readers, dumb terminals and pipes.
public struct ScriptDriver {
  /// Where a lesson is played.
  public struct Stage {
    public let write: ([[Span]]) -> Void
    /// Shows a prompt and gives the line typed; nil when nobody is there any more.
    public let ask: (String) -> String?
    /// Waits so many milliseconds, where the lesson goes on by itself.
    public let wait: (Int) -> Void
    /// Whether somebody is there to be asked.
    public let isAttended: Bool

    public init(
      isAttended: Bool, write: @escaping ([[Span]]) -> Void, ask: @escaping (String) -> String?,
      wait: @escaping (Int) -> Void
    ) {
      self.isAttended = isAttended
      self.write = write
      self.ask = ask
      self.wait = wait
    }
  }

  private var state: LessonState
  private let stage: Stage
  private let style: ReportStyle
  private let tool: Tool
  /// The step of the timeline that was shown last.
  private var shown = ""

  /// - Parameter state: a lesson at its beginning.
  public init(_ state: LessonState, style: ReportStyle, stage: Stage, tool: Tool) {
    self.state = state
    self.style = style
    self.stage = stage
    self.tool = tool
  }

  /// Plays all of it, or until the person leaves.
  /// - Throws: `LessonFault` at the first step that does not fit.
  public mutating func play() throws(LessonFault) {
    stage.write(
      [[Span(state.lesson.title, style.theme[.title])]] + style.wrapped([Span(state.lesson.summary)]))
    var isNew = true
    while !state.isAtEnd {
      if isNew { try showBeat() }
      switch stop() {
      case .on: isNew = state.goOn()
      case .to(let beat):
        isNew = beat != state.place
        shown = ""
        state.go(to: beat)
      case .again: isNew = false
      case .leave: return
      }
    }
    if let fault = state.fault { throw fault }
  }

  // MARK: A beat

  private mutating func showBeat() throws(LessonFault) {
    state.complete()
    if let fault = state.fault, !stage.isAttended { throw fault }
    let beat = state.beat
    if let chapter = beat.chapter { stage.write([[], [Span("# \(chapter)", style.theme[.heading])]]) }
    var acts = false
    for step in state.lesson.steps[beat.steps] {
      switch step {
      case .answer(let answer): showAnswer(answer)
      case .keys(let keys): note("Keys: " + keys.map { $0.shown(style.glyphs) }.joined(separator: " "))
      case .paste(let text): note("Pasted: \(text)")
      case .edit(let edit): note("\(edit.file): `\(edit.old)` becomes `\(edit.new)`")
      case .expect, .quiz: break
      case .say, .pause, .chapter: continue
      }
      acts = true
    }
    // What leads in comes before the first question.
    if acts { showScreen(beat) }
    switch beat.card {
    case .say(let words):
      stage.write([[]] + style.wrapped(style.theme.spans("  " + words, style.theme[.emphasis]), hanging: 2))
    case .quiz(let asked): stage.write([[]] + state.quizLines(asked, style))
    case nil: break
    }
  }

  private func note(_ text: String) {
    stage.write(
      [[]]
        + style.wrapped(
          [Span("\(style.glyphs.arrowRight) ")] + style.theme.spans(text, style.theme[.success]), hanging: 2))
  }

  private func showAnswer(_ answer: Answer) {
    let choices = state.stage.wizard.session.graph.question(answer.question)?.choices ?? []
    note(choices.first { $0.value == answer.value }?.label ?? answer.value)
  }

  /// The step of the timeline in full when it is another one, otherwise what the keys brought onto the screen.
  private mutating func showScreen(_ beat: Beat) {
    let wizard = state.stage.wizard
    let isTyped = state.lesson.steps[beat.steps].contains { step in
      switch step {
      case .keys, .paste, .edit: true
      default: false
      }
    }
    guard wizard.session.position != shown else {
      if isTyped { showRows(wizard) }
      return
    }
    shown = wizard.session.position
    guard !isTyped else { return showRows(wizard) }
    let text = StepText(
      handbook: wizard.handbook, scan: wizard.scan ?? ScanResult(root: "."),
      sources: state.stage.project.sources,
      style: style, tool: tool)
    stage.write(text.lines(wizard.session))
  }

  private func showRows(_ wizard: WizardState) {
    let rows = wizard.canvas.plainText.split(separator: "\n")
    stage.write(
      [[]] + rows.map { [Span("\(style.glyphs.vertical) ", style.theme[.border]), Span(String($0))] })
  }

  // MARK: Between beats

  private enum Move {
    case on, again, leave
    case to(Int)
  }

  private mutating func stop() -> Move {
    guard !state.isAutomatic, stage.isAttended else {
      if state.isAutomatic { stage.wait(state.wait ?? 0) }
      if case .quiz(let asked) = state.beat.card {
        stage.write(state.verdictLines(asked, chosen: -1, style))
        if state.isAutomatic {
          stage.wait(Beat.readingTime(characters: asked.explanation.count) * 100 / state.speed)
        }
      }
      return .on
    }
    if case .quiz(let asked) = state.beat.card, state.quiz.chosen == nil { return askQuiz(asked) }
    return move(
      stage.ask("\nEnter to go on, < back\(state.chapters.isEmpty ? "" : ", c chapters"), q to leave: "))
  }

  private mutating func askQuiz(_ asked: SessionFile.Quiz) -> Move {
    let hint =
      state.quiz.hints < asked.hints.count ? ", ? hint \(state.quiz.hints + 1) of \(asked.hints.count)" : ""
    let line = stage.ask("Your answer, 1-\(asked.choices.count)\(hint), Enter tells it, < back, q to leave: ")
    let word = line?.filter { !$0.isWhitespace }
    if word == "?" {
      guard state.quiz.hints < asked.hints.count else { return .again }
      state.giveHint()
      let number = state.quiz.hints
      stage.write(
        style.wrapped(
          [Span("Hint \(number) of \(asked.hints.count): ", style.theme[.label])]
            + style.theme.spans(asked.hints[number - 1]), hanging: 2))
      return .again
    }
    let number = word.flatMap { Int($0) }
    guard word == "" || number.map({ (1...asked.choices.count).contains($0) }) == true else {
      return line == nil || word == "q" || word == "<" || word == "c" ? move(line) : .again
    }
    state.answerQuiz(number.map { $0 - 1 })
    stage.write(state.verdictLines(asked, chosen: state.quiz.chosen ?? -1, style))
    return .again
  }

  private mutating func move(_ line: String?) -> Move {
    switch line?.filter({ !$0.isWhitespace }) {
    case nil, "q": return .leave
    case "<", "b": return .to(max(0, state.place - 1))
    case "c" where !state.chapters.isEmpty:
      let chapters = state.chapters
      stage.write(
        chapters.enumerated().map { [Span("  \($0 + 1). ", style.theme[.key]), Span($1.title)] })
      guard let number = stage.ask("Jump to 1-\(chapters.count): ").flatMap({ Int($0) }),
        chapters.indices.contains(number - 1)
      else { return .again }
      return .to(chapters[number - 1].beat)
    default: return .on
    }
  }
}

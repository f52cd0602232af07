import Terminal
import Timeline

/// Turns what happens in a live session into the steps of a lesson.
public struct SessionRecorder {
  /// Longer ones were no pauses for thought.
  private static let longestPause = 10

  private var steps: [SessionFile.Step] = []
  /// Keys that are not a step yet.
  private var keys: [Key] = []
  /// Whether `keys` only moved the selection among the answers of one question.
  private var onlyMoved = true
  private var lastTime: Int?

  public init() {}

  /// Takes an event, with the wizard before and after it.
  public mutating func take(_ event: WizardEvent, before: WizardState, after: WizardState, milliseconds: Int)
  {
    switch event {
    case .key(let key):
      pause(until: milliseconds)
      take(key, before, after)
    case .paste(let text):
      pause(until: milliseconds)
      finishKeys()
      steps.append(.paste(text))
    default: return
    }
    lastTime = milliseconds
  }

  private mutating func take(_ key: Key, _ before: WizardState, _ after: WizardState) {
    let command = KeyBinding.command(for: key, in: before.context)
    // How somebody leaves is no part of a lesson.
    if [.quit, .leave, .interrupt, .suspend, .redraw].contains(command) { return }
    let question = before.session.step.question
    if before.context == .question, let question, before.session.position != after.session.position,
      let answer = after.session.answers[question.id], command == .choose || command == nil
    {
      // Which keys led to it depends on the height of the screen; what they chose does not.
      if !onlyMoved { finishKeys() }
      keys = []
      onlyMoved = true
      steps.append(.answer(Answer(question: question.id, value: answer.value, provenance: .typed)))
      return expectStep(after)
    }
    let moves: [KeyBinding.Command?] = [.up, .down, .pageUp, .pageDown, .top, .bottom]
    onlyMoved = (keys.isEmpty || onlyMoved) && before.context == .question && moves.contains(command)
    // What is typed into a prompt is one step.
    if before.isTyping != after.isTyping, !before.isTyping { finishKeys() }
    keys.append(key)
    if before.isTyping != after.isTyping { finishKeys() }
    if before.session.position != after.session.position {
      finishKeys()
      expectStep(after)
    }
  }

  private mutating func expectStep(_ wizard: WizardState) { steps.append(.expect(wizard.session.step.title)) }

  private mutating func finishKeys() {
    if !keys.isEmpty { steps.append(.keys(keys)) }
    keys = []
    onlyMoved = true
  }

  private mutating func pause(until time: Int) {
    guard let lastTime else { return }
    let seconds = min(Self.longestPause, (time - lastTime + 500) / 1000)
    guard seconds >= 2 else { return }
    // A pause between moving and choosing would tear the answer apart.
    if keys.isEmpty || !onlyMoved {
      finishKeys()
      steps.append(.pause(seconds))
    }
  }

  /// The lesson so far.
  public func lesson(title: String, project: String) -> SessionFile {
    var copy = self
    if !copy.onlyMoved || copy.keys.count > 0 { copy.finishKeys() }
    var lesson = SessionFile(steps: copy.steps)
    lesson.title = title
    lesson.summary = "Recorded; add `say:` and `quiz:` steps."
    lesson.project = project
    return lesson
  }
}

extension WizardState {
  fileprivate var isTyping: Bool { context == .prompt || context == .pasteBox }
}

import Terminal
import Text
import Timeline

/// A beat of a lesson as it stands on a page.
struct Scene {
  /// What was done, in words, with code between backticks.
  let actions: [String]
  /// The wizard's screen afterwards; nil when it is the one before.
  let screen: Canvas?
  let beat: Beat

  /// - Parameter lesson: at its beginning.
  /// - Throws: `LessonFault` when it does not hold.
  static func all(of lesson: LessonState) throws(LessonFault) -> [Scene] {
    var state = lesson
    var scenes: [Scene] = []
    var shown = Canvas(width: 0, height: 0)
    while !state.isAtEnd {
      state.complete()
      let steps = state.lesson.steps[state.beat.steps]
      let acts = steps.contains { step in
        switch step {
        case .say, .pause, .chapter: false
        default: true
        }
      }
      let canvas = state.stage.wizard.canvas
      // What leads in comes before the first screen.
      let isNew = acts && canvas != shown
      if isNew { shown = canvas }
      scenes.append(
        Scene(
          actions: steps.compactMap { action($0, state.stage.wizard) }, screen: isNew ? canvas : nil,
          beat: state.beat))
      state.goOn()
    }
    if let fault = state.fault { throw fault }
    return scenes
  }

  private static func action(_ step: SessionFile.Step, _ wizard: WizardState) -> String? {
    switch step {
    case .answer(let answer):
      let choices = wizard.session.graph.question(answer.question)?.choices ?? []
      return "Answer: " + (choices.first { $0.value == answer.value }?.label ?? answer.value)
    case .keys(let keys): return "Keys: " + keys.map { "`\($0.shown(.unicode))`" }.joined(separator: " ")
    case .paste(let text): return "Pasted: \(text)"
    case .edit(let edit): return "In \(edit.file), `\(edit.old)` becomes `\(edit.new)`"
    default: return nil
    }
  }
}

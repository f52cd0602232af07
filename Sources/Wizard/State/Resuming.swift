import Report
import Scan
import Timeline

/// Leaving a session and taking it up again.
extension WizardState {
  /// Asks whether to go on with a session that was left, unless there is nothing of it to go on with.
  public mutating func offer(_ session: SessionFile) {
    if session.bookmark != nil { offered = session }
  }

  /// What is kept when the wizard is left now; nil when nothing of it is the person's.
  public var kept: SessionFile? {
    let answers = session.way.compactMap { $0.question.flatMap { session.answers[$0.id] } }
    let aside = causeList.keptMarks
    guard offered == nil, !answers.isEmpty || !aside.isEmpty else { return nil }
    var file = SessionFile(steps: answers.map { .answer($0) })
    let treated =
      session.step.page == nil || session.isAtEnd ? nil : causeInQuestion.map { CauseIdentity($0) }
    file.bookmark = SessionFile.Bookmark(
      position: session.position, cause: treated ?? resumedCause, aside: aside)
    return file
  }

  /// Takes the first of what is offered, going on, or the second, starting anew.
  mutating func choose(kept index: Int) -> [WizardEffect] {
    guard let file = offered, index < 2 else {
      notice = "There is no choice \(index + 1) here"
      return []
    }
    offered = nil
    if index == 0 { takeUp(file) }
    return []
  }

  private mutating func takeUp(_ file: SessionFile) {
    guard let bookmark = file.bookmark else { return }
    session = Session(graph: session.graph, answers: file.answers, at: bookmark.position)
    causeList.restore(bookmark.aside)
    judge()
    resumedCause = bookmark.cause
    takeUpTreatment()
  }

  /// Once there is a scan, what was under treatment is looked for in it.
  mutating func takeUpTreatment() {
    guard scan != nil, let cause = resumedCause else { return }
    resumedCause = nil
    let now = CauseMatching(from: [cause], to: causeList.found.identities).later[cause.rootCause]
    chosenCause = now?.rootCause ?? cause.rootCause
    if now == nil { notice = "\(cause.call) in \(cause.path) is no longer found" }
    treatment = Treatment(before: causeList, treated: chosenCause)
  }
}

extension Session {
  /// A session that stands where another one was left.
  init(graph: Graph, answers: [Answer], at position: String) {
    self.init(graph: graph)
    let known = Dictionary(answers.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    // At most once through every step: the timeline has no way back.
    for _ in graph.steps {
      if let question = step.question {
        guard let answer = known[question.id],
          (try? self.answer(answer.value, provenance: answer.provenance)) != nil
        else { break }
      } else if !goOn() {
        break
      }
    }
    jump(to: position)
  }
}

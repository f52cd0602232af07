import Report
import Text
import Timeline

/// What was left in this project, and whether to go on with it.
extension WizardState {
  var resumingDocument: Document {
    var document = Document()
    guard let offered, let bookmark = offered.bookmark else { return document }
    let style = style
    let left = Session(graph: session.graph, answers: offered.answers, at: bookmark.position)
    document.append(
      style.wrapped([
        Span("You left this project at minute \(left.step.minute): \(left.step.title).", theme[.strong])
      ]))
    if !isSmall { document.appendLine([]) }
    document.appendItem(choice(1, "Go on there", "with the answers that you gave"))
    document.appendItem(choice(2, "Start anew", "what is kept goes once you answer something else"))
    document.appendLine([])
    for (unit, lines) in answerParts(of: left) { document.append(lines, unit: unit) }
    if !bookmark.aside.isEmpty {
      document.append(
        style.wrapped([Span("  \(counted(bookmark.aside.count, "cause")) marked as not the cause")]))
    }
    if let cause = bookmark.cause {
      let place = cause.rootCause.split(separator: ":").dropLast().joined(separator: ":")
      let shown = [
        Span("  Under treatment: "), Span(cause.call, theme[.strong]), Span("  \(place)", theme[.link]),
      ]
      document.append(
        style.wrapped(
          shown.map { Span(visible($0.text), $0.style) }, hanging: 4))
    }
    return document
  }

  private func choice(_ number: Int, _ label: String, _ sign: String) -> [[Span]] {
    style.wrapped(
      [Span("  \(number)   "), Span(label, theme[.label]), Span("  " + sign, theme[.hint])], hanging: 6)
  }

  /// The answers on the way of a session, each with where it came from.
  func answerParts(of session: Session) -> [Part] {
    session.path.compactMap { step in
      guard let question = step.question, let answer = session.answers[question.id] else { return nil }
      let label = question.choices.first { $0.value == answer.value }?.label ?? answer.value
      let from = answer.provenance.place.map { "  \($0)" } ?? ""
      return (
        "summary \(question.id)",
        style.wrapped(
          [
            Span("  \(String(step.minute).paddedAtStart(to: 2))  ", theme[.hint]), Span("\(step.title): "),
          ] + theme.spans(label, theme[.label])
            + [Span(visible(from), theme[.link])], hanging: 6)
      )
    }
  }
}

import Handbook
import Report
import Scan
import Text
import Timeline

/// What each view shows, as lines; how much of it is in sight is the viewport's matter.
extension WizardState {
  /// The text of the current view.
  var document: Document {
    if showsHelp { return helpDocument }
    if let question = session.step.question {
      return showsCauses ? causesDocument : questionDocument(question)
    }
    return pageDocument
  }

  var style: ReportStyle { ReportStyle(theme: theme, glyphs: glyphs, width: bodyWidth) }

  // MARK: A question

  private func questionDocument(_ question: Question) -> Document {
    var document = Document()
    let style = style
    let why = style.wrapped(theme.spans(question.why))
    document.append(style.wrapped(theme.spans(question.prompt, theme[.strong])))
    // Where there is little room, the answers come before the reasons.
    if !isSmall { document.append(why) }
    document.append(seen(question))
    if !isSmall { document.appendLine([]) }
    let answered = session.answers[question.id]?.value
    for (index, choice) in question.choices.enumerated() {
      let mark = choice.value == answered ? String(glyphs.check) : " "
      let number = index < 9 ? "\(index + 1)" : " "
      document.appendItem(
        style.wrapped([Span("  \(number) \(mark) ")] + theme.spans(choice.label, theme[.label]), hanging: 6)
          + style.wrapped(theme.spans(choice.sign, theme[.hint]), indent: 6))
    }
    document.appendLine([])
    if isSmall { document.append(why) }
    document.append(
      style.wrapped([Span("If you don't know: ", theme[.label])] + theme.spans(question.findOut)))
    return document
  }

  /// What speaks for an answer, or why nothing does yet.
  private func seen(_ question: Question) -> [[Span]] {
    let style = style
    if question.id == "blocker", scan == nil {
      guard let scanFailure else { return [[Span("The scan is still running", theme[.note])]] }
      return style.wrapped([Span("The scan failed: \(scanFailure); r scans again", theme[.warning])])
    }
    return session.evidence(for: question.id).prefix(2).flatMap { evidence -> [[Span]] in
      let label = question.choices.first { $0.value == evidence.value }?.label ?? evidence.value
      let place = evidence.place.map { ", \($0)" } ?? ""
      return style.wrapped([Span("Seen: \(label): \(evidence.summary)\(place)", theme[.note])], hanging: 6)
    }
  }

  // MARK: A page

  private var pageDocument: Document {
    var document = Document()
    let ids = articleIDs
    if ids.count > 1 { document.append(tabs(ids)) }
    if let cause = causeInQuestion, session.step.minute == 12 { document.append(ownCode(cause)) }
    if ids.indices.contains(openArticle), let article = handbook.article(ids[openArticle]) {
      let (tailored, leftOut) = article.tailored(to: diagnosis.facts)
      document.append(style.articles.lines(of: tailored, leftOut: leftOut))
    }
    return document
  }

  private func tabs(_ ids: [String]) -> [[Span]] {
    var spans: [Span] = []
    for (index, id) in ids.enumerated() {
      if index > 0 { spans.append(Span("  ")) }
      spans.append(index == openArticle ? Span("[\(id)]", theme[.strong]) : Span(id, theme[.hint]))
    }
    return style.wrapped(spans) + [[]]
  }

  /// The person's own lines, above the article that mends them.
  private func ownCode(_ cause: RootCause) -> [[Span]] {
    let style = style
    let finding = cause.nearest
    let place = Place(path: finding.cause.path, line: finding.cause.line)
    var heading = [Span("Your code", theme[.heading]), Span("  \(place)", theme[.link])]
    if finding.chain.count > 1 { heading.append(Span("  " + way(to: finding), theme[.hint])) }
    return style.wrapped(heading, hanging: 2)
      + excerpt(at: place, width: bodyWidth, radius: bodyHeight < 14 ? 1 : 3)
      + style.wrapped([Span("instead: ", theme[.label]), Span(finding.replacement)], hanging: 9) + [[]]
  }

  // MARK: Help

  private var helpDocument: Document {
    var document = Document()
    if isSmall { document.append([[Span("Keys", theme[.title])], []]) }
    let titles: [(KeyBinding.Context, String)] = [
      (.question, "At a question"), (.causes, "At the causes"), (.page, "Reading"), (.help, "In this list"),
    ]
    for (context, title) in titles {
      document.appendLine([Span(title, theme[.heading])])
      if context == .question { document.append(helpLine("1-9", "take the answer of this number")) }
      for binding in KeyBinding.bindings(in: context) {
        document.append(helpLine(binding.keys.map { $0.shown(glyphs) }.joined(separator: ", "), binding.help))
      }
      document.appendLine([])
    }
    return document
  }

  private func helpLine(_ keys: String, _ help: String) -> [[Span]] {
    let column = min(24, bodyWidth / 3)
    return style.wrapped(
      [Span("  " + keys.padded(to: column) + " ", theme[.key]), Span(help)], hanging: column + 3)
  }
}

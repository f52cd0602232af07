import Handbook
import Report
import Scan
import Text
import Timeline

/// What each view shows, as lines; how much of it is in sight is the viewport's matter.
extension WizardState {
  /// The text of the current view.
  var document: Document {
    switch view {
    case .help: helpDocument
    case .pasteBox: pasteBoxDocument
    case .pasted: pastedDocument
    case .page: pageDocument
    case .causes: causesDocument
    case .hits: hitsDocument
    case .resuming: resumingDocument
    default: session.step.question.map { questionDocument($0) } ?? Document()
    }
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
    if followsFix { document.append(recheckLines(longest: isSmall ? 1 : max(4, bodyHeight / 2 - 4))) }
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
    if question.id == session.graph[session.graph.start]?.question?.id {
      document.append(
        style.wrapped([
          Span("If you have a traceback or a log: ", theme[.label]),
          Span("paste it here, or press p and then paste it."),
        ]))
    }
    return document
  }

  /// What speaks for an answer, or why nothing does yet.
  private func seen(_ question: Question) -> [[Span]] {
    let style = style
    if question.id == "blocker", scan == nil {
      guard let scanFailure else { return [[Span("The scan is still running", theme[.note])]] }
      return style.wrapped([Span("The scan failed: \(visible(scanFailure)); r scans again", theme[.warning])])
    }
    return session.evidence(for: question.id).prefix(2).flatMap { evidence -> [[Span]] in
      let label = question.choices.first { $0.value == evidence.value }?.label ?? evidence.value
      let place = evidence.place.map { ", \($0)" } ?? ""
      let seen = visible("Seen: \(label): \(evidence.summary)\(place)")
      return style.wrapped([Span(seen, theme[.note])], hanging: 6)
    }
  }

  // MARK: A page

  private var pageDocument: Document {
    var document = Document()
    if session.isAtEnd { append(summaryParts, to: &document) }
    let ids = articleIDs
    if ids.count > 1 { document.append(tabs(ids), unit: "tabs") }
    if let cause = causeInQuestion, session.step.minute == 12 { append(ownCode(cause), to: &document) }
    if ids.indices.contains(openArticle), let article = handbook.article(ids[openArticle]) {
      appendArticle(article, to: &document)
    }
    return document
  }

  /// A part of a text with the name by which it is found again in another layout.
  typealias Part = (unit: String, lines: [[Span]])

  func append(_ parts: [Part], to document: inout Document) {
    for part in parts { document.append(part.lines, unit: part.unit) }
  }

  private func appendArticle(_ article: Article, to document: inout Document) {
    let (tailored, leftOut) = article.tailored(to: projectFacts)
    var part = 0
    for line in style.articles.laidOut(tailored, leftOut: leftOut) {
      if line.beginsPart { part += 1 }
      if let sample = line.sample { document.appendSample(sample) }
      document.append([line.spans], unit: "article \(part)")
    }
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
  private func ownCode(_ cause: RootCause) -> [Part] {
    let style = style
    let finding = cause.nearest
    let place = cause.placeOfCall
    var heading = [Span("Your code", theme[.heading]), Span("  " + visible("\(place)"), theme[.link])]
    if finding.chain.count > 1 { heading.append(Span("  " + way(to: finding), theme[.hint])) }
    let code = numberedExcerpt(
      at: place, column: finding.cause.column, width: bodyWidth, radius: bodyHeight < 14 ? 1 : 3)
    return [("own", style.wrapped(heading, hanging: 2))] + code.map { ("own \($0.number)", [$0.line]) }
      + [
        (
          "instead",
          style.wrapped([Span("instead: ", theme[.label]), Span(visible(finding.replacement))], hanging: 9)
            + [[]]
        )
      ]
  }

  // MARK: What was pasted

  private var pasteBoxDocument: Document {
    var document = Document()
    document.append(
      style.wrapped([
        Span("Paste or type a traceback or some lines of a log, then press "), Span("^D", theme[.key]),
        Span("."),
      ]) + [[]])
    // What was typed last stays in sight.
    let lines = (pasted?.text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let room = max(1, bodyHeight - document.lineCount)
    for line in lines.suffix(room) {
      let shown = line.suffix(2000).description.sanitized(ascii: !glyphs.isUnicode)
      document.appendLine([Span(shown.truncated(to: bodyWidth, at: .start, ellipsis: glyphs.ellipsis))])
    }
    return document
  }

  private var pastedDocument: Document {
    var document = Document()
    guard let pasted else { return document }
    let count = counted(pasted.text.split(whereSeparator: \.isNewline).count, "line")
    guard let messages = pasted.messages else {
      document.append([[Span("Looking through \(count)", theme[.progress])]])
      return document
    }
    guard let current = pasted.current else {
      let last = pasted.text.split(whereSeparator: \.isNewline).last.map { String($0.prefix(500)) } ?? ""
      document.append(
        style.wrapped([Span("Nothing in these \(count) is known here.", theme[.strong])]), unit: "none")
      if !last.isEmpty {
        document.append(
          style.wrapped([
            Span("The last one: ", theme[.label]), Span(last.sanitized(ascii: !glyphs.isUnicode)),
          ]),
          unit: "last")
      }
      document.append(
        [[]]
          + style.wrapped([
            Span(
              "Messages about the event loop are, and warnings that a task “took … seconds”. Take the whole text, "
                + "with its last line. Escape goes back to the questions.")
          ]), unit: "why")
      return document
    }
    let which = messages.count > 1 ? " (\(pasted.open + 1) of \(messages.count); tab shows the next)" : ""
    document.append(
      style.wrapped([Span("Recognised in \(count)\(which):", theme[.strong])]), unit: "recognised")
    document.append(
      style.wrapped(
        [
          Span("\(glyphs.vertical) ", theme[.border]),
          Span(current.line.sanitized(ascii: !glyphs.isUnicode), theme[.culprit]),
        ], hanging: 2), unit: "line")
    for (question, value) in answers(of: current.message) {
      let choice = question.choices.first { $0.value == value }
      document.append(
        style.wrapped(
          [Span("  \(question.prompt) ", theme[.hint]), Span(choice?.label ?? value, theme[.label])],
          hanging: 4), unit: "answer \(question.id)")
    }
    document.append(
      style.wrapped([Span("enter", theme[.key]), Span(" answers so and goes on from there.")]) + [[]],
      unit: "take")
    if let article = handbook.article(current.message.page) { appendArticle(article, to: &document) }
    return document
  }

  /// What a message answers, in the order of the timeline.
  private func answers(of message: KnownMessage) -> [(Question, String)] {
    session.graph.questions.compactMap { question in message.answers[question.id].map { (question, $0) } }
  }

  // MARK: Help

  private var helpDocument: Document {
    var document = Document()
    if isSmall { document.append([[Span("Keys", theme[.title])], []], unit: "title") }
    var state = self
    state.showsHelp = false
    // What holds where the person comes from stands first.
    for section in KeyTable(glyphs: glyphs, first: state.view).sections {
      let name = section.context.map { "\($0)" } ?? "anywhere"
      document.append([[Span(section.title, theme[.heading])]], unit: name)
      for (keys, help) in section.rows {
        document.append(KeyTable.line(keys, help, style), unit: "\(name) \(keys)")
      }
      document.append([[]], unit: "\(name) end")
    }
    return document
  }
}

extension KeyBinding.Context {
  /// The heading in the list of keys.
  var title: String {
    switch self {
    case .question: "At a question"
    case .causes: "At the causes"
    case .hits: "At all hits"
    case .page: "Reading"
    case .pasted: "At a pasted text"
    case .help: "In this list"
    case .resuming: "When a session was left"
    case .prompt: "Typing a line"
    case .pasteBox: "Typing a traceback or a log"
    case .copying: "Choosing what to copy"
    case .replacing: "When the file to save exists"
    case .leaving: "When something is not saved"
    }
  }
}

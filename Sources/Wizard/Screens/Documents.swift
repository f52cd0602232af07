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
    if let question = session.step.question { return showsCauses ? causesDocument : questionDocument(question) }
    return pageDocument
  }

  var style: ReportStyle { ReportStyle(theme: theme, glyphs: glyphs, width: bodyWidth) }

  // MARK: A question

  private func questionDocument(_ question: Question) -> Document {
    var document = Document()
    let style = style
    document.append(style.wrapped([Span(question.prompt, theme[.strong])]))
    document.append(style.wrapped([Span(question.why)]))
    document.append(seen(question))
    document.appendLine([])
    let answered = session.answers[question.id]?.value
    for (index, choice) in question.choices.enumerated() {
      let mark = choice.value == answered ? String(glyphs.check) : " "
      let number = index < 9 ? "\(index + 1)" : " "
      document.appendItem(
        style.wrapped([Span("  \(number) \(mark) "), Span(choice.label, theme[.label])], hanging: 6)
          + style.wrapped([Span(choice.sign, theme[.hint])], indent: 6))
    }
    document.appendLine([])
    document.append(style.wrapped([Span("If you don't know: ", theme[.label]), Span(question.findOut)]))
    return document
  }

  /// What speaks for an answer, or that the scan is still looking.
  private func seen(_ question: Question) -> [[Span]] {
    let style = style
    let lines = session.evidence(for: question.id).prefix(2).flatMap { evidence -> [[Span]] in
      let label = question.choices.first { $0.value == evidence.value }?.label ?? evidence.value
      let place = evidence.place.map { ", \($0)" } ?? ""
      return style.wrapped([Span("Seen: \(label): \(evidence.summary)\(place)", theme[.note])], hanging: 6)
    }
    if question.id == "blocker", scan == nil { return [[Span("The scan is still running", theme[.note])]] }
    return lines
  }

  // MARK: The causes

  private var causesDocument: Document {
    var document = Document()
    let reach = scan?.findings.count ?? 0
    document.append(
      style.wrapped([
        Span("Which call blocks the loop? ", theme[.strong]),
        Span("\(counted(causes.count, "cause")), reached at \(counted(reach, "place"))"),
      ]))
    document.appendLine([])
    let width = bodyWidth
    let callWidth = min(max(12, width / 3), causes.map { $0.nearest.call.displayWidth }.max() ?? 12)
    for cause in causes {
      let finding = cause.nearest
      let place = "\(finding.cause.path):\(finding.cause.line)"
      let reach = cause.reach > 1 ? " \(glyphs.bullet) \(counted(cause.reach, "coroutine"))" : ""
      let tail = " \(finding.confidence.rawValue)\(reach)"
      let room = max(8, width - 10 - callWidth - 2 - tail.displayWidth)
      document.appendItem([
        [
          Span("  "), Span(finding.severity.rawValue.padded(to: 8), theme[role(of: finding.severity)]),
          Span(finding.call.truncated(to: callWidth, at: .start, ellipsis: glyphs.ellipsis).padded(to: callWidth) + "  ", theme[.strong]),
          Span(place.truncated(to: room, at: .start, ellipsis: glyphs.ellipsis).padded(to: min(room, 44))),
          Span(tail, theme[.hint]),
        ]
      ])
    }
    return document
  }

  private func role(of severity: Severity) -> Theme.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .hint: .note
    }
  }

  /// The selected cause: the way down to it, the lines around it, and what to use instead.
  /// - Parameter rows: how many lines there is room for; the line itself is always among the first of them.
  func detail(of cause: RootCause, width: Int, rows: Int) -> [[Span]] {
    let style = ReportStyle(theme: theme, glyphs: glyphs, width: width)
    let finding = cause.nearest
    let arrow = " \(glyphs.arrowRight) "
    let way = finding.chain.map(\.function).joined(separator: arrow)
    var lines = style.wrapped([Span(finding.cause.path, theme[.link]), Span("  " + way, theme[.hint])], hanging: 2)
    lines = Array(lines.prefix(rows < 8 ? 1 : 3))
    lines += excerpt(
      at: Place(path: finding.cause.path, line: finding.cause.line), width: width, radius: rows < 8 ? rows > 3 ? 1 : 0 : 3)
    lines += style.wrapped([Span(finding.message)])
    lines += style.wrapped([Span("instead: ", theme[.label]), Span(finding.replacement)], hanging: 9)
    return lines
  }

  /// The lines of a file around a place, the line itself marked.
  /// - Parameter radius: how many lines before and after it, at most 3.
  func excerpt(at place: Place, width: Int, radius: Int) -> [[Span]] {
    let lines = (sources[place] ?? []).filter { abs($0.number - place.line) <= radius }
    let common = lines.filter { !$0.text.allSatisfy(\.isWhitespace) }.map { $0.text.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
    let gutter = String(lines.last?.number ?? 0).count
    return lines.map { line in
      let isPlace = line.number == place.line
      let pointer = isPlace ? String(glyphs.pointer) : " "
      let text = String(line.text.dropFirst(min(common, line.text.count))).sanitized(ascii: !glyphs.isUnicode)
      let code = CodeColors(theme: theme).lines(of: text).first ?? []
      let number = Span(
        "\(pointer) \(String(line.number).paddedAtStart(to: gutter)) \(glyphs.vertical) ", theme[isPlace ? .culprit : .hint])
      return ([number] + code).truncated(to: width, ellipsis: glyphs.ellipsis)
    }
  }

  // MARK: A page

  private var pageDocument: Document {
    guard let page = session.step.page else { return Document() }
    var document = Document()
    let ids = page.articles
    if ids.count > 1 { document.append(tabs(ids)) }
    if let cause = causeInQuestion, session.step.minute == 12 {
      document.appendLine([Span("Your code", theme[.heading]), Span("  \(cause.nearest.cause.path):\(cause.nearest.cause.line)", theme[.link])])
      document.append(excerpt(at: Place(path: cause.nearest.cause.path, line: cause.nearest.cause.line), width: bodyWidth,
          radius: bodyHeight < 14 ? 1 : 3))
      document.append(style.wrapped([Span("instead: ", theme[.label]), Span(cause.nearest.replacement)], hanging: 9))
      document.appendLine([])
    }
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

  // MARK: Help

  private var helpDocument: Document {
    var document = Document()
    document.append([[Span("Keys", theme[.title])], []])
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
    return style.wrapped([Span("  " + keys.padded(to: column) + " ", theme[.key]), Span(help)], hanging: column + 3)
  }
}

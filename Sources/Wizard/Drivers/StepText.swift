import Handbook
import Report
import Scan
import Text
import Timeline

/// A step of the timeline as plain lines, for the drivers that only append.
struct StepText {
  let handbook: Handbook
  var scan: ScanResult
  let sources: SourceFiles
  let style: ReportStyle
  let tool: Tool

  func lines(_ session: Session) -> [[Span]] {
    let step = session.step
    var lines: [[Span]] = [[], [Span("Minute \(step.minute): \(step.title)", style.theme[.title])]]
    if let question = step.question {
      if question.id == "blocker" {
        lines += [[]] + ScanText(style: style, root: scan.root, sources: sources).lines(scan) + [[]]
      }
      lines += self.lines(question, session)
    } else {
      lines += articles(session)
    }
    return lines
  }

  private func lines(_ question: Question, _ session: Session) -> [[Span]] {
    var lines = style.wrapped(style.theme.spans(question.prompt, style.theme[.strong]))
    for (index, choice) in question.choices.enumerated() {
      lines += style.wrapped(
        [Span("  \(index + 1). ", style.theme[.key])] + style.theme.spans(choice.label + ". ")
          + style.theme.spans(choice.sign, style.theme[.hint]),
        hanging: 5)
    }
    for evidence in session.evidence(for: question.id).prefix(3) {
      let place = evidence.place.map { ", \($0)" } ?? ""
      let seen = "Seen: \(evidence.value): \(evidence.summary)\(place)"
      lines += style.wrapped([Span(style.glyphs.visible(seen), style.theme[.note])])
    }
    return lines
  }

  /// The articles of the page at which a session stands, the most fitting first.
  func articleIDs(_ session: Session) -> [String] {
    Diagnosis.articles(of: session.step, for: diagnosis(session).cause)
  }

  func diagnosis(_ session: Session) -> Diagnosis {
    Diagnosis(session: session, scan: scan, handbook: handbook, tool: tool)
  }

  private func articles(_ session: Session) -> [[Span]] {
    let ids = articleIDs(session)
    guard let first = ids.first else { return [] }
    var lines: [[Span]] = [[]]
    if let cause = diagnosis(session).cause, !session.isAtEnd {
      lines += [[Span("Your code", style.theme[.heading])]]
      lines += ScanText(style: style, root: scan.root, sources: sources).lines(of: cause) + [[]]
    }
    lines += article(first, session)
    let others = ids.dropFirst().compactMap(handbook.article)
    if !others.isEmpty {
      lines += [[], [Span("More:", style.theme[.label])]]
      for (index, article) in others.enumerated() {
        lines += style.wrapped(
          [Span("  \(index + 1). ", style.theme[.key]), Span(article.heading)], hanging: 5)
      }
    }
    return lines
  }

  /// An article as it fits the project.
  func article(_ id: String, _ session: Session) -> [[Span]] {
    guard let article = handbook.article(id) else { return [] }
    let (tailored, leftOut) = article.tailored(to: diagnosis(session).facts)
    return style.articles.lines(of: tailored, leftOut: leftOut)
  }
}

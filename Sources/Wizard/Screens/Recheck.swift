import Report
import Scan
import Text
import Timeline

/// What became of the causes, and the summary at the end.
extension WizardState {
  /// What the scan after the fix found, in at most so many lines.
  func recheckLines(longest: Int) -> [[Span]] {
    guard let treatment else { return [] }
    let style = style
    if progress != nil { return [[Span("Scanning again", theme[.progress])]] }
    guard let outcome = treatment.outcome else { return [] }
    var lines = style.wrapped(counts(outcome), hanging: 2)
    let groups = [
      ("gone", outcome.gone, Theme.Role.success), ("new", outcome.new, .error),
      ("remains", outcome.remaining, .warning),
    ]
    let count = groups.reduce(0) { $0 + $1.1.count }
    let room = longest - lines.count
    guard room > 0 else { return lines }
    let listed = count > room ? room - 1 : count
    // No more than are shown: there may be a great many.
    lines += groups.lazy.flatMap { word, causes, role in causes.prefix(listed).map { (word, $0, role) } }
      .prefix(listed).map { word, cause, role in
        [
          Span("  \(word.padded(to: 8))", theme[role]), Span("\(cause.nearest.call)  "),
          Span(cause.place, theme[.link]),
        ]
        .map { Span(visible($0.text), $0.style) }
        .truncated(to: bodyWidth, ellipsis: glyphs.ellipsis)
      }
    if count > listed { lines.append([Span("  and \(grouped(count - listed)) more", theme[.hint])]) }
    return lines
  }

  private func counts(_ outcome: Treatment.Outcome) -> [Span] {
    let cured: [Span] =
      switch outcome.isCured {
      case true: [Span("The call you treated is gone", theme[.success]), Span(". ")]
      case false: [Span("The call you treated is still there", theme[.warning]), Span(". ")]
      case nil: [Span("Scanned again. ", theme[.label])]
      }
    return cured
      + [
        Span(
          "In all \(outcome.gone.count) gone, \(outcome.remaining.count) remain\(outcome.remaining.count == 1 ? "s" : ""), "
            + "\(outcome.new.count) new")
      ]
  }

  /// The end in short: the answers, and what became of the causes.
  var summaryParts: [Part] {
    let style = style
    var parts: [Part] = [("summary", [[Span("Summary", theme[.heading])]])]
    parts += answerParts(of: session)
    let recheck = recheckLines(longest: 8)
    if !recheck.isEmpty { parts.append(("recheck", recheck)) }
    if causeList.markedCount > 0 {
      let marked = "\(counted(causeList.markedCount, "cause")) marked as not the cause"
      parts.append(("marked", style.wrapped([Span(marked)])))
    }
    parts.append(
      (
        "save",
        style.wrapped([
          Span("w", theme[.key]),
          Span(" saves this as a report: Markdown, JSON, or the answers to play again."),
        ]) + [[]]
      ))
    return parts
  }
}

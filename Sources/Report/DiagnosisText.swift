import Handbook
import Scan
import Text
import Timeline

/// A diagnosis for people: how it came about, what blocks, and the fix for this project.
public struct DiagnosisText: Sendable {
  private let style: ReportStyle

  public init(style: ReportStyle) { self.style = style }

  public func lines(_ diagnosis: Diagnosis) -> [[Span]] {
    way(diagnosis) + causes(diagnosis) + outcome(diagnosis)
  }

  private func heading(_ text: String) -> [[Span]] { [[Span(text, style.theme[.heading])]] }

  /// The answers with where each came from.
  private func way(_ diagnosis: Diagnosis) -> [[Span]] {
    var lines = heading("The way")
    for step in diagnosis.session.path {
      guard let question = step.question, let answer = diagnosis.session.answers[question.id] else {
        continue
      }
      lines.append([
        Span("  minute " + String(step.minute).paddedAtStart(to: 2) + "  ", style.theme[.hint]),
        Span(question.id.padded(to: 15)), Span(answer.value.padded(to: 15), style.theme[.strong]),
        Span(described(answer.provenance), style.theme[.hint]),
      ])
    }
    return lines + [[]]
  }

  private func described(_ provenance: Provenance) -> String {
    switch provenance {
    case .evidence(let evidence):
      "seen: " + evidence.summary + (evidence.place.map { ", \($0)" } ?? "")
    case .file(let place): "file \(place)"
    default: provenance.word
    }
  }

  private func causes(_ diagnosis: Diagnosis) -> [[Span]] {
    let scan = diagnosis.scan
    let text = ScanText(style: style, root: scan.root)
    return heading("The scan") + text.lines(scan).map { $0.isEmpty ? [] : [Span("  ")] + $0 } + [[]]
  }

  private func outcome(_ diagnosis: Diagnosis) -> [[Span]] {
    let outcome = diagnosis.outcome
    var lines = heading("Minute \(outcome.minute) \(style.glyphs.bullet) \(outcome.title)")
    let articles = (outcome.page?.articles ?? []).compactMap(diagnosis.handbook.article)
    for article in articles.prefix(2) {
      lines += style.wrapped([Span(article.heading, style.theme[.title])], indent: 2)
      lines += style.wrapped([Span(article.summary)], indent: 2)
      // The first sample for this project says more than all prose.
      if let section = article.tailored(to: diagnosis.facts).article.sections.first {
        lines.append([])
        lines += style.articles.lines(of: section).map { $0.isEmpty ? [] : [Span("  ")] + $0 }
      } else {
        lines.append([])
      }
    }
    let more = diagnosis.fixes.filter { id in !articles.prefix(2).contains { $0.id == id } }
    lines += style.wrapped(
      [
        Span("Read in full: ", style.theme[.label]),
        Span(
          (articles.prefix(2).map(\.id) + more).map { "loopdoctor explain \($0)" }.joined(separator: ", ")),
      ],
      indent: 2, hanging: 2)
    return lines
  }
}

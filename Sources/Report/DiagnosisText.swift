import Handbook
import Scan
import Text
import Timeline

/// A diagnosis for people: how it came about, what blocks, and the fix for this project.
public struct DiagnosisText: Sendable {
  private let style: ReportStyle
  /// More causes than this would bury the fix.
  private static let causesShown = 5

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
    return heading("The scan") + text.lines(scan, first: diagnosis.cause, most: Self.causesShown).map { $0.isEmpty ? [] : [Span("  ")] + $0 } + [[]]
  }

  private func outcome(_ diagnosis: Diagnosis) -> [[Span]] {
    let outcome = diagnosis.outcome
    let ids = Diagnosis.articles(of: outcome, for: diagnosis.cause)
    let articles = ids.prefix(2).compactMap(diagnosis.handbook.article)
    var lines = heading("Minute \(outcome.minute) \(style.glyphs.bullet) \(outcome.title)")
    for article in articles {
      lines += style.wrapped([Span(article.heading, style.theme[.title])], indent: 2)
      lines += style.wrapped([Span(article.summary)], indent: 2) + [[]]
      lines += heart(of: article, for: diagnosis.facts).map { $0.isEmpty ? [] : [Span("  ")] + $0 }
    }
    let read = (ids + diagnosis.fixes.filter { !ids.contains($0) }).map { "loopdoctor explain \($0)" }
    guard !read.isEmpty else { return lines }
    return lines
      + style.wrapped([Span("Read in full: ", style.theme[.label]), Span(read.joined(separator: ", "))], indent: 2, hanging: 2)
  }

  /// The part of an article with its first sample, which says more than all prose, and the part made for this project.
  private func heart(of article: Article, for facts: ProjectFacts) -> [[Span]] {
    let tailored = article.tailored(to: facts).article
    let own = tailored.sections.first.flatMap { section in
      !section.conditions.isEmpty && section.conditions.allSatisfy { $0.holds(for: facts) == true } ? section : nil
    }
    let ownLines = own.map { style.articles.lines(of: $0) } ?? []
    if article.introduction.hasSample { return style.articles.lines(of: article.introduction, indent: 0) + ownLines }
    if own?.blocks.hasSample == true { return ownLines }
    let section = tailored.sections.first { $0.blocks.hasSample } ?? tailored.sections.first
    return ownLines + (section.map { style.articles.lines(of: $0) } ?? [])
  }
}

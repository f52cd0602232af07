import Handbook
import Scan
import Text
import Timeline

/// A diagnosis for people: how it came about, what blocks, and the fix for this project.
public struct DiagnosisText: Sendable {
  private let style: ReportStyle
  private let sources: SourceFiles?
  /// More causes than this would bury the fix.
  private static let causesShown = 5

  /// - Parameter sources: where to read the lines shown; nil: below the scan's root.
  public init(style: ReportStyle, sources: SourceFiles? = nil) {
    self.style = style
    self.sources = sources
  }

  public func lines(_ diagnosis: Diagnosis) -> [[Span]] {
    way(diagnosis) + causes(diagnosis) + outcome(diagnosis)
  }

  private func heading(_ text: String) -> [[Span]] { [[Span(text, style.theme[.heading])]] }

  /// The answers with where each came from.
  private func way(_ diagnosis: Diagnosis) -> [[Span]] {
    let answers = diagnosis.session.path.compactMap { step in
      step.question.flatMap { diagnosis.session.answers[$0.id] }.map { (step.minute, $0) }
    }
    let names = (answers.map(\.1.question.count).max() ?? 0) + 2
    let values = (answers.map(\.1.value.count).max() ?? 0) + 2
    var lines = heading("The way")
    for (minute, answer) in answers {
      lines += style.wrapped(
        [
          Span("minute " + String(minute).paddedAtStart(to: 2) + "  ", style.theme[.hint]),
          Span(answer.question.padded(to: names)),
          Span(answer.value.padded(to: values), style.theme[.strong]),
          Span(described(answer.provenance), style.theme[.hint]),
        ], indent: 2, hanging: 11)
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
    let text = ScanText(style: style.narrowed(by: 2), root: scan.root, sources: sources)
    let lines = text.lines(scan, first: diagnosis.cause, most: Self.causesShown)
    return heading("The scan") + indented(lines) + [[]]
  }

  private func indented(_ lines: [[Span]]) -> [[Span]] { lines.map { $0.isEmpty ? [] : [Span("  ")] + $0 } }

  private func outcome(_ diagnosis: Diagnosis) -> [[Span]] {
    let outcome = diagnosis.outcome
    let ids = Diagnosis.articles(of: outcome, for: diagnosis.cause)
    let articles = ids.prefix(2).compactMap(diagnosis.handbook.article)
    var lines = heading("Minute \(outcome.minute) \(style.glyphs.bullet) \(outcome.title)")
    for article in articles {
      lines += style.wrapped([Span(article.heading, style.theme[.title])], indent: 2)
      lines += style.wrapped([Span(article.summary)], indent: 2) + [[]]
      lines += indented(heart(of: article, for: diagnosis.facts))
    }
    let all = ids + diagnosis.fixes.filter { !ids.contains($0) }
    if let first = all.first {
      let others = all.count == 1 ? "" : ", and likewise " + all.dropFirst().joined(separator: ", ")
      lines += style.wrapped(
        [Span("Read in full: ", style.theme[.label]), Span("loopdoctor explain \(first)" + others)],
        indent: 2, hanging: 2)
    }
    return lines
  }

  /// The part of an article with its first sample, which says more than all prose, and the part made for this project.
  private func heart(of article: Article, for facts: ProjectFacts) -> [[Span]] {
    let tailored = article.tailored(to: facts).article
    let own = tailored.sections.first.flatMap { section in
      !section.conditions.isEmpty && section.conditions.allSatisfy { $0.holds(for: facts) == true }
        ? section : nil
    }
    let layout = style.narrowed(by: 2).articles
    let ownLines = own.map { layout.lines(of: $0) } ?? []
    if article.introduction.hasSample { return layout.lines(of: article.introduction, indent: 0) + ownLines }
    if own?.blocks.hasSample == true { return ownLines }
    let section = tailored.sections.first { $0.blocks.hasSample } ?? tailored.sections.first
    return ownLines + (section.map { layout.lines(of: $0) } ?? [])
  }
}

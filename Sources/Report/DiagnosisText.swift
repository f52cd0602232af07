import Handbook
import Scan
import Text
import Timeline

/// A diagnosis for people: how it came about, what blocks, and the fix for this project.
public struct DiagnosisText: Sendable {
  private let style: ReportStyle
  private let sources: SourceFiles?

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
    return heading("The scan") + indented(text.lines(scan)) + [[]]
  }

  private func indented(_ lines: [[Span]]) -> [[Span]] { lines.map { $0.isEmpty ? [] : [Span("  ")] + $0 } }

  private func outcome(_ diagnosis: Diagnosis) -> [[Span]] {
    let outcome = diagnosis.outcome
    var lines = heading("Minute \(outcome.minute) \(style.glyphs.bullet) \(outcome.title)")
    let articles = (outcome.page?.articles ?? []).compactMap(diagnosis.handbook.article)
    for article in articles.prefix(2) {
      lines += style.wrapped([Span(article.heading, style.theme[.title])], indent: 2)
      lines += style.wrapped([Span(article.summary)], indent: 2)
      lines.append([])
      lines += indented(excerpt(of: article.tailored(to: diagnosis.facts).article, for: diagnosis.facts))
    }
    let ids = articles.prefix(2).map(\.id)
    let all = ids + diagnosis.fixes.filter { !ids.contains($0) }
    if let first = all.first {
      let others = all.count == 1 ? "" : ", and likewise " + all.dropFirst().joined(separator: ", ")
      lines += style.wrapped(
        [Span("Read in full: ", style.theme[.label]), Span("loopdoctor explain \(first)" + others)],
        indent: 2,
        hanging: 2)
    }
    return lines
  }

  /// The part with a sample that was written for such a project, or else the general one: it says more than all prose.
  private func excerpt(of article: Article, for facts: ProjectFacts) -> [[Span]] {
    let layout = style.narrowed(by: 2).articles
    let fitting = article.sections.first { section in
      !section.conditions.isEmpty && section.hasSample
        && section.conditions.allSatisfy { $0.holds(for: facts) == true }
    }
    if let fitting { return layout.lines(of: fitting) }
    if article.introduction.contains(where: \.isSample) {
      return layout.lines(of: article.introduction, indent: 0)
    }
    return article.sections.first { $0.hasSample }.map { layout.lines(of: $0) } ?? []
  }
}

extension Article.Section {
  fileprivate var hasSample: Bool { blocks.contains(where: \.isSample) }
}

extension Block {
  fileprivate var isSample: Bool {
    if case .code = self { true } else { false }
  }
}

import Handbook
import Report
import Scan
import Text

/// What a learner reads while working on a lab.
public struct LabText: Sendable {
  private let lab: Lab
  private let style: ReportStyle
  private let handbook: Handbook

  public init(_ lab: Lab, handbook: Handbook, style: ReportStyle) {
    self.lab = lab
    self.handbook = handbook
    self.style = style
  }

  /// Running text with `code` in it.
  private func spans(_ words: String) -> [Span] {
    style.quotesCode ? [Span(words)] : style.theme.spans(words)
  }

  /// The labs with how far each is.
  public static func list(_ labs: [Lab], _ progress: LabProgress, style: ReportStyle) -> [[Span]] {
    let column = (labs.map(\.name.displayWidth).max() ?? 0) + 2
    return labs.flatMap { lab in
      let isDone = progress.labs[lab.name]?.isDone ?? false
      return style.wrapped(
        [
          Span(lab.name.padded(to: column), style.theme[.key]),
          isDone ? Span("done  ", style.theme[.success]) : Span("open  ", style.theme[.hint]),
          Span(lab.title + ". "), Span(lab.summary, style.theme[.hint]),
        ], hanging: column + 6)
    }
  }

  /// - Parameter isNew: whether the files were just copied there.
  public func introduction(folder: String, isNew: Bool) -> [[Span]] {
    let files = lab.files.keys.sorted().joined(separator: ", ")
    let place = isNew ? "Copied to \(folder.sanitized()): \(files)." : "It goes on in \(folder.sanitized())."
    var advice =
      "Open it in your editor. `python3 stage.py` in there plays it and measures how long the loop stands still"
    advice += lab.raises.isEmpty ? "." : "; at first it only fails."
    if !lab.needs.isEmpty { advice += " It takes \(lab.needs.joined(separator: ", "))." }
    return style.wrapped([
      Span(lab.title, style.theme[.title]), Span("  lab \(lab.name)", style.theme[.hint]),
    ])
      + style.wrapped(spans(lab.goal), indent: 2) + [[]]
      + style.wrapped(spans("\(place) \(advice)"), indent: 2)
  }

  /// Whether it is solved. Where it blocks is for the learner to find, or to ask for.
  public func verdict(_ verdict: LabVerdict) -> [[Span]] {
    if verdict.isSolved {
      return statement(style.glyphs.check, "The loop is free, and the service does its job.", .success)
        + [[]] + style.wrapped([Span("To remember:", style.theme[.label])])
        + lab.points.flatMap(item)
        + style.wrapped([Span("More about it: loopdoctor explain \(lab.fix)", style.theme[.hint])])
    }
    if verdict.isFree {
      return statement(style.glyphs.failure, "Nothing blocks the loop, but the lab is not solved:", .warning)
        + verdict.objections.flatMap(item)
    }
    let causes = verdict.scan.rootCauses
    var kinds: [String] = []
    for cause in causes {
      let title = handbook.knowledge.kinds[cause.nearest.kind]?.title ?? cause.nearest.kind
      if !kinds.contains(title) { kinds.append(title) }
    }
    return statement(
      style.glyphs.failure,
      "The loop is still blocked, by \(counted(causes.count, "call")): \(kinds.joined(separator: ", ")).",
      .error)
      + verdict.objections.flatMap(item)
  }

  private func statement(_ glyph: Character, _ words: String, _ role: Theme.Role) -> [[Span]] {
    style.wrapped([Span("\(glyph) \(words)", style.theme[role])], hanging: 2)
  }

  private func item(_ words: String) -> [[Span]] {
    style.wrapped([Span("\(style.glyphs.bullet) ")] + spans(words), indent: 2, hanging: 2)
  }

  /// Where it blocks, with the way there.
  public func causes(_ verdict: LabVerdict, sources: [String: String]) -> [[Span]] {
    let text = ScanText(style: style, root: ".", sources: SourceFiles(texts: sources))
    return verdict.scan.rootCauses.flatMap { text.lines(of: $0) + [[]] }
  }

  /// - Parameter number: from 1.
  public func hint(_ number: Int) -> [[Span]] {
    style.wrapped(
      [Span("Hint \(number) of \(lab.hints.count): ", style.theme[.label])]
        + spans(lab.hints[number - 1]), hanging: 2)
  }

  public func solution() -> [[Span]] {
    lab.solution.sorted { $0.key < $1.key }.flatMap { path, text in
      [[Span(path, style.theme[.heading])]]
        + CodeColors(theme: style.theme).lines(of: text).map { [Span("  \(style.glyphs.vertical) ")] + $0 }
    }
  }

  /// The keys, and what they do.
  public func keys(withEnter: Bool) -> [[Span]] {
    let keys = [
      ("h", "next hint"), ("f", "show where it blocks"), ("s", "show a solution"), ("r", "begin anew"),
      ("q", "leave"),
    ]
    let spans = keys.flatMap { key, meaning in
      [Span(key, style.theme[.key]), Span(" \(meaning)   ")]
    }
    let rest =
      withEnter ? "and Enter; a saved file is looked at by itself" : "a saved file is looked at by itself"
    return style.wrapped(spans + [Span(rest, style.theme[.hint])])
  }
}

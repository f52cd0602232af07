import Handbook
import Scan
import Text

/// Findings for people: causes first, each with the way down to it and the line itself.
public struct ScanText: Sendable {
  private let style: ReportStyle
  private let sources: SourceFiles
  private let root: String

  /// - Parameter sources: where to read the lines shown; nil: below the root.
  public init(style: ReportStyle, root: String, sources: SourceFiles? = nil) {
    self.style = style
    self.root = root
    self.sources = sources ?? SourceFiles(root: root)
  }

  /// - Parameters:
  ///   - first: the cause that is spoken of, shown before all others.
  ///   - most: how many causes to show in full; the others are counted.
  public func lines(_ scan: ScanResult, first: RootCause? = nil, most: Int = .max) -> [[Span]] {
    let name = first?.nearest.rootCause
    let ranked = scan.rootCauses
    let causes = ranked.filter { $0.nearest.rootCause == name } + ranked.filter { $0.nearest.rootCause != name }
    var lines = causes.prefix(most).flatMap { self.lines(of: $0) + [[]] }
    if causes.count > most {
      let others = counted(causes.count - most, "other cause")
      lines += [[Span("and \(others): loopdoctor scan \(root)", style.theme[.hint])], []]
    }
    return lines + skipped(scan) + [summary(scan, causes)]
  }

  /// One cause: what, where, how it is reached, the line, and what to use instead.
  public func lines(of cause: RootCause) -> [[Span]] {
    let finding = cause.nearest
    let theme = style.theme
    var lines: [[Span]] = [
      [
        Span(finding.severity.rawValue.padded(to: 8), theme[role(of: finding.severity)]),
        Span(finding.call, theme[.strong]), Span("  "),
        Span(shown(finding.cause.path) + ":\(finding.cause.line):\(finding.cause.column)", theme[.link]),
        Span("  \(finding.confidence.rawValue), \(finding.kind)", theme[.hint]),
      ]
    ]
    lines += style.wrapped([Span(finding.message)], indent: 8)
    lines += way(to: cause)
    lines += excerpt(of: finding)
    lines += style.wrapped(
      [
        Span("instead: ", theme[.label]), Span(finding.replacement),
        Span("  (loopdoctor explain \(finding.fix))", theme[.hint]),
      ],
      indent: 8, hanging: 9)
    return lines
  }

  private func way(to cause: RootCause) -> [[Span]] {
    let finding = cause.nearest
    let reach = cause.reach
    var lines: [[Span]] = []
    if finding.chain.count == 1, reach == 1 {
      return style.wrapped([Span("in "), Span(finding.function, style.theme[.inlineCode])], indent: 8)
    }
    let from = "reached from \(counted(reach, "coroutine function"))"
    lines += style.wrapped([Span(reach == 1 ? from + ":" : from + "; the nearest way:")], indent: 8)
    let places = finding.chain.map { "\(shown($0.path)):\($0.line)" }
    let column = min(places.map(\.displayWidth).max() ?? 0, 40)
    for (place, frame) in zip(places, finding.chain) {
      let arrow = " \(style.glyphs.arrowRight) "
      lines.append(
        [
          Span("          "), Span(place.padded(to: column), style.theme[.link]),
          Span("  " + frame.function + arrow + frame.call),
        ])
    }
    return lines
  }

  private func excerpt(of finding: Finding) -> [[Span]] {
    sources.lines(of: finding.cause.path, finding.cause.line...finding.cause.line).map { number, text in
      let trimmed = String(text.drop { $0 == " " || $0 == "\t" })
      let margin = "        " + String(number).paddedAtStart(to: 4) + " \(style.glyphs.vertical) "
      let room = style.width - margin.displayWidth
      return [Span(margin, style.theme[.hint])]
        + (CodeColors(theme: style.theme).lines(of: trimmed).first ?? []).truncated(to: max(20, room))
    }
  }

  private func skipped(_ scan: ScanResult) -> [[Span]] {
    guard !scan.skipped.isEmpty else { return [] }
    let shown = scan.skipped.prefix(5)
    var lines = shown.flatMap { skipped in
      style.wrapped(
        [Span("skipped ", style.theme[.hint]), Span("\(self.shown(skipped.path)): \(skipped.reason)")],
        hanging: 8)
    }
    if scan.skipped.count > shown.count {
      lines.append([
        Span("skipped \(scan.skipped.count - shown.count) more; --format json lists all", style.theme[.hint])
      ])
    }
    return lines + [[]]
  }

  private func summary(_ scan: ScanResult, _ causes: [RootCause]) -> [Span] {
    let found =
      causes.isEmpty
      ? Span("Nothing blocks the loop, as far as can be seen", style.theme[.success])
      : Span(
        "\(counted(causes.count, "cause")), reached at \(counted(scan.findings.count, "place"))",
        style.theme[.strong])
    return [
      found,
      Span(
        "; \(counted(scan.files, "file")), \(counted(scan.lines, "line")), "
          + "\(counted(scan.asyncFunctions, "coroutine function")) in \(scan.milliseconds) ms"),
    ]
  }

  private func role(of severity: Severity) -> Theme.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .hint: .note
    }
  }

  /// A path as one can open it from where the command was run.
  func shown(_ path: String) -> String {
    root == "." || path.hasPrefix("/") ? path : root.hasSuffix("/") ? root + path : root + "/" + path
  }
}

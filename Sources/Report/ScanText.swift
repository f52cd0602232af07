import Handbook
import Scan
import Text

/// Findings for people: causes first, each with the way down to it and the line itself.
public struct ScanText: Sendable {
  private let style: ReportStyle
  private let sources: SourceFiles
  private let root: String
  /// Of each cause the ways from so many coroutine functions are shown.
  private static let entriesShown = 3

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
    let causes =
      ranked.filter { $0.nearest.rootCause == name } + ranked.filter { $0.nearest.rootCause != name }
    var lines = causes.prefix(most).flatMap { self.lines(of: $0) + [[]] }
    if causes.count > most {
      let others = counted(causes.count - most, "other cause")
      lines += style.wrapped([Span("and \(others): loopdoctor scan \(root)", style.theme[.hint])], hanging: 4)
      lines.append([])
    }
    return lines + skipped(scan) + sites(scan) + summary(scan, causes)
  }

  /// One cause: what, where, how it is reached, the line, and what to use instead.
  public func lines(of cause: RootCause) -> [[Span]] {
    let finding = cause.nearest
    let theme = style.theme
    let place = "\(shown(finding.cause.path)):\(finding.cause.line):\(finding.cause.column)"
    let what = [
      Span(finding.severity.rawValue.padded(to: 8), theme[role(of: finding.severity)]),
      Span(finding.call, theme[.strong]), Span("  "), Span(place, theme[.link]),
    ]
    let sort = Span("\(finding.confidence.rawValue), \(finding.kind)", theme[.hint])
    let isShort = what.displayWidth + 2 + sort.text.displayWidth <= style.width
    var lines =
      isShort
      ? [what + [Span("  "), sort]] : style.wrapped(what, hanging: 8) + style.wrapped([sort], indent: 8)
    lines += style.wrapped([Span(finding.reason)], indent: 8)
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

  /// How the cause is reached: nothing that the lines around it say already.
  private func way(to cause: RootCause) -> [[Span]] {
    let finding = cause.nearest
    let entries = cause.entries
    if finding.chain.count == 1, cause.reach.entryPoints == 1 {
      return style.wrapped([Span("in "), Span(finding.function, style.theme[.inlineCode])], indent: 8)
    }
    var lines: [[Span]] = []
    if cause.reach.entryPoints > 1 {
      lines += style.wrapped([Span("reached from \(cause.reach.inWords), nearest:")], indent: 8)
    }
    lines += entries.prefix(1).flatMap { chain(of: $0) }
    for entry in entries.dropFirst().prefix(Self.entriesShown - 1) {
      lines += chain(of: entry, isShort: true)
    }
    return lines
  }

  /// The way down from a place in a coroutine function: every call on it, or only the first and how many follow.
  private func chain(of finding: Finding, isShort: Bool = false) -> [[Span]] {
    let frames = isShort ? Array(finding.chain.prefix(1)) : finding.chain
    let below = finding.chain.count - frames.count
    let tail = below > 1 ? ", \(counted(below, "call")) down" : ""
    let places = frames.map { frame in
      let line = ":\(frame.line)"
      // Of a long path the file counts most.
      let room = max(12, (style.width - 12) / 2) - line.count
      return shown(frame.path).truncated(to: room, at: .start, ellipsis: style.glyphs.ellipsis) + line
    }
    let column = places.map(\.displayWidth).max() ?? 0
    return zip(places, frames).flatMap { place, frame in
      let step = "  \(frame.function) \(style.glyphs.arrowRight) \(frame.call)\(tail)"
      let start = isShort ? [Span("and from ")] : []
      return style.wrapped(
        start + [Span(place.padded(to: column), style.theme[.link]), Span(step)], indent: 8,
        hanging: isShort ? 9 : column + 2)
    }
  }

  private func excerpt(of finding: Finding) -> [[Span]] {
    sources.lines(of: finding.cause.path, finding.cause.line...finding.cause.line).map { number, text in
      let trimmed = String(text.drop { $0 == " " || $0 == "\t" })
      let margin = "        \(number) \(style.glyphs.vertical) "
      let code = (CodeColors(theme: style.theme).lines(of: trimmed).first ?? []).map {
        Span($0.text.sanitized(ascii: !style.glyphs.isUnicode), $0.style)
      }
      let room = max(8, style.width - margin.displayWidth)
      return [Span(margin, style.theme[.hint])] + code.truncated(to: room, ellipsis: style.glyphs.ellipsis)
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
      let more = "skipped \(grouped(scan.skipped.count - shown.count)) more; --format json lists all"
      lines += style.wrapped([Span(more, style.theme[.hint])], hanging: 8)
    }
    return lines + [[]]
  }

  /// Every known blocking call with its verdict, when that was asked for.
  private func sites(_ scan: ScanResult) -> [[Span]] {
    guard let sites = scan.sites else { return [] }
    let title = "Every known blocking call and its verdict"
    if sites.isEmpty { return style.wrapped([Span("No known blocking call is written anywhere.")]) + [[]] }
    let rows = sites.flatMap { site -> [[Span]] in
      let place = "\(shown(site.path)):\(site.range.line):\(site.range.column)"
      let first = style.wrapped(
        [
          Span(site.verdict.inWords.padded(to: 13), style.theme[role(of: site.verdict)]),
          Span(place, style.theme[.link]), Span("  "), Span(site.call, style.theme[.strong]),
        ], hanging: 13)
      return first + style.wrapped([Span(site.explanation)], indent: 13)
    }
    let counts = Site.Verdict.allCases.map { verdict in
      "\(grouped(sites.count { $0.verdict == verdict })) \(verdict.inWords)"
    }.joined(separator: ", ")
    return style.wrapped([Span(title, style.theme[.heading])]) + style.wrapped([Span(counts)]) + [[]] + rows
      + [[]]
  }

  private func role(of verdict: Site.Verdict) -> Theme.Role {
    switch verdict {
    case .onLoop: .error
    case .offLoop, .notReached: .success
    case .unknown: .note
    }
  }

  private func summary(_ scan: ScanResult, _ causes: [RootCause]) -> [[Span]] {
    let unlisted = scan.unlisted.values.reduce(0, +)
    let found =
      causes.isEmpty
      ? Span("Nothing blocks the loop, as far as can be seen", style.theme[.success])
      : Span(
        "\(counted(causes.count, "cause")), reached at \(counted(scan.findings.count + unlisted, "place"))",
        style.theme[.strong])
    let rest = unlisted == 0 ? "" : " (\(grouped(unlisted)) of them listed only with --all)"
    return style.wrapped([
      found,
      Span(
        "\(rest); \(counted(scan.files, "file")), \(counted(scan.lines, "line")), "
          + "\(counted(scan.asyncFunctions, "coroutine function")) in \(grouped(scan.milliseconds)) ms"),
    ])
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

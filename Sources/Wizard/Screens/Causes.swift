import Handbook
import Report
import Scan
import Text
import Timeline

/// The causes found: the list of them, and the selected one in full.
extension WizardState {
  var causesDocument: Document {
    var document = Document()
    let reach = causes.map(\.reach.places).reduce(0, +)
    let title = isSmall ? "" : "Which call blocks the loop? "
    document.append(
      style.wrapped([
        Span(title, theme[.strong]),
        Span("\(counted(causes.count, "cause")), reached at \(counted(reach, "place"))"),
      ]))
    if !isSmall { document.appendLine([]) }
    let columns = CauseColumns(causes, width: bodyWidth)
    for cause in causes {
      let finding = cause.nearest
      let call = finding.call.truncated(to: columns.call, at: .start, ellipsis: glyphs.ellipsis)
      let place = "\(finding.cause.path):\(finding.cause.line)"
        .truncated(to: columns.place, at: .start, ellipsis: glyphs.ellipsis)
      var line = [
        Span("  "), Span(finding.severity.rawValue.padded(to: 8), theme[role(of: finding.severity)]),
        Span(call.padded(to: columns.call) + "  ", theme[.strong]), Span(place.padded(to: columns.place)),
      ]
      if columns.hasTail {
        let reach = Self.reach(of: cause)
        line.append(Span("  " + finding.confidence.rawValue.padded(to: 8) + "  " + reach, theme[.hint]))
      }
      document.appendItem([line])
    }
    return document
  }

  /// How many wait for it, where that is more than one; routes count most.
  fileprivate static func reach(of cause: RootCause) -> String {
    let reach = cause.reach
    if reach.routes > 0 { return counted(reach.routes, "route") }
    return reach.entryPoints > 1 ? counted(reach.entryPoints, "coroutine") : ""
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
    let place = Place(path: finding.cause.path, line: finding.cause.line)
    let heading = [Span(finding.cause.path, theme[.link]), Span("  " + way(to: finding), theme[.hint])]
    var lines =
      rows < 8
      ? [heading.truncated(to: width, ellipsis: glyphs.ellipsis)]
      : Array(style.wrapped(heading, hanging: 2).prefix(3))
    lines += excerpt(at: place, width: width, radius: rows < 8 ? rows > 3 ? 1 : 0 : 3)
    lines += style.wrapped([Span(finding.reason)])
    lines += style.wrapped([Span("instead: ", theme[.label]), Span(finding.replacement)], hanging: 9)
    if finding.chain.count > 1, rows >= lines.count + finding.chain.count + 2 {
      lines += chain(finding, style)
    }
    return lines
  }

  /// The functions from the coroutine down to the one with the call.
  func way(to finding: Finding) -> String {
    finding.chain.map(\.function).joined(separator: " \(glyphs.arrowRight) ")
  }

  /// Each call on the way down with its place, for when there is room.
  private func chain(_ finding: Finding, _ style: ReportStyle) -> [[Span]] {
    [[], [Span("The way down", theme[.label])]]
      + finding.chain.flatMap { frame in
        style.wrapped(
          [Span("\(frame.path):\(frame.line)", theme[.link]), Span("  \(frame.call)")], hanging: 2)
      }
  }

  /// The lines of a file around a place, the line itself marked; blank ones at the edges are left out.
  /// - Parameter radius: how many lines before and after it, at most 3.
  func excerpt(at place: Place, width: Int, radius: Int) -> [[Span]] {
    func isBlank(_ line: SourceLine) -> Bool {
      line.number != place.line && line.text.allSatisfy(\.isWhitespace)
    }
    let near = (sources[place] ?? []).filter { abs($0.number - place.line) <= radius }
    let lines = Array(near.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    let common =
      lines.filter { !isBlank($0) }.map { $0.text.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
    let gutter = String(lines.last?.number ?? 0).count
    return lines.map { line in
      let isPlace = line.number == place.line
      let pointer = isPlace ? String(glyphs.pointer) : " "
      let text = String(line.text.dropFirst(min(common, line.text.count))).sanitized(ascii: !glyphs.isUnicode)
      let code = CodeColors(theme: theme).lines(of: text).first ?? []
      let number = Span(
        "\(pointer) \(String(line.number).paddedAtStart(to: gutter)) \(glyphs.vertical) ",
        theme[isPlace ? .culprit : .hint])
      return ([number] + code).truncated(to: width, ellipsis: glyphs.ellipsis)
    }
  }
}

/// How wide the columns of the list of causes are, so that everything stands below its like.
private struct CauseColumns {
  let call: Int
  let place: Int
  /// Whether confidence and reach are shown too.
  let hasTail: Bool

  init(_ causes: [RootCause], width: Int) {
    let calls = causes.map { $0.nearest.call.displayWidth }.max() ?? 0
    let places = causes.map { "\($0.nearest.cause.path):\($0.nearest.cause.line)".displayWidth }.max() ?? 0
    let farthest = causes.map { WizardState.reach(of: $0).displayWidth }.max() ?? 0
    hasTail = width >= 60
    let tail = !hasTail ? 0 : farthest > 0 ? 12 + farthest : 10
    // Two for the pointer, eight for the severity, two between call and place.
    let room = max(16, width - 12 - tail)
    // Whoever needs less than half leaves the rest to the other.
    call = min(calls, max(room / 2, room - places))
    place = min(places, room - call)
  }
}

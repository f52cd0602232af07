import Handbook
import Report
import Scan
import Text
import Timeline

/// The causes found: the list of them, and the selected one in full.
extension WizardState {
  var causesDocument: Document {
    var document = Document()
    let causes = causeList.shown
    document.append(style.wrapped(heading))
    for line in causesNotes { document.append(style.wrapped(line)) }
    if causes.isEmpty {
      document.append(
        [[]] + style.wrapped([Span("There are: ", theme[.label]), Span(causeList.words)], hanging: 2))
    }
    if !isSmall { document.appendLine([]) }
    let columns = CauseColumns(causeList.widest, width: bodyWidth)
    let texts = causeList.found.texts
    document.setEntries(
      causes.count,
      search: { text in
        let holds = texts.search(text)
        return { holds(Int(causes.order[$0])) }
      },
      line: { [self] in line(of: causes[$0], columns) })
    return document
  }

  private var heading: [Span] {
    let all = causeList.all
    let reach = causeList.places
    return [
      Span(isSmall ? "" : "Which call blocks the loop? ", theme[.strong]),
      Span("\(counted(all.count, "cause")), reached at \(counted(reach, "place"))"),
    ]
  }

  /// That a list shows only some; nil when it shows all.
  func filterNote(_ filter: CauseFilter, shown: Int, of all: Int) -> [Span]? {
    guard !filter.isEmpty else { return nil }
    let count = shown == 0 ? "none of \(grouped(all))" : "\(grouped(shown)) of \(grouped(all))"
    return [
      Span("Only “\(visible(filter.text))”: \(count) ", theme[.note]),
      Span("(f changes, escape shows all)", theme[.hint]),
    ]
  }

  /// Whatever makes the list another one than the scan's.
  private var causesNotes: [[Span]] {
    var notes: [[Span]] = []
    let (all, shown) = (causeList.all.count, causeList.shown.count)
    if let note = filterNote(causeList.filter, shown: shown, of: all) { notes.append(note) }
    if causeList.order != .rank {
      notes.append([Span("Sorted \(causeList.order.description)", theme[.hint])])
    }
    if causeList.markedCount > 0 {
      let undo = isSmall ? "" : " (\(glyphs.failure), listed last; u undoes)"
      notes.append([
        Span("\(causeList.markedCount) marked as not the cause", theme[.note]), Span(undo, theme[.hint]),
      ])
    }
    return notes
  }

  private func line(of cause: RootCause, _ columns: CauseColumns) -> [Span] {
    let finding = cause.nearest
    let call = visible(finding.call).truncated(to: columns.call, at: .start, ellipsis: glyphs.ellipsis)
    let place = visible(cause.place).truncated(to: columns.place, at: .start, ellipsis: glyphs.ellipsis)
    let isMarked = causeList.isMarked(cause)
    var line = [
      Span(isMarked ? "\(glyphs.failure) " : "  "),
      Span(finding.severity.rawValue.padded(to: 8), theme[role(of: finding.severity)]),
      Span(call.padded(to: columns.call) + "  ", theme[.strong]), Span(place.padded(to: columns.place)),
    ]
    if columns.hasTail {
      line.append(
        Span("  " + finding.confidence.rawValue.padded(to: 8) + "  " + cause.shownReach, theme[.hint]))
    }
    return isMarked ? line.map { Span($0.text, theme[.hint]) } : line
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
    let heading = [
      Span(visible(finding.cause.path), theme[.link]), Span("  " + way(to: finding), theme[.hint]),
    ]
    var lines =
      rows < 8
      ? [heading.truncated(to: width, ellipsis: glyphs.ellipsis)]
      : Array(style.wrapped(heading, hanging: 2).prefix(3))
    lines += excerpt(
      at: cause.placeOfCall, column: finding.cause.column, width: width,
      radius: rows < 8 ? rows > 3 ? 1 : 0 : 3)
    lines += style.wrapped([Span(visible(finding.reason))])
    lines += style.wrapped(
      [Span("instead: ", theme[.label]), Span(visible(finding.replacement))], hanging: 9)
    if finding.chain.count > 1, rows >= lines.count + finding.chain.count + 2 {
      lines += chain(finding, style)
    }
    return lines
  }

  /// The functions from the coroutine down to the one with the call.
  func way(to finding: Finding) -> String {
    finding.chain.map { visible($0.function) }.joined(separator: " \(glyphs.arrowRight) ")
  }

  /// Each call on the way down with its place, for when there is room.
  private func chain(_ finding: Finding, _ style: ReportStyle) -> [[Span]] {
    [[], [Span("The way down", theme[.label])]]
      + finding.chain.flatMap { frame in
        style.wrapped(
          [Span(visible("\(frame.path):\(frame.line)"), theme[.link]), Span("  " + visible(frame.call))],
          hanging: 2)
      }
  }

  func excerpt(at place: Place, column: Int, width: Int, radius: Int) -> [[Span]] {
    numberedExcerpt(at: place, column: column, width: width, radius: radius).map(\.line)
  }

  /// The lines of a file around a place, the line itself marked; blank ones at the edges are left out.
  /// - Parameters:
  ///   - column: the call in the line, which is in sight however long the line is; 1-based, in characters.
  ///   - radius: how many lines before and after it, at most 3.
  func numberedExcerpt(
    at place: Place, column: Int, width: Int, radius: Int
  ) -> [(number: Int, line: [Span])] {
    func isBlank(_ line: SourceLine) -> Bool {
      line.number != place.line && line.text.allSatisfy(\.isWhitespace)
    }
    if case .unreadable(let reason) = sources[place] {
      return ReportStyle(theme: theme, glyphs: glyphs, width: width).wrapped([
        Span("This file cannot be shown: \(visible(reason)); r scans again", theme[.warning])
      ]).map { (place.line, $0) }
    }
    let near = (sources[place]?.lines ?? []).filter { abs($0.number - place.line) <= radius }
    let lines = Array(near.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    let common =
      lines.filter { !isBlank($0) }.map { $0.text.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
    let gutter = String(lines.last?.number ?? 0).count
    return lines.map { line in
      let isPlace = line.number == place.line
      let pointer = isPlace ? String(glyphs.pointer) : " "
      let number = Span(
        "\(pointer) \(String(line.number).paddedAtStart(to: gutter)) \(glyphs.vertical) ",
        theme[isPlace ? .culprit : .hint])
      let room = max(1, width - number.text.displayWidth)
      let text = String(line.text.dropFirst(min(common, line.text.count)))
      let shown = text.sanitized(ascii: !glyphs.isUnicode)
      var code = CodeColors(theme: theme).lines(of: shown).first ?? []
      if isPlace {
        let before = String(text.unicodeScalars.prefix(max(0, column - 1 - common)))
        code = code.dropFirst(
          columns: hiddenColumns(
            before: before.sanitized(ascii: !glyphs.isUnicode).displayWidth, of: shown.displayWidth,
            room: room),
          ellipsis: glyphs.ellipsis)
      }
      return (line.number, [number] + code.truncated(to: room, ellipsis: glyphs.ellipsis))
    }
  }

  /// How many columns at the beginning of a line of code give way to the call that stands further along it.
  private func hiddenColumns(before call: Int, of width: Int, room: Int) -> Int {
    // Half the room shows of a call what matters.
    guard width > room, call + min(width - call, room / 2) >= room else { return 0 }
    return max(0, min(call - room / 3, width + glyphs.ellipsis.displayWidth - room))
  }
}

/// How wide the columns of the list of causes are, so that everything stands below its like.
private struct CauseColumns {
  let call: Int
  let place: Int
  /// Whether confidence and reach are shown too.
  let hasTail: Bool

  init(_ widest: (call: Int, place: Int, reach: Int), width: Int) {
    hasTail = width >= 60
    let tail = !hasTail ? 0 : widest.reach > 0 ? 12 + widest.reach : 10
    // Two for the mark, eight for the severity, two between call and place.
    let room = max(16, width - 12 - tail)
    // Whoever needs less than half leaves the rest to the other.
    call = min(widest.call, max(room / 2, room - widest.place))
    place = min(widest.place, room - call)
  }
}

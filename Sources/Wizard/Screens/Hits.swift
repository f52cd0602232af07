import Report
import Scan
import Text
import Timeline

/// Every known blocking call as a text search would list it, each with its verdict and the reason.
extension WizardState {
  var hitsDocument: Document {
    var document = Document()
    guard let hits else {
      document.append(
        style.wrapped([Span("Listing every known blocking call with its verdict", theme[.progress])]))
      return document
    }
    let counts = Site.Verdict.allCases.map { verdict in
      "\(grouped(hits.counts[verdict] ?? 0)) \(verdict.inWords)"
    }
    document.append(
      style.wrapped([
        Span("\(counted(hits.all.count, "hit")): ", theme[.strong]), Span(counts.joined(separator: ", ")),
      ]))
    if let note = filterNote(hits.filter, shown: hits.shown.count, of: hits.all.count) {
      document.append(style.wrapped(note))
    }
    if !isSmall { document.appendLine([]) }
    let columns = HitColumns(hits.widest, width: bodyWidth)
    document.setEntries(
      hits.shown.count,
      search: { text in
        let holds = hits.texts.search(text)
        return { holds(Int(hits.shown.order[$0])) }
      },
      line: { [self] in line(of: hits.shown[$0], columns) })
    return document
  }

  /// The verdict first, so that it can be read down the list.
  private func line(of site: Site, _ columns: HitColumns) -> [Span] {
    func fitted(_ text: String, _ width: Int) -> String {
      visible(text).truncated(to: width, at: .start, ellipsis: glyphs.ellipsis)
    }
    return [
      Span("  "), Span(site.verdict.inWords.padded(to: 13), theme[site.verdict.role]),
      Span(fitted(site.placeOfCall.description, columns.place).padded(to: columns.place) + "  "),
      Span(fitted(site.call, columns.call), theme[.strong]),
    ]
  }

  /// The selected hit: its lines, and why it is judged as it is.
  func detail(of site: Site, width: Int, rows: Int) -> [[Span]] {
    let style = ReportStyle(theme: theme, glyphs: glyphs, width: width)
    let heading = [Span(site.path, theme[.link]), Span("  \(site.function)", theme[.hint])]
      .map { Span(visible($0.text), $0.style) }
    return [heading.truncated(to: width, ellipsis: glyphs.ellipsis)]
      + excerpt(
        at: site.placeOfCall, column: site.range.column, width: width,
        radius: rows < 8 ? rows > 3 ? 1 : 0 : rows < 11 ? 2 : 3)
      + style.wrapped(
        [
          Span("\(site.verdict.inWords): ", theme[site.verdict.role]),
          Span(visible(site.explanation)),
        ], hanging: 2)
  }
}

extension Site.Verdict {
  fileprivate var role: Theme.Role {
    switch self {
    case .onLoop: .error
    case .offLoop, .notReached: .success
    case .unknown: .note
    }
  }
}

/// How wide the columns of the list of hits are.
private struct HitColumns {
  let place: Int
  let call: Int

  init(_ widest: (place: Int, call: Int), width: Int) {
    // Two for the mark, thirteen for the verdict, two between place and call.
    let room = max(16, width - 17)
    // Whoever needs less than half leaves the rest to the other.
    place = min(widest.place, max(room / 2, room - widest.call))
    call = max(1, min(widest.call, room - place))
  }
}

import Report
import Scan
import Text
import Timeline

/// Every known blocking call as a text search would list it, each with its verdict and the reason.
extension WizardState {
  var hitsDocument: Document {
    var document = Document()
    guard let hits else {
      document.append([[Span("Listing every known blocking call", theme[.progress])]])
      return document
    }
    let counts = Site.Verdict.allCases.map { verdict in
      "\(grouped(hits.counts[verdict] ?? 0)) \(verdict.inWords)"
    }
    document.append(
      style.wrapped([
        Span(isSmall ? "" : "Every known blocking call: ", theme[.strong]),
        Span("\(counted(hits.sites.count, "hit")), " + counts.joined(separator: ", ")),
      ]))
    if !isSmall { document.appendLine([]) }
    let width = bodyWidth
    document.setEntries(hits.sites.count) { [self] index in line(of: hits.sites[index], width: width) }
    return document
  }

  /// The verdict first, so that it can be read down the list; the file's name goes before its folder.
  private func line(of site: Site, width: Int) -> [Span] {
    let place = site.placeOfCall.description.sanitized(ascii: !glyphs.isUnicode)
    let room = max(16, width - 15)
    let shownPlace = place.truncated(
      to: max(room / 2, room - site.call.displayWidth - 2), at: .start, ellipsis: glyphs.ellipsis)
    return [
      Span("  "), Span(site.verdict.inWords.padded(to: 13), theme[site.verdict.role]),
      Span(shownPlace + "  "),
      Span(
        site.call.sanitized(ascii: !glyphs.isUnicode).truncated(
          to: max(8, room - shownPlace.displayWidth - 2), at: .start, ellipsis: glyphs.ellipsis),
        theme[.strong]),
    ]
  }

  /// The selected hit: its lines, and why it is judged as it is.
  func detail(of site: Site, width: Int, rows: Int) -> [[Span]] {
    let style = ReportStyle(theme: theme, glyphs: glyphs, width: width)
    let heading = [Span(site.path, theme[.link]), Span("  \(site.function)", theme[.hint])]
      .map { Span($0.text.sanitized(ascii: !glyphs.isUnicode), $0.style) }
    return [heading.truncated(to: width, ellipsis: glyphs.ellipsis)]
      + excerpt(at: site.placeOfCall, width: width, radius: rows < 8 ? rows > 3 ? 1 : 0 : 3)
      + style.wrapped(
        [
          Span("\(site.verdict.inWords): ", theme[site.verdict.role]),
          Span(site.explanation.sanitized(ascii: !glyphs.isUnicode)),
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

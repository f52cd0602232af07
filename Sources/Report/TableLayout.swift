import Handbook
import Text

/// Tables: columns as wide as their contents where there is room, wrapped in proportion where there is not; on a very
/// narrow screen one row below the other.
extension ArticleLayout {
  func table(_ header: [[Inline]], _ rows: [[[Inline]]], indent: Int) -> [ArticleLine] {
    let columns = header.count
    guard columns > 0 else { return [] }
    let cells = ([header] + rows).map { row in
      (0..<columns).map { column in column < row.count ? styled(row[column], isHeader: row == header) : [] }
    }
    let gap = 2
    let room = width - indent - gap * (columns - 1)
    if room < columns * 8 { return stacked(header, rows, indent: indent) }
    let natural = (0..<columns).map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
    let widths = shares(of: natural, room: room)
    var lines: [ArticleLine] = []
    // Only rows are parts: where there is no room for columns, the header is no line of its own.
    for (index, row) in cells.enumerated() {
      let wrapped = zip(row, widths).map { $0.wrapped(width: $1) }
      let height = wrapped.map(\.count).max() ?? 1
      for line in 0..<height {
        var spans: [Span] = []
        for (column, cell) in wrapped.enumerated() {
          let content = line < cell.count ? cell[line] : []
          spans += content
          let padding = widths[column] - content.displayWidth + (column == columns - 1 ? 0 : gap)
          if column < columns - 1, padding > 0 { spans.append(Span(String(repeating: " ", count: padding))) }
        }
        lines.append(
          ArticleLine(spans: indentation(indent) + spans, beginsPart: index > 0 && line == 0, sample: nil))
      }
      if index == 0 {
        let total = widths.reduce(0, +) + gap * (columns - 1)
        let rule = [Span(String(repeating: glyphs.horizontal, count: total), theme[.border])]
        lines.append(ArticleLine(spans: indentation(indent) + rule, beginsPart: false, sample: nil))
      }
    }
    return lines
  }

  /// `Header: value` lines, with an empty line between rows.
  private func stacked(_ header: [[Inline]], _ rows: [[[Inline]]], indent: Int) -> [ArticleLine] {
    // Nothing of the text: between columns there is no such line.
    let separator = ArticleLine(spans: [], beginsPart: false, sample: nil)
    let blocks = rows.map { row in
      ArticleLine.part(
        zip(header, row).flatMap { label, cell -> [[Span]] in
          let label = spans(label, base: theme[.label])
          return ((label.isEmpty ? [] : label + [Span(": ", theme[.label])]) + spans(cell))
            .wrapped(width: width - indent, hangingIndent: 2).map { indentation(indent) + $0 }
        })
    }
    return Array(blocks.joined(separator: CollectionOfOne(separator)))
  }

  private func indentation(_ columns: Int) -> [Span] {
    columns == 0 ? [] : [Span(String(repeating: " ", count: columns))]
  }

  private func styled(_ cell: [Inline], isHeader: Bool) -> [Span] {
    spans(cell, base: isHeader ? theme[.label] : .plain)
  }

  /// Gives narrow columns what they need and shares the rest among the wide ones.
  private func shares(of natural: [Int], room: Int) -> [Int] {
    var widths = natural
    while widths.reduce(0, +) > room {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 4 else {
        break
      }
      widths[widest] -= 1
    }
    return widths.map { max(1, $0) }
  }
}

import Text

/// Neighbouring cells of a row that look alike.
public struct CellRun: Hashable, Sendable {
  /// Where it begins, in cells.
  public let column: Int
  /// In cells.
  public internal(set) var width: Int
  public internal(set) var text: String
  public let style: Style
}

extension Canvas {
  /// A row as runs, without the plain blanks at its end. A wide character is a run of its own, so that whoever draws the
  /// runs elsewhere can put each where it belongs whatever the font makes of it.
  public func runs(inRow row: Int) -> [CellRun] {
    var runs: [CellRun] = []
    var mayGrow = false
    for (column, cell) in cells(inRow: row).enumerated() {
      let last = runs.indices.last
      if cell.isContinuation, let last {
        runs[last].width += 1
        mayGrow = false
        continue
      }
      let isWide = self[row, column + 1].isContinuation && column + 1 < width
      if mayGrow, !isWide, let last, runs[last].style == cell.style {
        runs[last].width += 1
        runs[last].text += cell.text
      } else {
        runs.append(CellRun(column: column, width: 1, text: cell.text, style: cell.style))
        mayGrow = !isWide
      }
    }
    if let last = runs.last, last.style == .plain {
      runs.removeLast()
      var last = last
      while last.text.last == " " {
        last.text.removeLast()
        last.width -= 1
      }
      if !last.text.isEmpty { runs.append(last) }
    }
    return runs
  }
}

import Text

extension Canvas {
  /// The text of all rows, one a line, without the blanks at their ends: what a snapshot test compares.
  public var plainText: String {
    (0..<height).map { row in
      var line = cells(inRow: row).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The text of all rows with the styles written in, such as `{bold red|text}`; plain text stands bare, and plain
  /// blanks at the end of a line are dropped.
  public var styledText: String {
    (0..<height).map { row in
      var runs: [Span] = []
      for cell in cells(inRow: row) {
        if runs.last?.style == cell.style {
          runs[runs.count - 1].text += cell.text
        } else {
          runs.append(Span(cell.text, cell.style))
        }
      }
      if let last = runs.indices.last, runs[last].style == .plain {
        while runs[last].text.last == " " { runs[last].text.removeLast() }
      }
      return runs.map { $0.style == .plain ? $0.text : "{\($0.style)|\($0.text)}" }.joined()
    }.joined(separator: "\n")
  }
}

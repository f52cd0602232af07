import Text

extension Canvas {
  /// Draws a horizontal line of that many columns.
  public mutating func horizontalLine(
    row: Int, column: Int, width: Int, glyphs: Glyphs, style: Style = .plain
  ) {
    fill(Rect(row: row, column: column, width: width, height: 1), with: glyphs.horizontal, style: style)
  }

  /// Draws a vertical line of that many rows.
  public mutating func verticalLine(
    row: Int, column: Int, height: Int, glyphs: Glyphs, style: Style = .plain
  ) {
    fill(Rect(row: row, column: column, width: 1, height: height), with: glyphs.vertical, style: style)
  }

  /// Draws the frame of a rectangle, with a title in its upper edge; the inside is left as it is.
  ///
  /// - Returns: the rectangle inside the frame.
  @discardableResult
  public mutating func box(
    _ rect: Rect, glyphs: Glyphs, style: Style = .plain, title: String = "", titleStyle: Style? = nil
  ) -> Rect {
    guard rect.width >= 2 && rect.height >= 2 else { return rect }
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    for row in [rect.row, bottom] {
      horizontalLine(row: row, column: rect.column + 1, width: rect.width - 2, glyphs: glyphs, style: style)
    }
    for column in [rect.column, right] {
      verticalLine(row: rect.row + 1, column: column, height: rect.height - 2, glyphs: glyphs, style: style)
    }
    put(String(glyphs.topLeft), row: rect.row, column: rect.column, style: style)
    put(String(glyphs.topRight), row: rect.row, column: right, style: style)
    put(String(glyphs.bottomLeft), row: bottom, column: rect.column, style: style)
    put(String(glyphs.bottomRight), row: bottom, column: right, style: style)
    if !title.isEmpty && rect.width >= 7 {
      let text = " " + title.truncated(to: rect.width - 6, ellipsis: glyphs.ellipsis) + " "
      put(text, row: rect.row, column: rect.column + 2, style: titleStyle ?? style)
    }
    return rect.inset(rows: 1, columns: 1)
  }
}

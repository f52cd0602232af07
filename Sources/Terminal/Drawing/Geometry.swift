/// A place on a canvas, in cells; row 0 is the topmost, column 0 the leftmost.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// How many cells a screen or a canvas has.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells. Width and height are never negative: what does not fit becomes an empty rectangle.
public struct Rect: Hashable, Sendable {
  public let row: Int
  public let column: Int
  public let width: Int
  public let height: Int

  public init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first row below the rectangle.
  public var endRow: Int { row + height }
  /// The first column right of the rectangle.
  public var endColumn: Int { column + width }
  public var isEmpty: Bool { width == 0 || height == 0 }

  public func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
  }

  /// The part which both rectangles cover; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left, width: min(endColumn, other.endColumn) - left,
      height: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin of that many cells on each side.
  public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(row: row + rows, column: column + columns, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Cuts the upper `height` rows off; either part may be empty, none reaches beyond the rectangle.
  public func splitTop(_ height: Int) -> (top: Rect, rest: Rect) {
    let cut = clamped(height, to: self.height)
    return (
      Rect(row: row, column: column, width: width, height: cut),
      Rect(row: row + cut, column: column, width: width, height: self.height - cut)
    )
  }

  /// Cuts the lower `height` rows off.
  public func splitBottom(_ height: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitTop(self.height - clamped(height, to: self.height))
    return (rest, bottom)
  }

  /// Cuts the leftmost `width` columns off.
  public func splitLeft(_ width: Int) -> (left: Rect, rest: Rect) {
    let cut = clamped(width, to: self.width)
    return (
      Rect(row: row, column: column, width: cut, height: height),
      Rect(row: row, column: column + cut, width: self.width - cut, height: height)
    )
  }

  /// Cuts the rightmost `width` columns off.
  public func splitRight(_ width: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = splitLeft(self.width - clamped(width, to: self.width))
    return (rest, right)
  }

  private func clamped(_ length: Int, to limit: Int) -> Int {
    min(max(0, length), limit)
  }
}

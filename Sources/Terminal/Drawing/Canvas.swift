import Text

/// What a screen shows, as a value: cells with styles, and where the cursor rests.
///
/// Drawing never fails: what lies outside is clipped, and a wide character that would be cut at an edge becomes blank.
public struct Canvas: Equatable, Sendable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Where the terminal's cursor rests when this canvas is shown; screen readers and magnifiers follow it.
  public var cursor = Position(row: 0, column: 0)
  /// Whether the cursor is drawn; even a hidden one rests at `cursor`.
  public var showsCursor = true
  private var cells: [Cell]

  /// A blank canvas; negative sizes count as nothing.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .blank, count: self.width * self.height)
  }

  /// A blank canvas of the size of a screen.
  public init(_ size: Size) {
    self.init(width: size.columns, height: size.rows)
  }

  public var size: Size { Size(columns: width, rows: height) }

  /// All of it.
  public var bounds: Rect { Rect(row: 0, column: 0, width: width, height: height) }

  /// The cell at a place; a blank one outside the canvas.
  public subscript(row: Int, column: Int) -> Cell {
    contains(row, column) ? cells[row * width + column] : .blank
  }

  /// Draws text from a place to the right, clipped at the canvas and after `maxWidth` columns.
  ///
  /// Control characters and line breaks appear in a visible form; use `sanitized` and `wrapped` before.
  /// - Returns: the columns that the text took, with those outside the canvas.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int, style: Style = .plain, maxWidth: Int = .max
  ) -> Int {
    var used = 0
    let room = maxWidth == .max ? Int.max : max(0, maxWidth)
    for character in text {
      guard character.displayWidth <= room - used else { break }
      character.forEachPiece { piece in
        place(piece, row, column + used, style)
        used += piece.width
      }
    }
    return used
  }

  /// Draws spans one after the other, clipped like a single text.
  /// - Returns: the columns that they took.
  @discardableResult
  public mutating func put(_ spans: [Span], row: Int, column: Int, maxWidth: Int = .max) -> Int {
    var used = 0
    for span in spans {
      let room = maxWidth == .max ? Int.max : maxWidth - used
      let taken = put(span.text, row: row, column: column + used, style: span.style, maxWidth: room)
      used += taken
      if room != .max && taken < span.text.displayWidth { break }
    }
    return used
  }

  /// Fills a rectangle with one character, which must be of one column (anything else counts as a blank).
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    let text = character.displayWidth == 1 ? character : " "
    let area = rect.intersection(bounds)
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<max(area.column, area.endColumn) {
        place(CellPiece(text: String(text), width: 1), row, column, style)
      }
    }
  }

  /// Changes the styles in a rectangle and leaves the text, for example to show a whole line as selected.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<max(area.column, area.endColumn) {
        change(&cells[row * width + column].style)
      }
    }
  }

  /// Copies a part of another canvas here, for example the visible part of a long one.
  ///
  /// - Parameters:
  ///   - part: the rectangle of `other` to copy; nil for all of it.
  ///   - row: where the part's first row goes.
  ///   - column: where the part's first column goes.
  public mutating func draw(_ other: Canvas, part: Rect? = nil, row: Int, column: Int) {
    let source = (part ?? other.bounds).intersection(other.bounds)
    for line in 0..<source.height {
      for offset in 0..<source.width {
        let cell = other[source.row + line, source.column + offset]
        let target = column + offset
        if cell.isContinuation {
          // The left half was cut off, or went in with its base already.
          if offset == 0 { place(CellPiece(text: " ", width: 1), row + line, target, cell.style) }
        } else if other[source.row + line, source.column + offset + 1].isContinuation {
          let fits = offset + 1 < source.width
          let piece = fits ? CellPiece(text: cell.text, width: 2) : CellPiece(text: " ", width: 1)
          place(piece, row + line, target, cell.style)
        } else {
          place(CellPiece(text: cell.text, width: 1), row + line, target, cell.style)
        }
      }
    }
  }

  /// The cells of one row, left to right; empty outside the canvas.
  func cells(inRow row: Int) -> ArraySlice<Cell> {
    row >= 0 && row < height ? cells[row * width..<(row + 1) * width] : []
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < height && column >= 0 && column < width
  }

  private mutating func place(_ piece: CellPiece, _ row: Int, _ column: Int, _ style: Style) {
    guard row >= 0 && row < height else { return }
    guard piece.width == 2 else {
      set(Cell(text: piece.text, style: style), row, column)
      return
    }
    if contains(row, column) && contains(row, column + 1) {
      set(Cell(text: piece.text, style: style), row, column)
      set(Cell(text: "", style: style), row, column + 1)
      // Setting the continuation has just blanked its base as the half of an older wide character.
      cells[row * width + column].text = piece.text
    } else {
      set(Cell(text: " ", style: style), row, column)
      set(Cell(text: " ", style: style), row, column + 1)
    }
  }

  /// Sets one cell; the other half of a wide character that loses this one becomes blank.
  private mutating func set(_ cell: Cell, _ row: Int, _ column: Int) {
    guard contains(row, column) else { return }
    let index = row * width + column
    if cells[index].isContinuation { cells[index - 1].text = " " }
    if column + 1 < width && cells[index + 1].isContinuation { cells[index + 1].text = " " }
    cells[index] = cell
  }
}

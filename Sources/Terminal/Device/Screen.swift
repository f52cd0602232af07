import Text

import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal, taken over: shows canvases and hands out events. One at a time, used from the thread that opened it.
///
/// However the program ends, the terminal is given back as it was: by `close`, by going away, by `exit`, and after
/// `FaultGuard.install` by a fault. What is written to standard output and error meanwhile, if they are the terminal,
/// appears after that.
public final class Screen {
  /// What the terminal can show.
  public let capabilities: Capabilities
  /// Wakes `nextEvent` from any thread.
  public let waker: Waker
  /// Columns and rows. A change is announced by `.resize`.
  public internal(set) var size: Size

  let descriptors: TerminalDescriptors
  var decoder: KeyDecoder
  /// When the decoder no longer waits for the rest of a sequence, by `monotonicMilliseconds`.
  var decoderDeadline: Int?
  /// Events that have come and were not handed out.
  var queue: [Event] = []
  var isOpen = true
  var isLost = false
  private var presented: Canvas?

  /// Takes the terminal over.
  ///
  /// - Parameter color: whether colours may be used; false also where the person wants none (`NO_COLOR`).
  /// - Throws: `ScreenError`, which says what is wrong and what to do.
  public init(color: Bool = true) throws(ScreenError) {
    guard let terminal = environmentValue("TERM") else { throw .terminalTypeMissing }
    let isUTF8 = cn_use_locale()
    descriptors = try TerminalDescriptors()
    waker = try Waker()
    // Before ncurses installs its own handlers, which it does where there are none.
    guard cn_catch_signals() else { throw .system(call: "pipe", error: errno) }
    let result = cn_open(descriptors.input.number, descriptors.output.number, terminal, color)
    guard result == CN_OK else {
      let error = errno
      if result != CN_ALREADY_OPEN { cn_release_signals() }
      throw Self.error(result, terminal: terminal, error: error)
    }
    capabilities = Capabilities(terminal: terminal, isUTF8: isUTF8, colorCount: Int(cn_color_count()))
    decoder = KeyDecoder(terminalKeys: terminalKeys())
    // LINES and COLUMNS of the environment, which ncurses believes, are often stale; and the window may change at any
    // moment, so that there must be one size for both.
    size = Self.currentSize()
    resize(to: size)
  }

  deinit {
    close()
  }

  /// Gives the terminal back for good. Calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
    cn_release_signals()
  }

  // MARK: Drawing

  /// Shows a canvas, writing only what differs from the last one, and rests the cursor where the canvas wants it.
  ///
  /// A canvas of another size than the screen's is clipped, or leaves the rest blank.
  public func present(_ canvas: Canvas) {
    guard isOpen && !isLost else { return }
    let blank = Canvas(size)
    var full = blank
    if canvas.size == size {
      full = canvas
    } else {
      full.draw(canvas, row: 0, column: 0)
      full.cursor = canvas.cursor
      full.showsCursor = canvas.showsCursor
    }
    let previous = presented ?? blank
    for row in 0..<size.rows where presented == nil || full.cells(inRow: row) != previous.cells(inRow: row) {
      put(full.cells(inRow: row), row: row)
    }
    presented = full
    let row = min(max(0, full.cursor.row), size.rows - 1)
    let column = min(max(0, full.cursor.column), size.columns - 1)
    cn_refresh(Int32(row), Int32(column), full.showsCursor)
  }

  /// Makes the next `present` draw every cell, in case something else wrote to the terminal.
  public func redrawEverything() {
    cn_redraw_everything()
  }

  /// Whether clicks and the wheel arrive as events. While they do, most terminals select text only with Shift held.
  public var mouseIsEnabled = false {
    didSet { cn_set_mouse(mouseIsEnabled) }
  }

  /// Takes over a new size; everything is drawn afresh.
  func resize(to newSize: Size) {
    size = newSize
    cn_resize(Int32(newSize.columns), Int32(newSize.rows))
    presented = nil
  }

  private func put(_ cells: ArraySlice<Cell>, row: Int) {
    var scalars: [UInt32] = []
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      let next = cells.startIndex + column + 1
      let isWide = next < cells.endIndex && cells[next].isContinuation
      let attributes = UInt32(cell.style.attributes.rawValue)
      let color = Int32(cell.style.foreground.paletteIndex ?? -1)
      for (offset, piece) in drawablePieces(of: cell.text, width: isWide ? 2 : 1).enumerated() {
        scalars.removeAll(keepingCapacity: true)
        for scalar in piece.unicodeScalars { scalars.append(scalar.value) }
        cn_put(Int32(row), Int32(column + offset), scalars, Int32(scalars.count), attributes, color)
      }
    }
  }

  /// What is really drawn for a cell: a stand-in of as many columns where the library counts other ones or does not
  /// know the character, since the rest of the line would be off.
  private func drawablePieces(of text: String, width: Int) -> [String] {
    guard let first = text.unicodeScalars.first else { return [] }
    if !capabilities.isUTF8 {
      return first.isPrintableASCII ? [String(first)] : asciiFallback(for: first, width: width)
    }
    if first.isASCII { return [text] }
    return cn_columns(first.value) == width ? [text] : Array(repeating: "\u{FFFD}", count: width)
  }

  static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cn_get_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private static func error(_ result: cn_result, terminal: String, error: Int32) -> ScreenError {
    switch result {
    case CN_ALREADY_OPEN: .alreadyOpen
    case CN_NO_DATABASE: .noTerminalDatabase(name: terminal)
    case CN_UNKNOWN_TERMINAL:
      .unknownTerminal(name: terminal, suggestion: similarTerminal(to: terminal) { cn_terminal_exists($0) })
    case CN_TOO_DUMB: .tooDumb(name: terminal)
    default: .system(call: "newterm", error: error)
    }
  }
}

import Report
import Scan
import Terminal
import Text
import Timeline

/// The whole screen: head, timeline, body, footer.
extension WizardState {
  /// Below this nothing useful can be shown.
  static let smallest = Size(columns: 30, rows: 8)

  /// Whether each row counts.
  var isSmall: Bool { size.rows < 18 || size.columns < 60 }
  var hasDetail: Bool { selectedCause != nil || selectedHit != nil }
  private var detailIsBeside: Bool { size.columns >= 130 }

  /// Rows above the body: head, timeline and title, with an empty one where there is room.
  var headRows: Int { isSmall ? 2 : 4 }
  private var bodyRows: Int { max(1, size.rows - headRows - 1) }

  private var detailRows: Int {
    guard hasDetail, !detailIsBeside else { return 0 }
    if isSmall { return min(4, bodyRows / 2) }
    // No more than there is to say, and always room for some of the list.
    return min(bodyRows * 3 / 5, max(bodyRows - document.lineCount, view == .hits ? 10 : 14))
  }

  /// The rows in which the document is shown.
  var bodyHeight: Int { max(1, bodyRows - detailRows) }

  /// The columns in which the document is laid out; long lines tire the eye.
  var bodyWidth: Int {
    let room = hasDetail && detailIsBeside ? size.columns / 2 - 2 : size.columns - 2
    return max(20, hasDetail ? room : min(room, 100))
  }

  func visible(_ text: String) -> String { glyphs.visible(text) }

  /// The screen as it should look now.
  public var canvas: Canvas {
    var canvas = Canvas(size)
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      tooSmall(&canvas)
      return canvas
    }
    let document = document
    let viewport = viewport.settled(on: document, height: bodyHeight)
    head(&canvas, more: more(document, viewport))
    body(&canvas, document, viewport)
    footer(&canvas)
    return canvas
  }

  private func tooSmall(_ canvas: inout Canvas) {
    let text =
      "loopdoctor needs \(Self.smallest.columns) columns and \(Self.smallest.rows) rows; this is "
      + "\(size.columns) by \(size.rows). Enlarge the window, or press q."
    for (row, line) in text.wrapped(width: max(1, size.columns)).enumerated() {
      canvas.put(line, row: row, column: 0)
    }
  }

  // MARK: Head

  private func head(_ canvas: inout Canvas, more: String) {
    let facts = self.facts
    let name = " " + tool.name + "  "
    canvas.put(name, row: 0, column: 0, style: theme[.title])
    // Where there is little room, how far down the view is matters more than what is known of the project.
    let right = isSmall ? more : facts
    let room = size.columns - name.displayWidth - (right.isEmpty ? 1 : right.displayWidth + 3)
    canvas.put(
      visible(project).truncated(to: max(0, room), at: .start, ellipsis: glyphs.ellipsis),
      row: 0, column: name.displayWidth)
    canvas.put(right, row: 0, column: size.columns - right.displayWidth - 1, style: theme[.hint])
    timeline(&canvas)
    guard !isSmall else { return }
    let step = session.step
    let title =
      switch view {
      case .help: "Help"
      case .resuming: "Welcome back"
      case .hits: "Minute \(step.minute) \(glyphs.bullet) Every known blocking call"
      case .pasted, .pasteBox: "A traceback or a log"
      default: "Minute \(step.minute) \(glyphs.bullet) \(step.title)"
      }
    canvas.put(title, row: 2, column: 1, style: theme[.heading])
    canvas.put(more, row: 2, column: size.columns - more.displayWidth - 1, style: theme[.hint])
    canvas.horizontalLine(row: 3, column: 0, width: size.columns, glyphs: glyphs, style: theme[.border])
  }

  private var facts: String {
    var facts: [String] = []
    if let framework = scan?.facts.framework { facts.append(framework) }
    if let python = scan?.facts.python { facts.append("python \(python)") }
    if let scan { facts.append(counted(scan.files, "file")) }
    return facts.map(visible).joined(separator: " \(glyphs.bullet) ")
  }

  private func timeline(_ canvas: inout Canvas) {
    let way = session.path
    var column = 1
    for (index, minute) in session.graph.minutes.enumerated() {
      if index > 0 {
        let line = String(repeating: glyphs.horizontal, count: isSmall ? 1 : 2)
        column += canvas.put(" \(line) ", row: 1, column: column, style: theme[.border])
      }
      let isHere = minute == session.step.minute
      let isDone = way.contains { $0.minute == minute }
      let mark = isHere ? "\(glyphs.pointer)\(minute)" : isDone ? "\(minute)\(glyphs.check)" : "\(minute)"
      column += canvas.put(mark, row: 1, column: column, style: isHere ? theme[.strong] : theme[.hint])
    }
    // The longest that fits.
    if let status = scanStatus.first(where: { column + $0.displayWidth + 1 < size.columns }) {
      canvas.put(status, row: 1, column: size.columns - status.displayWidth - 1, style: theme[.progress])
    }
  }

  /// How the scan stands, in more words and in fewer.
  private var scanStatus: [String] {
    if let progress = progress ?? hitProgress { return Self.words(for: progress) }
    if scanFailure != nil { return ["the scan failed", "no scan"] }
    return scan.map { ["\(grouped($0.lines)) lines scanned in \(grouped($0.milliseconds)) ms"] } ?? []
  }

  private static func words(for progress: Scanner.Progress) -> [String] {
    guard progress.files > 0 else { return ["looking for files", "scanning"] }
    let percent = "\(progress.filesDone * 100 / progress.files) %"
    let files = "\(grouped(progress.filesDone)) of \(grouped(progress.files)) files"
    // Once all are read, following the calls takes a moment still.
    guard progress.filesDone < progress.files else { return ["following the calls", "scan 99 %"] }
    return ["scanning \(files), \(percent)", "scan \(percent)"]
  }

  // MARK: Body

  private func body(_ canvas: inout Canvas, _ document: Document, _ viewport: Viewport) {
    let selected = viewport.selected < document.itemCount ? document.item(viewport.selected) : nil
    canvas.cursor = Position(row: headRows, column: 1)
    for offset in 0..<bodyHeight where viewport.top + offset < document.lineCount {
      let line = viewport.top + offset
      let row = headRows + offset
      let spans = document.line(line).highlighting(search, theme[.match])
      canvas.put(spans, row: row, column: 1, maxWidth: hasDetail ? bodyWidth : size.columns - 2)
      if line == selected?.lowerBound {
        canvas.restyle(Rect(row: row, column: 1, width: bodyWidth, height: 1)) { $0 = $0.adding(.reverse) }
        canvas.put(String(glyphs.pointer), row: row, column: 0)
        canvas.cursor = Position(row: row, column: 1)
      }
    }
    if view == .pasteBox, document.lineCount > 0 {
      // The cursor stands where the text grows.
      let last = min(document.lineCount - 1, viewport.top + bodyHeight - 1)
      canvas.cursor = Position(
        row: headRows + last - viewport.top, column: 1 + document.line(last).displayWidth)
    }
    if hasDetail { drawDetail(&canvas) }
  }

  /// The line of the document that is drawn at a place; nil where none is.
  func bodyLine(at position: Position) -> Int? {
    let offset = position.row - headRows
    guard (0..<bodyHeight).contains(offset), position.column <= bodyWidth || !hasDetail else { return nil }
    let line = viewport.settled(on: document, height: bodyHeight).top + offset
    return line < document.lineCount ? line : nil
  }

  /// How far down the view is; empty when all of it is in sight.
  private func more(_ document: Document, _ viewport: Viewport) -> String {
    let hidden = document.lineCount - bodyHeight
    guard hidden > 0 else { return "" }
    return viewport.top >= hidden ? "end" : "\(viewport.top * 100 / hidden) % \(glyphs.arrowDown)"
  }

  /// What there is to say of the selected line.
  private func detail(width: Int, rows: Int) -> [[Span]] {
    if let hit = selectedHit { return detail(of: hit, width: width, rows: rows) }
    return selectedCause.map { detail(of: $0, width: width, rows: rows) } ?? []
  }

  private func drawDetail(_ canvas: inout Canvas) {
    if detailIsBeside {
      let column = bodyWidth + 3
      let width = size.columns - column - 1
      canvas.verticalLine(
        row: headRows, column: column - 2, height: bodyRows, glyphs: glyphs, style: theme[.border])
      for (offset, line) in detail(width: width, rows: bodyRows).prefix(bodyRows).enumerated() {
        canvas.put(line, row: headRows + offset, column: column, maxWidth: width)
      }
      return
    }
    let row = headRows + bodyHeight
    canvas.horizontalLine(row: row, column: 0, width: size.columns, glyphs: glyphs, style: theme[.border])
    for (offset, line) in detail(width: size.columns - 2, rows: detailRows - 1).prefix(
      max(0, detailRows - 1)
    ).enumerated() {
      canvas.put(line, row: row + 1 + offset, column: 1, maxWidth: size.columns - 2)
    }
  }
}

extension Glyphs {
  /// A name of the project, or words in which one may stand, as it is shown everywhere: on one line, with a sign for each
  /// character that would control the terminal.
  func visible(_ text: String) -> String { text.sanitized(ascii: !isUnicode, tabWidth: nil) }
}

import Report
import Terminal
import Text

/// A lesson as it plays by itself, by a clock that nobody has to wait for: the same each time.
struct Film {
  struct Frame {
    /// When it begins.
    let milliseconds: Int
    let canvas: Canvas
    /// The chapter that begins with it.
    let chapter: String?
    /// Whether it stays until the lesson goes on, and is no picture between two keys.
    let isStop: Bool
  }

  private(set) var frames: [Frame] = []
  let milliseconds: Int

  /// - Parameter lesson: at its beginning.
  /// - Throws: `LessonFault` when it does not hold.
  init(of lesson: LessonState) throws(LessonFault) {
    var state = lesson
    state.isAutomatic = true
    state.isFilm = true
    var time = 0
    var place = -1
    while !state.hasLeft {
      let begins = !state.beats.isEmpty && state.place != place
      place = state.place
      frames.append(
        Frame(
          milliseconds: time, canvas: state.canvas, chapter: begins ? state.beat.chapter : nil,
          isStop: !state.isTyping))
      guard let wait = state.wait else { break }
      time += wait
      state.update(.tick)
    }
    milliseconds = time
    if let fault = state.fault { throw fault }
  }

  /// As an asciicast, version 2: what `asciinema play` plays.
  func cast(title: String) -> String {
    guard let first = frames.first else { return "" }
    var text =
      "{\"version\": 2, \"width\": \(first.canvas.width), \"height\": \(first.canvas.height), \"title\": \(quoted(title))"
      + ", \"env\": {\"TERM\": \"xterm-256color\"}}\n"
    var before = Canvas(width: 0, height: 0)
    for frame in frames {
      var output = before.height == 0 ? "\u{1B}[?25l\u{1B}[2J" : ""
      for row in 0..<frame.canvas.height {
        let runs = frame.canvas.runs(inRow: row)
        if before.height > 0, before.runs(inRow: row) == runs { continue }
        let line = LineWriter(isStyled: true).text([runs.map { Span($0.text, $0.style) }])
        output += "\u{1B}[\(row + 1);1H\u{1B}[2K" + line.dropLast()
      }
      before = frame.canvas
      if let chapter = frame.chapter { text += event(frame.milliseconds, "m", chapter) }
      if !output.isEmpty { text += event(frame.milliseconds, "o", output) }
    }
    return text + event(milliseconds, "o", "\u{1B}[?25h\r\n")
  }

  private func event(_ time: Int, _ kind: String, _ data: String) -> String {
    "[\(time / 1000).\(String(time % 1000 + 1000).dropFirst()), \"\(kind)\", \(quoted(data))]\n"
  }

  private func quoted(_ text: String) -> String { String(JSON.string(text).text.dropLast()) }

  /// As one SVG picture that plays its stops.
  func svg(title: String) -> String {
    let stops = frames.filter(\.isStop)
    let ends = stops.dropFirst().map(\.milliseconds) + [milliseconds]
    return CanvasSVG(title: title).text(
      zip(stops, ends).map { CanvasSVG.Frame($0.canvas, milliseconds: $1 - $0.milliseconds) })
  }
}

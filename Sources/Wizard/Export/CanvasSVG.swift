import Terminal
import Text

/// Canvases as one SVG picture. The text in it is text; every cell stands where the terminal has it, whatever font is there;
/// it is dark on light or light on dark as the reader's screen is.
public struct CanvasSVG: Sendable {
  /// What is shown one after the other, each for so long.
  public struct Frame: Sendable {
    public let canvas: Canvas
    public let milliseconds: Int

    public init(_ canvas: Canvas, milliseconds: Int = 0) {
      self.canvas = canvas
      self.milliseconds = milliseconds
    }
  }

  private static let cell = (width: 9, height: 18, font: 15)
  private static let margin = 12

  private let title: String

  /// - Parameter title: says what it shows, for who cannot see it.
  public init(title: String) { self.title = title }

  /// One canvas.
  public func text(_ canvas: Canvas) -> String { text([Frame(canvas)]) }

  /// Several, which play over and over; only the first is shown to people who asked for less motion.
  public func text(_ frames: [Frame]) -> String {
    let columns = frames.map(\.canvas.width).max() ?? 0
    let rows = frames.map(\.canvas.height).max() ?? 0
    let width = columns * Self.cell.width + 2 * Self.margin
    let height = rows * Self.cell.height + 2 * Self.margin
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" xml:space="preserve">
      <title>\(title.asMarkup)</title>
      <style>
      text{font:\(Self.cell.font)px "DejaVu Sans Mono",Menlo,Consolas,ui-monospace,monospace;white-space:pre}
      .b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.d{opacity:.75}
      \(colours(MarkupStyle.light))
      @media (prefers-color-scheme:dark){\(colours(MarkupStyle.dark))}

      """
    if frames.count > 1 { text += motion(frames, height: height) }
    text += "</style>\n<rect class=\"bg\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n<g class=\"film\">\n"
    for (index, frame) in frames.enumerated() {
      text += "<g transform=\"translate(\(Self.margin) \(Self.margin + index * height))\">\n"
      for row in 0..<frame.canvas.height { text += line(frame.canvas, row) }
      text += "</g>\n"
    }
    return text + "</g>\n</svg>\n"
  }

  private func colours(_ colours: [String]) -> String {
    "svg{color-scheme:light dark}.bg,.v{fill:\(colours[0])}text,.r{fill:\(colours[1])}"
      + (0..<8).map { ".c\($0){fill:\(colours[$0 + 2])}" }.joined() + "text.v{fill:\(colours[0])}"
  }

  /// The frames lie below each other and the picture shows one of them at a time.
  private func motion(_ frames: [Frame], height: Int) -> String {
    let total = max(1, frames.reduce(0) { $0 + $1.milliseconds })
    var passed = 0
    var stations = ""
    for (index, frame) in frames.enumerated() {
      let share = passed * 100_000 / total
      let decimals = String(share % 1000 + 1000).dropFirst()
      stations += "\(share / 1000).\(decimals)%{transform:translateY(-\(index * height)px)}"
      passed += frame.milliseconds
    }
    return """
      @media (prefers-reduced-motion:no-preference){.film{animation:film \(total)ms step-end infinite}}
      @keyframes film{\(stations)}

      """
  }

  private func line(_ canvas: Canvas, _ row: Int) -> String {
    let (width, height) = (Self.cell.width, Self.cell.height)
    var text = ""
    for run in canvas.runs(inRow: row) {
      let (x, y) = (run.column * width, row * height)
      let isReversed = run.style.attributes.contains(.reverse)
      if isReversed {
        let colour = run.style.foreground.paletteIndex.map { "c\($0 % 8)" } ?? "r"
        text +=
          "<rect class=\"\(colour)\" x=\"\(x)\" y=\"\(y)\" width=\"\(run.width * width)\" height=\"\(height)\"/>"
      }
      // Blanks at the edges have no length in some renderers.
      let start = run.text.prefix { $0 == " " }.count
      let words = run.text.dropFirst(start).description.trimmedEnd
      guard !words.isEmpty else { continue }
      let columns = run.width - start - (run.text.count - start - words.count)
      let classes = MarkupStyle.classes(run.style)
      text += "<text\(classes.isEmpty ? "" : " class=\"\(classes)\"") x=\"\(x + start * width)\" "
      text +=
        "y=\"\(y + Self.cell.font - 1)\" textLength=\"\(columns * width)\" lengthAdjust=\"spacingAndGlyphs\">"
      text += words.asMarkup + "</text>"
    }
    return text.isEmpty ? "" : text + "\n"
  }
}

extension String {
  /// Without the blanks at its end.
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

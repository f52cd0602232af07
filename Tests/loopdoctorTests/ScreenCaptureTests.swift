import Foundation
import PseudoTerminal
import Terminal
import Testing
import Text
import Wizard

/// Pictures of the real program on a terminal, as the README shows them. `make captures` writes them to `docs/screens/`.
@Suite struct ScreenCaptureTests {
  /// Keys from the start of the wizard to a screen, each with what is then there.
  static let captures: [(name: String, title: String, keys: [(String, String)])] = [
    (
      "causes", "Minute 8: the causes found, the selected one with the way down to it and its lines",
      [("2", "Minute 2"), ("\r", "Debug mode"), ("\r", "Minute 5"), ("\r", "Which call blocks")]
    ),
    (
      "hits", "Minute 8: every known blocking call with its verdict and the reason",
      [
        ("2", "Minute 2"), ("\r", "Debug mode"), ("\r", "Minute 5"), ("\r", "Which call blocks"),
        ("a", "hits: "),
        ("j", "off the loop: "),
      ]
    ),
    (
      "fix", "Minute 12: the fix, beside the person's own line",
      [
        ("2", "Minute 2"), ("\r", "Debug mode"), ("\r", "Minute 5"), ("\r", "Which call blocks"),
        ("\r", "Your code"),
      ]
    ),
  ]

  @Test(arguments: captures.indices) func theProgramItself(_ index: Int) throws {
    let capture = Self.captures[index]
    let repository = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let projects = repository.appending(path: "Content/walkthroughs").path
    let terminal = try startWizard("shop", rows: 28, environment: ["HOME": projects], directory: projects)
    try waitForWizard(terminal)
    for (key, text) in capture.keys {
      try terminal.send(key)
      try terminal.waitForText(text)
    }
    // The lines of code come from the file a moment later.
    try terminal.waitUntil("code is shown") { $0.screen.contains(" │ ") }
    let picture = CanvasSVG(title: capture.title).text(terminal.canvas)
    #expect(picture.hasPrefix("<svg") && picture.contains("<title>\(capture.title.prefix(9))"))
    #expect(picture.contains("loopdoctor"))
    if let folder = ProcessInfo.processInfo.environment["LOOPDOCTOR_CAPTURES"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(picture.utf8).write(to: URL(filePath: folder).appending(path: "\(capture.name).svg"))
    }
    try terminal.send(.control("c"))
    try terminal.waitForExit()
  }
}

extension PseudoTerminal {
  /// What the screen shows now.
  fileprivate var canvas: Canvas {
    let rows = lines.count
    let columns = size.columns
    var canvas = Canvas(width: columns, height: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = cell(row: row, column: column)
        guard let first = cell.text.unicodeScalars.first, first.properties.generalCategory != .unassigned
        else {
          continue
        }
        canvas.put(cell.text, row: row, column: column, style: cell.style)
      }
    }
    canvas.cursor = Position(row: cursor.row, column: cursor.column)
    return canvas
  }
}

extension PseudoTerminal.Cell {
  fileprivate var style: Style {
    var attributes: Style.Attributes = []
    if self.attributes.contains(.bold) { attributes.insert(.bold) }
    if self.attributes.contains(.underline) { attributes.insert(.underline) }
    if self.attributes.contains(.italic) { attributes.insert(.italic) }
    if self.attributes.contains(.reverse) { attributes.insert(.reverse) }
    let colour = foreground.flatMap { index in Color.allCases.first { $0.paletteIndex == index } }
    return Style(colour ?? .standard, attributes)
  }
}

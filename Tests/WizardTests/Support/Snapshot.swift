import Foundation
import Terminal
import Testing

/// Compares a screen with the picture of it in `Snapshots/`, exactly.
///
/// With `LOOPDOCTOR_RECORD=1` the picture is written instead, and the test fails, so that it cannot pass by recording.
func expectSnapshot(
  of canvas: Canvas, named name: String, styled: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let cursor = "cursor \(canvas.cursor.row),\(canvas.cursor.column)"
  let text = (styled ? canvas.styledText : canvas.plainText) + "\n\(cursor)\n"
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["LOOPDOCTOR_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); run again without LOOPDOCTOR_RECORD", sourceLocation: sourceLocation)
    return
  }
  let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  guard text != expected else { return }
  Issue.record(
    """
    \(name) has changed; look at it, and if it is right: LOOPDOCTOR_RECORD=1 swift test --filter WizardTests
    expected:
    \(expected ?? "(no picture)")
    is:
    \(text)
    """, sourceLocation: sourceLocation)
}

import Terminal
import Timeline

/// Where a lesson no longer holds, and what is there instead.
public struct LessonFault: Error, Equatable, Sendable {
  /// 1-based place among the lesson's steps.
  public let step: Int
  /// 1-based; nil when the lesson was not read from a file.
  public let line: Int?
  public let message: String
  /// The rows of the screen.
  public let screen: [String]

  /// - Parameter step: 0-based.
  init(_ lesson: SessionFile, step: Int, _ problem: Rehearsal.Problem, _ wizard: WizardState) {
    self.step = step + 1
    line = lesson.lines.indices.contains(step) ? lesson.lines[step] : nil
    message = problem.message
    screen = wizard.canvas.plainText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// In a line with the place, and the screen below it.
  public func description(file: String) -> String {
    let place = line.map { "\(file):\($0)" } ?? file
    return (["\(place): step \(step): \(message); the screen shows"] + screen.map { "  | \($0)".trimmedEnd })
      .joined(separator: "\n")
  }
}

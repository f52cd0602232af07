import Files
import Scan
import Timeline

/// The lines of a project's file around a place.
public enum SourceExcerpt: Equatable, Sendable {
  case reading
  case lines([SourceLine])
  /// They cannot be shown, for this reason.
  case unreadable(String)

  /// Reads three lines before the place and three after it.
  init(around place: Place, in sources: SourceFiles) {
    do throws(FileFault) {
      let lines = try sources.excerpt(of: place.path, max(1, place.line - 3)...(place.line + 3))
      self =
        lines.contains { $0.number == place.line }
        ? .lines(lines.map { SourceLine(number: $0.number, text: $0.text) })
        : .unreadable("it no longer has a line \(place.line)")
    } catch {
      self = .unreadable(error.reason)
    }
  }

  /// Empty when there is nothing to show.
  var lines: [SourceLine] { if case .lines(let lines) = self { lines } else { [] } }
}

/// A line of a project's file.
public struct SourceLine: Equatable, Sendable {
  /// 1-based.
  public let number: Int
  public let text: String

  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}

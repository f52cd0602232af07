import Timeline

/// A known blocking call of the project, as a text search would list it, with what came of it.
public struct Site: Equatable, Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// It runs on the event loop.
    case onLoop = "on_loop"
    /// It runs, in a thread or process of its own.
    case offLoop = "off_loop"
    /// Nothing that runs on the event loop leads to it.
    case notReached = "not_reached"
    /// What it is, or who runs it, cannot be told.
    case unknown
  }

  /// Relative to the root of the scan.
  public let path: String
  public let range: TextRange
  /// The qualified name of the function that it stands in.
  public let function: String
  /// The qualified name of the blocking call; as written where the object's type is not known.
  public let call: String
  public let kind: String
  public let verdict: Verdict
  /// Why, without the place.
  public let reason: String
  /// The line that proves the reason; nil when there is no such line.
  public let place: Place?

  public init(
    path: String, range: TextRange, function: String, call: String, kind: String, verdict: Verdict,
    reason: String, place: Place?
  ) {
    self.path = path
    self.range = range
    self.function = function
    self.call = call
    self.kind = kind
    self.verdict = verdict
    self.reason = reason
    self.place = place
  }

  /// The reason with its place.
  public var explanation: String { place.map { "\(reason), \($0)" } ?? reason }

  /// The order of sites in every report.
  static func precedes(_ left: Site, _ right: Site) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let (a, b) = (left.range, right.range)
    if (a.line, a.column) != (b.line, b.column) { return (a.line, a.column) < (b.line, b.column) }
    return (left.kind, left.call) < (right.kind, right.call)
  }
}

/// What is known of where a function runs.
struct Verdict {
  var verdict: Site.Verdict
  var reason: String
  var place: Place?
}

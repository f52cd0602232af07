import Handbook
import Timeline

/// A call on the event loop that holds it up, or will.
public struct Finding: Equatable, Sendable {
  public let kind: String
  public let severity: Severity
  public let confidence: Confidence
  /// Relative to the root of the scan.
  public let path: String
  /// The call in asynchronous code.
  public let range: TextRange
  /// The qualified name of the coroutine function that it stands in.
  public let function: String
  /// The qualified name of the blocking call.
  public let call: String
  /// What is wrong, without a full stop at its end.
  public let message: String
  /// What to use instead.
  public let replacement: String
  /// The id of the article with the best cure, and those of others that help.
  public let fix: String
  public let also: [String]
  /// Names the blocking call: findings with the same one share a cause.
  public let rootCause: String
  /// From the call in asynchronous code down to the blocking call itself.
  public let chain: [Frame]
  /// How far the blocking call reaches, findings that are not listed included; nil: as far as the findings tell.
  var reach: Reach?

  /// One call on the way down.
  public struct Frame: Equatable, Sendable {
    public let path: String
    public let line: Int
    public let column: Int
    /// The qualified name of the function that the call stands in.
    public let function: String
    /// The qualified name of what is called.
    public let call: String
  }

  /// The message for where the call's name stands beside it anyway.
  public var reason: String {
    message.hasPrefix(call + ": ") ? String(message.dropFirst(call.count + 2)) : message
  }

  /// Where the blocking call itself stands.
  public var cause: Frame { chain[chain.count - 1] }
}

/// A file that could not be looked at, or not wholly.
public struct SkippedFile: Equatable, Sendable {
  public let path: String
  public let reason: String
}

/// All that a scan brings to light.
public struct ScanResult: Equatable, Sendable {
  /// The folder that paths are relative to, as it was named.
  public var root: String
  public var files = 0
  public var lines = 0
  public var asyncFunctions = 0
  /// Wall time.
  public var milliseconds = 0
  /// Sorted by path, line, column.
  public var findings: [Finding] = []
  /// How many more findings there are that only a scan for everything lists, by kind.
  public var unlisted: [String: Int] = [:]
  /// Every known blocking call with its verdict, sorted by path, line, column; nil when it was not asked for.
  public var sites: [Site]?
  public var skipped: [SkippedFile] = []
  public var facts = ProjectFacts()
  /// What was seen of frameworks, Python and libraries, and where.
  public var sightings: [Sighting] = []
  /// What speaks for answers on the timeline, the strongest first for each question.
  public var evidence: [Evidence] = []

  /// A result with nothing in it yet.
  public init(root: String) { self.root = root }
}

/// A fact about the project with the place that proves it.
public struct Sighting: Equatable, Sendable {
  /// `framework`, `python` or `library`.
  public let fact: String
  public let value: String
  public let place: Place
}

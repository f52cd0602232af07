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

/// Findings that share their blocking call.
public struct RootCause: Equatable, Sendable {
  /// The finding with the shortest chain.
  public let nearest: Finding
  public let findings: [Finding]

  /// How many coroutine functions it is reached from.
  public var reach: Int { Set(findings.map { "\($0.path):\($0.function)" }).count }
}

extension ScanResult {
  /// The findings grouped by cause; the gravest, most certain and farthest reaching first.
  public var rootCauses: [RootCause] {
    var groups: [String: [Finding]] = [:]
    for finding in findings { groups[finding.rootCause, default: []].append(finding) }
    // Findings are sorted by place, so the first of the shortest is the same in every run.
    let causes = groups.values.compactMap { group in
      group.min { $0.chain.count < $1.chain.count }.map { RootCause(nearest: $0, findings: group) }
    }
    return causes.sorted { left, right in
      let (a, b) = (left.nearest, right.nearest)
      if a.severity != b.severity { return a.severity > b.severity }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      if left.reach != right.reach { return left.reach > right.reach }
      return (a.cause.path, a.cause.line, a.cause.column) < (b.cause.path, b.cause.line, b.cause.column)
    }
  }
}

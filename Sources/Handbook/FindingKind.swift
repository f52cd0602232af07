/// How much a finding can hold the loop up.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// A question of design.
  case hint
  /// Short, local waiting.
  case warning
  /// Can hold the loop for long.
  case error

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .hint: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// How sure a finding is.
public enum Confidence: String, Sendable, CaseIterable, Comparable {
  case possible, likely, certain

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .possible: 0
    case .likely: 1
    case .certain: 2
    }
  }
}

/// A class of findings, from `kinds.yaml`. Its id is stable: people suppress and select by it.
public struct FindingKind: Equatable, Sendable {
  public let id: String
  public let title: String
  public let severity: Severity
  /// The answer to the question `blocker` that a finding of this kind speaks for.
  public let blocker: String
  /// The article that cures it.
  public let fix: String
  /// What a finding says; `{call}` and `{function}` are filled in.
  public let message: String
  /// Codes of other linters whose `# noqa` also silences it.
  public let noqa: [String]
  /// Names of methods that speak for this kind even on an object whose type nobody can tell.
  public let methods: [String]
}

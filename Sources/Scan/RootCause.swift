import Handbook

/// How far a blocking call reaches.
public struct Reach: Equatable, Sendable {
  /// Coroutine functions that run it without giving way in between.
  public var entryPoints = 0
  /// Request handlers that run it, directly or through coroutines they await.
  public var routes = 0
  /// Entry points that no request handler is known to lead to, those in tests apart.
  public var others = 0
  /// Entry points in tests: nobody waits for them.
  public var tests = 0
  /// Places in coroutine functions that lead to it.
  public var places = 0

  public init(entryPoints: Int = 0, routes: Int = 0, others: Int = 0, tests: Int = 0, places: Int = 0) {
    self.entryPoints = entryPoints
    self.routes = routes
    self.others = others
    self.tests = tests
    self.places = places
  }
}

/// Findings that share their blocking call.
public struct RootCause: Equatable, Sendable {
  /// The finding with the shortest chain.
  public let nearest: Finding
  /// In the order of findings.
  public let findings: [Finding]
  public let reach: Reach

  /// What findings share.
  public var id: String { nearest.rootCause }

  /// One finding for each coroutine function, the nearest first.
  public var entries: [Finding] {
    var seen: Set<String> = []
    return findings.sorted(by: RootCause.isNearer).filter {
      seen.insert("\($0.path):\($0.function)").inserted
    }
  }

  /// - Parameter findings: not empty, in the order of findings.
  init?(_ findings: [Finding]) {
    guard let nearest = findings.min(by: Self.isNearer) else { return nil }
    self.nearest = nearest
    self.findings = findings
    reach = nearest.reach ?? Self.counted(findings)
  }

  private static func isNearer(_ left: Finding, _ right: Finding) -> Bool {
    let (a, b) = (TestCode.holds(left.path), TestCode.holds(right.path))
    if left.severity != right.severity { return left.severity > right.severity }
    if a != b { return b }
    if left.chain.count != right.chain.count { return left.chain.count < right.chain.count }
    return Finding.precedes(left, right)
  }

  private static func counted(_ findings: [Finding]) -> Reach {
    let entries = Set(findings.map { "\($0.path)\n\($0.function)" })
    let tests = entries.count { TestCode.holds(String($0.prefix { $0 != "\n" })) }
    return Reach(
      entryPoints: entries.count, others: entries.count - tests, tests: tests, places: findings.count)
  }
}

extension ScanResult {
  /// The findings grouped by cause: the gravest first, then those that most waits for, then the most certain.
  ///
  /// This is the one ranking and the one grouping that every report and the wizard go by.
  public var rootCauses: [RootCause] {
    var groups: [String: [Finding]] = [:]
    for finding in findings { groups[finding.rootCause, default: []].append(finding) }
    return groups.values.compactMap(RootCause.init).sorted { left, right in
      let (a, b) = (left.nearest, right.nearest)
      if a.severity != b.severity { return a.severity > b.severity }
      let (far, near) = (left.reach, right.reach)
      if far.routes + far.others != near.routes + near.others {
        return far.routes + far.others > near.routes + near.others
      }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return (a.cause.path, a.cause.line, a.cause.column) < (b.cause.path, b.cause.line, b.cause.column)
    }
  }
}

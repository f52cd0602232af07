import Handbook

/// How much of what a scan finds is listed.
public enum ScanExtent: Equatable, Sendable {
  /// Of each cause the places that say most, and of each kind of hint a few: what a person reads.
  case usual
  /// All of it, and every known blocking call with its verdict.
  case everything

  /// The places in which one cause is reported.
  var mostPlaces: Int {
    switch self {
    case .usual: 10
    case .everything: WaysIn.mostEntries
    }
  }

  /// Hints of one kind.
  private static let mostHints = 10

  /// The findings to list, in the order given, and how many of each kind are left out.
  func listed(_ findings: [Finding]) -> (findings: [Finding], unlisted: [String: Int]) {
    if self == .everything { return (findings, [:]) }
    var unlisted: [String: Int] = [:]
    // What a cause has more places than are listed; its findings all know how many there are.
    var counted: Set<String> = []
    var places: [String: Int] = [:]
    for finding in findings { places["\(finding.kind)\n\(finding.rootCause)", default: 0] += 1 }
    for finding in findings where counted.insert("\(finding.kind)\n\(finding.rootCause)").inserted {
      guard let reach = finding.reach else { continue }
      let more = reach.places - places["\(finding.kind)\n\(finding.rootCause)", default: 0]
      if more > 0 { unlisted[finding.kind, default: 0] += more }
    }
    let kept = Self.hintsKept(findings)
    let listed = findings.enumerated().filter { index, finding in
      guard finding.severity == .hint, !kept.contains(index) else { return true }
      unlisted[finding.kind, default: 0] += 1
      return false
    }
    return (listed.map(\.element), unlisted)
  }

  /// Of each kind of hint the most certain, and rather from different files than from one.
  private static func hintsKept(_ findings: [Finding]) -> Set<Int> {
    var inFile: [String: Int] = [:]
    var ranked: [String: [(rank: Int, index: Int)]] = [:]
    for (index, finding) in findings.enumerated() where finding.severity == .hint {
      let key = "\(finding.kind)\n\(finding.path)"
      let doubt = Confidence.allCases.filter { $0 > finding.confidence }.count
      let isTest = TestCode.holds(finding.path) ? 1 : 0
      ranked[finding.kind, default: []].append(
        (rank: (isTest * 4 + doubt) * 100_000 + inFile[key, default: 0], index: index))
      inFile[key, default: 0] += 1
    }
    return Set(
      ranked.values.flatMap { hints in
        hints.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.prefix(mostHints).map(\.index)
      })
  }
}

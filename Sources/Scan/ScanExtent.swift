import Handbook

/// How much of what a scan finds is listed.
public enum ScanExtent: Equatable, Sendable {
  /// As many places as someone reads from top to bottom, of each kind of hint a few.
  case usual
  /// Every cause in the places that say most: for whom can filter, sort and search.
  case everyCause
  /// All of it, and every known blocking call with its verdict.
  case everything

  /// The places in which one cause is reported: who has read ten reads no further.
  var mostPlaces: Int {
    switch self {
    case .usual, .everyCause: 10
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
    var places: [String: (first: Int, count: Int)] = [:]
    for (index, finding) in findings.enumerated() {
      places["\(finding.kind)\n\(finding.rootCause)", default: (index, 0)].count += 1
    }
    for (first, count) in places.values {
      guard let reach = findings[first].reach, reach.places > count else { continue }
      unlisted[findings[first].kind, default: 0] += reach.places - count
    }
    let hints = Self.hintsKept(findings)
    let waits = findings.indices.filter { findings[$0].severity != .hint }
    let listed = self == .usual ? LongList(findings, waits).readable() : waits
    let kept = hints.union(listed)
    for (index, finding) in findings.enumerated() where !kept.contains(index) {
      unlisted[finding.kind, default: 0] += 1
    }
    return (kept.sorted().map { findings[$0] }, unlisted)
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

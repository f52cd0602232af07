import Handbook

/// How much of what a scan finds is listed.
public enum ScanExtent: Equatable, Sendable {
  /// Of each cause the places that say most, and of each kind of hint a few: what a person reads.
  case usual
  /// All of it, and every known blocking call with its verdict.
  case everything

  /// The places in which one cause is reported: who has read ten reads no further.
  var mostPlaces: Int {
    switch self {
    case .usual: 10
    case .everything: WaysIn.mostEntries
    }
  }

  /// Hints of one kind.
  private static let mostHints = 10

  /// The findings to list, in the order given, and how many of each kind are left out.
  /// - Parameter besideTests: whether the project has code for the loop outside its tests.
  func listed(_ findings: [Finding], besideTests: Bool) -> (findings: [Finding], unlisted: [String: Int]) {
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
    var listed = findings.indices.filter { findings[$0].severity != .hint || hints.contains($0) }
    let cuts = Cut.inOrder.filter { $0 != .shortWaitsInTests || besideTests }
    if listed.count > Self.readable {
      let standings = PlaceStanding.each(of: findings)
      for cut in cuts where listed.count > cut.limit {
        listed.removeAll { cut.leavesOut(findings[$0], standings[$0]) }
      }
    }
    let kept = Set(listed)
    for (index, finding) in findings.enumerated() where !kept.contains(index) {
      unlisted[finding.kind, default: 0] += 1
    }
    return (listed.map { findings[$0] }, unlisted)
  }

  /// More findings than these are shortened by what says least.
  private static let readable = 90
  /// More than these go without the gravest finding of places whose causes are listed elsewhere.
  private static let endless = 400

  /// What a long list goes without, the least missed first.
  private enum Cut: Equatable {
    /// Nobody waits for tests.
    case shortWaitsInTests
    /// What only may hold the loop is worth a look where it is near.
    case doubtsFromAfar
    /// What may be, where something is sure: one cure serves both.
    case doubtsBesideCertainty
    /// More places of one cause than these, but for the gravest finding of a place that is near.
    case places(error: Int, other: Int)
    /// More causes of one place than these.
    case causes(Int)
    /// As `places`, without exception.
    case farAndNear

    static let inOrder: [Cut] = [
      .shortWaitsInTests, .doubtsFromAfar, .doubtsBesideCertainty, .causes(4), .places(error: 6, other: 3),
      .causes(3), .places(error: 4, other: 2), .causes(2), .places(error: 2, other: 1), .farAndNear,
    ]

    /// The length of a list that needs the cut.
    var limit: Int { self == .farAndNear ? ScanExtent.endless : ScanExtent.readable }

    func leavesOut(_ finding: Finding, _ standing: PlaceStanding) -> Bool {
      switch self {
      case .shortWaitsInTests: finding.severity == .warning && TestCode.holds(finding.path)
      case .doubtsFromAfar:
        finding.severity != .hint && finding.confidence == .possible && finding.chain.count > 4
      case .doubtsBesideCertainty: standing.isDoubtBesideCertainty
      case .places(let error, let other):
        finding.rank >= (finding.severity == .error ? error : other) && !standing.speaksForNearPlace
      case .causes(let most): standing.rank >= most
      case .farAndNear: finding.rank >= (finding.severity == .error ? 2 : 1) && finding.chain.count > 1
      }
    }
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

import Handbook

/// How a finding stands beside the others of its place: one call in a coroutine function often leads to a dozen that block,
/// and moving that one call off the loop mends them all.
struct PlaceStanding: Equatable {
  /// How many at the place say more: what is graver, surer, nearer. A call that blocks by itself is always the first.
  var rank = 0
  /// It may be, and a graver one is sure.
  var isDoubtBesideCertainty = false
  /// The first of a place that is no more than one call away from what blocks, and no mere possibility.
  var speaksForNearPlace = false

  private static let near = 2

  /// - Parameter findings: sorted by path, line and column.
  static func each(of findings: [Finding]) -> [PlaceStanding] {
    var standings = [PlaceStanding](repeating: PlaceStanding(), count: findings.count)
    var start = 0
    while start < findings.count {
      var end = start + 1
      while end < findings.count, findings[end].isAtPlace(of: findings[start]) { end += 1 }
      let order = (start..<end).filter { findings[$0].severity != .hint }.sorted {
        if findings[$0].saysMore(than: findings[$1]) { return true }
        return !findings[$1].saysMore(than: findings[$0]) && $0 < $1
      }
      for (rank, index) in order.enumerated() {
        let finding = findings[index]
        let isDoubt = finding.confidence == .possible
        if rank == 0 { standings[index].speaksForNearPlace = !isDoubt && finding.chain.count <= near }
        guard finding.chain.count > 1 else { continue }
        standings[index].rank = rank
        standings[index].isDoubtBesideCertainty =
          isDoubt && rank > 0 && findings[order[0]].confidence > finding.confidence
      }
      start = end
    }
    return standings
  }
}

extension Finding {
  fileprivate func isAtPlace(of other: Finding) -> Bool {
    range.line == other.range.line && range.column == other.range.column && path == other.path
  }

  fileprivate func saysMore(than other: Finding) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if confidence != other.confidence { return confidence > other.confidence }
    return chain.count < other.chain.count
  }
}

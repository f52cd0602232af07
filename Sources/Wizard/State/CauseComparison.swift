import Scan

/// What became of the causes of one scan in a later one. With a great many of them it takes a while to find out, so the
/// thread that scanned does.
public struct CauseComparison: Sendable {
  let earlier: FoundCauses
  let later: FoundCauses
  /// Which of the later causes is which of the earlier.
  let matching: CauseMatching
  /// Of the earlier causes.
  let gone: Listing<RootCause>
  /// Of the later ones.
  let remaining: Listing<RootCause>
  let new: Listing<RootCause>

  init(of earlier: FoundCauses, with later: FoundCauses) {
    let matching = CauseMatching(from: earlier.identities, to: later.identities)
    let here = Set(matching.later.values.map(\.rootCause))
    func places(_ found: FoundCauses, _ isWanted: (String) -> Bool) -> Listing<RootCause> {
      Listing(found.all, order: found.byRank.filter { isWanted(found.all[Int($0)].nearest.rootCause) })
    }
    self.earlier = earlier
    self.later = later
    self.matching = matching
    gone = places(earlier) { matching.later[$0] == nil }
    remaining = places(later) { here.contains($0) }
    new = places(later) { !here.contains($0) }
  }
}

extension [CauseComparison] {
  /// The comparison of these two, made now if nobody has made it.
  func comparison(of earlier: FoundCauses, with later: FoundCauses) -> CauseComparison {
    first { $0.earlier === earlier && $0.later === later } ?? CauseComparison(of: earlier, with: later)
  }
}

import Scan

/// A fix under way: what was found before it, and what a later scan finds of that.
struct Treatment: Sendable {
  /// The causes before the fix.
  let before: [RootCause]
  private let identities: [CauseIdentity]
  /// The one that the person set out to treat.
  let treated: String?
  /// nil until it was scanned again.
  private(set) var outcome: Outcome?

  struct Outcome: Sendable {
    let gone: [RootCause]
    let remaining: [RootCause]
    let new: [RootCause]
    /// Whether the treated cause is among those gone; nil when none was chosen.
    let isCured: Bool?
  }

  init(before causes: CauseList, treated: String?) {
    before = causes.all
    identities = causes.identities
    self.treated = treated
  }

  /// Compares what a later scan found.
  mutating func compare(with found: FoundCauses) {
    let causes = found.all
    let matching = CauseMatching(from: identities, to: found.identities)
    let here = Set(matching.later.values.map(\.rootCause))
    outcome = Outcome(
      gone: before.filter { matching.later[$0.nearest.rootCause] == nil },
      remaining: causes.filter { here.contains($0.nearest.rootCause) },
      new: causes.filter { !here.contains($0.nearest.rootCause) },
      isCured: treated.map { matching.later[$0] == nil })
  }
}

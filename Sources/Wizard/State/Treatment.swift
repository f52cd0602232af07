import Scan

/// A fix under way: what was found before it, and what a later scan finds of that.
struct Treatment: Sendable {
  /// The causes before the fix.
  let before: FoundCauses
  /// The one that the person set out to treat.
  let treated: String?
  /// nil until it was scanned again.
  private(set) var outcome: Outcome?

  struct Outcome: Sendable {
    let gone: Listing<RootCause>
    let remaining: Listing<RootCause>
    let new: Listing<RootCause>
    /// Whether the treated cause is among those gone; nil when none was chosen.
    let isCured: Bool?
  }

  init(before causes: CauseList, treated: String?) {
    before = causes.found
    self.treated = treated
  }

  /// Compares what a later scan found.
  /// - Parameter compared: comparisons that were made already.
  mutating func compare(with found: FoundCauses, _ compared: [CauseComparison] = []) {
    let comparison = compared.comparison(of: before, with: found)
    outcome = Outcome(
      gone: comparison.gone, remaining: comparison.remaining, new: comparison.new,
      isCured: treated.map { comparison.matching.later[$0] == nil })
  }
}

import Report
import Scan
import Text

/// The causes of a scan, with all that the list needs to know of them: put together once, on the thread that scanned,
/// since there may be a great many.
public struct FoundCauses: Sendable {
  /// The gravest first.
  let all: [RootCause]
  /// In the order of their lines.
  let identities: [CauseIdentity]
  let rootCauses: Set<String>
  /// What a filter looks at in each of all.
  let texts: [FilteredText]
  /// How many places lead to them all.
  let places: Int
  /// How wide the columns of the list must be.
  let widest: (call: Int, place: Int, reach: Int)

  /// What a filter could ask for, with how often it is there.
  let words: String

  public init(of scan: ScanResult) { self.init(scan.rootCauses) }

  init(_ causes: [RootCause] = []) {
    all = causes
    identities = causes.sorted(by: RootCause.standsBefore).map { CauseIdentity($0) }
    rootCauses = Set(causes.map(\.nearest.rootCause))
    texts = causes.map(\.filteredText)
    words =
      Self.counts(causes.map(\.nearest.severity.rawValue)) + "; "
      + Self.counts(
        causes.map(\.nearest.kind).map { $0.hasPrefix("blocking-") ? String($0.dropFirst(9)) : $0 })
    places = causes.reduce(0) { $0 + $1.reach.places }
    widest = (
      causes.map { $0.nearest.call.displayWidth }.max() ?? 0,
      causes.map { $0.place.displayWidth }.max() ?? 0, causes.map { $0.shownReach.displayWidth }.max() ?? 0
    )
  }

  private static func counts(_ words: [String]) -> String {
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \(grouped($0.value))" }
      .joined(separator: ", ")
  }
}

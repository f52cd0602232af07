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

  public init(of scan: ScanResult) { self.init(scan.rootCauses) }

  init(_ causes: [RootCause] = []) {
    all = causes
    identities = causes.sorted(by: RootCause.standsBefore).map { CauseIdentity($0) }
    rootCauses = Set(causes.map(\.nearest.rootCause))
    texts = causes.map(\.filteredText)
    places = causes.reduce(0) { $0 + $1.reach.places }
    widest = (
      causes.map { $0.nearest.call.displayWidth }.max() ?? 0,
      causes.map { $0.place.displayWidth }.max() ?? 0, causes.map { $0.shownReach.displayWidth }.max() ?? 0
    )
  }
}

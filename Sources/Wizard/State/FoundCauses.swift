import Report
import Scan
import Text

/// The causes of a scan, with all that the list needs to know of them: put together once, on the thread that scanned,
/// since there may be a great many.
public final class FoundCauses: Sendable {
  /// The gravest first.
  let all: [RootCause]
  /// Their places in `all` by rank, by line, and by reach.
  let byRank: [Int32]
  let byPath: [Int32]
  let byReach: [Int32]
  /// In the order of their lines.
  let identities: [CauseIdentity]
  /// What filter and search look at in each of all.
  let texts: ListTexts
  /// How many places lead to them all.
  let places: Int
  /// How wide the columns of the list must be.
  let widest: (call: Int, place: Int, reach: Int)
  /// What a filter could ask for, with how often it is there.
  let words: String
  private let placeOfRootCause: [String: Int32]

  public convenience init(of scan: ScanResult) { self.init(scan.rootCauses) }

  init(_ causes: [RootCause] = []) {
    all = causes
    byRank = causes.indices.map { Int32($0) }
    byPath = byRank.sorted { RootCause.standsBefore(causes[Int($0)], causes[Int($1)]) }
    let reach = causes.map(\.reachCount)
    byReach = byRank.sorted { (reach[Int($1)], $0) < (reach[Int($0)], $1) }
    identities = byPath.map { CauseIdentity(causes[Int($0)]) }
    placeOfRootCause = Dictionary(zip(causes.map(\.nearest.rootCause), byRank)) { first, _ in first }
    var texts = ListTexts()
    for cause in causes { texts.append(cause) }
    self.texts = texts
    words =
      Self.counts(causes.map(\.nearest.severity.rawValue)) + "; "
      + Self.counts(
        causes.map(\.nearest.kind).map { $0.hasPrefix("blocking-") ? String($0.dropFirst(9)) : $0 })
    places = causes.reduce(0) { $0 + $1.reach.places }
    widest = (
      causes.map { $0.nearest.call.widthOfName }.max() ?? 0,
      causes.map { $0.place.widthOfName }.max() ?? 0, causes.map { $0.shownReach.displayWidth }.max() ?? 0
    )
  }

  /// Where a cause stands in `all`; nil when this scan did not find it.
  func place(of rootCause: String) -> Int? { placeOfRootCause[rootCause].map { Int($0) } }

  private static func counts(_ words: [String]) -> String {
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \(grouped($0.value))" }
      .joined(separator: ", ")
  }
}

extension String {
  /// How wide a name is, in whatever way it is shown (`Glyphs.visible`).
  var widthOfName: Int { sanitized(ascii: true, tabWidth: nil).displayWidth }
}

extension ListTexts {
  /// A search finds what the list shows; a filter asks as well where the cause is reached from.
  fileprivate mutating func append(_ cause: RootCause) {
    let (nearest, frame) = (cause.nearest, cause.nearest.cause)
    append(
      Sort(kind: nearest.kind, severity: nearest.severity),
      searched: "\(nearest.severity.rawValue) \(nearest.confidence.rawValue) \(cause.shownReach)",
      both: "\(nearest.call) \(cause.place)",
      filtered: "\(frame.function) \(nearest.path) \(nearest.function)")
  }
}

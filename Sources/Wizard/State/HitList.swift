import Handbook
import Report
import Scan
import Text
import Timeline

/// Every known blocking call of the project, and which of them the person wants to see.
public struct HitList: Sendable {
  /// Sorted by place.
  let all: [Site]
  /// Those to list.
  private(set) var shown: [Site]
  let counts: [Site.Verdict: Int]
  /// How wide the columns of the list must be.
  let widest: (place: Int, call: Int)
  var filter = CauseFilter() { didSet { if filter != oldValue { arrange() } } }
  /// What a filter looks at in each, made once: there may be a great many.
  private let texts: [FilteredText]

  /// - Parameter kinds: all finding kinds, by id.
  public init(_ sites: [Site], kinds: [String: FindingKind]) {
    all = sites
    shown = sites
    counts = Dictionary(sites.map { ($0.verdict, 1) }, uniquingKeysWith: +)
    widest = (
      sites.map { $0.placeOfCall.description.displayWidth }.max() ?? 0,
      sites.map { $0.call.displayWidth }.max() ?? 0
    )
    texts = sites.map { site in
      FilteredText(
        severity: kinds[site.kind]?.severity, kind: site.kind,
        words: "\(site.placeOfCall) \(site.function) \(site.call) \(site.verdict.inWords)")
    }
  }

  private mutating func arrange() {
    shown = filter.isEmpty ? all : zip(all, texts).filter { filter.accepts($1) }.map(\.0)
  }
}

extension Site {
  var placeOfCall: Place { Place(path: path, line: range.line) }
}

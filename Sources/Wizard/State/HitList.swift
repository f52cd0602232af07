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
  private(set) var shown: Listing<Site>
  let counts: [Site.Verdict: Int]
  /// How wide the columns of the list must be.
  let widest: (place: Int, call: Int)
  var filter = CauseFilter() { didSet { if filter != oldValue { arrange() } } }
  /// What filter and search look at in each, made once: there may be a great many.
  let texts: ListTexts
  private let order: [Int32]

  /// - Parameter kinds: all finding kinds, by id.
  public init(_ sites: [Site], kinds: [String: FindingKind]) {
    all = sites
    order = sites.indices.map { Int32($0) }
    shown = Listing(sites, order: order)
    counts = Dictionary(sites.map { ($0.verdict, 1) }, uniquingKeysWith: +)
    widest = (
      sites.map { $0.placeOfCall.description.widthOfName }.max() ?? 0,
      sites.map { $0.call.widthOfName }.max() ?? 0
    )
    var texts = ListTexts()
    for site in sites {
      texts.append(
        ListTexts.Sort(kind: site.kind, severity: kinds[site.kind]?.severity), searched: "",
        both: "\(site.verdict.inWords) \(site.placeOfCall) \(site.call)", filtered: site.function)
    }
    self.texts = texts
  }

  private mutating func arrange() {
    let fitting = filter.isEmpty ? [] : filter.fitting(texts)
    shown = Listing(all, order: filter.isEmpty ? order : order.filter { fitting[Int($0)] })
  }
}

extension Site {
  var placeOfCall: Place { Place(path: path, line: range.line) }
}

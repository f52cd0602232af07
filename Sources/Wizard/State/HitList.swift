import Scan
import Timeline

/// Every known blocking call of the project, with how many there are of each verdict.
struct HitList: Sendable {
  let sites: [Site]
  let counts: [Site.Verdict: Int]

  init(_ sites: [Site]) {
    self.sites = sites
    counts = Dictionary(sites.map { ($0.verdict, 1) }, uniquingKeysWith: +)
  }
}

extension Site {
  var placeOfCall: Place { Place(path: path, line: range.line) }
}

import Handbook

/// A list of findings that is too long to be read: which of them to keep.
///
/// One call in a coroutine function often leads to a dozen that block, and moving that one call off the loop mends them all: so
/// of each place only what says most is kept. Then what is near, sure and grave comes first, and rather another
/// function or another cause than one more of the same. How much each weighs is measured by `make fixes`.
struct LongList {
  private let findings: [Finding]
  private let all: [Int]
  private let chosen: [Int]

  /// - Parameters:
  ///   - findings: sorted by path, line and column.
  ///   - indices: those to choose from, ascending.
  init(_ findings: [Finding], _ indices: [Int]) {
    self.findings = findings
    all = indices
    var chosen: [Int] = []
    for index in indices {
      guard let last = chosen.last, findings[last].isAtPlace(of: findings[index]) else {
        chosen.append(index)
        continue
      }
      if findings[index].comesBefore(findings[last]) { chosen[chosen.count - 1] = index }
    }
    self.chosen = chosen
  }

  /// What another of the same cause, and of the same function, comes after.
  private static let sameCause = 2
  private static let sameFunction = 8

  /// The indices of as many as someone reads, ascending.
  func readable() -> [Int] {
    let most = Self.readable(ofPlaces: chosen.count)
    return all.count <= most ? all : first(most)
  }

  /// How many are listed of many: a large program has more to read. Measured by `make fixes`, as the weights are.
  static func readable(ofPlaces count: Int) -> Int { min(150, 63 + count / 10) }

  /// The indices of what comes first, ascending.
  func first(_ most: Int) -> [Int] {
    if chosen.count <= most { return chosen }
    var causes: [String: Int] = [:]
    var functions: [String: Int] = [:]
    let near = chosen.sorted { (findings[$0].distance, $0) < (findings[$1].distance, $1) }
    let ranked = near.enumerated().map { place, index -> (late: Int, place: Int, index: Int) in
      let finding = findings[index]
      let late =
        finding.distance + Self.sameCause * causes[finding.rootCause, default: 0]
        + Self.sameFunction * functions["\(finding.path)\n\(finding.function)", default: 0]
      causes[finding.rootCause, default: 0] += 1
      functions["\(finding.path)\n\(finding.function)", default: 0] += 1
      return (late, place, index)
    }
    return ranked.sorted { ($0.late, $0.place) < ($1.late, $1.place) }.prefix(most).map(\.index).sorted()
  }
}

extension Finding {
  fileprivate func isAtPlace(of other: Finding) -> Bool {
    range.line == other.range.line && range.column == other.range.column && path == other.path
  }

  /// Of two findings at one place, the nearer; in one function, what runs first.
  fileprivate func comesBefore(_ other: Finding) -> Bool {
    if distance != other.distance { return distance < other.distance }
    guard let (own, others) = chain.last.flatMap({ own in other.chain.last.map { (own, $0) } }) else {
      return false
    }
    return own.path == others.path && own.function == others.function && own.line < others.line
  }

  /// How far a finding is from what someone has to see first: in calls, in doubt, in weight. Nobody waits for tests.
  fileprivate var distance: Int {
    let doubt = Confidence.allCases.count { $0 > confidence }
    let lightness = Severity.allCases.count { $0 > severity }
    return chain.count + 3 * doubt + 6 * lightness + (TestCode.holds(path) ? 8 : 0)
  }
}

import Report
import Scan
import Text

/// The causes found, as the person wants to see them: in which order, which of them, and which were judged not to be it.
struct CauseList: Sendable {
  enum Order: String, CaseIterable, Sendable { case rank, path, reach }

  private(set) var found = FoundCauses()
  /// Those to list, in their order; what was marked as not the cause comes last.
  private(set) var shown = Listing<RootCause>()
  var order = Order.rank { didSet { arrange() } }
  var filter = CauseFilter() { didSet { if filter != oldValue { arrange() } } }
  /// What was marked as not the cause; a cause that the last scan did not find stays marked for when it comes back.
  private var marks: [CauseIdentity] = []
  private var marked: Set<String> = []
  /// Where in all the marked causes of this scan are.
  private var markedPlaces: Set<Int32> = []
  /// The marks before each change, for undo.
  private var past: [[CauseIdentity]] = []

  // MARK: Scans

  /// All of the last scan, the gravest first.
  var all: [RootCause] { found.all }
  var words: String { found.words }
  var places: Int { found.places }
  var widest: (call: Int, place: Int, reach: Int) { found.widest }

  /// A cause of the last scan, by its `rootCause`.
  func cause(_ rootCause: String) -> RootCause? { found.place(of: rootCause).map { all[$0] } }

  /// The gravest that is of a kind asked for and not marked.
  func gravest(isWanted: (_ kind: String) -> Bool) -> RootCause? {
    let wanted = found.texts.sorts.map { isWanted($0.kind) }
    guard wanted.contains(true) else { return nil }
    return first { wanted[$0] }
  }

  /// The gravest of each kind and severity that is not marked, the gravest of all first.
  var gravestOfEachSort: [RootCause] {
    var isMissing = found.texts.sorts.map { _ in true }
    var missing = isMissing.count
    var gravest: [RootCause] = []
    for (place, sort) in found.texts.sortOfLine.enumerated() where isMissing[Int(sort)] {
      if markedPlaces.contains(Int32(place)) { continue }
      isMissing[Int(sort)] = false
      gravest.append(all[place])
      missing -= 1
      if missing == 0 { break }
    }
    return gravest
  }

  private func first(isWanted: (_ sort: Int) -> Bool) -> RootCause? {
    let sorts = found.texts.sortOfLine
    return sorts.indices.first { isWanted(Int(sorts[$0])) && !markedPlaces.contains(Int32($0)) }.map {
      all[$0]
    }
  }

  /// Takes the causes of a new scan; marks go with the causes that they are on.
  /// - Parameter compared: comparisons that were made already.
  /// - Returns: which of the causes before is which of these.
  @discardableResult
  mutating func take(_ causes: FoundCauses, _ compared: [CauseComparison] = []) -> CauseMatching {
    let comparison = compared.comparison(of: found, with: causes)
    let matching = comparison.matching
    let returned = returned(in: comparison)
    func moved(_ marks: [CauseIdentity]) -> [CauseIdentity] {
      marks.map { matching.later[$0.rootCause] ?? returned[$0.rootCause] ?? $0 }
    }
    marks = moved(marks)
    past = past.map(moved)
    found = causes
    arrange()
    return matching
  }

  /// Marks on what was gone for a while find it among what is new.
  private func returned(in comparison: CauseComparison) -> [String: CauseIdentity] {
    let gone = marks.filter { found.place(of: $0.rootCause) == nil }
    if gone.isEmpty { return [:] }
    let new = Set(comparison.new.lazy.map(\.nearest.rootCause))
    return CauseMatching(
      from: gone, to: comparison.later.identities.filter { new.contains($0.rootCause) }
    ).later
  }

  // MARK: Marks

  /// How many of the causes are marked.
  var markedCount: Int { marked.count }
  /// The `rootCause` of each marked cause.
  var markedRootCauses: Set<String> { marked }

  /// The marked causes of this scan, the gravest first.
  var markedCauses: [RootCause] { markedPlaces.sorted().map { all[Int($0)] } }

  func isMarked(_ cause: RootCause) -> Bool { marked.contains(cause.nearest.rootCause) }

  /// Marks a cause as not the cause, or takes the mark away.
  mutating func toggleMark(_ cause: RootCause) {
    past.append(marks)
    let identity = CauseIdentity(cause)
    if isMarked(cause) { marks.removeAll { $0 == identity } } else { marks.append(identity) }
    arrange()
  }

  /// What is marked, to be kept.
  var keptMarks: [CauseIdentity] { marks }

  /// Takes marks of an earlier session; they go on the causes that are found again.
  mutating func restore(_ kept: [CauseIdentity]) {
    let found = CauseMatching(from: kept, to: self.found.identities)
    marks = kept.map { found.later[$0.rootCause] ?? $0 }
    past = []
    arrange()
  }

  /// Takes the last change of the marks back; false when there is none.
  mutating func undo() -> Bool {
    guard let last = past.popLast() else { return false }
    marks = last
    arrange()
    return true
  }

  // MARK: Arranging

  private mutating func arrange() {
    marked = []
    markedPlaces = []
    for mark in marks {
      guard let place = found.place(of: mark.rootCause) else { continue }
      marked.insert(mark.rootCause)
      markedPlaces.insert(Int32(place))
    }
    var places =
      switch order {
      case .rank: found.byRank
      case .path: found.byPath
      case .reach: found.byReach
      }
    if !filter.isEmpty {
      let fitting = filter.fitting(found.texts)
      places = places.filter { fitting[Int($0)] }
    }
    if !markedPlaces.isEmpty {
      places = places.filter { !markedPlaces.contains($0) } + places.filter(markedPlaces.contains)
    }
    shown = Listing(all, order: places)
  }
}

extension RootCause {
  /// The blocking call's file and line.
  var place: String { "\(nearest.cause.path):\(nearest.cause.line)" }

  /// How many wait for it, as a number to sort by.
  var reachCount: Int { max(reach.entryPoints, reach.routes) }

  /// How many wait for it, where that is more than one; routes count most.
  var shownReach: String {
    if reach.routes > 0 { return counted(reach.routes, "route") }
    return reach.entryPoints > 1 ? counted(reach.entryPoints, "coroutine") : ""
  }

  static func standsBefore(_ left: RootCause, _ right: RootCause) -> Bool {
    let (a, b) = (left.nearest.cause, right.nearest.cause)
    return (a.path, a.line, a.column) < (b.path, b.line, b.column)
  }
}

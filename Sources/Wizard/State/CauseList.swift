import Report
import Scan
import Text

/// The causes found, as the person wants to see them: in which order, which of them, and which were judged not to be it.
struct CauseList: Sendable {
  enum Order: String, CaseIterable, Sendable { case rank, path, reach }

  /// All of the last scan, the gravest first.
  private(set) var all: [RootCause] = []
  /// Those to list, in their order; what was marked as not the cause comes last.
  private(set) var shown: [RootCause] = []
  var order = Order.rank { didSet { arrange() } }
  var filter = CauseFilter() { didSet { if filter != oldValue { arrange() } } }
  /// How many places lead to them all.
  private(set) var places = 0
  /// How wide the columns of the list must be.
  private(set) var widest = (call: 0, place: 0, reach: 0)

  /// What a filter looks at in each of all.
  private var texts: [FilteredText] = []
  /// What was marked as not the cause; a cause that the last scan did not find stays marked for when it comes back.
  private var marks: [CauseIdentity] = []
  private var marked: Set<String> = []
  /// The marks before each change, for undo.
  private var past: [[CauseIdentity]] = []

  // MARK: Scans

  /// Takes the causes of a new scan; marks go with the causes that they are on.
  /// - Returns: which of the causes before is which of these.
  @discardableResult
  mutating func take(_ causes: [RootCause]) -> CauseMatching {
    let (old, new) = (all.identitiesByPlace, causes.identitiesByPlace)
    let matching = CauseMatching(from: old, to: new)
    let known = Set(matching.later.values)
    // Marks on what was gone for a while find it among what is new.
    let returned = CauseMatching(
      from: marks.filter { !old.contains($0) }, to: new.filter { !known.contains($0) })
    func moved(_ marks: [CauseIdentity]) -> [CauseIdentity] {
      marks.map { matching.later[$0.rootCause] ?? returned.later[$0.rootCause] ?? $0 }
    }
    marks = moved(marks)
    past = past.map(moved)
    all = causes
    texts = causes.map(\.filteredText)
    places = causes.reduce(0) { $0 + $1.reach.places }
    widest = (
      causes.map { $0.nearest.call.displayWidth }.max() ?? 0,
      causes.map { $0.place.displayWidth }.max() ?? 0, causes.map { $0.shownReach.displayWidth }.max() ?? 0
    )
    arrange()
    return matching
  }

  // MARK: Marks

  /// How many of the causes are marked.
  var markedCount: Int { marked.count }
  /// The `rootCause` of each marked cause.
  var markedRootCauses: Set<String> { marked }

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
    let found = CauseMatching(from: kept, to: all.identitiesByPlace)
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
    let roots = Set(marks.map(\.rootCause))
    marked = Set(all.map(\.nearest.rootCause)).intersection(roots)
    let fitting = filter.isEmpty ? all : zip(all, texts).filter { filter.accepts($1) }.map(\.0)
    let ordered =
      switch order {
      case .rank: fitting
      case .path: fitting.sorted(by: RootCause.standsBefore)
      case .reach: fitting.enumerated().sorted { ($1.1.reachCount, $0.0) < ($0.1.reachCount, $1.0) }.map(\.1)
      }
    shown = marked.isEmpty ? ordered : ordered.filter { !isMarked($0) } + ordered.filter { isMarked($0) }
  }
}

extension RootCause {
  /// The blocking call's file and line.
  var place: String { "\(nearest.cause.path):\(nearest.cause.line)" }

  /// Where it stands, where it is reached from, and what it is.
  fileprivate var filteredText: FilteredText {
    let cause = nearest.cause
    return FilteredText(
      severity: nearest.severity, kind: nearest.kind,
      words: "\(place) \(cause.function) \(nearest.call) \(nearest.path) \(nearest.function)")
  }

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

extension [RootCause] {
  var identitiesByPlace: [CauseIdentity] { sorted(by: RootCause.standsBefore).map { CauseIdentity($0) } }
}

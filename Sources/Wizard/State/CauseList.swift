import Report
import Scan
import Text

/// The causes found, as the person wants to see them: in which order, which of them, and which were judged not to be it.
struct CauseList: Sendable {
  enum Order: String, CaseIterable, Sendable { case rank, path, reach }

  private var found = FoundCauses()
  /// Those to list, in their order; what was marked as not the cause comes last.
  private(set) var shown: [RootCause] = []
  var order = Order.rank { didSet { arrange() } }
  var filter = CauseFilter() { didSet { if filter != oldValue { arrange() } } }
  /// What was marked as not the cause; a cause that the last scan did not find stays marked for when it comes back.
  private var marks: [CauseIdentity] = []
  private var marked: Set<String> = []
  /// The marks before each change, for undo.
  private var past: [[CauseIdentity]] = []

  // MARK: Scans

  /// All of the last scan, the gravest first.
  var all: [RootCause] { found.all }
  var identities: [CauseIdentity] { found.identities }
  var words: String { found.words }
  var places: Int { found.places }
  var widest: (call: Int, place: Int, reach: Int) { found.widest }

  /// Takes the causes of a new scan; marks go with the causes that they are on.
  /// - Returns: which of the causes before is which of these.
  @discardableResult
  mutating func take(_ causes: FoundCauses) -> CauseMatching {
    let (old, new) = (found.identities, causes.identities)
    let matching = CauseMatching(from: old, to: new)
    // Marks on what was gone for a while find it among what is new.
    let gone = marks.isEmpty ? [] : Set(marks).subtracting(old)
    let known = gone.isEmpty ? [] : Set(matching.later.values)
    let returned = CauseMatching(
      from: marks.filter(gone.contains), to: gone.isEmpty ? [] : new.filter { !known.contains($0) })
    func moved(_ marks: [CauseIdentity]) -> [CauseIdentity] {
      marks.map { matching.later[$0.rootCause] ?? returned.later[$0.rootCause] ?? $0 }
    }
    marks = moved(marks)
    past = past.map(moved)
    found = causes
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
    let found = CauseMatching(from: kept, to: identities)
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
    marked = Set(marks.map(\.rootCause)).intersection(found.rootCauses)
    let fitting = filter.isEmpty ? all : zip(all, found.texts).filter { filter.accepts($1) }.map(\.0)
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
  var filteredText: FilteredText {
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

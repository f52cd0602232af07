import Handbook

/// The known libraries arranged for look-up by qualified name.
///
/// A class, so that what it has read is kept: all names that begin with the same word are arranged when one of them is first
/// asked for, since a project has to do with few of the libraries. Used by one thread at a time.
final class KnowledgeIndex {
  /// From the first word of a name to the places in `shelf` of the libraries that speak of such names.
  private var owners: [String: [Int]] = [:]
  private let shelf: [ShelvedLibrary]
  /// From this place on, the shelf holds what belongs to the process and not to a request.
  private let perRequestStart: Int
  private var known: [String: KnownNames] = [:]
  let offLoopDecorators: Set<String>
  let guards: ThreadGuards
  let onLoop: OnLoop
  /// By qualified name.
  let callers: [String: OnLoop.Place]
  let factories: [String: OnLoop.Place]
  /// The own names of class methods that make objects.
  let makers: Set<String>
  /// The names of calls that the project's own file declares to block, and of helpers that it declares to leave the loop.
  let declared: Set<String>
  private var ownCalls: [BlockingCall] = []
  let declaredOffLoop: Set<String>
  /// Functions whose argument makes what a parameter gets, such as FastAPI's `Depends`.
  let injectors: Set<String>
  let kinds: [String: FindingKind]
  /// Where, counted from 1, helpers that leave the loop take what they call, by the last word of their name.
  private(set) var offLoopArguments: [String: Int] = [:]

  init(_ knowledge: Knowledge) {
    kinds = knowledge.kinds
    offLoopDecorators = knowledge.offLoop.decorators
    guards = knowledge.offLoop.guards
    onLoop = knowledge.onLoop
    callers = Dictionary(
      knowledge.onLoop.callers.map { ($0.name, $0.callable) }, uniquingKeysWith: { first, _ in first })
    factories = Dictionary(
      knowledge.onLoop.factories.map { ($0.name, $0.callable) }, uniquingKeysWith: { first, _ in first })
    makers = Set(knowledge.onLoop.constructors.flatMap(\.makers))
    declared = Set(knowledge.declared.calls.map(\.name))
    declaredOffLoop = Set(knowledge.declared.helpers.map(\.name)).union(knowledge.declared.decorators)
    injectors = Set(knowledge.frameworks.flatMap(\.injectors))
    for helper in knowledge.offLoop.helpers {
      guard let argument = helper.argument, let last = helper.name.split(separator: ".").last else {
        continue
      }
      offLoopArguments[String(last)] = argument
    }
    shelf = knowledge.shelf + knowledge.perRequestShelf
    perRequestStart = knowledge.shelf.count
    for (place, shelved) in shelf.enumerated() {
      for root in shelved.roots { owners[root, default: []].append(place) }
    }
    // The project may call things by another name than the handbook.
    ownCalls = knowledge.declared.calls
    ownCalls += ownCalls.map { $0.renamed(canonical($0.name)) }
    known = [:]
  }

  /// What is known of the names that begin as this one does.
  private func table(for name: String) -> KnownNames {
    let root = String(name.root)
    if let table = known[root] { return table }
    let table = KnownNames(root: root)
    for place in owners[root] ?? [] {
      table.add(shelf[place].library, isPerRequest: place >= perRequestStart)
    }
    // What the project says itself is the last word.
    for call in ownCalls { table.add(call) }
    known[root] = table
    return table
  }

  /// The one name under which an object is known.
  func canonical(_ name: String) -> String {
    var name = name
    // An alias may lead to another; a ring of them ends after a few rounds.
    for _ in 0..<4 {
      guard let shorter = table(for: name).replaced(name) else { return name }
      name = shorter
    }
    return name
  }

  /// What calling or reading something gives; nil when the handbook does not say.
  func type(of name: String) -> String? { table(for: name).types[name].map(canonical) }

  /// The blocking call that a qualified name stands for.
  func blockingCall(_ name: String) -> BlockingCall? { table(for: name).blockingCall(name) }

  /// Whether the handbook knows a library whose names begin with the same word.
  func knows(nameLike name: String) -> Bool { owners[String(name.root)] != nil }

  /// Whether the handbook knows members of something.
  func isOwner(_ name: String) -> Bool { table(for: name).owners.contains(name) }

  /// The client or pool that belongs to the process, when calling this makes one.
  func sharedResource(_ name: String) -> BlockingCall? { table(for: name).perRequest[name] }

  /// Whether a decorator of this name takes its function off the loop.
  func isOffLoopDecorator(_ name: String) -> Bool {
    if offLoopDecorators.contains(name) { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return offLoopDecorators.contains("*" + name[dot...])
  }
}

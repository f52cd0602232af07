import Handbook

/// The known libraries arranged for look-up by qualified name.
struct KnowledgeIndex: Sendable {
  private let calls: [BlockingCall]
  // The calls are named by their places: a dictionary of small values is built quickly, for each scan anew.
  private var exact: [String: Int32] = [:]
  /// From `a.b` for calls named `a.b.*`.
  private var anyMethod: [String: Int32] = [:]
  /// From `a.b` to the calls named `a.b.**.name`, by `name`.
  private var anyDepth: [String: [String: Int32]] = [:]
  private var types: [String: String] = [:]
  private var aliases: [String: String] = [:]
  private var asynchronous: Set<String> = []
  private var perRequest: [String: BlockingCall] = [:]
  let offLoopDecorators: Set<String>
  /// Functions whose argument makes what a parameter gets, such as FastAPI's `Depends`.
  let injectors: Set<String>
  let kinds: [String: FindingKind]

  init(_ knowledge: Knowledge) {
    kinds = knowledge.kinds
    offLoopDecorators = knowledge.offLoopDecorators
    injectors = Set(knowledge.frameworks.flatMap(\.injectors))
    for library in knowledge.libraries + knowledge.perRequest {
      types.merge(library.types) { first, _ in first }
      aliases.merge(library.aliases) { first, _ in first }
      asynchronous.formUnion(library.asynchronous)
    }
    calls = knowledge.libraries.flatMap(\.calls)
    exact.reserveCapacity(calls.count)
    for place in calls.indices { add(calls[place].name, at: Int32(place)) }
    for call in knowledge.perRequest.flatMap(\.calls) { perRequest[call.name] = call }
  }

  private mutating func add(_ name: String, at place: Int32) {
    let utf8 = name.utf8
    guard let star = utf8.firstIndex(of: UInt8(ascii: "*")), star > name.startIndex else {
      exact[name] = place
      return
    }
    // `a.b.*` or `a.b.**.name`
    let owner = String(name[..<utf8.index(before: star)])
    if let rest = utf8.index(star, offsetBy: 3, limitedBy: utf8.endIndex) {
      anyDepth[owner, default: [:]][String(name[rest...])] = place
    } else {
      anyMethod[owner] = place
    }
  }

  /// The one name under which an object is known.
  func canonical(_ name: String) -> String {
    var name = name
    // An alias may lead to another; a ring of them ends after a few rounds.
    for _ in 0..<4 {
      guard let shorter = replaced(name) else { return name }
      name = shorter
    }
    return name
  }

  private func replaced(_ name: String) -> String? {
    if aliases.isEmpty { return nil }
    var end = name.endIndex
    while true {
      if let target = aliases[String(name[..<end])], target != name { return target + name[end...] }
      guard let dot = name[..<end].lastIndex(of: ".") else { return nil }
      end = dot
    }
  }

  /// What calling or reading something gives; nil when the handbook does not say.
  func type(of name: String) -> String? { types[name].map(canonical) }

  /// The blocking call that a qualified name stands for.
  func blockingCall(_ name: String) -> BlockingCall? {
    if let place = exact[name] { return asynchronous.contains(name) ? nil : calls[Int(place)] }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let last = String(name[name.index(after: dot)...])
    if let call = anyMethod[String(name[..<dot])].map({ calls[Int($0)] }), !call.except.contains(last),
      !last.hasPrefix("__")
    {
      return isAsynchronous(name) ? nil : call
    }
    if anyDepth.isEmpty { return nil }
    var end = dot
    while true {
      if let place = anyDepth[String(name[..<end])]?[last] {
        return isAsynchronous(name) ? nil : calls[Int(place)]
      }
      guard let previous = name[..<end].lastIndex(of: ".") else { return nil }
      end = previous
    }
  }

  /// The client or pool that belongs to the process, when calling this makes one.
  func sharedResource(_ name: String) -> BlockingCall? { perRequest[name] }

  private func isAsynchronous(_ name: String) -> Bool {
    var end = name.endIndex
    while true {
      if asynchronous.contains(String(name[..<end])) { return true }
      guard let dot = name[..<end].lastIndex(of: ".") else { return false }
      end = dot
    }
  }

  /// Whether a decorator of this name takes its function off the loop.
  func isOffLoopDecorator(_ name: String) -> Bool {
    if offLoopDecorators.contains(name) { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return offLoopDecorators.contains("*" + name[dot...])
  }
}

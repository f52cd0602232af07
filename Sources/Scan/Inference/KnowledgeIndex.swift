import Handbook

/// The known libraries arranged for look-up by qualified name.
struct KnowledgeIndex: Sendable {
  private var exact: [String: BlockingCall] = [:]
  /// From `a.b` for calls named `a.b.*`.
  private var anyMethod: [String: BlockingCall] = [:]
  /// From `a.b` to the calls named `a.b.**.name`, by `name`.
  private var anyDepth: [String: [String: BlockingCall]] = [:]
  private var types: [String: String] = [:]
  private var aliases: [String: String] = [:]
  private var asynchronous: Set<String> = []
  private var perRequest: [String: BlockingCall] = [:]
  let offLoopDecorators: Set<String>
  /// The names of calls that the project's own file declares to block, and of helpers that it declares to leave the loop.
  let declared: Set<String>
  let declaredOffLoop: Set<String>
  /// Functions whose argument makes what a parameter gets, such as FastAPI's `Depends`.
  let injectors: Set<String>
  let kinds: [String: FindingKind]

  init(_ knowledge: Knowledge) {
    kinds = knowledge.kinds
    declared = Set(knowledge.declared.calls.map(\.name))
    declaredOffLoop = Set(knowledge.declared.helpers.map(\.name)).union(knowledge.declared.decorators)
    offLoopDecorators = knowledge.offLoopDecorators
    injectors = Set(knowledge.frameworks.flatMap(\.injectors))
    for library in knowledge.libraries + knowledge.perRequest {
      types.merge(library.types) { first, _ in first }
      aliases.merge(library.aliases) { first, _ in first }
      asynchronous.formUnion(library.asynchronous)
    }
    for call in knowledge.libraries.flatMap(\.calls) { add(call) }
    // The project has the last word, also on names that have another one in the handbook.
    asynchronous.subtract(declared)
    for call in knowledge.declared.calls {
      add(call)
      add(call.renamed(canonical(call.name)))
    }
    for call in knowledge.perRequest.flatMap(\.calls) { perRequest[call.name] = call }
  }

  private mutating func add(_ call: BlockingCall) {
    if let deep = call.name.firstRange(of: ".**.") {
      anyDepth[String(call.name[..<deep.lowerBound]), default: [:]][String(call.name[deep.upperBound...])] =
        call
    } else if call.name.hasSuffix(".*") {
      anyMethod[String(call.name.dropLast(2))] = call
    } else {
      exact[call.name] = call
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
    if let call = exact[name] { return asynchronous.contains(name) ? nil : call }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let last = String(name[name.index(after: dot)...])
    if let call = anyMethod[String(name[..<dot])], !call.except.contains(last), !last.hasPrefix("__") {
      return isAsynchronous(name) ? nil : call
    }
    if anyDepth.isEmpty { return nil }
    var end = dot
    while true {
      if let call = anyDepth[String(name[..<end])]?[last] { return isAsynchronous(name) ? nil : call }
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

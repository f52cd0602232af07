import Handbook

/// What is known of all names that begin with the same word. Filled once, by `KnowledgeIndex`.
final class KnownNames {
  private let root: String
  private var calls: [BlockingCall] = []
  // The calls are named by their places: a dictionary of small values is built quickly.
  private var exact: [String: Int] = [:]
  /// From `a.b` for calls named `a.b.*`.
  private var anyMethod: [String: Int] = [:]
  /// From `a.b` to the calls named `a.b.**.name`, by `name`.
  private var anyDepth: [String: [String: Int]] = [:]
  private(set) var types: [String: String] = [:]
  private var aliases: [String: String] = [:]
  private var asynchronous: Set<String> = []
  private(set) var perRequest: [String: BlockingCall] = [:]

  /// What is before the last dot of the names that are known.
  private(set) lazy var owners = Set(
    (Array(exact.keys) + anyMethod.keys.map { $0 + ".*" } + types.keys).compactMap { name in
      name.lastIndex(of: ".").map { String(name[..<$0]) }
    })

  init(root: String) { self.root = root }

  /// Takes what a library says of names with this beginning.
  func add(_ library: Library, isPerRequest: Bool) {
    for (name, type) in library.types where isMeant(name) && types[name] == nil { types[name] = type }
    for (name, target) in library.aliases where isMeant(name) && aliases[name] == nil {
      aliases[name] = target
    }
    asynchronous.formUnion(library.asynchronous.filter(isMeant))
    for call in library.calls where isMeant(call.name) {
      if isPerRequest {
        perRequest[call.name] = call
      } else {
        append(call)
      }
    }
  }

  /// Takes a call that blocks, whatever was said of it so far.
  func add(_ call: BlockingCall) {
    guard isMeant(call.name) else { return }
    asynchronous.remove(call.name)
    append(call)
  }

  private func append(_ call: BlockingCall) {
    calls.append(call)
    add(call.name, at: calls.count - 1)
  }

  private func isMeant(_ name: String) -> Bool { name.root == root }

  private func add(_ name: String, at place: Int) {
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

  /// The name with an alias in it replaced; nil when it has none.
  func replaced(_ name: String) -> String? {
    if aliases.isEmpty { return nil }
    var end = name.endIndex
    while true {
      if let target = aliases[String(name[..<end])], target != name { return target + name[end...] }
      guard let dot = name[..<end].lastIndex(of: ".") else { return nil }
      end = dot
    }
  }

  /// The blocking call that a qualified name stands for.
  func blockingCall(_ name: String) -> BlockingCall? {
    if let place = exact[name] { return asynchronous.contains(name) ? nil : calls[place] }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let last = String(name[name.index(after: dot)...])
    if let call = anyMethod[String(name[..<dot])].map({ calls[$0] }), !call.except.contains(last),
      !last.hasPrefix("__")
    {
      return isAsynchronous(name) ? nil : call
    }
    if anyDepth.isEmpty { return nil }
    var end = dot
    while true {
      if let place = anyDepth[String(name[..<end])]?[last] {
        return isAsynchronous(name) ? nil : calls[place]
      }
      guard let previous = name[..<end].lastIndex(of: ".") else { return nil }
      end = previous
    }
  }

  private func isAsynchronous(_ name: String) -> Bool {
    var end = name.endIndex
    while true {
      if asynchronous.contains(String(name[..<end])) { return true }
      guard let dot = name[..<end].lastIndex(of: ".") else { return false }
      end = dot
    }
  }
}

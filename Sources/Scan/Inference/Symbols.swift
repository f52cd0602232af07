import Handbook

/// A qualified name outside the project, by number.
struct Symbol: Hashable {
  let index: Int32
}

/// The qualified names that a scan has met, each with what the handbook knows of it, looked up once.
final class Symbols {
  /// What is known of a qualified name.
  final class Facts {
    let name: String
    /// The last word of the name.
    let last: String
    /// What calling or reading it gives.
    let type: Symbol?
    let blocking: BlockingCall?
    let shared: BlockingCall?
    let isClassLike: Bool
    /// What calling it means by the language.
    let meaning: Language.Meaning?
    /// Whether it takes every element of its first argument before it returns.
    let isConsumer: Bool
    /// The methods of its first argument that it calls, or the next one when it has none.
    let conversions: [String]?
    /// The methods with which it compares the elements of its first argument.
    let comparison: [String]?
    /// Where it takes what it calls.
    let callable: OnLoop.Place?
    let isBuiltin: Bool
    let isBlocking: Bool

    init(
      name: String, last: String, type: Symbol?, blocking: BlockingCall?, shared: BlockingCall?,
      isClassLike: Bool, callable: OnLoop.Place?
    ) {
      self.name = name
      self.last = last
      self.type = type
      self.blocking = blocking
      self.shared = shared
      self.isClassLike = isClassLike
      meaning = Language.meanings[name]
      isConsumer = Language.consumers.contains(name)
      conversions = Language.conversions[name]
      comparison = Language.comparers[name]
      self.callable = callable
      isBuiltin = name.utf8.starts(with: "builtins.".utf8)
      isBlocking = blocking != nil
    }
  }

  private struct Member: Hashable {
    let owner: Symbol
    let name: Name

    func _rawHashValue(seed: Int) -> Int { quickHash(UInt32(bitPattern: owner.index), name, seed: seed) }
  }

  let knowledge: KnowledgeIndex
  /// The way from texts to names.
  let names: NameReader
  private var facts: [Facts?] = []
  private var dotted: [String] = []
  private var symbols: [String: Symbol] = [:]
  private var members: [Member: Symbol] = [:]

  /// Stands in the handbook for objects of the class that a query began on.
  private(set) lazy var own = symbol("Self")
  private(set) lazy var builtins = symbol("builtins")
  private(set) lazy var future = symbol(Language.futureClass)

  init(_ knowledge: KnowledgeIndex, names: NameStorage) {
    self.knowledge = knowledge
    self.names = NameReader(names)
  }

  /// The symbol of a dotted name, under the one name by which its object is known.
  func symbol(_ name: String) -> Symbol {
    if let symbol = symbols[name] { return symbol }
    let canonical = knowledge.canonical(name)
    if canonical != name {
      let symbol = self.symbol(canonical)
      symbols[name] = symbol
      return symbol
    }
    let symbol = Symbol(index: Int32(dotted.count))
    dotted.append(name)
    facts.append(nil)
    symbols[name] = symbol
    return symbol
  }

  func member(_ name: String, of owner: Symbol) -> Symbol { member(names.intern(name), of: owner) }

  func member(_ name: Name, of owner: Symbol) -> Symbol {
    let key = Member(owner: owner, name: name)
    if let symbol = members[key] { return symbol }
    let symbol = self.symbol(dotted[Int(owner.index)] + "." + names[name])
    members[key] = symbol
    return symbol
  }

  func name(_ symbol: Symbol) -> String { dotted[Int(symbol.index)] }

  subscript(_ symbol: Symbol) -> Facts {
    if let known = facts[Int(symbol.index)] { return known }
    let name = dotted[Int(symbol.index)]
    let last =
      name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.index(after: $0)...]) } ?? name
    let new = Facts(
      name: name, last: last, type: knowledge.type(of: name).map { self.symbol($0) },
      blocking: knowledge.blockingCall(name), shared: knowledge.sharedResource(name),
      isClassLike: last.first?.isUppercase == true, callable: knowledge.callers[name])
    facts[Int(symbol.index)] = new
    return new
  }

  /// Whether the handbook has something to say of a name.
  func isKnown(_ symbol: Symbol) -> Bool {
    let facts = self[symbol]
    return facts.blocking != nil || facts.type != nil
  }

  /// What the type of an object makes of an operation on it, such as `__getitem__`; nil when the handbook does not say.
  func result(of method: String, on type: Symbol) -> Symbol? { self[member(method, of: type)].type }
}

/// A call of the project.
struct CallReference: Hashable {
  let module: Int
  let index: CallIndex
}

/// Where in the project things of a name stand: calls by what they call, classes by what they derive from, and
/// attributes that are set from outside.
///
/// By name alone, so that it is made in one pass; whoever asks resolves the few that it gets. Names that occur often
/// are not kept, since too many uses say nothing.
struct NameIndex: Sendable {
  /// A place in one of a module's arrays.
  struct Place {
    let module: Int
    let index: Int
  }

  /// The places of each name: chains through one array.
  private struct Places {
    private struct Chain {
      var name: Name = 0
      var first: Int32 = -1
      /// An empty slot has none.
      var count: Int32 = 0
    }

    /// Open addressing; the count is a power of two.
    private var chains = [Chain](repeating: Chain(), count: 1024)
    private var used = 0
    private var links: [(module: Int32, index: Int32, next: Int32)] = []
    private static let most: Int32 = 64

    private func slot(_ name: Name) -> Int {
      // Numbers that follow each other, or are all even, are spread over the slots.
      var slot = Int((name &* 0x9E37_79B1) >> 4) & (chains.count - 1)
      while chains[slot].count > 0, chains[slot].name != name { slot = (slot + 1) & (chains.count - 1) }
      return slot
    }

    mutating func add(_ name: Name, module: Int, index: Int) {
      let slot = slot(name)
      if chains[slot].count == 0 {
        chains[slot].name = name
        used += 1
      }
      chains[slot].count += 1
      if chains[slot].count <= Self.most {
        links.append((Int32(module), Int32(index), chains[slot].first))
        chains[slot].first = Int32(links.count - 1)
      }
      if used * 2 > chains.count { grow() }
    }

    private mutating func grow() {
      let old = chains
      chains = Array(repeating: Chain(), count: old.count * 2)
      for chain in old where chain.count > 0 { chains[slot(chain.name)] = chain }
    }

    func isFull(_ name: Name) -> Bool { chains[slot(name)].count > Self.most }

    /// In the order in which they were added; none when there are more than asked for.
    func all(_ name: Name, atMost most: Int) -> [Place] {
      let chain = chains[slot(name)]
      guard chain.count > 0, chain.count <= Int32(clamping: most), chain.count <= Self.most else { return [] }
      var found: [Place] = []
      found.reserveCapacity(Int(chain.count))
      var link = chain.first
      while link >= 0 {
        found.append(Place(module: Int(links[Int(link)].module), index: Int(links[Int(link)].index)))
        link = links[Int(link)].next
      }
      return found.reversed()
    }
  }

  /// The part of the index that one thread makes: names are shared out.
  private struct Part {
    var calls = Places()
    var decorations = Places()
    var classDecorations = Places()
    var subclasses = Places()
    var foreignAttributes = Places()
    /// Classes by the methods that protocols ask for.
    var methods = Places()
  }

  private let parts: [Part]

  private static func part(of name: Name, among count: Int) -> Int { Int(name) % count }

  /// - Parameter limit: all names are below this.
  init(_ modules: [ModuleSummary], limit: Int, _ workers: Workers) {
    // Only what the project defines is ever asked for.
    let defined = Self.defined(by: modules, limit: limit)
    let asked = Self.asked(by: modules, limit: limit)
    let count = modules.count < 64 ? 1 : Workers.processors
    parts = workers.map(count: count, piece: 1) { number in
      var part = Part()
      func isMine(_ name: Name) -> Bool { Self.part(of: name, among: count) == number }
      for (number, module) in modules.enumerated() {
        for (index, call) in module.calls.enumerated() {
          guard let name = Self.lastName(of: call.callee, in: module), isMine(name), defined.contains(name)
          else { continue }
          part.calls.add(name, module: number, index: index)
        }
        for (index, function) in module.functions.enumerated() where !function.decorators.isEmpty {
          for decorator in module.decorators(of: function) {
            guard let name = Self.decoratorName(decorator, in: module), isMine(name), defined.contains(name)
            else { continue }
            part.decorations.add(name, module: number, index: index)
          }
        }
        for (index, definition) in module.classes.enumerated() {
          for decorator in definition.decorators {
            guard let name = Self.decoratorName(decorator, in: module), isMine(name), defined.contains(name)
            else { continue }
            part.classDecorations.add(name, module: number, index: index)
          }
          for base in definition.bases {
            for name in Self.names(of: base, in: module) where isMine(name) && defined.contains(name) {
              part.subclasses.add(name, module: number, index: index)
            }
          }
        }
        for function in module.functions {
          guard let owner = function.ownerClass, let name = module.scopes[Int(function.scope)].name,
            isMine(name), asked.contains(name)
          else { continue }
          part.methods.add(name, module: number, index: Int(owner))
        }
        for (index, attribute) in module.foreignAttributes.enumerated() {
          let name = attribute.name
          if isMine(name) { part.foreignAttributes.add(name, module: number, index: index) }
        }
      }
      return part
    }.map { $0 ?? Part() }
  }

  /// The last word of a dotted name, with or without arguments in brackets.
  private static func lastName(of expression: ExpressionIndex, in module: ModuleSummary) -> Name? {
    switch module.expressions[Int(expression)] {
    case .name(let name, _), .attribute(_, let name): name
    case .element(let generic, _): lastName(of: generic, in: module)
    default: nil
    }
  }

  /// The last word of a base class, and what it stands for where a module has another name for it.
  private static func names(of base: ExpressionIndex, in module: ModuleSummary) -> [Name] {
    guard let written = lastName(of: base, in: module) else { return [] }
    var expression = base
    if case .element(let generic, _) = module.expressions[Int(base)] { expression = generic }
    guard case .name = module.expressions[Int(expression)],
      let place = module.bindings.bindings(of: written, in: ModuleSummary.moduleScope).range.first
    else { return [written] }
    let meant: Name? =
      switch module.bindings[place] {
      case .imported(let index): module.imports[Int(index)].imported
      case .value(let value): lastName(of: value, in: module)
      default: nil
      }
    return meant.map { $0 == written ? [written] : [written, $0] } ?? [written]
  }

  /// What the project defines.
  private static func defined(by modules: [ModuleSummary], limit: Int) -> NameSet {
    var defined = NameSet(limit: limit)
    for module in modules {
      for scope in module.scopes { if let name = scope.name { defined.insert(name) } }
    }
    return defined
  }

  /// The methods of protocols.
  private static func asked(by modules: [ModuleSummary], limit: Int) -> NameSet {
    var asked = NameSet(limit: limit)
    for module in modules {
      let protocols = module.classes.indices.filter { index in
        module.classes[index].bases.contains {
          lastName(of: $0, in: module).map { module.names[$0] } == "Protocol"
        }
      }
      if protocols.isEmpty { continue }
      for function in module.functions {
        guard let owner = function.ownerClass, protocols.contains(Int(owner)),
          let name = module.scopes[Int(function.scope)].name
        else { continue }
        asked.insert(name)
      }
    }
    return asked
  }

  /// The last word of a decorator's name, with or without arguments.
  private static func decoratorName(_ decorator: ExpressionIndex, in module: ModuleSummary) -> Name? {
    if case .call(let call) = module.expressions[Int(decorator)] {
      return lastName(of: module.calls[Int(call)].callee, in: module)
    }
    return lastName(of: decorator, in: module)
  }

  private func part(_ name: Name) -> Part { parts[Self.part(of: name, among: parts.count)] }

  func calls(_ name: Name, atMost most: Int) -> [CallReference] {
    part(name).calls.all(name, atMost: most).map {
      CallReference(module: $0.module, index: CallIndex($0.index))
    }
  }

  /// The classes that have a method which a protocol asks for; none when there are many.
  func classes(withMethod name: Name, atMost most: Int) -> [ClassReference] {
    part(name).methods.all(name, atMost: most).map {
      ClassReference(module: $0.module, index: ClassIndex($0.index))
    }
  }

  /// Of what the project defines; nil when there are too many to keep.
  func calls(_ name: Name) -> [CallReference]? {
    part(name).calls.isFull(name) ? nil : calls(name, atMost: .max)
  }

  /// The functions with a decorator of this name.
  func decorations(_ name: Name, atMost most: Int) -> [FunctionReference] {
    part(name).decorations.all(name, atMost: most).map {
      FunctionReference(module: $0.module, index: FunctionIndex($0.index))
    }
  }

  /// The classes with a decorator of this name.
  func classDecorations(_ name: Name, atMost most: Int) -> [ClassReference] {
    part(name).classDecorations.all(name, atMost: most).map {
      ClassReference(module: $0.module, index: ClassIndex($0.index))
    }
  }

  func subclasses(_ name: Name, atMost most: Int) -> [ClassReference] {
    part(name).subclasses.all(name, atMost: most).map {
      ClassReference(module: $0.module, index: ClassIndex($0.index))
    }
  }

  func foreignAttributes(_ name: Name, atMost most: Int) -> [Place] {
    part(name).foreignAttributes.all(name, atMost: most)
  }

  /// All of them; nil when there are too many to keep.
  func foreignAttributes(_ name: Name) -> [Place]? {
    part(name).foreignAttributes.isFull(name) ? nil : foreignAttributes(name, atMost: .max)
  }
}

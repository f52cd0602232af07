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
struct NameIndex {
  /// A place in one of a module's arrays.
  struct Place: Hashable {
    let module: Int
    let index: Int
  }

  /// The first of a chain of places, and how many there are.
  private struct Chain {
    var first: Int32 = -1
    var count: Int32 = 0
  }

  private struct Places {
    private var chains: [UInt64: Chain] = [:]
    private var links: [(module: Int32, index: Int32, next: Int32)] = []
    private static let most: Int32 = 64

    mutating func add(_ hash: UInt64, module: Int, index: Int) {
      var chain = chains[hash] ?? Chain()
      chain.count += 1
      if chain.count <= Self.most {
        links.append((Int32(module), Int32(index), chain.first))
        chain.first = Int32(links.count - 1)
      }
      chains[hash] = chain
    }

    /// In the order in which they were added; none when there are more than asked for.
    func all(_ hash: UInt64, atMost most: Int) -> [Place] {
      guard let chain = chains[hash], chain.count <= min(Int32(most), Self.most) else { return [] }
      var found: [Place] = []
      var link = chain.first
      while link >= 0 {
        found.append(Place(module: Int(links[Int(link)].module), index: Int(links[Int(link)].index)))
        link = links[Int(link)].next
      }
      return found.reversed()
    }
  }

  private var calls = Places()
  private var subclasses = Places()
  private var foreignAttributes = Places()

  init(_ modules: [ModuleSummary]) {
    // Only what the project defines is ever asked for.
    var defined: Set<UInt64> = []
    for module in modules {
      for scope in module.scopes {
        if let name = scope.name { defined.insert(module.names.hash(of: name)) }
      }
    }
    for (number, module) in modules.enumerated() {
      // Whether a name of the file is one of these, worked out once for each.
      let isDefined = (0..<module.names.count).map { defined.contains(module.names.hash(of: Name($0))) }
      for (index, call) in module.calls.enumerated() {
        guard let name = Self.lastName(of: call.callee, in: module), isDefined[Int(name)] else { continue }
        calls.add(module.names.hash(of: name), module: number, index: index)
      }
      for (index, definition) in module.classes.enumerated() {
        for base in definition.bases {
          guard let name = Self.lastName(of: base, in: module), isDefined[Int(name)] else { continue }
          subclasses.add(module.names.hash(of: name), module: number, index: index)
        }
      }
      for (index, attribute) in module.foreignAttributes.enumerated() {
        foreignAttributes.add(module.names.hash(of: attribute.name), module: number, index: index)
      }
    }
  }

  /// The last word of a dotted name, with or without arguments in brackets.
  private static func lastName(of expression: ExpressionIndex, in module: ModuleSummary) -> Name? {
    switch module.expressions[Int(expression)] {
    case .name(let name, _), .attribute(_, let name): name
    case .element(let generic, _): lastName(of: generic, in: module)
    default: nil
    }
  }

  func calls(_ hash: UInt64, atMost most: Int) -> [CallReference] {
    calls.all(hash, atMost: most).map { CallReference(module: $0.module, index: CallIndex($0.index)) }
  }

  func subclasses(_ hash: UInt64, atMost most: Int) -> [ClassReference] {
    subclasses.all(hash, atMost: most).map { ClassReference(module: $0.module, index: ClassIndex($0.index)) }
  }

  func foreignAttributes(_ hash: UInt64, atMost most: Int) -> [Place] {
    foreignAttributes.all(hash, atMost: most)
  }
}

import Handbook

/// What all threads of a scan look things up in.
struct InferenceGround: Sendable {
  let paths: ModulePaths
  let names: NameIndex
  let knowledge: Knowledge
  let unwritten: UnwrittenNames
  let workers: Workers

  var modules: [ModuleSummary] { paths.modules }

  init(paths: ModulePaths, knowledge: Knowledge, workers: Workers) {
    self.paths = paths
    self.knowledge = knowledge
    self.workers = workers
    names = NameIndex(paths.modules, workers)
    unwritten = UnwrittenNames(of: paths.modules, workers)
  }
}

/// The names of a project behind which code may run without a call being written. Nearly all attributes are plain values, and
/// nobody needs to know whose.
struct UnwrittenNames: Sendable {
  /// Attributes that may be properties or descriptors, by the hash of their names.
  private var accessors: Set<UInt64> = []
  /// Methods of the kind `__eq__`.
  private var methods: Set<UInt64> = []

  private static let propertyWords = ["property", "cached_property", "setter", "deleter"].map {
    HashedName($0)
  }
  private static let descriptorMethods = ["__get__", "__set__", "__delete__"].map {
    NameTable.hash(of: $0)
  }

  /// Names that objects are bound to in the bodies of classes; they count where objects may be descriptors.
  private var objects: Set<UInt64> = []

  init(of modules: [ModuleSummary], _ workers: Workers) {
    let portion = 2000
    let parts = workers.map(count: (modules.count + portion - 1) / portion, piece: 1) { part in
      UnwrittenNames(part: modules[part * portion..<min(modules.count, (part + 1) * portion)])
    }
    for part in parts.compactMap({ $0 }) {
      accessors.formUnion(part.accessors)
      methods.formUnion(part.methods)
      objects.formUnion(part.objects)
    }
    if Self.descriptorMethods.contains(where: { methods.contains($0) }) { accessors.formUnion(objects) }
    objects = []
  }

  private init(part modules: ArraySlice<ModuleSummary>) {
    for module in modules {
      // Which names are spelled as those of special methods are is the same for all of a file.
      let words = Set(Self.propertyWords.compactMap { module.names.find($0) })
      for function in module.functions where function.ownerClass != nil && !words.isEmpty {
        guard !function.decorators.isEmpty, let name = module.scopes[Int(function.scope)].name else {
          continue
        }
        let isAccessor = module.decorators(of: function).contains { decorator in
          module.lastWord(of: decorator).map { words.contains($0) } ?? false
        }
        if isAccessor { accessors.insert(module.names.hash(of: name)) }
      }
      let classScopes = module.classes.map(\.scope)
      for scope in classScopes {
        module.bindings.forEach(in: scope) { name, binding in
          switch binding {
          case .value(let value):
            switch module.expressions[Int(value)] {
            case .literal, .text, .sequence, .dictionary, .function: break
            case .call: accessors.insert(module.names.hash(of: name))
            default: objects.insert(module.names.hash(of: name))
            }
          default: break
          }
          if module.names[name].utf8.starts(with: "__".utf8) {
            methods.insert(module.names.hash(of: name))
          }
        }
      }
      for index in module.classes.indices {
        module.attributes.forEach(in: Int32(index)) { name, _ in
          if module.names[name].utf8.starts(with: "__".utf8) {
            methods.insert(module.names.hash(of: name))
          }
        }
      }
      for attribute in module.foreignAttributes
      where module.names[attribute.name].utf8.starts(with: "__".utf8) {
        methods.insert(module.names.hash(of: attribute.name))
      }
    }
  }

  /// Whether reading, writing or deleting an attribute of this name may run code of the project.
  func mayBeAccessor(_ hash: UInt64) -> Bool { accessors.contains(hash) }

  /// Whether any class of the project may have this special method.
  func mayBeMethod(_ name: String) -> Bool { methods.contains(NameTable.hash(of: name)) }
}

extension ModuleSummary {
  /// The last word of a decorator, with or without arguments.
  func lastWord(of decorator: ExpressionIndex) -> Name? {
    switch expressions[Int(decorator)] {
    case .name(let name, _), .attribute(_, let name): name
    case .call(let call): lastWord(of: calls[Int(call)].callee)
    default: nil
    }
  }
}

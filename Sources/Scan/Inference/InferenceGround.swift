import Handbook

/// What all threads of a scan look things up in.
struct InferenceGround: Sendable {
  let paths: ModulePaths
  let nameStorage: NameStorage
  let names: NameIndex
  let knowledge: Knowledge
  let unwritten: UnwrittenNames
  let workers: Workers

  var modules: [ModuleSummary] { paths.modules }

  init(paths: ModulePaths, names nameStorage: NameStorage, knowledge: Knowledge, workers: Workers) {
    self.paths = paths
    self.nameStorage = nameStorage
    self.knowledge = knowledge
    self.workers = workers
    names = NameIndex(paths.modules, limit: nameStorage.limit, workers)
    unwritten = UnwrittenNames(of: paths.modules, nameStorage, workers)
  }
}

/// The names of a project behind which code may run without a call being written. Nearly all attributes are plain values, and
/// nobody needs to know whose.
struct UnwrittenNames: Sendable {
  /// Attributes that may be properties or descriptors.
  private var accessors: NameSet
  /// Methods of the kind `__eq__`.
  private var methods: NameSet

  private static let propertyWords = ["property", "cached_property", "setter", "deleter"]
  private static let descriptorMethods = ["__get__", "__set__", "__delete__"]

  /// Names that objects are bound to in the bodies of classes; they count where objects may be descriptors.
  private var objects: NameSet

  /// Tables that call a function for what they lack.
  private var defaulted: NameSet

  private init(limit: Int) {
    accessors = NameSet(limit: limit)
    methods = accessors
    objects = accessors
    defaulted = accessors
  }

  init(of modules: [ModuleSummary], _ names: NameStorage, _ workers: Workers) {
    let limit = names.limit
    self.init(limit: limit)
    let reader = NameReader(names)
    let words = Self.propertyWords.compactMap { reader.find($0) }
    let portion = 2000
    let parts = workers.map(count: (modules.count + portion - 1) / portion, piece: 1) { part in
      UnwrittenNames(
        part: modules[part * portion..<min(modules.count, (part + 1) * portion)], words, limit: limit)
    }
    for part in parts.compactMap({ $0 }) {
      accessors.formUnion(part.accessors)
      methods.formUnion(part.methods)
      objects.formUnion(part.objects)
      defaulted.formUnion(part.defaulted)
    }
    let descriptors = Self.descriptorMethods.compactMap { reader.find($0) }
    if descriptors.contains(where: { methods.contains($0) }) { accessors.formUnion(objects) }
    objects = NameSet(limit: 0)
  }

  private init(part modules: ArraySlice<ModuleSummary>, _ words: [Name], limit: Int) {
    self.init(limit: limit)
    for module in modules {
      for function in module.functions where function.ownerClass != nil {
        guard !function.decorators.isEmpty, let name = module.scopes[Int(function.scope)].name else {
          continue
        }
        let isAccessor = module.decorators(of: function).contains { decorator in
          module.lastWord(of: decorator).map { words.contains($0) } ?? false
        }
        if isAccessor { accessors.insert(name) } else { objects.insert(name) }
      }
      let classScopes = module.classes.map(\.scope)
      for scope in classScopes {
        module.bindings.forEach(in: scope) { name, binding in
          switch binding {
          case .value(let value):
            switch module.expressions[Int(value)] {
            case .literal, .text, .prefix, .sequence, .dictionary, .function: break
            case .call: accessors.insert(name)
            default: objects.insert(name)
            }
          default: break
          }
          if module.names[name].utf8.starts(with: "__".utf8) {
            methods.insert(name)
          }
        }
      }
      for name in module.defaulted { defaulted.insert(name) }
      for index in module.classes.indices {
        module.attributes.forEach(in: Int32(index)) { name, _ in
          if module.names[name].utf8.starts(with: "__".utf8) {
            methods.insert(name)
          }
        }
      }
      for attribute in module.foreignAttributes
      where module.names[attribute.name].utf8.starts(with: "__".utf8) {
        methods.insert(attribute.name)
      }
    }
  }

  /// Whether reading, writing or deleting an attribute of this name may run code of the project.
  func mayBeAccessor(_ name: Name) -> Bool { accessors.contains(name) }

  /// Whether looking something up in a table of this name may call a function.
  func mayBeDefaulted(_ name: Name) -> Bool { defaulted.contains(name) }

  /// Whether any class of the project may have this special method.
  func mayBeMethod(_ name: Name) -> Bool { methods.contains(name) }
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

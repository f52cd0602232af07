/// What names and attributes stand for.
extension Inference {
  func lookUp(_ name: Name, from start: ScopeIndex, in module: Int) -> [Value] {
    var scope = start
    var isFirst = true
    while scope >= 0 {
      let current = project.modules[module].scopes[Int(scope)]
      // A class body is seen by itself, not by the functions in it.
      if isFirst || current.kind != .classBody {
        // A module may declare its own names global, which says nothing.
        if current.declaresNames, scope != ModuleSummary.moduleScope,
          project.modules[module].declares(name, .global, in: scope)
        {
          scope = ModuleSummary.moduleScope
          isFirst = false
          continue
        }
        let slice = project.modules[module].bindings.bindings(of: name, in: scope)
        if !slice.isEmpty, !project.modules[module].declares(name, .nonlocal, in: scope) {
          return values(of: slice.range, in: module)
        }
      }
      if current.kind != .comprehension { isFirst = false }
      scope = current.parent
    }
    var visited: Set<Int> = [module]
    let found = starMember(name, in: module, &visited)
    return found.isEmpty ? [.external(symbols.member(name, of: symbols.builtins))] : found
  }

  private func values(of places: Range<Int>, in module: Int) -> [Value] {
    if places.count == 1 {
      return values(of: project.modules[module].bindings[places.lowerBound], in: module)
    }
    return places.flatMap { values(of: project.modules[module].bindings[$0], in: module) }
  }

  /// What a name stands for at the level of a module of the project.
  /// - Parameter visited: modules that have been looked into: many may import everything from each other.
  private func global(_ name: Name, in module: Int, _ visited: inout Set<Int>) -> [Value] {
    let slice = project.modules[module].bindings.bindings(of: name, in: ModuleSummary.moduleScope)
    if !slice.isEmpty { return global(name, in: module) }
    guard visited.insert(module).inserted else { return [] }
    return starMember(name, in: module, &visited)
  }

  /// What a module has by this name from those of which it imports everything.
  private func starMember(_ name: Name, in module: Int, _ visited: inout Set<Int>) -> [Value] {
    for imported in project.modules[module].starImports {
      let found = starMember(name, of: imported, from: module, &visited)
      if !found.isEmpty { return found }
    }
    return []
  }

  func values(of binding: Binding, in module: Int) -> [Value] {
    switch binding {
    case .module(let index):
      return imported(index, in: module) {
        let summary = project.modules[module]
        return moduleValues(summary.names[summary.imports[Int(index)].module.name], from: module)
      }
    case .topModule(let index):
      return imported(index, in: module) {
        let summary = project.modules[module]
        return moduleValues(summary.names[summary.imports[Int(index)].top], from: module)
      }
    case .imported(let index):
      return imported(index, in: module) {
        let site = project.modules[module].imports[Int(index)]
        return site.imported.map { member($0, of: site.module, from: module) } ?? []
      }
    case .function(let function):
      return meanings(of: FunctionReference(module: module, index: function), receiver: nil)
    case .classDefinition(let index): return [.classObject(ClassReference(module: module, index: index))]
    case .value(let expression): return values(of: expression, in: module)
    case .annotated(let annotation): return instances(ofAnnotation: annotation, in: module)
    case .parameter(let function, let place):
      return parameter(Int(place), of: FunctionReference(module: module, index: function))
    case .context(let expression, let isAsync): return entered(expression, isAsync: isAsync, in: module)
    case .iteration(let expression):
      return values(of: expression, in: module).flatMap { elements(of: $0) }
    case .unknown: return []
    }
  }

  private func moduleValues(_ dotted: String, from module: Int) -> [Value] {
    guard let target = project.find(dotted, from: module) else { return [.external(symbols.symbol(dotted))] }
    return isShared(target, dotted)
      ? [.module(target), .external(symbols.symbol(dotted))] : [.module(target)]
  }

  /// Whether a name of the project's may as well be a known library's: a folder without `__init__.py` gives way to an installed
  /// package, and shares the name with the other parts of a namespace.
  private func isShared(_ target: Project.Target, _ dotted: String) -> Bool {
    if case .folder = target { symbols.knowledge.knows(nameLike: dotted) } else { false }
  }

  /// `name` as `from imported import name` gives it.
  private func member(_ name: Name, of imported: ImportedModule, from module: Int) -> [Value] {
    if let target = project.find(imported, from: module) {
      let found = attribute(name, of: .module(target))
      guard found.isEmpty, imported.level == 0, isShared(target, nameReader[imported.name]) else {
        return found
      }
      return [.external(symbols.member(name, of: symbols.symbol(nameReader[imported.name])))]
    }
    guard imported.level == 0 else {
      // The folder has no module of its own, but one of this name in it.
      return project.sibling(nameReader[name], of: imported, from: module).map { [.module($0)] } ?? []
    }
    return [.external(symbols.member(name, of: symbols.symbol(nameReader[imported.name])))]
  }

  /// `name` as `from imported import *` gives it: nothing when it is not known to be there.
  private func starMember(
    _ name: Name, of imported: ImportedModule, from module: Int, _ visited: inout Set<Int>
  ) -> [Value] {
    if let target = project.find(imported, from: module) {
      guard case .module(let index) = target else { return [] }
      if let exports = project.modules[index].exports {
        if !exports.contains(name) { return [] }
      } else if nameReader[name].utf8.starts(with: "_".utf8) {
        return []
      }
      return global(name, in: index, &visited)
    }
    guard imported.level == 0 else { return [] }
    let symbol = symbols.member(name, of: symbols.symbol(nameReader[imported.name]))
    return symbols.isKnown(symbol) || symbols.knowledge.isOwner(symbols.name(symbol))
      ? [.external(symbol)] : []
  }

  // MARK: Attributes

  func attribute(_ name: String, of value: Value) -> [Value] {
    attribute(nameReader.intern(name), of: value)
  }

  func attribute(_ name: Name, of value: Value) -> [Value] {
    switch value {
    case .external(let owner):
      if let type = symbols[owner].type, isOpen(type) { return openAttribute(name, of: type) }
      return [.external(symbols.member(name, of: symbols[owner].type ?? owner))]
    case .instance(let type): return instanceAttribute(name, of: type)
    case .module(let target):
      if case .module(let index) = target {
        var visited: Set<Int> = []
        let found = global(name, in: index, &visited)
        if !found.isEmpty { return found }
        let set = foreign(name, of: value) { $0 == value }
        if !set.isEmpty { return set }
        let made = madeOnDemand(name, in: index)
        if !made.isEmpty { return made }
      }
      return project.submodule(nameReader[name], of: target).map { [.module($0)] } ?? []
    case .classObject(let reference): return classMember(name, of: reference, isObject: false)
    case .object(let reference): return classMember(name, of: reference, isObject: true)
    case .parent(let reference): return classMember(name, of: reference, isObject: true, isBelow: false)
    case .member(let owner, let model):
      // A queryset of the project's own class stays one.
      if isDerived(model, fromType: symbols[owner].type ?? owner) {
        let own = ownFunctions(name, of: model)
        if !own.isEmpty { return own }
      }
      return [.member(symbols.member(name, of: symbols[owner].type ?? owner), of: model)]
    case .container(let reference), .containerOf(let reference):
      return containerMethod(nameReader[name], reference)
    case .task, .view(_, .gathered): return [.external(symbols.member(name, of: symbols.future))]
    case .function, .generator, .mapped, .picker, .rest, .typeForm, .method, .view, .entry: return []
    }
  }

  /// Whether a class derives from one outside the project.
  private func isDerived(_ reference: ClassReference, fromType type: Symbol) -> Bool {
    lineage(of: reference).contains(.external(type))
  }

  /// The methods of the project that a class has by a name.
  private func ownFunctions(_ name: Name, of reference: ClassReference) -> [Value] {
    classMember(name, of: reference, isObject: true, isBelow: false).filter { member in
      if case .function = member { true } else { false }
    }
  }

  private func instanceAttribute(_ name: Name, of type: Symbol) -> [Value] {
    let member = symbols.member(name, of: type)
    if !symbols.isKnown(member) {
      if let given = symbols.result(of: "__getattr__", on: type) { return [.instance(given)] }
      if isOpen(type) { return openAttribute(name, of: type) }
    }
    return [.external(member)]
  }

  /// Whether anybody sets attributes on objects of a type.
  private func isOpen(_ type: Symbol) -> Bool {
    Language.openTypes.contains(symbols.name(type)) || symbols.result(of: "__dict__", on: type) != nil
  }

  /// What an object on which anybody sets attributes was made with: `SimpleNamespace(client=…)`.
  func madeWith(_ name: Name, _ values: [Value], _ base: ExpressionIndex, in module: Int) -> [Value] {
    let isOpen = values.contains { value in
      if case .instance(let type) = value { self.isOpen(type) } else { false }
    }
    guard isOpen else { return [] }
    return bindings(of: base, in: module).flatMap { bound -> [Value] in
      guard case .call(let index) = project.modules[bound.module].expressions[Int(bound.index)] else {
        return []
      }
      let call = project.modules[bound.module].calls[Int(index)]
      return keyword(nameReader[name], of: call, in: bound.module).map {
        self.values(of: $0, in: bound.module)
      } ?? []
    }
  }

  /// What the project sets an attribute of such objects to.
  func openAttribute(_ name: Name, of type: Symbol) -> [Value] {
    foreign(name, of: .instance(type)) { [self] owner in
      switch owner {
      case .instance(type): true
      case .external(let owner): symbols[owner].type == type
      default: false
      }
    }
  }

  /// A member of a class or of the classes it derives from, the nearest first.
  ///
  /// Of an object, what the classes below make of it counts as well where the class itself leaves it open.
  func classMember(_ name: String, of start: ClassReference, isObject: Bool) -> [Value] {
    classMember(nameReader.intern(name), of: start, isObject: isObject)
  }

  func classMember(
    _ name: Name, of start: ClassReference, isObject: Bool, isBelow: Bool = true
  ) -> [Value] {
    let own = ownMember(name, of: start, seenFrom: start, isObject: isObject)
    let found = own.isEmpty ? inherited(name, by: start, seenFrom: start, isObject: isObject) : own
    guard isObject, isBelow else { return found.isEmpty && !isObject ? foreign(name, of: start) : found }
    guard found.isEmpty || found.allSatisfy({ isStub($0) }) else {
      return withOverrides(found, of: name, below: start)
    }
    let below = deeper { overridden(name, below: start) }
    if !below.isEmpty || !found.isEmpty { return below.isEmpty ? found : below }
    let mixedIn = deeper { self.mixedIn(name, start) }
    if !mixedIn.isEmpty { return mixedIn }
    let set = foreign(name, of: start)
    return set.isEmpty ? relayed(name, by: start) : set
  }

  /// A member that a class has from those it derives from.
  func inherited(
    _ name: Name, by reference: ClassReference, seenFrom start: ClassReference, isObject: Bool
  ) -> [Value] {
    for ancestor in lineage(of: reference) {
      switch ancestor {
      case .classObject(let base):
        let found = ownMember(name, of: base, seenFrom: start, isObject: isObject)
        if !found.isEmpty { return found }
      case .external(let base):
        let member = symbols.member(name, of: base)
        if symbols[member].type != nil { return [.member(member, of: start)] }
        if symbols.isKnown(member) { return [.external(member)] }
      default: continue
      }
    }
    return []
  }

  func ownMember(
    _ name: Name, of reference: ClassReference, seenFrom start: ClassReference, isObject: Bool
  ) -> [Value] {
    let module = reference.module
    let scope = project.modules[module].classes[Int(reference.index)].scope
    var found: [Value] = []
    for place in project.modules[module].bindings.bindings(of: name, in: scope).range {
      let binding = project.modules[module].bindings[place]
      guard case .function(let index) = binding else {
        if !isObject, case .value = binding, isEnumeration(reference) { return [.object(start)] }
        found += values(of: binding, in: module)
        continue
      }
      let function = FunctionReference(module: module, index: index)
      let decoration = decoration(of: function)
      if decoration.isSetter || decoration.isDeleter { continue }
      if isObject, decoration.isProperty {
        found += deeper { result(ofCalling: function, receiver: start) }
      } else {
        found += meanings(of: function, receiver: start)
      }
    }
    for place in project.modules[module].attributes.bindings(of: name, in: reference.index).range {
      found += values(of: project.modules[module].attributes[place], in: module)
    }
    if isObject, found.allSatisfy(isCallableType) { found += field(name, of: reference) }
    if isObject, !found.isEmpty, found.allSatisfy(isOnlyForm), case let given = field(name, of: reference),
      !given.isEmpty
    {
      return given
    }
    return merged(found)
  }

  func isEnumeration(_ reference: ClassReference, depth: Int = 4) -> Bool {
    bases(of: reference).contains { base in
      switch base {
      case .external(let name): Language.enumerations.contains(symbols.name(name))
      case .classObject(let base): depth > 0 && isEnumeration(base, depth: depth - 1)
      default: false
      }
    }
  }

  /// Whether a value is only declared to be something that can be called.
  private func isCallableType(_ value: Value) -> Bool {
    switch value {
    case .containerOf(let reference): generic(reference)?.name == "Callable"
    case .instance(let type): Language.callableTypes.contains(symbols.name(type))
    default: false
    }
  }
}

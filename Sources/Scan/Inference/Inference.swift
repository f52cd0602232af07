/// Light inference: what names, attributes and calls stand for, followed through assignments, annotations and imports.
///
/// It follows values, not control flow: a name that is bound twice may be either. What it cannot tell is no value at all,
/// so that nothing is reported on a guess.
final class Inference {
  let project: Project
  let knowledge: KnowledgeIndex
  private var known: [Key: [Value]] = [:]
  private var knownBases: [ClassReference: [Value]] = [:]
  private var depth = 0
  /// Chains of assignments and calls longer than this are given up.
  static let deepest = 40
  /// More possible values than this say nothing.
  static let most = 8

  private struct Key: Hashable {
    let module: Int
    let expression: ExpressionIndex
  }

  init(project: Project, knowledge: KnowledgeIndex) {
    self.project = project
    self.knowledge = knowledge
  }

  // MARK: Expressions

  func values(of expression: ExpressionIndex, in module: Int) -> [Value] {
    let key = Key(module: module, expression: expression)
    if let values = known[key] { return values }
    guard depth < Self.deepest else { return [] }
    // An expression that depends on itself adds nothing to itself.
    known[key] = []
    depth += 1
    let values = merged(infer(expression, in: module))
    depth -= 1
    known[key] = values
    return values
  }

  private func merged(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    let distinct = values.filter { seen.insert($0).inserted }
    return distinct.count > Self.most ? [] : distinct
  }

  private func infer(_ expression: ExpressionIndex, in module: Int) -> [Value] {
    switch project.modules[module].expressions[Int(expression)] {
    case .name(let name, let scope): lookUp(name, from: scope, in: module)
    case .attribute(let base, let name):
      values(of: base, in: module).flatMap { attribute(project.modules[module].names[name], of: $0) }
    case .call(let call): result(of: call, in: module)
    case .awaited(let operand): values(of: operand, in: module)
    case .function(let function): [.function(FunctionReference(module: module, index: function), receiver: nil)]
    case .either(let options): options.flatMap { values(of: $0, in: module) }
    case .element, .sequence, .literal, .unknown: []
    }
  }

  // MARK: Names

  private func lookUp(_ name: Name, from start: ScopeIndex, in module: Int) -> [Value] {
    var scope = start
    var isFirst = true
    while scope >= 0 {
      let current = project.modules[module].scopes[Int(scope)]
      // A class body is seen by itself, not by the functions in it.
      if isFirst || current.kind != .classBody, !current.outerNames.contains(name), let bindings = current.bindings[name] {
        return bindings.flatMap { values(of: $0, in: module) }
      }
      if current.kind != .comprehension { isFirst = false }
      scope = current.parent
    }
    let text = project.modules[module].names[name]
    for imported in project.modules[module].starImports {
      let found = member(text, of: imported, from: module)
      if !found.isEmpty { return found }
    }
    return [.external("builtins." + text)]
  }

  /// What a name stands for at the level of a module of the project.
  private func global(_ text: String, in module: Int) -> [Value] {
    let summary = project.modules[module]
    guard depth < Self.deepest else { return [] }
    depth += 1
    defer { depth -= 1 }
    if let name = summary.names.find(text), let bindings = summary.scopes[ModuleSummary.moduleScope].bindings[name] {
      return merged(bindings.flatMap { values(of: $0, in: module) })
    }
    for imported in summary.starImports where project.find(imported, from: module) != .module(module) {
      let found = member(text, of: imported, from: module)
      if !found.isEmpty { return found }
    }
    return []
  }

  func values(of binding: Binding, in module: Int) -> [Value] {
    switch binding {
    case .module(let dotted): [moduleValue(dotted, from: module)]
    case .imported(let imported, let name): member(name, of: imported, from: module)
    case .function(let function): [.function(FunctionReference(module: module, index: function), receiver: nil)]
    case .classDefinition(let index): [.classObject(ClassReference(module: module, index: index))]
    case .value(let expression): values(of: expression, in: module)
    case .annotated(let annotation): instances(ofAnnotation: annotation, in: module)
    case .parameter(let function, let place): parameter(place, of: FunctionReference(module: module, index: function))
    case .context(let expression, let isAsync): entered(expression, isAsync: isAsync, in: module)
    case .iteration, .unknown: []
    }
  }

  private func moduleValue(_ dotted: String, from module: Int) -> Value {
    if let target = project.find(ImportedModule(name: dotted, level: 0), from: module) { return .module(target) }
    return .external(knowledge.canonical(dotted))
  }

  /// `name` as `from imported import name` gives it.
  private func member(_ name: String, of imported: ImportedModule, from module: Int) -> [Value] {
    if let target = project.find(imported, from: module) { return attribute(name, of: .module(target)) }
    guard imported.level == 0 else { return [] }
    let qualified = knowledge.canonical(imported.name + "." + name)
    // The parent package may be the project's although the module was not found: then nothing is known.
    return [.external(qualified)]
  }

  // MARK: Attributes

  func attribute(_ name: String, of value: Value) -> [Value] {
    switch value {
    case .external(let owner):
      return [.external(knowledge.canonical((knowledge.type(of: owner) ?? owner) + "." + name))]
    case .instance(let type):
      return [.external(knowledge.canonical(type + "." + name))]
    case .module(let target):
      if case .module(let index) = target {
        let found = global(name, in: index)
        if !found.isEmpty { return found }
      }
      return project.submodule(name, of: target).map { [.module($0)] } ?? []
    case .classObject(let reference): return classMember(name, of: reference, isObject: false)
    case .object(let reference): return classMember(name, of: reference, isObject: true)
    case .function: return []
    }
  }

  /// A member of a class or of the classes it derives from, the nearest first.
  func classMember(_ name: String, of start: ClassReference, isObject: Bool) -> [Value] {
    var open = [Value.classObject(start)]
    var seen: Set<ClassReference> = []
    while !open.isEmpty {
      switch open.removeFirst() {
      case .classObject(let reference):
        guard seen.insert(reference).inserted, seen.count < 64 else { continue }
        let found = ownMember(name, of: reference, seenFrom: start, isObject: isObject)
        if !found.isEmpty { return found }
        open.insert(contentsOf: bases(of: reference), at: 0)
      case .external(let base):
        let qualified = knowledge.canonical(base + "." + name)
        if knowledge.blockingCall(qualified) != nil || knowledge.type(of: qualified) != nil {
          return [.external(qualified)]
        }
      default: continue
      }
    }
    return []
  }

  private func ownMember(
    _ text: String, of reference: ClassReference, seenFrom start: ClassReference, isObject: Bool
  ) -> [Value] {
    let summary = project.modules[reference.module]
    guard let name = summary.names.find(text) else { return [] }
    let definition = summary.classes[Int(reference.index)]
    let bindings =
      (summary.scopes[Int(definition.scope)].bindings[name] ?? []) + (definition.attributes[name] ?? [])
    return bindings.flatMap { binding -> [Value] in
      guard case .function(let index) = binding else { return values(of: binding, in: reference.module) }
      let function = FunctionReference(module: reference.module, index: index)
      if isObject, isProperty(function) { return result(ofCalling: function, receiver: start) }
      return [.function(function, receiver: start)]
    }
  }

  func bases(of reference: ClassReference) -> [Value] {
    if let bases = knownBases[reference] { return bases }
    knownBases[reference] = []
    let definition = project.modules[reference.module].classes[Int(reference.index)]
    let bases = definition.bases.flatMap { base -> [Value] in
      // `Generic[T]` and the like: the class itself counts.
      if case .element(let inner, _) = project.modules[reference.module].expressions[Int(base)] {
        return values(of: inner, in: reference.module)
      }
      return values(of: base, in: reference.module)
    }
    knownBases[reference] = bases
    return bases
  }
}

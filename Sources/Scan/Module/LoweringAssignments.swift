import PythonOutline

/// Assignments: to names, attributes and everything else.
extension Lowering {
  mutating func assignment(_ node: NodeID) {
    var last: NodeID?
    for child in tree.children(of: node) { last = child }
    guard let last else { return }
    let value = expression(last)
    for target in tree.children(of: node) where target != last { assign(target, value: value, at: last) }
  }

  mutating func annotatedAssignment(_ node: NodeID) {
    guard let target = first(node), let annotation = next(target) else { return }
    let type = first(annotation).map { self.annotation($0) } ?? unknown()
    let value = next(annotation)
    // `Alias: TypeAlias = "Optional[T]"`
    let isAlias = first(annotation).map { self.isAlias($0) } ?? false
    let given = value.map { isAlias ? self.annotation($0) : expression($0) }
    if module.scopes[Int(scope)].kind == .classBody, tree[target].kind == .identifier, let currentClass {
      let field = name(of: target)
      module.classes[Int(currentClass)].fields.append(field)
    }
    assign(target, .annotated(type))
    if let value, let given { assign(target, value: given, at: value) }
  }

  private func isAlias(_ annotation: NodeID) -> Bool {
    switch tree[annotation].kind {
    case .identifier, .attribute: tree.name(of: annotation) == "TypeAlias"
    default: false
    }
  }

  private mutating func assign(_ target: NodeID, value: ExpressionIndex, at node: NodeID) {
    guard isSequence(target) else {
      if isKept(target) { markKept(value) } else { markBound(value) }
      noteDefaulted(target, value)
      return assign(target, .value(value))
    }
    if case .sequence(let values) = module.expressions[Int(value)] {
      let targets = Array(tree.children(of: target))
      if targets.count == values.range.count, !targets.contains(where: { tree[$0].kind == .starred }) {
        for (target, part) in zip(targets, values.range) {
          assign(target, value: module.parts[part], at: node)
        }
        return
      }
    }
    act(.iterate(value, span(of: node), isAsync: false))
    assign(target, .value(value))
  }

  /// `x = defaultdict(f)`: looking up what it lacks calls a function.
  private mutating func noteDefaulted(_ target: NodeID, _ value: ExpressionIndex) {
    guard case .call(let index) = module.expressions[Int(value)], case let call = module.calls[Int(index)],
      isNamed(call.callee, module.names.words.defaultdict),
      let factory = module.arguments[call.arguments.range].first?.value
    else { return }
    if case .name(let name, _) = module.expressions[Int(factory)], module.names.plainFactories.contains(name)
    {
      return
    }
    switch tree[target].kind {
    case .identifier, .attribute: module.defaulted.append(name(of: target))
    default: return
    }
  }

  /// Whether an expression is a name, or an attribute of this name.
  private func isNamed(_ expression: ExpressionIndex, _ name: Name) -> Bool {
    switch module.expressions[Int(expression)] {
    case .name(name, _), .attribute(_, name): true
    default: false
    }
  }

  private func isSequence(_ node: NodeID) -> Bool {
    tree[node].kind == .tuple || tree[node].kind == .list
  }

  /// Whether what is assigned to this outlives the function.
  private mutating func isKept(_ target: NodeID) -> Bool {
    guard tree[target].kind == .identifier else { return true }
    let name = name(of: target)
    return scope == ModuleSummary.moduleScope || module.declares(name, .global, in: scope)
      || module.declares(name, .nonlocal, in: scope)
      || module.scopes[Int(scope)].kind == .classBody
  }

  private mutating func markBound(_ value: ExpressionIndex) {
    switch module.expressions[Int(value)] {
    case .call(let call): module.calls[Int(call)].isBound = true
    case .awaited(let operand): markBound(operand)
    default: break
    }
  }

  private mutating func markKept(_ value: ExpressionIndex) {
    switch module.expressions[Int(value)] {
    case .call(let call): module.calls[Int(call)].isKept = true
    case .awaited(let operand): markKept(operand)
    case .either(let options), .both(let options):
      for part in options.range { markKept(module.parts[part]) }
    default: break
    }
  }

  mutating func assign(_ target: NodeID, _ binding: Binding) {
    switch tree[target].kind {
    case .identifier:
      let name = name(of: target)
      if !narrowed.isEmpty { narrowed = narrowed.filter { $0.key.name != name } }
      if scope == ModuleSummary.moduleScope, case .value(let value) = binding { noteExports(name, value) }
      bind(name, to: binding, in: module.scopes[Int(scope)].kind == .comprehension ? scope : nil)
    case .tuple, .list: unpack(binding, into: target)
    case .starred: for child in tree.children(of: target) { assign(child, binding) }
    case .attribute:
      if !narrowed.isEmpty, let subject = subject(target) { narrowed[subject] = nil }
      assignAttribute(target, binding)
    case .subscript_:
      let element = element(target, .write)
      if case .element(let container, let key) = module.expressions[Int(element)],
        case .value(let value) = binding
      {
        fill(container, key: key, value: value)
        noteItem(container, key, value)
      }
    default:
      _ = expression(target)
    }
  }

  /// `self.x = …` in a method tells what attribute `x` of the class is.
  private mutating func assignAttribute(_ target: NodeID, _ binding: Binding) {
    guard let base = first(target) else { return }
    var isOwn = false
    if tree[base].kind == .identifier, let owner = module.functions[Int(function)].ownerClass,
      let receiver = module.functions[Int(function)].parameters.first
    {
      let name = name(of: base)
      if name == receiver.name {
        let attribute = self.name(of: target)
        module.attributes.add(binding, to: attribute, in: owner)
        isOwn = true
      }
    }
    if case .annotated = binding {
      _ = expression(base)
      return
    }
    let written = changed(target, .write)
    guard !isOwn, case .value(let given) = binding,
      case .attribute(let owner, let name) = module.expressions[Int(written)]
    else { return }
    module.foreignAttributes.append(ForeignAttribute(base: owner, name: name, value: given))
  }

  /// `app["client"] = value`, `app[CLIENT] = value`: kept like an attribute that is set from outside, by a name in brackets.
  private mutating func noteItem(_ owner: ExpressionIndex, _ key: ExpressionIndex, _ value: ExpressionIndex) {
    switch module.expressions[Int(value)] {
    case .call, .name, .attribute, .awaited, .either: break
    default: return
    }
    guard let text = constantKey(key) else { return }
    let name = module.names.intern(ForeignAttribute.item(text))
    module.foreignAttributes.append(ForeignAttribute(base: owner, name: name, value: value))
  }

  /// A key that is the same wherever it is written: a string, or a name in capitals. Others are variables.
  private func constantKey(_ key: ExpressionIndex) -> String? {
    switch module.expressions[Int(key)] {
    case .literal(let literal): return Nature(ofLiteral: module.text(of: literal)).text
    case .name(let constant, _), .attribute(_, let constant):
      let text = module.names[constant]
      return text.utf8.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } ? nil : text
    default: return nil
    }
  }

  /// `setattr(self, "x", value)`, and `__setattr__` of the class above called with the same.
  mutating func noteSetting(_ callee: ExpressionIndex, _ arguments: [Argument]) {
    var arguments = arguments[...]
    let words = module.names.words
    switch module.expressions[Int(callee)] {
    case .name(words.setattr, _): break
    case .attribute(let base, words.dunderSetattr):
      if case .call = module.expressions[Int(base)] { break }
      guard case .name(words.object, _) = module.expressions[Int(base)] else { return }
    default: return
    }
    guard let value = arguments.popLast(), let key = arguments.popLast(),
      case .literal(let literal) = module.expressions[Int(key.value)], value.kind == .positional,
      let name = Nature(ofLiteral: module.text(of: literal)).text.map({ module.names.intern($0) })
    else { return }
    let own = module.functions[Int(function)]
    guard let object = arguments.first else {
      // `super().__setattr__("x", value)`
      if let owner = own.ownerClass { module.attributes.add(.value(value.value), to: name, in: owner) }
      return
    }
    if case .name(let word, _) = module.expressions[Int(object.value)], let owner = own.ownerClass,
      word == own.parameters.first?.name
    {
      module.attributes.add(.value(value.value), to: name, in: owner)
    } else {
      module.foreignAttributes.append(ForeignAttribute(base: object.value, name: name, value: value.value))
    }
  }

  /// Each target gets what stands at its place; what follows a `*` stands at none that is known.
  private mutating func unpack(_ binding: Binding, into target: NodeID) {
    let whole: ExpressionIndex
    switch binding {
    case .value(let value): whole = value
    case .iteration(let iterable): whole = add(.iterated(iterable))
    default:
      for child in tree.children(of: target) { assign(child, .unknown) }
      return
    }
    var place: Int32 = 0
    for child in tree.children(of: target) {
      if tree[child].kind == .starred {
        assign(child, .value(whole))
        place = -1
      } else {
        let item = add(.item(whole, place))
        assign(child, .value(item))
        if place >= 0 { place += 1 }
      }
    }
  }

  /// `__all__ = […]`, or several lists added; a second assignment, or one that is anything else, leaves it unknown.
  private mutating func noteExports(_ name: Name, _ value: ExpressionIndex) {
    guard name == module.names.words.all else { return }
    var exports: Set<Name> = []
    if collect(value, into: &exports) { module.exports = exports }
  }

  /// - Returns: whether the names in a list are all there to be read.
  private func collect(_ list: ExpressionIndex, into exports: inout Set<Name>) -> Bool {
    switch module.expressions[Int(list)] {
    case .sequence(let slice):
      for part in module.parts[slice.range] {
        guard case .literal(let text) = module.expressions[Int(part)] else { return false }
        exports.insert(module.names.intern(module.content(of: text)))
      }
      return true
    case .operation(let left, let right, .addition):
      return collect(left, into: &exports) && collect(right, into: &exports)
    default: return false
    }
  }

  // MARK: Runs of independent awaits

  /// Finds the runs of three and more `x = await f(…)` among the statements of a body.
  mutating func awaitRuns(in body: NodeID) {
    guard module.functions[Int(function)].isAsync else { return }
    var run: [NodeID] = []
    var bound: Set<Name> = []
    for statement in tree.children(of: body) {
      if let (call, names) = awaitedCall(in: statement), !uses(bound, in: call) {
        run.append(call)
        bound.formUnion(names)
        continue
      }
      close(run)
      (run, bound) = ([], [])
      if let (call, names) = awaitedCall(in: statement) {
        run = [call]
        bound = Set(names)
      }
    }
    close(run)
  }

  /// The run is noted by where its calls begin: they have no index yet.
  private mutating func close(_ run: [NodeID]) {
    guard run.count >= 3 else { return }
    module.awaitRuns.append(AwaitRun(function: function, spans: run.map { span(of: $0) }))
  }

  private mutating func awaitedCall(in statement: NodeID) -> (call: NodeID, names: [Name])? {
    guard tree[statement].kind == .assignment, let target = first(statement),
      tree[target].kind == .identifier, let value = next(target), next(value) == nil,
      tree[value].kind == .awaitExpression, let call = first(value), tree[call].kind == .call
    else { return nil }
    return (call, [name(of: target)])
  }

  private mutating func uses(_ names: Set<Name>, in node: NodeID) -> Bool {
    if tree[node].kind == .identifier {
      let name = name(of: node)
      return names.contains(name)
    }
    for child in tree.children(of: node) where uses(names, in: child) { return true }
    return false
  }
}

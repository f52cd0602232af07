import PythonOutline

/// Definitions, imports and assignments.
extension Lowering {
  // MARK: Functions and classes

  mutating func functionDefinition(_ node: NodeID, isAsync: Bool) {
    let name = name(of: node)
    let decorators = child(.decorators, of: node).map { expressions(in: $0) } ?? []
    let index = newFunction(named: module.names[name], line: line(of: node))
    module.functions[Int(index)].isAsync = isAsync
    module.functions[Int(index)].decorators = decorators
    module.functions[Int(index)].ownerClass = module.scopes[Int(scope)].kind == .classBody ? currentClass : nil
    bind(name, to: .function(index))
    if let parameters = child(.parameters, of: node) { self.parameters(parameters, of: index) }
    if let annotation = child(.annotation, of: node).flatMap(first) {
      let annotation = expression(annotation)
      module.functions[Int(index)].returnAnnotation = annotation
    }
    guard let body = child(.body, of: node) else { return }
    inside(index, named: module.names[name]) { $0.statements(in: body) }
  }

  mutating func newFunction(named name: String, line: Int) -> FunctionIndex {
    module.scopes.append(Scope(kind: .function, parent: scope))
    module.functions.append(
      Function(
        name: name, qualifiedName: (around + [name]).joined(separator: "."), line: line,
        scope: ScopeIndex(module.scopes.count - 1)))
    return FunctionIndex(module.functions.count - 1)
  }

  /// Lowers what belongs to a function's own body.
  mutating func inside(_ index: FunctionIndex, named name: String, _ body: (inout Lowering) -> Void) {
    let outer = (scope, function)
    (scope, function) = (module.functions[Int(index)].scope, index)
    around.append(name)
    body(&self)
    around.removeLast()
    (scope, function) = outer
  }

  /// Annotations and defaults belong to the scope around; names are bound inside.
  mutating func parameters(_ node: NodeID, of index: FunctionIndex) {
    for child in tree.children(of: node) {
      let kind: Parameter.Kind
      switch tree[child].kind {
      case .parameter, .positionalOnlyParameter: kind = .positional
      case .keywordOnlyParameter: kind = .keywordOnly
      case .variadicParameter: kind = .variadic
      case .keywordVariadicParameter: kind = .keywordVariadic
      default: continue
      }
      var parameter = Parameter(name: name(of: child), kind: kind)
      for part in tree.children(of: child) {
        guard let value = first(part) else { continue }
        let expression = expression(value)
        if tree[part].kind == .annotation { parameter.annotation = expression } else { parameter.defaultValue = expression }
      }
      let place = module.functions[Int(index)].parameters.count
      module.functions[Int(index)].parameters.append(parameter)
      bind(parameter.name, to: .parameter(index, place), in: module.functions[Int(index)].scope)
    }
  }

  mutating func classDefinition(_ node: NodeID) {
    let name = name(of: node)
    if let decorators = child(.decorators, of: node) { _ = expressions(in: decorators) }
    var bases: [ExpressionIndex] = []
    for child in tree.children(of: node) where tree[child].kind == .argument {
      if let base = first(child) { bases.append(expression(base)) }
    }
    module.scopes.append(Scope(kind: .classBody, parent: scope))
    let inner = ScopeIndex(module.scopes.count - 1)
    let text = module.names[name]
    module.classes.append(
      Class(
        name: text, qualifiedName: (around + [text]).joined(separator: "."), line: line(of: node), scope: inner,
        bases: bases))
    let index = ClassIndex(module.classes.count - 1)
    bind(name, to: .classDefinition(index))
    guard let body = child(.body, of: node) else { return }
    let outer = (scope, currentClass)
    (scope, currentClass) = (inner, index)
    around.append(text)
    statements(in: body)
    around.removeLast()
    (scope, currentClass) = outer
  }

  // MARK: Imports

  mutating func importStatement(_ node: NodeID) {
    for imported in tree.children(of: node) {
      let dotted = dottedName(of: imported)
      let place = line(of: imported)
      module.imports.append(ImportSite(module: ImportedModule(name: dotted, level: 0), imported: nil, line: place))
      if let alias = child(.asName, of: imported) {
        let name = name(of: alias)
        bind(name, to: .module(dotted))
      } else {
        let top = String(dotted.prefix { $0 != "." })
        bind(module.names.intern(top), to: .module(top))
      }
    }
  }

  mutating func importFromStatement(_ node: NodeID) {
    let from = ImportedModule(name: dottedName(of: node), level: tree.importLevel(of: node))
    let place = line(of: node)
    for imported in tree.children(of: node) {
      let text = dottedName(of: imported)
      module.imports.append(ImportSite(module: from, imported: text, line: place))
      guard text != "*" else {
        module.starImports.append(from)
        continue
      }
      let name = child(.asName, of: imported).map { self.name(of: $0) } ?? module.names.intern(text)
      bind(name, to: .imported(from, name: text))
    }
  }

  /// `a . b` may be written with blanks.
  private func dottedName(of node: NodeID) -> String {
    tree.name(of: node).filter { !$0.isWhitespace && $0 != "\\" }
  }

  // MARK: Assignment

  mutating func assign(_ target: NodeID, value: ExpressionIndex) {
    if case .sequence(let values) = module.expressions[Int(value)], isSequence(target) {
      let targets = Array(tree.children(of: target))
      if targets.count == values.count, !targets.contains(where: { tree[$0].kind == .starred }) {
        for (target, value) in zip(targets, values) { assign(target, value: value) }
        return
      }
    }
    assign(target, isSequence(target) ? .unknown : .value(value))
  }

  private func isSequence(_ node: NodeID) -> Bool { [.tuple, .list].contains(tree[node].kind) }

  mutating func assign(_ target: NodeID, _ binding: Binding) {
    switch tree[target].kind {
    case .identifier:
      let name = name(of: target)
      bind(name, to: binding, in: module.scopes[Int(scope)].kind == .comprehension ? scope : nil)
    case .tuple, .list, .starred:
      for child in tree.children(of: target) { assign(child, .unknown) }
    case .attribute:
      assignAttribute(target, binding)
    default:
      _ = expression(target)
    }
  }

  /// `self.x = …` in a method tells what attribute `x` of the class is.
  private mutating func assignAttribute(_ target: NodeID, _ binding: Binding) {
    guard let base = first(target) else { return }
    if tree[base].kind == .identifier, let owner = module.functions[Int(function)].ownerClass,
      let receiver = module.functions[Int(function)].parameters.first
    {
      let name = name(of: base)
      if name == receiver.name {
        let attribute = self.name(of: target)
        module.classes[Int(owner)].attributes[attribute, default: []].append(binding)
        return
      }
    }
    _ = expression(base)
  }
}

import PythonOutline

/// Turns a syntax tree into a `ModuleSummary`: this file holds the state and the statements.
struct Lowering {
  let tree: SyntaxTree
  let lines: LineTable
  var module = ModuleSummary()
  var scope = ScopeIndex(ModuleSummary.moduleScope)
  var function = FunctionIndex(ModuleSummary.moduleFunction)
  var currentClass: ClassIndex?
  /// Names of the definitions around, for qualified names.
  var around: [String] = []

  static func summary(of tree: SyntaxTree) -> ModuleSummary {
    var lowering = Lowering(tree: tree, lines: LineTable(tree.source))
    lowering.module.scopes = [Scope(kind: .module, parent: -1)]
    lowering.module.functions = [
      Function(name: "<module>", qualifiedName: "<module>", line: 1, scope: ScopeIndex(ModuleSummary.moduleScope))
    ]
    lowering.module.lines = lowering.lines.count
    lowering.statements(in: tree.root)
    lowering.module.suppressions = Suppressions(tree: tree, lines: lowering.lines)
    return lowering.module
  }

  // MARK: Small helpers

  func range(of node: NodeID) -> TextRange {
    let start = lines.position(of: Int(tree[node].start))
    let end = lines.position(of: Int(tree[node].end))
    return TextRange(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  func line(of node: NodeID) -> Int { lines.position(of: Int(tree[node].start)).line }

  mutating func name(of node: NodeID) -> Name {
    let start = Int(tree[node].nameStart)
    return module.names.intern(tree.source[start..<(start + Int(tree[node].nameLength))])
  }

  mutating func bind(_ name: Name, to binding: Binding, in scope: ScopeIndex? = nil) {
    var target = scope ?? self.scope
    // `:=` inside a comprehension binds around it; its own targets are bound with an explicit scope.
    while scope == nil, module.scopes[Int(target)].kind == .comprehension { target = module.scopes[Int(target)].parent }
    if module.scopes[Int(target)].outerNames.contains(name) { target = ScopeIndex(ModuleSummary.moduleScope) }
    module.scopes[Int(target)].bindings[name, default: []].append(binding)
  }

  mutating func act(_ action: Action) { module.functions[Int(function)].actions.append(action) }

  func child(_ kind: NodeKind, of node: NodeID) -> NodeID? {
    tree.children(of: node).first { tree[$0].kind == kind }
  }

  func first(_ node: NodeID) -> NodeID? {
    let child = tree[node].firstChild
    return child == .none ? nil : child
  }

  // MARK: Statements

  mutating func statements(in node: NodeID) {
    for statement in tree.children(of: node) { self.statement(statement) }
  }

  mutating func statement(_ node: NodeID) {
    switch tree[node].kind {
    case .functionDefinition: functionDefinition(node, isAsync: false)
    case .asyncFunctionDefinition: functionDefinition(node, isAsync: true)
    case .classDefinition: classDefinition(node)
    case .importStatement: importStatement(node)
    case .importFromStatement: importFromStatement(node)
    case .assignment: assignment(node)
    case .annotatedAssignment: annotatedAssignment(node)
    case .augmentedAssignment:
      let children = Array(tree.children(of: node))
      for child in children { _ = expression(child) }
    case .returnStatement:
      if let value = first(node) {
        let value = expression(value)
        module.functions[Int(function)].returned.append(value)
      }
    case .forStatement: forStatement(node, isAsync: false)
    case .asyncForStatement: forStatement(node, isAsync: true)
    case .withStatement: withStatement(node, isAsync: false)
    case .asyncWithStatement: withStatement(node, isAsync: true)
    case .ifStatement: ifStatement(node)
    case .exceptHandler:
      if tree[node].nameLength > 0 {
        let name = name(of: node)
        bind(name, to: .unknown)
      }
      generic(node)
    case .globalStatement, .nonlocalStatement:
      for child in tree.children(of: node) {
        let name = name(of: child)
        module.scopes[Int(scope)].outerNames.insert(name)
      }
    case .deleteStatement: break
    case .matchCase:
      for child in tree.children(of: node) {
        if tree[child].kind == .pattern { bindCaptures(in: child) } else { statementOrExpression(child) }
      }
    case .typeAliasStatement: break
    default: generic(node)
    }
  }

  /// Everything that only holds other things.
  mutating func generic(_ node: NodeID) {
    for child in tree.children(of: node) { statementOrExpression(child) }
  }

  mutating func statementOrExpression(_ node: NodeID) {
    let kind = tree[node].kind
    if kind.rawValue >= NodeKind.identifier.rawValue { _ = expression(node) } else { statement(node) }
  }

  private mutating func ifStatement(_ node: NodeID) {
    let children = Array(tree.children(of: node))
    guard let test = children.first else { return }
    if isTypeChecking(test) {
      // Only a type checker runs the body; its imports still tell what names mean.
      let actions = module.functions[Int(function)].actions.count
      if children.count > 1 { statementOrExpression(children[1]) }
      module.functions[Int(function)].actions.removeSubrange(actions...)
      for child in children.dropFirst(2) { statementOrExpression(child) }
      return
    }
    for child in children { statementOrExpression(child) }
  }

  private func isTypeChecking(_ test: NodeID) -> Bool {
    switch tree[test].kind {
    case .identifier, .attribute: tree.name(of: test) == "TYPE_CHECKING"
    default: false
    }
  }

  private mutating func forStatement(_ node: NodeID, isAsync: Bool) {
    let children = Array(tree.children(of: node))
    guard children.count >= 3 else { return generic(node) }
    let iterable = iterated(children[1], isAsync: isAsync)
    assign(children[0], .iteration(iterable))
    for child in children.dropFirst(2) { statementOrExpression(child) }
  }

  private mutating func withStatement(_ node: NodeID, isAsync: Bool) {
    for child in tree.children(of: node) {
      guard tree[child].kind == .withItem, let manager = first(child) else {
        statementOrExpression(child)
        continue
      }
      let value = expression(manager)
      markAwaited(value, if: isAsync)
      act(.enter(value, range(of: manager), isAsync: isAsync))
      let target = tree[manager].nextSibling
      if target != .none { assign(target, .context(value, isAsync: isAsync)) }
    }
  }

  private mutating func assignment(_ node: NodeID) {
    let children = Array(tree.children(of: node))
    guard let last = children.last else { return }
    let value = expression(last)
    for target in children.dropLast() { assign(target, value: value) }
  }

  private mutating func annotatedAssignment(_ node: NodeID) {
    let children = Array(tree.children(of: node))
    guard children.count >= 2 else { return }
    let annotation = first(children[1]).map { expression($0) } ?? unknown()
    let value = children.count > 2 ? expression(children[2]) : nil
    assign(children[0], .annotated(annotation))
    if let value { assign(children[0], value: value) }
  }

  private mutating func bindCaptures(in pattern: NodeID) {
    for child in tree.children(of: pattern) {
      if tree[child].kind == .identifier {
        let name = name(of: child)
        bind(name, to: .unknown)
      } else {
        bindCaptures(in: child)
      }
    }
  }
}

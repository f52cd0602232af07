import PythonOutline

/// Statements.
extension Lowering {
  mutating func statements(in node: NodeID) {
    awaitRuns(in: node)
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
    case .expressionStatement:
      // A docstring or another string by itself does nothing.
      if let value = first(node), tree[value].kind != .string { _ = expression(value) }
    case .returnStatement:
      if let value = first(node) {
        let value = expression(value)
        module.functions[Int(function)].returned.append(value)
      }
    case .forStatement: forStatement(node, isAsync: false)
    case .asyncForStatement: forStatement(node, isAsync: true)
    case .whileStatement: repeated(.loop) { $0.generic(node) }
    case .withStatement: withStatement(node, isAsync: false)
    case .asyncWithStatement: withStatement(node, isAsync: true)
    case .ifStatement: ifStatement(node)
    case .body, .orElse, .finally: statements(in: node)
    case .exceptHandler:
      if tree[node].nameLength > 0 {
        let name = name(of: node)
        bind(name, to: .unknown)
      }
      generic(node)
    case .globalStatement:
      for child in tree.children(of: node) {
        let name = name(of: child)
        module.scopes[Int(scope)].globalNames.append(name)
      }
    case .nonlocalStatement:
      for child in tree.children(of: node) {
        let name = name(of: child)
        module.scopes[Int(scope)].nonlocalNames.append(name)
      }
    case .matchCase:
      for child in tree.children(of: node) {
        if tree[child].kind == .pattern { bindCaptures(in: child) } else { statementOrExpression(child) }
      }
    case .typeAliasStatement:
      guard tree[node].nameLength > 0 else { return }
      let name = name(of: node)
      var value: ExpressionIndex?
      for child in tree.children(of: node) where tree[child].kind != .typeParameters {
        value = expression(child)
      }
      if let value { bind(name, to: .value(value)) }
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
    guard let test = first(node) else { return }
    var branch = next(test)
    if isTypeChecking(test), let body = branch {
      // Only a type checker runs the body; its imports still tell what names mean.
      let actions = module.functions[Int(function)].actions.count
      statementOrExpression(body)
      module.functions[Int(function)].actions.removeSubrange(actions...)
      branch = next(body)
    } else {
      _ = expression(test)
      let outer = narrowed
      narrow(by: test)
      if let body = branch {
        if isMainGuard(test) { module.mainGuards.append(span(of: body)) }
        statementOrExpression(body)
        branch = next(body)
      }
      narrowed = outer
    }
    while let other = branch {
      statementOrExpression(other)
      branch = next(other)
    }
  }

  /// `__name__ == "__main__"` at the top of a module.
  private func isMainGuard(_ test: NodeID) -> Bool {
    guard function == ModuleSummary.moduleFunction, tree[test].kind == .comparison else { return false }
    let text = tree.source[Int(tree[test].start)..<Int(tree[test].end)]
    return text.contains(joined: "__name__") && text.contains(joined: "__main__")
      && text.contains(joined: "==")
  }

  private func isTypeChecking(_ test: NodeID) -> Bool {
    switch tree[test].kind {
    case .identifier, .attribute: tree.name(of: test) == "TYPE_CHECKING"
    default: false
    }
  }

  /// After `isinstance(name, class)`, alone or joined by `and`.
  private mutating func narrow(by test: NodeID) {
    if tree[test].kind == .booleanOperation,
      tree.source[Int(tree[test].start)..<Int(tree[test].end)].contains(joined: "and")
    {
      for operand in tree.children(of: test) { narrow(by: operand) }
    }
    guard tree[test].kind == .call, let callee = first(test), tree[callee].kind == .identifier,
      tree.name(of: callee) == "isinstance", let subject = next(callee), let tested = first(subject),
      tree[tested].kind == .identifier, let kind = next(subject).flatMap(first)
    else { return }
    let name = name(of: tested)
    let type = expression(kind)
    narrowed[name] = add(.narrowed(type))
  }

  private mutating func forStatement(_ node: NodeID, isAsync: Bool) {
    guard let target = first(node), let iterable = next(target) else { return generic(node) }
    let value = iterated(iterable, isAsync: isAsync)
    assign(target, .iteration(value))
    var part = next(iterable)
    while let current = part {
      if tree[current].kind == .body, !isShort(iterable) {
        repeated(.loop) { $0.statements(in: current) }
      } else {
        statementOrExpression(current)
      }
      part = next(current)
    }
  }

  private mutating func withStatement(_ node: NodeID, isAsync: Bool) {
    if isAsync { noteAwait() }
    for child in tree.children(of: node) {
      guard tree[child].kind == .withItem, let manager = first(child) else {
        statementOrExpression(child)
        continue
      }
      let value = expression(manager)
      markAwaited(value, if: isAsync)
      act(.enter(value, span(of: manager), isAsync: isAsync))
      if let target = next(manager) { assign(target, .context(value, isAsync: isAsync)) }
    }
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

  /// Whether a loop over this has few turns, as written: over a literal, or a `range` of one.
  func isShort(_ iterable: NodeID) -> Bool {
    switch tree[iterable].kind {
    case .tuple, .list, .set: return true
    case .call:
      guard let callee = first(iterable), tree[callee].kind == .identifier, tree.name(of: callee) == "range",
        let argument = next(callee), next(argument) == nil, let value = first(argument)
      else { return false }
      return tree[value].kind == .number && tree[value].end - tree[value].start <= 2
    default: return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word occurs.
  fileprivate func contains(joined word: StaticString) -> Bool {
    let wanted = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    return firstRange(of: wanted) != nil
  }
}

import PythonOutline

/// Statements.
extension Lowering {
  mutating func statements(in node: NodeID) {
    awaitRuns(in: node)
    for statement in tree.children(of: node) {
      self.statement(statement)
      if pending.isEmpty, pendingRaised.isEmpty { continue }
      let (conditions, raised) = (pending, pendingRaised)
      (pending, pendingRaised) = ([], [])
      let rest = SourceSpan(start: tree[statement].end, end: tree[node].end)
      guard rest.start < rest.end else { continue }
      for (condition, holds, isTurn) in conditions {
        restrict(condition, rest, holds: holds, isTurn: isTurn)
      }
      for condition in raised {
        module.functions[Int(function)].guards.append(
          Guard(condition: condition, isTurn: true, span: rest))
      }
    }
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
    case .whileStatement: whileStatement(node)
    case .withStatement: withStatement(node, isAsync: false)
    case .asyncWithStatement: withStatement(node, isAsync: true)
    case .ifStatement: ifStatement(node)
    case .tryStatement: tryStatement(node)
    case .assertStatement:
      guard let test = first(node) else { return }
      let condition = condition(test)
      if let message = next(test) { _ = expression(message) }
      narrow(by: test, holds: true)
      pending.append((condition, true, isTurn: false))
    case .deleteStatement: for child in tree.children(of: node) { delete(child) }
    case .augmentedAssignment: augmentedAssignment(node)
    case .body, .orElse, .finally:
      // What a test has shown inside holds only there.
      let outer = narrowed
      statements(in: node)
      narrowed = outer
    case .exceptHandler:
      if tree[node].nameLength > 0 {
        let name = name(of: node)
        bind(name, to: .unknown)
      }
      addTurn(span(of: node))
      generic(node)
    case .globalStatement: declare(.global, namesIn: node)
    case .nonlocalStatement: declare(.nonlocal, namesIn: node)
    case .matchStatement: matchStatement(node)
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

  private mutating func declare(_ kind: DeclaredName.Kind, namesIn node: NodeID) {
    module.scopes[Int(scope)].declaresNames = true
    for child in tree.children(of: node) {
      let name = name(of: child)
      module.declared.append(DeclaredName(scope: scope, name: name, kind: kind))
    }
  }

  private mutating func ifStatement(_ node: NodeID) {
    guard let test = first(node) else { return }
    var branch = next(test)
    if isTypeChecking(test), let body = branch {
      // Only a type checker runs the body; its imports still tell what names mean.
      let actions = module.actions.count
      statementOrExpression(body)
      dropActions(from: actions)
      branch = next(body)
    } else {
      let condition = condition(test)
      let body = branch
      if let body {
        if isMainGuard(test) { module.mainGuards.append(span(of: body)) }
        narrowed(by: test, holds: true) { $0.statementOrExpression(body) }
        restrict(condition, span(of: body), holds: true, isTurn: true)
        branch = next(body)
      }
      while let other = branch {
        narrowed(by: test, holds: false) { lowering in
          if let only = lowering.onlyIf(in: other) {
            lowering.statement(only)
          } else {
            lowering.statementOrExpression(other)
          }
        }
        // Of a chain of `elif`, one branch is taken: one turn.
        restrict(condition, span(of: other), holds: false, isTurn: onlyIf(in: other) == nil)
        branch = next(other)
      }
      guard let body else { return }
      if leaves(body) { narrow(by: test, holds: false) } else { pending = [] }
      restrictRest(after: node, condition)
    }
    while let other = branch {
      statementOrExpression(other)
      branch = next(other)
    }
  }

  /// The `if` that an `elif` stands for: what holds after it holds after all when the first branch leaves.
  private func onlyIf(in branch: NodeID) -> NodeID? {
    guard let only = first(branch), tree[only].kind == .ifStatement, next(only) == nil else { return nil }
    return only
  }

  private mutating func augmentedAssignment(_ node: NodeID) {
    guard let target = first(node), let value = next(target) else { return }
    // The target is read before it is written.
    let read = expression(target)
    let added = expression(value)
    act(.use(read, span(of: target), .write))
    let sign = tree.source[Int(tree[target].end)..<Int(tree[value].start)].first {
      $0 == UInt8(ascii: "|") || Operator(sign: $0) != nil
    }
    if let sign, let method = Operator(sign: sign) {
      let operation = add(.operation(read, added, method))
      act(.use(operation, span(of: node), .augmented))
    }
    noteAddition(read, sign, added)
    // `__all__ += …`: no longer a plain list.
    if isNamed(target, "__all__") { module.exports = nil }
  }

  private mutating func delete(_ node: NodeID) {
    switch tree[node].kind {
    case .identifier: break
    case .tuple, .list: for child in tree.children(of: node) { delete(child) }
    default: _ = changed(node, .delete)
    }
  }

  /// `__name__ == "__main__"` at the top of a module.
  private func isMainGuard(_ test: NodeID) -> Bool {
    guard function == ModuleSummary.moduleFunction, tree[test].kind == .comparison else { return false }
    let text = String(decoding: tree.source[Int(tree[test].start)..<Int(tree[test].end)], as: UTF8.self)
    return text.contains("__name__") && text.contains("__main__") && text.contains("==")
  }

  private func isTypeChecking(_ test: NodeID) -> Bool {
    switch tree[test].kind {
    case .identifier, .attribute: isNamed(test, "TYPE_CHECKING")
    default: false
    }
  }

  private mutating func forStatement(_ node: NodeID, isAsync: Bool) {
    guard let target = first(node), let iterable = next(target) else { return generic(node) }
    let value = iterated(iterable, isAsync: isAsync)
    assign(target, .iteration(value))
    let outer = narrowed
    let givesWay = givesWay { lowering in
      var part = lowering.next(iterable)
      while let current = part {
        if lowering.tree[current].kind == .body, !lowering.isShort(iterable) {
          lowering.repeated(.loop) { $0.statements(in: current) }
        } else {
          lowering.statementOrExpression(current)
        }
        part = lowering.next(current)
      }
    }
    narrowed = outer
    if !isAsync, !givesWay, isLong(iterable) { spin(.counting, span(of: iterable)) }
  }

  private mutating func whileStatement(_ node: NodeID) {
    let outer = narrowed
    let givesWay = givesWay { lowering in lowering.repeated(.loop) { $0.loopWhile(node) } }
    narrowed = outer
    if !givesWay { spinWhile(node) }
  }

  private mutating func loopWhile(_ node: NodeID) {
    guard let test = first(node) else { return }
    let condition = condition(test)
    var part = next(test)
    if let body = part, tree[body].kind == .body {
      statementOrExpression(body)
      restrict(condition, span(of: body), holds: true, isTurn: false)
      if !breaks(body) { pending.append((condition, false, isTurn: false)) }
      part = next(body)
    }
    while let other = part {
      statementOrExpression(other)
      part = next(other)
    }
  }

  /// Whether a loop with this body may be left before its condition fails.
  private func breaks(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .breakStatement: true
    case .functionDefinition, .asyncFunctionDefinition, .classDefinition: false
    // A `break` in a loop within belongs to that, but for its `else`.
    case .forStatement, .asyncForStatement, .whileStatement:
      tree.children(of: node).contains { tree[$0].kind == .orElse && breaks($0) }
    default:
      tree[node].kind.rawValue < NodeKind.identifier.rawValue
        && tree.children(of: node).contains { breaks($0) }
    }
  }

  /// Whether something awaits.
  private mutating func givesWay(_ body: (inout Lowering) -> Void) -> Bool {
    let outer = module.functions[Int(function)].hasAwait
    module.functions[Int(function)].hasAwait = false
    body(&self)
    let inner = module.functions[Int(function)].hasAwait
    module.functions[Int(function)].hasAwait = outer || inner
    return inner
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

  /// Whether a loop over this has few turns, as written: over a literal, or a `range` of one.
  func isShort(_ iterable: NodeID) -> Bool {
    switch tree[iterable].kind {
    case .tuple, .list, .set: return true
    case .call:
      guard let callee = first(iterable), tree[callee].kind == .identifier, isNamed(callee, "range"),
        let argument = next(callee), next(argument) == nil, let value = first(argument)
      else { return false }
      return tree[value].kind == .number && tree[value].end - tree[value].start <= 2
    default: return false
    }
  }
}

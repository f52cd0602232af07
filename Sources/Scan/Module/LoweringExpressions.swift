import PythonOutline

/// Expressions: what inference may follow is kept, what merely runs is walked for the calls in it.
extension Lowering {
  mutating func unknown() -> ExpressionIndex { add(.unknown) }

  mutating func add(_ expression: Expression) -> ExpressionIndex {
    module.expressions.append(expression)
    return ExpressionIndex(module.expressions.count - 1)
  }

  mutating func expressions(in node: NodeID) -> [ExpressionIndex] {
    var result: [ExpressionIndex] = []
    for child in tree.children(of: node) { result.append(expression(child)) }
    return result
  }

  mutating func expression(_ node: NodeID) -> ExpressionIndex {
    switch tree[node].kind {
    case .identifier:
      let name = name(of: node)
      return add(.name(name, scope))
    case .attribute:
      guard let base = first(node) else { return unknown() }
      let value = expression(base)
      let name = name(of: node)
      return add(.attribute(value, name))
    case .call: return call(node)
    case .awaitExpression:
      guard let operand = first(node) else { return unknown() }
      let value = expression(operand)
      markAwaited(value, if: true)
      return add(.awaited(value))
    case .lambda: return lambda(node)
    case .conditionalExpression:
      // Children stand as test, then, else.
      let parts = expressions(in: node)
      return add(.either(Array(parts.dropFirst())))
    case .booleanOperation: return add(.either(expressions(in: node)))
    case .binaryOperation where isUnion(node): return add(.either(expressions(in: node)))
    case .subscript_:
      let parts = expressions(in: node)
      return parts.count == 2 ? add(.element(parts[0], parts[1])) : unknown()
    case .tuple, .list, .set: return add(.sequence(expressions(in: node)))
    case .namedExpression: return namedExpression(node)
    case .yieldExpression, .yieldFromExpression: return yield(node)
    case .listComprehension, .setComprehension, .generatorExpression, .dictComprehension: return comprehension(node)
    case .string: return add(.literal(tree.text(of: node)))
    case .number, .true_, .false_, .none_: return add(.literal(tree.text(of: node)))
    case .argument, .starredArgument, .doubleStarredArgument, .keywordArgument, .starred:
      return first(node).map { expression($0) } ?? unknown()
    default:
      _ = expressions(in: node)
      return unknown()
    }
  }

  /// `A | B`, as annotations write unions.
  private func isUnion(_ node: NodeID) -> Bool {
    let parts = Array(tree.children(of: node))
    guard parts.count == 2 else { return false }
    let between = tree.source[Int(tree[parts[0]].end)..<Int(tree[parts[1]].start)]
    return between.contains(UInt8(ascii: "|"))
  }

  mutating func markAwaited(_ expression: ExpressionIndex, if isAsync: Bool) {
    if isAsync, case .call(let call) = module.expressions[Int(expression)] { module.calls[Int(call)].isAwaited = true }
  }

  private mutating func call(_ node: NodeID) -> ExpressionIndex {
    let children = Array(tree.children(of: node))
    guard let first = children.first else { return unknown() }
    let callee = expression(first)
    var arguments: [Argument] = []
    for child in children.dropFirst() {
      let kind: Argument.Kind
      switch tree[child].kind {
      case .keywordArgument: kind = .keyword
      case .starredArgument: kind = .starred
      case .doubleStarredArgument: kind = .doubleStarred
      default: kind = .positional
      }
      let value = expression(child)
      arguments.append(Argument(kind: kind, name: kind == .keyword ? tree.name(of: child) : nil, value: value))
    }
    module.calls.append(Call(callee: callee, arguments: arguments, range: range(of: node), function: function))
    let index = CallIndex(module.calls.count - 1)
    act(.call(index))
    return add(.call(index))
  }

  private mutating func lambda(_ node: NodeID) -> ExpressionIndex {
    let index = newFunction(named: "<lambda>", line: line(of: node))
    if let parameters = child(.parameters, of: node) { self.parameters(parameters, of: index) }
    if let body = tree.children(of: node).first(where: { tree[$0].kind != .parameters }) {
      inside(index, named: "<lambda>") { lowering in
        let value = lowering.expression(body)
        lowering.module.functions[Int(index)].returned.append(value)
      }
    }
    return add(.function(index))
  }

  private mutating func namedExpression(_ node: NodeID) -> ExpressionIndex {
    let children = Array(tree.children(of: node))
    guard children.count == 2 else { return unknown() }
    let value = expression(children[1])
    let name = name(of: children[0])
    bind(name, to: .value(value))
    return value
  }

  private mutating func yield(_ node: NodeID) -> ExpressionIndex {
    module.functions[Int(function)].isGenerator = true
    guard let operand = first(node) else { return unknown() }
    if tree[node].kind == .yieldFromExpression {
      _ = iterated(operand, isAsync: false)
    } else {
      let value = expression(operand)
      module.functions[Int(function)].yielded.append(value)
    }
    return unknown()
  }

  mutating func iterated(_ node: NodeID, isAsync: Bool) -> ExpressionIndex {
    let value = expression(node)
    markAwaited(value, if: isAsync)
    act(.iterate(value, range(of: node), isAsync: isAsync))
    return value
  }

  /// The clauses come first, since they bind what the element uses.
  private mutating func comprehension(_ node: NodeID) -> ExpressionIndex {
    let outer = scope
    module.scopes.append(Scope(kind: .comprehension, parent: outer))
    let inner = ScopeIndex(module.scopes.count - 1)
    for clause in tree.children(of: node) {
      let isAsync = tree[clause].kind == .asyncComprehensionClause
      guard isAsync || tree[clause].kind == .comprehensionClause else { continue }
      let parts = Array(tree.children(of: clause))
      guard parts.count >= 2 else { continue }
      // The first iterable is still evaluated outside; after it, `scope` is the inner one.
      let iterable = iterated(parts[1], isAsync: isAsync)
      scope = inner
      assign(parts[0], .iteration(iterable))
      for test in parts.dropFirst(2) { _ = expression(test) }
    }
    scope = inner
    var elements: [ExpressionIndex] = []
    for child in tree.children(of: node) {
      let kind = tree[child].kind
      if kind != .comprehensionClause, kind != .asyncComprehensionClause { elements.append(expression(child)) }
    }
    scope = outer
    return add(.sequence(elements))
  }
}

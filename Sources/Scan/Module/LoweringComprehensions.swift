import PythonOutline

/// Comprehensions and generator expressions: scopes of their own, whose elements are evaluated in a loop.
extension Lowering {
  mutating func comprehension(_ node: NodeID) -> ExpressionIndex {
    let outer = (scope, isUnderAwait, isArgument, repetition, loopDepth)
    let elements = self.elements(of: node, first: nil)
    (scope, isUnderAwait, isArgument, repetition, loopDepth) = outer
    let isDictionary = tree[node].kind == .dictComprehension && elements.count == 2
    return add(isDictionary ? .dictionary(slice(elements)) : .sequence(slice(elements)))
  }

  /// The first iterable is evaluated at once; all the rest runs when somebody iterates.
  mutating func generatorExpression(_ node: NodeID) -> ExpressionIndex {
    guard let clause = child(.comprehensionClause, of: node) ?? child(.asyncComprehensionClause, of: node),
      let target = first(clause), let iterable = next(target)
    else { return comprehension(node) }
    let index = newFunction(named: module.names.intern("<genexpr>"), span: span(of: node))
    module.scopes[Int(module.functions[Int(index)].scope)].isGeneratorExpression = true
    let isAsync = tree[clause].kind == .asyncComprehensionClause
    let value = isAsync ? expression(iterable) : iterated(iterable, isAsync: false)
    let depth = loopDepth
    inside(index) { lowering in
      lowering.loopDepth = depth
      lowering.module.functions[Int(index)].isGenerator = true
      if isAsync { lowering.noteAwait() }
      let elements = lowering.elements(of: node, first: value)
      lowering.module.functions[Int(index)].yielded = elements
    }
    // One that awaits is an asynchronous generator.
    if module.functions[Int(index)].hasAwait { module.functions[Int(index)].isAsync = true }
    let deepest = max(module.functions[Int(function)].loopDepth, module.functions[Int(index)].loopDepth)
    module.functions[Int(function)].loopDepth = deepest
    return add(.generator(index))
  }

  /// The clauses come first, since they bind what the element uses.
  /// - Parameter first: the first iterable when it has already been evaluated.
  private mutating func elements(of node: NodeID, first: ExpressionIndex?) -> [ExpressionIndex] {
    module.scopes.append(Scope(kind: .comprehension, parent: scope))
    let inner = ScopeIndex(module.scopes.count - 1)
    let outer = narrowed
    var given = first
    var isRepeated = false
    for clause in tree.children(of: node) {
      let isAsync = tree[clause].kind == .asyncComprehensionClause
      guard isAsync || tree[clause].kind == .comprehensionClause, let target = self.first(clause),
        let iterable = next(target)
      else { continue }
      // The first iterable is still evaluated outside; after it, `scope` is the inner one.
      let value = given ?? iterated(iterable, isAsync: isAsync)
      given = nil
      scope = inner
      if !isShort(iterable) { isRepeated = true }
      if isLong(iterable), !isAsync { spin(.counting, span(of: iterable)) }
      loopDepth = loopDepth == .max ? loopDepth : loopDepth + 1
      assign(target, .iteration(value))
      var test = next(iterable)
      while let current = test {
        _ = condition(current)
        narrow(by: current, holds: true)
        test = next(current)
      }
    }
    scope = inner
    (isUnderAwait, isArgument) = (false, false)
    if isRepeated { repetition = .comprehension }
    let deepest = max(module.functions[Int(function)].loopDepth, loopDepth)
    module.functions[Int(function)].loopDepth = deepest
    var elements: [ExpressionIndex] = []
    for child in tree.children(of: node) {
      let kind = tree[child].kind
      if kind != .comprehensionClause, kind != .asyncComprehensionClause {
        elements.append(expression(child))
      }
    }
    narrowed = outer
    return elements
  }
}

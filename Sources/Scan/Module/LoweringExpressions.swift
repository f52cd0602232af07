import PythonOutline

/// Expressions: what inference may follow is kept, what merely runs is walked for the calls in it.
extension Lowering {
  mutating func expressions(in node: NodeID) -> [ExpressionIndex] {
    var result: [ExpressionIndex] = []
    for child in tree.children(of: node) { result.append(expression(child)) }
    return result
  }

  mutating func expression(_ node: NodeID) -> ExpressionIndex {
    switch tree[node].kind {
    case .identifier: return identifier(node)
    case .attribute: return attribute(node, isCallee: false)
    case .call: return call(node)
    case .awaitExpression: return awaiting(node)
    case .lambda: return lambda(node)
    case .conditionalExpression:
      // Children stand as test, then, else.
      let parts = expressions(in: node)
      return add(.either(slice(Array(parts.dropFirst()))))
    case .booleanOperation: return add(.either(slice(expressions(in: node))))
    case .binaryOperation: return operation(node)
    case .subscript_:
      let parts = expressions(in: node)
      return parts.count == 2 ? add(.element(parts[0], parts[1])) : unknown()
    case .tuple, .list, .set: return add(.sequence(slice(expressions(in: node))))
    case .dictionary: return dictionary(node)
    case .namedExpression: return namedExpression(node)
    case .yieldExpression, .yieldFromExpression: return yield(node)
    case .generatorExpression: return generatorExpression(node)
    case .listComprehension, .setComprehension, .dictComprehension: return comprehension(node)
    case .string: return literal(node, otherwise: .text)
    case .formattedString:
      _ = expressions(in: node)
      return add(.text)
    case .number, .true_, .false_, .none_: return literal(node, otherwise: .unknown)
    case .starred, .starredArgument:
      guard let operand = first(node) else { return unknown() }
      return iterated(operand, isAsync: false)
    case .argument, .doubleStarredArgument, .keywordArgument:
      return first(node).map { expression($0) } ?? unknown()
    default:
      _ = expressions(in: node)
      return unknown()
    }
  }

  private mutating func identifier(_ node: NodeID) -> ExpressionIndex {
    let name = name(of: node)
    if let type = narrowed[name] { return type }
    return add(.name(name, scope))
  }

  private mutating func attribute(_ node: NodeID, isCallee: Bool) -> ExpressionIndex {
    guard let base = first(node) else { return unknown() }
    let value = expression(base)
    let name = name(of: node)
    let attribute = add(.attribute(value, name))
    if !isCallee { act(.read(attribute, span(of: node))) }
    return attribute
  }

  private mutating func literal(_ node: NodeID, otherwise: Expression) -> ExpressionIndex {
    let (start, end) = (Int(tree[node].start), Int(tree[node].end))
    // Long strings are nobody's argument that matters, nor an annotation.
    guard end - start <= 100 else { return add(otherwise) }
    return add(.literal(module.names.intern(tree.source[start..<end])))
  }

  private mutating func awaiting(_ node: NodeID) -> ExpressionIndex {
    noteAwait()
    guard let operand = first(node) else { return unknown() }
    let outer = isUnderAwait
    isUnderAwait = true
    let value = expression(operand)
    isUnderAwait = outer
    markAwaited(value, if: true)
    return add(.awaited(value))
  }

  /// `A | B` is how annotations write unions; other operators are methods.
  private mutating func operation(_ node: NodeID) -> ExpressionIndex {
    guard let left = first(node), let right = next(left) else { return unknown() }
    let leftValue = expression(left)
    let rightValue = expression(right)
    let sign = tree.source[Int(tree[left].end)..<Int(tree[right].start)].first { Self.signs.contains($0) }
    switch sign {
    case UInt8(ascii: "|"): return add(.either(slice([leftValue, rightValue])))
    case UInt8(ascii: "/"): return add(.operation(module.names.intern("__truediv__"), leftValue, rightValue))
    case UInt8(ascii: "+"): return add(.operation(module.names.intern("__add__"), leftValue, rightValue))
    default: return unknown()
    }
  }

  private static let signs = Set("|/+-*%@&^<>".utf8)

  mutating func markAwaited(_ expression: ExpressionIndex, if isAsync: Bool) {
    if isAsync, case .call(let call) = module.expressions[Int(expression)] {
      module.calls[Int(call)].isAwaited = true
    }
  }

  private mutating func call(_ node: NodeID) -> ExpressionIndex {
    guard let first = first(node) else { return unknown() }
    let callee =
      tree[first].kind == .attribute ? attribute(first, isCallee: true) : expression(first)
    let outer = isArgument
    isArgument = true
    var arguments: [Argument] = []
    var child = next(first)
    while let current = child {
      let kind: Argument.Kind
      switch tree[current].kind {
      case .keywordArgument: kind = .keyword
      case .starredArgument: kind = .starred
      case .doubleStarredArgument: kind = .doubleStarred
      default: kind = .positional
      }
      let value = expression(current)
      arguments.append(Argument(kind: kind, name: kind == .keyword ? name(of: current) : nil, value: value))
      child = next(current)
    }
    isArgument = outer
    let slice = Slice(start: Int32(module.arguments.count), count: Int32(arguments.count))
    module.arguments += arguments
    module.calls.append(
      Call(
        callee: callee, arguments: slice, span: span(of: node), function: function,
        isUnderAwait: isUnderAwait,
        isArgument: isArgument, repetition: repetition))
    let index = CallIndex(module.calls.count - 1)
    act(.call(index))
    return add(.call(index))
  }

  private mutating func lambda(_ node: NodeID) -> ExpressionIndex {
    let index = newFunction(named: module.names.intern("<lambda>"), span: span(of: node))
    if let parameters = child(.parameters, of: node) { self.parameters(parameters, of: index) }
    for body in tree.children(of: node) where tree[body].kind != .parameters {
      inside(index) { lowering in
        let value = lowering.expression(body)
        lowering.module.functions[Int(index)].returned.append(value)
      }
    }
    return add(.function(index))
  }

  private mutating func dictionary(_ node: NodeID) -> ExpressionIndex {
    var values: [ExpressionIndex] = []
    var isKey = true
    for child in tree.children(of: node) {
      let value = expression(child)
      if tree[child].kind == .doubleStarredArgument { continue }
      if !isKey { values.append(value) }
      isKey.toggle()
    }
    return add(.sequence(slice(values)))
  }

  private mutating func namedExpression(_ node: NodeID) -> ExpressionIndex {
    guard let target = first(node), let node = next(target) else { return unknown() }
    let value = expression(node)
    let name = name(of: target)
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
    if isAsync { noteAwait() }
    let value = expression(node)
    markAwaited(value, if: isAsync)
    act(.iterate(value, span(of: node), isAsync: isAsync))
    return value
  }

  // MARK: Comprehensions

  private mutating func comprehension(_ node: NodeID) -> ExpressionIndex {
    let outer = (scope, isUnderAwait, isArgument, repetition, loopDepth)
    let elements = self.elements(of: node, first: nil)
    (scope, isUnderAwait, isArgument, repetition, loopDepth) = outer
    return add(.sequence(slice(elements)))
  }

  /// The first iterable is evaluated at once; all the rest runs when somebody iterates.
  private mutating func generatorExpression(_ node: NodeID) -> ExpressionIndex {
    guard let clause = child(.comprehensionClause, of: node) ?? child(.asyncComprehensionClause, of: node),
      let target = first(clause), let iterable = next(target)
    else { return comprehension(node) }
    let index = newFunction(named: module.names.intern("<genexpr>"), span: span(of: node))
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
      loopDepth = loopDepth == .max ? loopDepth : loopDepth + 1
      assign(target, .iteration(value))
      var test = next(iterable)
      while let current = test {
        _ = expression(current)
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
    return elements
  }
}

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
      return conditional(node)
    case .booleanOperation: return booleanOperation(node)
    case .binaryOperation: return operation(node)
    case .subscript_:
      let parts = expressions(in: node)
      return parts.count == 2 ? add(.element(parts[0], parts[1])) : unknown()
    case .tuple, .list, .set: return display(node)
    case .dictionary: return dictionary(node)
    case .namedExpression: return namedExpression(node)
    case .yieldExpression, .yieldFromExpression: return yield(node)
    case .generatorExpression: return generatorExpression(node)
    case .listComprehension, .setComprehension, .dictComprehension: return comprehension(node)
    case .string: return quoted(node) ?? literal(node, otherwise: .text)
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

  /// Children stand as test, then, else.
  private mutating func conditional(_ node: NodeID) -> ExpressionIndex {
    guard let test = first(node), let first = next(test), let second = next(first) else { return unknown() }
    _ = expression(test)
    let then = narrowed(by: test, holds: true) { $0.expression(first) }
    let otherwise = narrowed(by: test, holds: false) { $0.expression(second) }
    return add(.either(slice([then, otherwise])))
  }

  /// Each operand is reached only when those before it held, or did not hold.
  private mutating func booleanOperation(_ node: NodeID) -> ExpressionIndex {
    let outer = narrowed
    let isConjunction = isConjunction(node)
    var parts: [ExpressionIndex] = []
    for operand in tree.children(of: node) {
      parts.append(expression(operand))
      narrow(by: operand, holds: isConjunction)
    }
    narrowed = outer
    return add(.either(slice(parts)))
  }

  private mutating func identifier(_ node: NodeID) -> ExpressionIndex {
    let name = name(of: node)
    if !narrowed.isEmpty, let type = narrowed[Subject(name: name)] { return type }
    return add(.name(name, scope))
  }

  private mutating func attribute(_ node: NodeID, isCallee: Bool) -> ExpressionIndex {
    guard let base = first(node) else { return unknown() }
    let value = expression(base)
    let name = name(of: node)
    if !narrowed.isEmpty, let subject = subject(node), let type = narrowed[subject] { return type }
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
    let outer = (isArgument, isAnnotation)
    isArgument = true
    // `cast("T", x)` names a type as annotations do.
    isAnnotation = tree.name(of: first) == "cast"
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
      isAnnotation = false
      child = next(current)
    }
    (isArgument, isAnnotation) = outer
    noteFilling(callee, arguments)
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

  /// A tuple, list or set; what a `*` spreads into it counts as one element.
  private mutating func display(_ node: NodeID) -> ExpressionIndex {
    var parts: [ExpressionIndex] = []
    for child in tree.children(of: node) {
      let value = expression(child)
      parts.append(tree[child].kind == .starred ? add(.iterated(value)) : value)
    }
    return add(.sequence(slice(parts)))
  }

  private mutating func dictionary(_ node: NodeID) -> ExpressionIndex {
    var parts: [ExpressionIndex] = []
    for child in tree.children(of: node) {
      let value = expression(child)
      if tree[child].kind != .doubleStarredArgument { parts.append(value) }
    }
    return add(.dictionary(slice(parts)))
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
    let isDictionary = tree[node].kind == .dictComprehension && elements.count == 2
    return add(isDictionary ? .dictionary(slice(elements)) : .sequence(slice(elements)))
  }

  /// The first iterable is evaluated at once; all the rest runs when somebody iterates.
  private mutating func generatorExpression(_ node: NodeID) -> ExpressionIndex {
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
      if isLong(iterable), !isAsync { act(.spin(.counting, span(of: iterable))) }
      loopDepth = loopDepth == .max ? loopDepth : loopDepth + 1
      assign(target, .iteration(value))
      var test = next(iterable)
      while let current = test {
        _ = expression(current)
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

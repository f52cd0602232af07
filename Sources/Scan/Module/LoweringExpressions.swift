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
    case .conditionalExpression: return conditional(node)
    case .booleanOperation: return booleanOperation(node)
    case .binaryOperation: return operation(node)
    case .comparison: return comparison(node)
    case .subscript_: return element(node, .read)
    case .tuple, .list, .set: return display(node)
    case .dictionary: return dictionary(node)
    case .namedExpression: return namedExpression(node)
    case .yieldExpression, .yieldFromExpression: return yield(node)
    case .generatorExpression: return generatorExpression(node)
    case .listComprehension, .setComprehension, .dictComprehension: return comprehension(node)
    case .string: return quoted(node) ?? literal(node, otherwise: .text)
    case .formattedString:
      for child in tree.children(of: node) {
        let value = expression(child)
        use(value, child, .text)
      }
      return beginning(of: node)
    case .number, .true_, .false_, .none_: return literal(node, otherwise: .unknown)
    case .starred, .starredArgument:
      guard let operand = first(node) else { return unknown() }
      return iterated(operand, isAsync: false)
    case .argument, .doubleStarredArgument, .keywordArgument:
      return first(node).map { expression($0) } ?? unknown()
    case .notOperation: return first(node).map { asked($0) }.map { add(.negated($0)) } ?? unknown()
    default:
      _ = expressions(in: node)
      return unknown()
    }
  }

  /// Children stand as test, then, else.
  private mutating func conditional(_ node: NodeID) -> ExpressionIndex {
    guard let test = first(node), let first = next(test), let second = next(first) else { return unknown() }
    let condition = condition(test)
    let then = narrowed(by: test, holds: true) { $0.expression(first) }
    restrict(condition, span(of: first), holds: true, isTurn: true)
    let otherwise = narrowed(by: test, holds: false) { $0.expression(second) }
    restrict(condition, span(of: second), holds: false, isTurn: true)
    return add(.either(slice([then, otherwise])))
  }

  /// Each operand is reached only when those before it held, or did not hold.
  private mutating func booleanOperation(_ node: NodeID) -> ExpressionIndex {
    let outer = narrowed
    let isConjunction = isConjunction(node)
    var parts: [ExpressionIndex] = []
    for operand in tree.children(of: node) {
      let actions = module.actions.count
      // What the last one gives is not asked whether it is true.
      let part = next(operand) == nil ? expression(operand) : asked(operand)
      // What does nothing needs no condition.
      if let before = parts.last, module.actions.count > actions {
        restrict(.atom(before), span(of: operand), holds: isConjunction, isTurn: false)
      }
      parts.append(part)
      narrow(by: operand, holds: isConjunction)
    }
    narrowed = outer
    return add(isConjunction ? .both(slice(parts)) : .either(slice(parts)))
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
    if !isCallee { use(attribute, node, .read) }
    return attribute
  }

  mutating func element(_ node: NodeID, _ use: Use) -> ExpressionIndex {
    let parts = expressions(in: node)
    guard parts.count == 2 else { return unknown() }
    let element = add(.element(parts[0], parts[1]))
    self.use(element, node, use)
    return element
  }

  /// What stands to the left of `=` or behind `del` and is no name.
  mutating func changed(_ node: NodeID, _ use: Use) -> ExpressionIndex {
    if tree[node].kind == .subscript_ { return element(node, use) }
    guard tree[node].kind == .attribute, let base = first(node) else { return expression(node) }
    let value = expression(base)
    let name = name(of: node)
    let attribute = add(.attribute(value, name))
    self.use(attribute, node, use)
    return attribute
  }

  private mutating func literal(_ node: NodeID, otherwise: Expression) -> ExpressionIndex {
    let (start, end) = (Int(tree[node].start), Int(tree[node].end))
    // Long strings are nobody's argument that matters, nor an annotation.
    guard end - start <= 100 else { return add(otherwise) }
    let literal = Literal(start: UInt32(module.literals.count), length: UInt8(end - start))
    module.literals += tree.source[start..<end]
    return add(.literal(literal))
  }

  /// A formatted string begins with something that may be the first half of a name.
  private mutating func beginning(of node: NodeID) -> ExpressionIndex {
    let source = tree.source[Int(tree[node].start)..<Int(tree[node].end)]
    let text = source.drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }.dropFirst().prefix {
      $0 == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
    }
    guard text.last == UInt8(ascii: "_"), text.count < 64, text.endIndex < source.endIndex,
      source[text.endIndex] == UInt8(ascii: "{")
    else { return add(.text) }
    let literal = Literal(start: UInt32(module.literals.count), length: UInt8(text.count))
    module.literals += text
    return add(.prefix(literal))
  }

  private mutating func awaiting(_ node: NodeID) -> ExpressionIndex {
    noteAwait()
    guard let operand = first(node) else { return unknown() }
    let outer = isUnderAwait
    isUnderAwait = true
    let value = expression(operand)
    isUnderAwait = outer
    markAwaited(value, if: true)
    use(value, operand, .awaited)
    return add(.awaited(value))
  }

  /// `A | B` is how annotations write unions; other operators are methods.
  private mutating func operation(_ node: NodeID) -> ExpressionIndex {
    guard let left = first(node), let right = next(left) else { return unknown() }
    let leftValue = expression(left)
    let rightValue = expression(right)
    let sign = tree.source[Int(tree[left].end)..<Int(tree[right].start)].first {
      $0 == UInt8(ascii: "|") || Operator(sign: $0) != nil
    }
    if sign == UInt8(ascii: "|") { return add(.either(slice([leftValue, rightValue]))) }
    if sign == UInt8(ascii: "%"), tree[left].kind == .string { show(rightValue, right, in: left) }
    guard let sign, let method = Operator(sign: sign) else { return unknown() }
    let value = add(.operation(leftValue, rightValue, method))
    if !isPlain(left) || !isPlain(right) { use(value, node, .read) }
    return value
  }

  /// Whether the operators of an operand are Python's own.
  private func isPlain(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .number, .string, .bytes, .formattedString, .none_, .true_, .false_, .tuple, .list, .set,
      .dictionary:
      true
    default: false
    }
  }

  private mutating func comparison(_ node: NodeID) -> ExpressionIndex {
    guard let left = first(node), let right = next(left), next(right) == nil else {
      _ = expressions(in: node)
      return unknown()
    }
    let leftValue = expression(left)
    let rightValue = expression(right)
    let sign = tree.source[Int(tree[left].end)..<Int(tree[right].start)]
    guard let comparison = Comparison(sign) else { return unknown() }
    let value = add(.comparison(leftValue, rightValue, comparison))
    switch comparison {
    case .identical, .notIdentical: break
    case .contained, .notContained: if !isPlain(right) { use(value, node, .read) }
    default: if !isPlain(left) { use(value, node, .read) }
    }
    return value
  }

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
    isAnnotation = isNamed(first, "cast")
    var arguments: [Argument] = []
    let functions = module.functions.count
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
    if arguments.count > 1 { noteSetting(callee, arguments) }
    let slice = Slice(start: Int32(module.arguments.count), count: Int32(arguments.count))
    module.arguments += arguments
    module.calls.append(
      Call(
        callee: callee, arguments: slice, span: span(of: node), function: function,
        isUnderAwait: isUnderAwait,
        isArgument: isArgument, repetition: repetition))
    let index = CallIndex(module.calls.count - 1)
    act(.call(index))
    if module.functions.count > functions { noteGiven(arguments, to: index) }
    if self.first(first).map({ tree[$0].kind == .string }) ?? false { show(arguments, by: callee, node) }
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
    var spread: [ExpressionIndex] = []
    for child in tree.children(of: node) {
      let value = expression(child)
      if tree[child].kind == .doubleStarredArgument { spread.append(value) } else { parts.append(value) }
    }
    let whole = add(.dictionary(slice(parts)))
    if !spread.isEmpty {
      module.fillings[whole] = spread.map { Filling(key: nil, value: $0, isAll: true) }
    }
    return whole
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
}

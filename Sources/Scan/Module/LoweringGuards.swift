import PythonOutline

/// Conditions: which parts of a function run only when something holds.
///
/// They are kept by what they look like: whether one tells anything about the thread is for later to find out.
extension Lowering {
  /// A test, taken apart as far as each part decides by itself.
  indirect enum Condition {
    case atom(ExpressionIndex)
    case not(Condition)
    case all([Condition])
    case any([Condition])
  }

  mutating func condition(_ node: NodeID) -> Condition {
    switch tree[node].kind {
    case .notOperation: return first(node).map { .not(condition($0)) } ?? .all([])
    case .booleanOperation:
      // Each operand is reached only when those before it held, or did not hold.
      let outer = narrowed
      let isConjunction = isConjunction(node)
      var parts: [Condition] = []
      for operand in tree.children(of: node) {
        let actions = module.actions.count
        let part = condition(operand)
        if let before = parts.last, module.actions.count > actions {
          restrict(before, span(of: operand), holds: isConjunction, isTurn: false)
        }
        parts.append(part)
        narrow(by: operand, holds: isConjunction)
      }
      narrowed = outer
      return isConjunction ? .all(parts) : .any(parts)
    default: return .atom(asked(node))
    }
  }

  /// Whether a boolean operation is written with `and`.
  func isConjunction(_ node: NodeID) -> Bool {
    guard let left = first(node), let right = next(left) else { return false }
    let between = tree.source[Int(tree[left].end)..<Int(tree[right].start)]
    var isComment = false
    for byte in between {
      if byte == UInt8(ascii: "#") { isComment = true }
      if byte == UInt8(ascii: "\n") { isComment = false }
      if isComment { continue }
      if byte == UInt8(ascii: "a") { return true }
      if byte == UInt8(ascii: "o") { return false }
    }
    return false
  }

  /// Notes that a part runs only when a condition holds, or only when it does not.
  /// - Parameter isTurn: whether getting there takes a turn: a mere check that raises is none.
  mutating func restrict(_ condition: Condition, _ span: SourceSpan, holds: Bool, isTurn: Bool) {
    guard span.start < span.end else { return }
    let before = module.functions[Int(function)].guards.count
    restrict(condition, span, holds: holds)
    guard isTurn else { return }
    if module.functions[Int(function)].guards.count == before { return addTurn(span) }
    module.functions[Int(function)].guards[before].isTurn = true
  }

  /// Notes that a part runs only under a condition that tells nothing else.
  mutating func addTurn(_ span: SourceSpan) { add(.untold, span, isTurn: true) }

  private mutating func add(_ condition: Guard.Condition, _ span: SourceSpan, isTurn: Bool = false) {
    module.functions[Int(function)].guards.append(Guard(condition: condition, isTurn: isTurn, span: span))
  }

  private mutating func restrict(_ condition: Condition, _ span: SourceSpan, holds: Bool) {
    switch condition {
    case .atom(let expression):
      if mayTell(expression) { add(holds ? .holds(expression) : .fails(expression), span) }
    case .not(let inner): restrict(inner, span, holds: !holds)
    case .all(let parts):
      if holds {
        for part in parts { restrict(part, span, holds: true) }
      } else {
        some(of: parts, span, holds: false)
      }
    case .any(let parts):
      if holds {
        some(of: parts, span, holds: true)
      } else {
        for part in parts { restrict(part, span, holds: false) }
      }
    }
  }

  /// Notes that at least one of several conditions decides it: all of them have to be plain, or all of them negated.
  private mutating func some(of parts: [Condition], _ span: SourceSpan, holds: Bool) {
    var plain: [ExpressionIndex] = []
    var negated: [ExpressionIndex] = []
    for part in parts {
      switch part {
      case .atom(let expression) where mayTell(expression): plain.append(expression)
      case .not(.atom(let expression)) where mayTell(expression): negated.append(expression)
      default: return
      }
    }
    guard plain.isEmpty != negated.isEmpty else { return }
    let expressions = slice(plain + negated)
    add(holds != plain.isEmpty ? .someHolds(expressions) : .someFails(expressions), span)
  }

  /// Whether an expression has the form of one that could tell the thread.
  private func mayTell(_ expression: ExpressionIndex) -> Bool {
    switch module.expressions[Int(expression)] {
    case .name, .attribute: true
    case .call(let call): module.calls[Int(call)].arguments.count <= 2
    case .comparison(let left, let right, let comparison):
      switch comparison {
      case .equal, .notEqual, .identical, .notIdentical, .contained, .notContained: true
      // The turn of a loop against how many there are.
      case .less, .lessOrEqual, .greater, .greaterOrEqual: isName(left) && isName(right)
      }
    default: false
    }
  }

  private func isName(_ expression: ExpressionIndex) -> Bool {
    if case .name = module.expressions[Int(expression)] { true } else { false }
  }

  // MARK: What follows a statement that may leave

  /// Whether control never reaches what follows this.
  func leaves(_ node: NodeID) -> Bool {
    switch tree[node].kind {
    case .returnStatement, .raiseStatement, .continueStatement, .breakStatement: return true
    case .body, .orElse, .finally:
      var last: NodeID?
      for child in tree.children(of: node) { last = child }
      return last.map { leaves($0) } ?? false
    case .ifStatement:
      guard let test = first(node), let body = next(test), let other = next(body) else { return false }
      return leaves(body) && leaves(other)
    case .withStatement: return child(.body, of: node).map { leaves($0) } ?? false
    default: return false
    }
  }

  /// What holds after an `if`, since one of its branches leaves.
  mutating func restrictRest(after node: NodeID, _ condition: Condition) {
    guard let test = first(node), let body = next(test) else { return }
    if leaves(body) { pending.append((condition, false, isTurn: !raises(body))) }
    if let other = next(body), leaves(other) { pending.append((condition, true, isTurn: !raises(other))) }
  }

  /// Whether a body ends by raising: what follows runs in every good case.
  private func raises(_ body: NodeID) -> Bool {
    var last: NodeID?
    for child in tree.children(of: body) { last = child }
    return last.map { tree[$0].kind == .raiseStatement } ?? false
  }

  // MARK: try

  mutating func tryStatement(_ node: NodeID) {
    var handlers: [NodeID] = []
    for child in tree.children(of: node) where tree[child].kind == .exceptHandler { handlers.append(child) }
    // With several handlers, none of them is sure to stand for what is asked here.
    guard handlers.count == 1, let handler = handlers.first, let body = first(node) else {
      return generic(node)
    }
    let start = ExpressionIndex(module.expressions.count)
    statementOrExpression(body)
    let end = ExpressionIndex(module.expressions.count)
    let (caught, handled) = exceptHandler(handler)
    module.functions[Int(function)].tries.append(Try(body: start..<end, caught: caught, handler: handled))
    let raised = Guard.Condition.raised(Int32(module.functions[Int(function)].tries.count - 1))
    add(raised, span(of: handler), isTurn: true)
    var hasLeft = leaves(body)
    var part = next(handler)
    while let current = part {
      statementOrExpression(current)
      if tree[current].kind == .orElse, leaves(current) { hasLeft = true }
      part = next(current)
    }
    if hasLeft { pendingRaised.append(raised) }
  }

  private mutating func exceptHandler(_ node: NodeID) -> (caught: ExpressionIndex?, Range<ExpressionIndex>) {
    if tree[node].nameLength > 0 {
      let name = name(of: node)
      bind(name, to: .unknown)
    }
    var caught: ExpressionIndex?
    var start = ExpressionIndex(module.expressions.count)
    for child in tree.children(of: node) {
      if tree[child].kind == .body {
        start = ExpressionIndex(module.expressions.count)
        statementOrExpression(child)
      } else {
        caught = expression(child)
      }
    }
    return (caught, start..<ExpressionIndex(module.expressions.count))
  }
}

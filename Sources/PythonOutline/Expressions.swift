/// How tightly an operator binds. The gaps are where prefixes sit: `not` above `and`, a sign above `*`.
private enum Precedence {
  static let or = 1
  static let and = 2
  static let not = 3
  static let comparison = 4
  static let bitOr = 5
  static let sign = 11
  static let power = 12

  @inline(__always)
  static func of(_ kind: Lexeme) -> Int {
    switch kind {
    case .or: or
    case .and: and
    case .less, .greater, .lessEqual, .greaterEqual, .equalEqual, .notEqual, .in_, .is_, .not: comparison
    case .bar: bitOr
    case .caret: 6
    case .ampersand: 7
    case .leftShift, .rightShift: 8
    case .plus, .minus: 9
    case .star, .slash, .doubleSlash, .percent, .at: 10
    case .doubleStar: power
    default: 0
    }
  }
}

/// Expressions, from lists of them down to operators.
extension Parser {
  /// One or more expressions, starred ones among them: a tuple as soon as there is a comma.
  mutating func starExpressions() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let first = try starOrNamedExpression()
    guard kind == .comma else { return first }
    return try tuple(start, first)
  }

  /// The rest of a tuple that begins with `first`; the lexer stands on the comma.
  mutating func tuple(_ start: Int, _ first: NodeID) throws(Unreadable) -> NodeID {
    var list = ChildList()
    append(first, to: &list)
    while accept(.comma), kind.startsExpression {
      let next = try starOrNamedExpression()
      append(next, to: &list)
    }
    return node(.tuple, start, list)
  }

  mutating func starOrNamedExpression() throws(Unreadable) -> NodeID {
    guard kind == .star else { return try namedExpression() }
    let start = lexer.start
    advance()
    let value = try operation(Precedence.bitOr)
    return node(.starred, start, value)
  }

  mutating func namedExpression() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let target = try expression()
    guard kind == .walrus else { return target }
    guard nodes.kind(target) == .identifier else { throw unexpected("invalid syntax") }
    advance()
    let value = try expression()
    return node(.namedExpression, start, target, value)
  }

  mutating func expression() throws(Unreadable) -> NodeID {
    if kind == .lambda { return try lambda() }
    let start = lexer.start
    let then = try operation(Precedence.or)
    guard kind == .if_ else { return then }
    try enter()
    advance()
    let test = try operation(Precedence.or)
    try expect(.else_, "'else'")
    let otherwise = try expression()
    leave()
    var parts = ChildList()
    append(test, to: &parts)
    append(then, to: &parts)
    append(otherwise, to: &parts)
    return node(.conditionalExpression, start, parts)
  }

  /// An expression without `lambda` and `if … else`.
  mutating func disjunction() throws(Unreadable) -> NodeID { try operation(Precedence.or) }

  /// A literal with a sign, or two with one between them: what a pattern may hold as a number.
  mutating func sum() throws(Unreadable) -> NodeID { try operation(9) }

  /// Operands and the operators between them that bind as tightly as `minimum` or tighter.
  private mutating func operation(_ minimum: Int) throws(Unreadable) -> NodeID {
    let start = lexer.start
    var left: NodeID
    switch kind {
    case .plus, .minus, .tilde, .not: left = try prefixed(minimum)
    default: left = try primary()
    }
    while true {
      let precedence = Precedence.of(kind)
      guard precedence >= minimum, precedence > 0 else { return left }
      switch precedence {
      case Precedence.or: left = try booleanOperation(.or, precedence, start, left)
      case Precedence.and: left = try booleanOperation(.and, precedence, start, left)
      case Precedence.comparison: left = try comparison(start, left)
      case Precedence.power:
        advance()
        try enter()
        let right = try operation(Precedence.sign)
        leave()
        left = node(.binaryOperation, start, left, right)
      default:
        advance()
        let right = try operation(precedence + 1)
        left = node(.binaryOperation, start, left, right)
      }
    }
  }

  private mutating func prefixed(_ minimum: Int) throws(Unreadable) -> NodeID {
    let start = lexer.start
    let isNot = kind == .not
    guard !isNot || minimum <= Precedence.not else { throw unexpected("invalid syntax") }
    try enter()
    advance()
    let operand = try operation(isNot ? Precedence.not : Precedence.sign)
    leave()
    return node(isNot ? .notOperation : .unaryOperation, start, operand)
  }

  private mutating func booleanOperation(
    _ word: Lexeme, _ precedence: Int, _ start: Int, _ first: NodeID
  ) throws(Unreadable) -> NodeID {
    var operands = ChildList()
    append(first, to: &operands)
    while accept(word) {
      let operand = try operation(precedence + 1)
      append(operand, to: &operands)
    }
    return node(.booleanOperation, start, operands)
  }

  private mutating func comparison(_ start: Int, _ first: NodeID) throws(Unreadable) -> NodeID {
    var operands = ChildList()
    append(first, to: &operands)
    while Precedence.of(kind) == Precedence.comparison {
      let isNot = kind == .not
      let isIs = kind == .is_
      advance()
      if isNot { try expect(.in_, "'in'") }
      if isIs, kind == .not { advance() }
      let operand = try operation(Precedence.bitOr)
      append(operand, to: &operands)
    }
    return node(.comparison, start, operands)
  }

  /// `await` and an operand, an atom, and all that is written right behind one: attributes, calls, subscripts.
  mutating func primary() throws(Unreadable) -> NodeID {
    let start = lexer.start
    if kind == .await {
      advance()
      guard kind != .await else { throw unexpected("invalid syntax") }
      let value = try primary()
      return node(.awaitExpression, start, value)
    }
    var value = try atom()
    while true {
      switch kind {
      case .dot:
        advance()
        let name = try identifier()
        value = node(.attribute, start, value, name: name)
      case .leftParen: value = try call(start, value)
      case .leftBracket: value = try subscription(start, value)
      default: return value
      }
    }
  }

  // MARK: Targets

  /// What a `for` assigns to, up to its `in`.
  mutating func targets() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let first = try starTarget()
    var result = first
    if kind == .comma {
      var list = ChildList()
      append(first, to: &list)
      while accept(.comma), kind.startsExpression {
        let next = try starTarget()
        append(next, to: &list)
      }
      result = node(.tuple, start, list)
    }
    guard isTarget(result) else { throw fail("cannot assign to this expression", at: start) }
    return result
  }

  mutating func starTarget() throws(Unreadable) -> NodeID {
    guard kind == .star else { return try primary() }
    let start = lexer.start
    advance()
    let value = try primary()
    return node(.starred, start, value)
  }
}

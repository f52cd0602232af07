/// What follows an operand in brackets.
extension Parser {
  mutating func call(_ start: Int, _ callee: NodeID) throws(Unreadable) -> NodeID {
    var parts = ChildList()
    append(callee, to: &parts)
    try arguments(into: &parts)
    return node(.call, start, parts)
  }

  /// The arguments of a call or class, with their parentheses.
  mutating func arguments(into parts: inout ChildList) throws(Unreadable) {
    let open = lexer.start
    try enter()
    advance()
    var isSole = true
    while kind != .rightParen {
      let start = lexer.start
      switch kind {
      case .star:
        advance()
        let value = try expression()
        let made = node(.starredArgument, start, value)
        append(made, to: &parts)
      case .doubleStar:
        advance()
        let value = try expression()
        let made = node(.doubleStarredArgument, start, value)
        append(made, to: &parts)
      default:
        let value = try namedExpression()
        if kind == .equal {
          let made = try keywordArgument(start, value)
          append(made, to: &parts)
        } else if kind == .for_ || kind == .async {
          guard isSole else { throw unexpected("a generator expression must be parenthesized here") }
          let generator = try comprehension(.generatorExpression, open, value, nil, until: .rightParen)
          let made = node(.argument, open, generator)
          append(made, to: &parts)
          return leave()
        } else {
          let made = node(.argument, start, value)
          append(made, to: &parts)
        }
      }
      isSole = false
      guard accept(.comma) else { break }
    }
    try close(.rightParen, openedAt: open)
    leave()
  }

  /// The closing bracket of the one that stands at `open`.
  mutating func close(_ bracket: Lexeme, openedAt open: Int) throws(Unreadable) {
    guard kind != bracket else { return advance() }
    guard kind != .endOfFile, kind != .newline, !kind.opensStatementOnly, !beginsLine(notDeeperThan: open)
    else {
      throw fail("this bracket was never closed", at: open)
    }
    throw unexpected("invalid syntax")
  }

  /// `name=value`: the name has been read as an expression, whose node becomes that of the argument.
  private mutating func keywordArgument(_ start: Int, _ name: NodeID) throws(Unreadable) -> NodeID {
    guard nodes.kind(name) == .identifier, Int(nodes[name].end) == lexer.previousEnd,
      Int(name.index) == nodes.count - 1
    else { throw unexpected("expected a name before '='") }
    let range = Int(nodes[name].start)..<Int(nodes[name].end)
    nodes.truncate(to: nodes.count - 1)
    advance()
    let value = try expression()
    return node(.keywordArgument, start, value, name: range)
  }

  mutating func subscription(_ start: Int, _ value: NodeID) throws(Unreadable) -> NodeID {
    let open = lexer.start
    try enter()
    advance()
    let begin = lexer.start
    var index = try subscriptItem()
    if kind == .comma {
      var list = ChildList()
      append(index, to: &list)
      while accept(.comma), kind != .rightBracket {
        let next = try subscriptItem()
        append(next, to: &list)
      }
      index = node(.tuple, begin, list)
    } else if nodes.kind(index) == .starred {
      // `a[*b]` is a tuple of one.
      index = node(.tuple, begin, index)
    }
    try close(.rightBracket, openedAt: open)
    leave()
    return node(.subscript_, start, value, index)
  }

  /// An index or a slice.
  private mutating func subscriptItem() throws(Unreadable) -> NodeID {
    let start = lexer.start
    var parts = ChildList()
    if kind != .colon {
      let lower = try starOrNamedExpression()
      guard kind == .colon else { return lower }
      append(lower, to: &parts)
    }
    for _ in 0..<2 where kind == .colon {
      advance()
      if kind != .colon, kind != .comma, kind != .rightBracket {
        let bound = try expression()
        append(bound, to: &parts)
      }
    }
    return node(.slice, start, parts)
  }

  /// The clauses of a comprehension whose element is read, and its closing bracket.
  mutating func comprehension(
    _ made: NodeKind, _ open: Int, _ element: NodeID, _ value: NodeID?, until bracket: Lexeme
  ) throws(Unreadable) -> NodeID {
    var parts = ChildList()
    append(element, to: &parts)
    if let value { append(value, to: &parts) }
    repeat {
      let clause = try comprehensionClause()
      append(clause, to: &parts)
    } while kind == .for_ || kind == .async
    try close(bracket, openedAt: open)
    return node(made, open, parts)
  }

  private mutating func comprehensionClause() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let made: NodeKind = kind == .async ? .asyncComprehensionClause : .comprehensionClause
    if kind == .async { advance() }
    try expect(.for_, "'for'")
    var parts = ChildList()
    let target = try targets()
    append(target, to: &parts)
    try expect(.in_, "'in'")
    let iterable = try disjunction()
    append(iterable, to: &parts)
    while accept(.if_) {
      let test = try comprehensionTest()
      append(test, to: &parts)
    }
    return node(made, start, parts)
  }

  /// `if a if b` are two tests, so no `if … else` belongs to one.
  private mutating func comprehensionTest() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let test = try disjunction()
    guard kind == .walrus, nodes.kind(test) == .identifier else { return test }
    advance()
    let value = try disjunction()
    return node(.namedExpression, start, test, value)
  }
}

/// Statements with blocks, but for definitions.
extension Parser {
  /// A compound statement; nil when none begins here.
  mutating func compoundStatement() throws(Unreadable) -> NodeID? {
    let start = lexer.start
    switch kind {
    case .if_: return try ifStatement()
    case .for_: return try forStatement(.forStatement, start)
    case .while_: return try whileStatement()
    case .with: return try withStatement(.withStatement, start)
    case .try_: return try tryStatement()
    case .def: return try functionDefinition(.functionDefinition, start, ChildList())
    case .class_: return try classDefinition(ChildList())
    case .at: return try decorated()
    case .async:
      advance()
      switch kind {
      case .def: return try functionDefinition(.asyncFunctionDefinition, start, ChildList())
      case .for_: return try forStatement(.asyncForStatement, start)
      case .with: return try withStatement(.asyncWithStatement, start)
      default: throw unexpected("expected 'def', 'for' or 'with' after 'async'")
      }
    case .identifier: return isWord("match") ? try matchStatement() : nil
    default: return nil
    }
  }

  /// The block behind a `:`, or the statements on the same line.
  mutating func block(_ made: NodeKind = .body) throws(Unreadable) -> NodeID {
    var list = ChildList()
    var start = lexer.start
    guard kind == .newline || kind == .indent else {
      simpleStatements(into: &list)
      return node(made, start, list)
    }
    if kind == .newline { advance() }
    guard kind == .indent else {
      faults.append(SyntaxFault(offset: lexer.start, message: "expected an indented block"))
      return node(made, lexer.previousEnd)
    }
    try enter()
    advance()
    start = lexer.start
    statements(into: &list)
    if kind == .dedent { advance() }
    leave()
    return node(made, start, list)
  }

  private mutating func ifStatement() throws(Unreadable) -> NodeID {
    let base = clauses.count
    repeat {
      do throws(Unreadable) {
        let clause = (start: lexer.start, parts: try testedBlock())
        clauses.append(clause)
      } catch {
        guard clauses.count > base else { throw error }
        record()
        break
      }
    } while kind == .elif
    var tail = try elseBlock()
    while let clause = clauses.popLast() {
      var parts = clause.parts
      if let tail { append(tail, to: &parts) }
      let statement = node(.ifStatement, clause.start, parts)
      guard clauses.count > base else { return statement }
      tail = node(.orElse, clause.start, statement)
    }
    throw unexpected("invalid syntax")
  }

  /// Test and body of an `if`, `elif` or `while`.
  private mutating func testedBlock() throws(Unreadable) -> ChildList {
    let start = lexer.start
    advance()
    var parts = ChildList()
    var mark = nodes.count
    do throws(Unreadable) {
      let test = try namedExpression()
      append(test, to: &parts)
      mark = nodes.count
      try expect(.colon, "':'")
    } catch {
      try mendHeader(start, &parts, expected: 1, mark: mark)
    }
    let body = try block()
    append(body, to: &parts)
    return parts
  }

  private mutating func whileStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    var parts = try testedBlock()
    if let otherwise = try elseBlock() { append(otherwise, to: &parts) }
    return node(.whileStatement, start, parts)
  }

  /// `else:` and its block, if there is one.
  mutating func elseBlock() throws(Unreadable) -> NodeID? {
    kind == .else_ ? try plainBlock(.orElse) : nil
  }

  /// A keyword, `:` and a block.
  mutating func plainBlock(_ made: NodeKind) throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    do throws(Unreadable) {
      try expect(.colon, "':'")
    } catch {
      var none = ChildList()
      try mendHeader(start, &none, expected: 0, mark: nodes.count)
    }
    return try block(made)
  }

  private mutating func forStatement(_ made: NodeKind, _ start: Int) throws(Unreadable) -> NodeID {
    advance()
    var parts = ChildList()
    var mark = nodes.count
    do throws(Unreadable) {
      let target = try targets()
      append(target, to: &parts)
      mark = nodes.count
      try expect(.in_, "'in'")
      let iterable = try starExpressions()
      append(iterable, to: &parts)
      mark = nodes.count
      try expect(.colon, "':'")
    } catch {
      try mendHeader(start, &parts, expected: 2, mark: mark)
    }
    let body = try block()
    append(body, to: &parts)
    if let otherwise = try elseBlock() { append(otherwise, to: &parts) }
    return node(made, start, parts)
  }

  private mutating func withStatement(_ made: NodeKind, _ start: Int) throws(Unreadable) -> NodeID {
    advance()
    var parts = ChildList()
    var mark = nodes.count
    do throws(Unreadable) {
      if kind != .leftParen || !parenthesisedItems(into: &parts) {
        repeat {
          try withItem(into: &parts)
          mark = nodes.count
        } while accept(.comma)
        try expect(.colon, "':'")
      }
    } catch {
      try mendHeader(start, &parts, expected: 0, mark: mark)
    }
    let body = try block()
    append(body, to: &parts)
    return node(made, start, parts)
  }

  /// `(item, item, …):`. When the parentheses turn out to belong to an expression, nothing is read.
  private mutating func parenthesisedItems(into parts: inout ChildList) -> Bool {
    let point = checkpoint()
    do throws(Unreadable) {
      advance()
      repeat { try withItem(into: &parts) } while accept(.comma) && kind != .rightParen
      try expect(.rightParen, "')'")
      try expect(.colon, "':'")
      return true
    } catch {
      goBack(to: point)
      parts = ChildList()
      return false
    }
  }

  private mutating func withItem(into parts: inout ChildList) throws(Unreadable) {
    let start = lexer.start
    let context = try expression()
    var item = ChildList()
    append(context, to: &item)
    if accept(.as_) {
      let target = try starTarget()
      guard isTarget(target) else { throw fail("cannot assign to this expression", at: nodeStart(target)) }
      append(target, to: &item)
    }
    let made = node(.withItem, start, item)
    append(made, to: &parts)
  }

  mutating func nodeStart(_ id: NodeID) -> Int { Int(nodes[id].start) }

  private mutating func tryStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    var parts = ChildList()
    let body = try plainBlock(.body)
    append(body, to: &parts)
    if kind != .except, kind != .finally {
      faults.append(SyntaxFault(offset: lexer.start, message: "expected 'except' or 'finally' block"))
    }
    do throws(Unreadable) {
      while kind == .except {
        let handler = try exceptHandler()
        append(handler, to: &parts)
      }
      if let otherwise = try elseBlock() { append(otherwise, to: &parts) }
      if kind == .finally {
        let finally = try plainBlock(.finally)
        append(finally, to: &parts)
      }
    } catch {
      // The clauses that were read are worth keeping.
      record()
    }
    return node(.tryStatement, start, parts)
  }

  private mutating func exceptHandler() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var parts = ChildList()
    var name = 0..<0
    var mark = nodes.count
    do throws(Unreadable) {
      _ = accept(.star)
      if kind != .colon {
        let type = try starExpressions()
        append(type, to: &parts)
        mark = nodes.count
        if accept(.as_) { name = try identifier() }
      }
      try expect(.colon, "':'")
    } catch {
      try mendHeader(start, &parts, expected: 0, mark: mark)
    }
    let body = try block()
    append(body, to: &parts)
    return node(.exceptHandler, start, parts, name: name)
  }
}

/// Statements of one line, and lists of statements.
extension Parser {
  /// Statements up to the end of the block. Faults stay inside: the statement that holds one is left out.
  mutating func statements(into list: inout ChildList) {
    var unexpectedIndents = 0
    var afterFault = false
    while true {
      switch kind {
      case .endOfFile: return
      case .newline: advance()
      case .dedent:
        guard unexpectedIndents > 0 || nesting == 0 else { return }
        unexpectedIndents = max(0, unexpectedIndents - 1)
        advance()
      case .indent:
        // The block of a header that could not be read; its statements are as good as any.
        if !afterFault { faults.append(SyntaxFault(offset: lexer.start, message: "unexpected indent")) }
        unexpectedIndents += 1
        advance()
      default:
        let before = faults.count
        statement(into: &list)
        afterFault = faults.count > before
      }
    }
  }

  /// A compound statement, or the simple ones of a line.
  private mutating func statement(into list: inout ChildList) {
    let start = lexer.start
    let mark = nodes.count
    let (outerNesting, outerClauses) = (nesting, clauses.count)
    do throws(Unreadable) {
      guard let compound = try compoundStatement() else { return simpleStatements(into: &list) }
      guard nodes[compound].height <= SyntaxTree.maximumHeight else {
        throw fail("nested too deeply", at: start)
      }
      append(compound, to: &list)
    } catch {
      record()
      nodes.truncate(to: mark)
      nesting = outerNesting
      clauses.removeLast(clauses.count - outerClauses)
      skipLine(from: start)
      if kind == .newline { advance() }
    }
  }

  /// The simple statements of a line with its end. Those before a fault stay.
  mutating func simpleStatements(into list: inout ChildList) {
    let lineStart = lexer.start
    var mark = nodes.count
    let outerNesting = nesting
    do throws(Unreadable) {
      while true {
        let start = lexer.start
        let statement = try simpleStatement()
        guard kind == .newline || kind == .semicolon || kind == .endOfFile else {
          throw trailing(after: start)
        }
        guard nodes[statement].height <= SyntaxTree.maximumHeight else {
          throw fail("nested too deeply", at: start)
        }
        append(statement, to: &list)
        mark = nodes.count
        guard accept(.semicolon), kind != .newline else { break }
      }
      if kind == .newline { advance() }
    } catch {
      record()
      nodes.truncate(to: mark)
      nesting = outerNesting
      skipLine(from: lineStart)
      if kind == .newline { advance() }
    }
  }

  /// What to say of a token that does not belong to the statement before it.
  private mutating func trailing(after start: Int) -> Unreadable {
    let isPython2 = ["print", "exec"].contains { word in
      word.utf8.enumerated().allSatisfy { lexer.text.byte(start + $0.offset) == $0.element }
        && !Byte.isIdentifier(lexer.text.byte(start + word.utf8.count))
    }
    return isPython2 ? fail("a print or exec statement of Python 2", at: start) : unexpected("invalid syntax")
  }

  private mutating func simpleStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    switch kind {
    case .return_:
      advance()
      return try optionalExpression(.returnStatement, start)
    case .import_: return try importStatement()
    case .from: return try importFromStatement()
    case .raise: return try raiseStatement()
    case .assert_: return try assertStatement()
    case .del: return try deleteStatement()
    case .global, .nonlocal: return try nameStatement()
    case .pass, .break_, .continue_:
      let word: NodeKind =
        kind == .pass ? .passStatement : kind == .break_ ? .breakStatement : .continueStatement
      advance()
      return node(word, start)
    default:
      if isWord("type"), let alias = try typeAlias() { return alias }
      return try expressionStatement()
    }
  }

  /// A statement or expression of `kind` whose keyword is read; a list of expressions may follow.
  mutating func optionalExpression(_ made: NodeKind, _ start: Int) throws(Unreadable) -> NodeID {
    guard kind.startsExpression else { return node(made, start) }
    let value = try starExpressions()
    return node(made, start, value)
  }

  /// An expression, or one of the three kinds of assignment.
  private mutating func expressionStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let first = try expressionOrYield()
    switch kind {
    case .equal:
      var parts = ChildList()
      append(first, to: &parts)
      while accept(.equal) {
        guard isTarget(parts.last) else { throw fail("cannot assign to this expression", at: start) }
        let next = try expressionOrYield()
        append(next, to: &parts)
      }
      return node(.assignment, start, parts)
    case .augmentedEqual:
      guard isTarget(first) else { throw fail("cannot assign to this expression", at: start) }
      advance()
      let value = try expressionOrYield()
      return node(.augmentedAssignment, start, first, value)
    case .colon:
      guard [.identifier, .attribute, .subscript_].contains(nodes.kind(first)) else {
        throw unexpected("invalid syntax")
      }
      advance()
      var parts = ChildList()
      append(first, to: &parts)
      try annotation(into: &parts)
      if accept(.equal) {
        let value = try expressionOrYield()
        append(value, to: &parts)
      }
      return node(.annotatedAssignment, start, parts)
    default: return node(.expressionStatement, start, first)
    }
  }

  mutating func isTarget(_ id: NodeID) -> Bool {
    switch nodes.kind(id) {
    case .identifier, .attribute, .subscript_, .tuple, .list, .starred: true
    default: false
    }
  }

  mutating func expressionOrYield() throws(Unreadable) -> NodeID {
    kind == .yield ? try yieldExpression() : try starExpressions()
  }

  mutating func yieldExpression() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    guard accept(.from) else { return try optionalExpression(.yieldExpression, start) }
    let value = try expression()
    return node(.yieldFromExpression, start, value)
  }

  private mutating func raiseStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var parts = ChildList()
    if kind.startsExpression {
      let exception = try expression()
      append(exception, to: &parts)
      if accept(.from) {
        let cause = try expression()
        append(cause, to: &parts)
      }
    }
    return node(.raiseStatement, start, parts)
  }

  private mutating func assertStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var parts = ChildList()
    let test = try expression()
    append(test, to: &parts)
    if accept(.comma) {
      let message = try expression()
      append(message, to: &parts)
    }
    return node(.assertStatement, start, parts)
  }

  private mutating func deleteStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var targets = ChildList()
    repeat {
      let target = try primary()
      guard isTarget(target) else { throw fail("cannot delete this expression", at: start) }
      append(target, to: &targets)
    } while accept(.comma) && kind.startsExpression
    return node(.deleteStatement, start, targets)
  }

  private mutating func nameStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let made: NodeKind = kind == .global ? .globalStatement : .nonlocalStatement
    advance()
    var names = ChildList()
    repeat {
      let name = try identifier()
      let id = node(.identifier, name.lowerBound, name: name)
      append(id, to: &names)
    } while accept(.comma)
    return node(made, start, names)
  }

  /// `type NAME = …`, if that is what follows: two names in a row can be nothing else.
  private mutating func typeAlias() throws(Unreadable) -> NodeID? {
    let start = lexer.start
    let point = checkpoint()
    advance()
    guard kind == .identifier else {
      goBack(to: point)
      return nil
    }
    let name = try identifier()
    var parts = ChildList()
    try typeParameters(into: &parts)
    try expect(.equal, "'='")
    let value = try expression()
    append(value, to: &parts)
    return node(.typeAliasStatement, start, parts, name: name)
  }
}

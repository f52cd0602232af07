/// `match` statements.
extension Parser {
  /// A `match` statement; nil when the word is an ordinary name here.
  mutating func matchStatement() throws(Unreadable) -> NodeID? {
    let start = lexer.start
    let point = checkpoint()
    var parts = ChildList()
    do throws(Unreadable) {
      advance()
      guard kind.startsExpression else { throw Unreadable() }
      let subject = try starExpressions()
      append(subject, to: &parts)
      try expect(.colon, "':'")
      guard kind == .newline else { throw Unreadable() }
    } catch {
      goBack(to: point)
      return nil
    }
    advance()
    try expect(.indent, "an indented block")
    try enter()
    cases(into: &parts)
    leave()
    return node(.matchStatement, start, parts)
  }

  /// The cases of a `match`; a line between them that is none is left out.
  private mutating func cases(into parts: inout ChildList) {
    let outerNesting = nesting
    while kind != .dedent, kind != .endOfFile {
      let start = lexer.start
      let mark = nodes.count
      do throws(Unreadable) {
        guard isWord("case") else { throw unexpected("expected 'case'") }
        let made = try matchCase()
        append(made, to: &parts)
      } catch {
        record()
        nodes.truncate(to: mark)
        nesting = outerNesting
        skipLine(from: start)
        skipBlock()
      }
    }
    if kind == .dedent { advance() }
  }

  /// Leaves out a block that belongs to nothing.
  private mutating func skipBlock() {
    if kind == .newline { advance() }
    guard kind == .indent else { return }
    advance()
    let mark = nodes.count
    var ignored = ChildList()
    statements(into: &ignored)
    nodes.truncate(to: mark)
    if kind == .dedent { advance() }
  }

  private mutating func matchCase() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var parts = ChildList()
    var mark = nodes.count
    do throws(Unreadable) {
      let pattern = try openPattern()
      append(pattern, to: &parts)
      mark = nodes.count
      if kind == .if_ {
        let begin = lexer.start
        advance()
        let test = try namedExpression()
        let made = node(.guardExpression, begin, test)
        append(made, to: &parts)
        mark = nodes.count
      }
      try expect(.colon, "':'")
    } catch {
      try mendHeader(start, &parts, expected: 0, mark: mark)
      if parts.count == 0 {
        let none = node(.pattern, lexer.previousEnd)
        append(none, to: &parts)
      }
    }
    let body = try block()
    append(body, to: &parts)
    return node(.matchCase, start, parts)
  }

  /// A pattern, or a sequence of them without brackets.
  private mutating func openPattern() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let first = try starOrPattern()
    guard kind == .comma else { return first }
    var list = ChildList()
    append(first, to: &list)
    while accept(.comma), kind != .colon, kind != .if_ {
      let next = try starOrPattern()
      append(next, to: &list)
    }
    return node(.pattern, start, list)
  }

  private mutating func starOrPattern() throws(Unreadable) -> NodeID {
    guard kind == .star || kind == .doubleStar else { return try pattern() }
    let start = lexer.start
    advance()
    return try capture(start, ChildList())
  }

  /// A name that is bound, behind `parts`; nothing is bound to `_`.
  private mutating func capture(_ start: Int, _ parts: ChildList) throws(Unreadable) -> NodeID {
    let isWildcard = isWord("_")
    let name = try identifier()
    guard !isWildcard else { return node(.pattern, start, parts) }
    var parts = parts
    let id = node(.identifier, name.lowerBound, name: name)
    append(id, to: &parts)
    return node(.pattern, start, parts, name: name)
  }

  private mutating func pattern() throws(Unreadable) -> NodeID {
    let start = lexer.start
    try enter()
    var made = try closedPattern()
    if kind == .bar {
      var list = ChildList()
      append(made, to: &list)
      while accept(.bar) {
        let next = try closedPattern()
        append(next, to: &list)
      }
      made = node(.pattern, start, list)
    }
    if accept(.as_) {
      made = try capture(start, ChildList(first: made, last: made, count: 1, height: nodes[made].height))
    }
    leave()
    return made
  }

  private mutating func closedPattern() throws(Unreadable) -> NodeID {
    let start = lexer.start
    switch kind {
    case .leftParen, .leftBracket: return try sequencePattern()
    case .leftBrace: return try mappingPattern()
    case .identifier: return try namePattern()
    case .number, .minus, .string, .bytes, .formattedStart:
      let value = try sum()
      return node(.pattern, start, value)
    case .none_, .true_, .false_:
      let value = try atom()
      return node(.pattern, start, value)
    default: throw unexpected("invalid pattern")
    }
  }

  private mutating func sequencePattern() throws(Unreadable) -> NodeID {
    let open = lexer.start
    let isGroup = kind == .leftParen
    let closing: Lexeme = isGroup ? .rightParen : .rightBracket
    advance()
    var list = ChildList()
    var hasComma = false
    while kind != closing {
      let isStar = kind == .star
      let next = try starOrPattern()
      append(next, to: &list)
      guard accept(.comma) else {
        hasComma = hasComma || isStar
        break
      }
      hasComma = true
    }
    try close(closing, openedAt: open)
    if isGroup, list.count == 1, !hasComma { return list.first }
    return node(.pattern, open, list)
  }

  private mutating func mappingPattern() throws(Unreadable) -> NodeID {
    let open = lexer.start
    advance()
    var list = ChildList()
    while kind != .rightBrace {
      if kind == .doubleStar {
        let rest = try starOrPattern()
        append(rest, to: &list)
      } else {
        let key = kind == .identifier ? try dottedValue() : try sum()
        append(key, to: &list)
        try expect(.colon, "':'")
        let value = try pattern()
        append(value, to: &list)
      }
      guard accept(.comma) else { break }
    }
    try close(.rightBrace, openedAt: open)
    return node(.pattern, open, list)
  }

  /// A capture, a dotted value, or a class with what its instance must look like.
  private mutating func namePattern() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let point = checkpoint()
    let value = try dottedValue()
    if kind == .leftParen { return try classPattern(start, value) }
    guard nodes.kind(value) == .identifier else { return node(.pattern, start, value) }
    goBack(to: point)
    return try capture(start, ChildList())
  }

  private mutating func dottedValue() throws(Unreadable) -> NodeID {
    let start = lexer.start
    var value = try atom()
    while accept(.dot) {
      let name = try identifier()
      value = node(.attribute, start, value, name: name)
    }
    return value
  }

  private mutating func classPattern(_ start: Int, _ value: NodeID) throws(Unreadable) -> NodeID {
    let open = lexer.start
    advance()
    var list = ChildList()
    append(value, to: &list)
    while kind != .rightParen {
      let point = checkpoint()
      if kind == .identifier {
        advance()
        if kind == .equal { advance() } else { goBack(to: point) }
      }
      let next = try pattern()
      append(next, to: &list)
      guard accept(.comma) else { break }
    }
    try close(.rightParen, openedAt: open)
    return node(.pattern, start, list)
  }
}

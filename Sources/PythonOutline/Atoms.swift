/// Names, literals and displays.
extension Parser {
  mutating func atom() throws(Unreadable) -> NodeID {
    let start = lexer.start
    let made: NodeKind
    switch kind {
    case .identifier:
      let end = lexer.end
      advance()
      return node(.identifier, start, name: start..<end)
    case .number: made = .number
    case .string, .bytes, .formattedStart: return try strings()
    case .leftParen: return try parenthesised()
    case .leftBracket: return try listDisplay()
    case .leftBrace: return try braceDisplay()
    case .none_: made = .none_
    case .true_: made = .true_
    case .false_: made = .false_
    case .ellipsis: made = .ellipsis
    default: throw unexpected("invalid syntax")
    }
    advance()
    return node(made, start)
  }

  /// A group, which leaves no node of its own, a tuple, a generator, or a `yield`.
  private mutating func parenthesised() throws(Unreadable) -> NodeID {
    let open = lexer.start
    try enter()
    advance()
    if accept(.rightParen) {
      leave()
      return node(.tuple, open)
    }
    let made: NodeID
    if kind == .yield {
      made = try yieldExpression()
    } else {
      let first = try starOrNamedExpression()
      if kind == .for_ || kind == .async {
        let generator = try comprehension(.generatorExpression, open, first, nil, until: .rightParen)
        leave()
        return generator
      }
      if kind == .comma {
        made = try tuple(open, first)
        try close(.rightParen, openedAt: open)
        nodes.setEnd(made, lexer.previousEnd)
        leave()
        return made
      }
      guard nodes.kind(first) != .starred || kind != .rightParen || Int(nodes[first].end) != lexer.previousEnd
      else { throw fail("cannot use starred expression here", at: nodeStart(first)) }
      made = first
    }
    try close(.rightParen, openedAt: open)
    leave()
    return made
  }

  private mutating func listDisplay() throws(Unreadable) -> NodeID {
    let open = lexer.start
    try enter()
    advance()
    var list = ChildList()
    if kind != .rightBracket {
      let first = try starOrNamedExpression()
      if kind == .for_ || kind == .async {
        let made = try comprehension(.listComprehension, open, first, nil, until: .rightBracket)
        leave()
        return made
      }
      append(first, to: &list)
      try elements(into: &list, until: .rightBracket)
    }
    try close(.rightBracket, openedAt: open)
    leave()
    return node(.list, open, list)
  }

  private mutating func elements(into list: inout ChildList, until end: Lexeme) throws(Unreadable) {
    while accept(.comma), kind != end {
      let next = try starOrNamedExpression()
      append(next, to: &list)
    }
  }

  /// A dictionary, a set, or a comprehension of either.
  private mutating func braceDisplay() throws(Unreadable) -> NodeID {
    let open = lexer.start
    try enter()
    advance()
    var list = ChildList()
    var made = NodeKind.dictionary
    if kind == .doubleStar {
      try mapping(into: &list)
      try pairs(into: &list)
    } else if kind != .rightBrace {
      let first = try starOrNamedExpression()
      if accept(.colon) {
        let value = try expression()
        if kind == .for_ || kind == .async {
          let made = try comprehension(.dictComprehension, open, first, value, until: .rightBrace)
          leave()
          return made
        }
        append(first, to: &list)
        append(value, to: &list)
        try pairs(into: &list)
      } else if kind == .for_ || kind == .async {
        let made = try comprehension(.setComprehension, open, first, nil, until: .rightBrace)
        leave()
        return made
      } else {
        made = .set
        append(first, to: &list)
        try elements(into: &list, until: .rightBrace)
      }
    }
    try close(.rightBrace, openedAt: open)
    leave()
    return node(made, open, list)
  }

  private mutating func pairs(into list: inout ChildList) throws(Unreadable) {
    while accept(.comma), kind != .rightBrace {
      if kind == .doubleStar {
        try mapping(into: &list)
        continue
      }
      let key = try expression()
      append(key, to: &list)
      try expect(.colon, "':'")
      let value = try expression()
      append(value, to: &list)
    }
  }

  private mutating func mapping(into list: inout ChildList) throws(Unreadable) {
    let start = lexer.start
    advance()
    let value = try disjunction()
    let made = node(.doubleStarredArgument, start, value)
    append(made, to: &list)
  }

  /// Adjacent string literals, joined as CPython joins them.
  private mutating func strings() throws(Unreadable) -> NodeID {
    let start = lexer.start
    var made: NodeKind = kind == .bytes ? .bytes : .string
    var fields = ChildList()
    while true {
      switch kind {
      case .string:
        guard made != .bytes else { throw fail("cannot mix bytes and nonbytes literals", at: start) }
        advance()
      case .bytes:
        guard made == .bytes else { throw fail("cannot mix bytes and nonbytes literals", at: start) }
        advance()
      case .formattedStart:
        guard made != .bytes else { throw fail("cannot mix bytes and nonbytes literals", at: start) }
        made = .formattedString
        try formattedString(into: &fields)
      default: return node(made, start, fields)
      }
    }
  }

  /// The expressions in the replacement fields of one f-string or t-string.
  private mutating func formattedString(into fields: inout ChildList) throws(Unreadable) {
    advance()
    while kind != .formattedEnd {
      switch kind {
      case .formattedMiddle: advance()
      case .leftBrace: try replacementField(into: &fields)
      default: throw unexpected("unterminated string")
      }
    }
    advance()
  }

  private mutating func replacementField(into fields: inout ChildList) throws(Unreadable) {
    let open = lexer.start
    try enter()
    advance()
    let value = try expressionOrYield()
    append(value, to: &fields)
    if kind == .equal { advance() }
    if kind == .exclamation {
      advance()
      _ = try identifier()
    }
    if kind == .colon {
      advance()
      while kind != .rightBrace {
        switch kind {
        case .formattedMiddle: advance()
        case .leftBrace: try replacementField(into: &fields)
        default: throw unexpected("unterminated string")
        }
      }
    }
    try close(.rightBrace, openedAt: open)
    leave()
  }
}

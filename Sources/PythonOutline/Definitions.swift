/// Functions, lambdas, classes, and what is written in front of them.
extension Parser {
  /// Decorators and the definition that they stand before.
  mutating func decorated() throws(Unreadable) -> NodeID {
    let start = lexer.start
    var decorators = ChildList()
    while kind == .at {
      advance()
      let mark = nodes.count
      do throws(Unreadable) {
        let decorator = try namedExpression()
        guard kind == .newline else { throw unexpected("invalid syntax") }
        append(decorator, to: &decorators)
      } catch {
        record()
        nodes.truncate(to: mark)
        skipLine(from: start)
      }
      if kind == .newline { advance() }
    }
    let wrapper = node(.decorators, start, decorators)
    var parts = ChildList()
    append(wrapper, to: &parts)
    let begin = lexer.start
    switch kind {
    case .class_: return try classDefinition(parts)
    case .def: return try functionDefinition(.functionDefinition, begin, parts)
    case .async:
      advance()
      guard kind == .def else { throw unexpected("expected a function or class after the decorators") }
      return try functionDefinition(.asyncFunctionDefinition, begin, parts)
    default: throw unexpected("expected a function or class after the decorators")
    }
  }

  mutating func functionDefinition(
    _ made: NodeKind, _ start: Int, _ decorators: ChildList
  ) throws(Unreadable) -> NodeID {
    advance()
    var parts = decorators
    var name = 0..<0
    var mark = nodes.count
    do throws(Unreadable) {
      name = try identifier()
      try typeParameters(into: &parts)
      mark = nodes.count
      try functionParameters(into: &parts)
      mark = nodes.count
      if kind == .arrow {
        advance()
        try annotation(into: &parts)
        mark = nodes.count
      }
      try expect(.colon, "':'")
    } catch {
      try mendHeader(start, &parts, expected: 0, mark: max(mark, Self.lastIndex(of: parts) + 1))
      if parts.last == .none || !Self.isSignature(nodes.kind(parts.last)) {
        let none = node(.parameters, lexer.previousEnd)
        append(none, to: &parts)
      }
    }
    let body = try block()
    append(body, to: &parts)
    return node(made, start, parts, name: name)
  }

  private static func isSignature(_ kind: NodeKind) -> Bool { kind == .parameters || kind == .annotation }

  private static func lastIndex(of list: ChildList) -> Int { list.last == .none ? -1 : Int(list.last.index) }

  mutating func classDefinition(_ decorators: ChildList) throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var parts = decorators
    var name = 0..<0
    var mark = nodes.count
    do throws(Unreadable) {
      name = try identifier()
      try typeParameters(into: &parts)
      mark = nodes.count
      if kind == .leftParen { try arguments(into: &parts) }
      mark = nodes.count
      try expect(.colon, "':'")
    } catch {
      try mendHeader(start, &parts, expected: 0, mark: max(mark, Self.lastIndex(of: parts) + 1))
    }
    let body = try block()
    append(body, to: &parts)
    return node(.classDefinition, start, parts, name: name)
  }

  /// `annotation` behind its `:` or `->`.
  mutating func annotation(into parts: inout ChildList) throws(Unreadable) {
    let start = lexer.start
    let type = kind == .star ? try starTarget() : kind == .yield ? try yieldExpression() : try expression()
    let made = node(.annotation, start, type)
    append(made, to: &parts)
  }

  /// The parenthesised parameters of a `def`. Those before a fault are kept.
  private mutating func functionParameters(into parts: inout ChildList) throws(Unreadable) {
    let start = lexer.start
    let mark = nodes.count
    try expect(.leftParen, "'('")
    try enter()
    var list = ChildList()
    do throws(Unreadable) {
      try parameters(into: &list, until: .rightParen, annotated: true)
      try expect(.rightParen, "')'")
    } catch {
      nodes.truncate(to: max(mark, Self.lastIndex(of: list) + 1))
      let made = node(.parameters, start, list)
      append(made, to: &parts)
      throw error
    }
    leave()
    let made = node(.parameters, start, list)
    append(made, to: &parts)
  }

  mutating func lambda() throws(Unreadable) -> NodeID {
    let start = lexer.start
    try enter()
    advance()
    let begin = lexer.start
    var list = ChildList()
    try parameters(into: &list, until: .colon, annotated: false)
    let signature = node(.parameters, list.count > 0 ? begin : lexer.previousEnd, list)
    try expect(.colon, "':'")
    let value = try expression()
    leave()
    return node(.lambda, start, signature, value)
  }

  private mutating func parameters(
    into list: inout ChildList, until end: Lexeme, annotated: Bool
  ) throws(Unreadable) {
    var made = NodeKind.parameter
    while kind != end {
      switch kind {
      case .slash:
        advance()
        makePositionalOnly(list.first)
      case .star:
        advance()
        made = .keywordOnlyParameter
        if kind != .comma { try parameter(.variadicParameter, into: &list, annotated: annotated) }
      case .doubleStar:
        advance()
        try parameter(.keywordVariadicParameter, into: &list, annotated: annotated)
      default: try parameter(made, into: &list, annotated: annotated)
      }
      guard accept(.comma) else { break }
    }
  }

  private mutating func makePositionalOnly(_ first: NodeID) {
    var next = first
    while next != .none {
      if nodes.kind(next) == .parameter { nodes.setKind(next, .positionalOnlyParameter) }
      next = nodes[next].nextSibling
    }
  }

  /// Its extent leaves the default value out, as CPython's does.
  private mutating func parameter(
    _ made: NodeKind, into list: inout ChildList, annotated: Bool
  ) throws(Unreadable) {
    let name = try identifier()
    var parts = ChildList()
    if annotated, accept(.colon) { try annotation(into: &parts) }
    let end = lexer.previousEnd
    if kind == .equal {
      advance()
      let start = lexer.start
      let value = try expression()
      let wrapper = node(.defaultValue, start, value)
      append(wrapper, to: &parts)
    }
    let id = node(made, name.lowerBound, parts, name: name)
    nodes.setEnd(id, end)
    append(id, to: &list)
  }

  /// `[T: bound = default, *Ts, **P]`, if there is one.
  mutating func typeParameters(into parts: inout ChildList) throws(Unreadable) {
    guard kind == .leftBracket else { return }
    let start = lexer.start
    advance()
    var list = ChildList()
    repeat {
      let start = lexer.start
      if kind == .star || kind == .doubleStar { advance() }
      let name = try identifier()
      var parts = ChildList()
      if accept(.colon) {
        let bound = try expression()
        append(bound, to: &parts)
      }
      if accept(.equal) {
        let value = kind == .star ? try starTarget() : try expression()
        append(value, to: &parts)
      }
      let parameter = node(.typeParameter, start, parts, name: name)
      append(parameter, to: &list)
    } while accept(.comma) && kind != .rightBracket
    try expect(.rightBracket, "']'")
    let made = node(.typeParameters, start, list)
    append(made, to: &parts)
  }
}

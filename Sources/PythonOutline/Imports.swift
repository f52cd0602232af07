extension Parser {
  mutating func importStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var names = ChildList()
    repeat {
      let begin = lexer.start
      let name = try dottedName()
      let imported = try importedName(begin, name)
      append(imported, to: &names)
    } while accept(.comma)
    return node(.importStatement, start, names)
  }

  mutating func importFromStatement() throws(Unreadable) -> NodeID {
    let start = lexer.start
    advance()
    var hasDots = false
    while kind == .dot || kind == .ellipsis {
      hasDots = true
      advance()
    }
    var module = 0..<0
    if !hasDots || kind == .identifier { module = try dottedName() }
    try expect(.import_, "'import'")
    var names = ChildList()
    if kind == .star {
      let star = lexer.start..<lexer.end
      advance()
      let all = node(.importedName, star.lowerBound, name: star)
      append(all, to: &names)
    } else if accept(.leftParen) {
      repeat { try importedName(into: &names) } while accept(.comma) && kind != .rightParen
      try expect(.rightParen, "')'")
    } else {
      repeat { try importedName(into: &names) } while accept(.comma)
    }
    return node(.importFromStatement, start, names, name: module)
  }

  private mutating func importedName(into names: inout ChildList) throws(Unreadable) {
    let start = lexer.start
    let name = try identifier()
    let imported = try importedName(start, name)
    append(imported, to: &names)
  }

  private mutating func importedName(_ start: Int, _ name: Range<Int>) throws(Unreadable) -> NodeID {
    guard accept(.as_) else { return node(.importedName, start, name: name) }
    let alias = try identifier()
    let id = node(.asName, alias.lowerBound, name: alias)
    return node(.importedName, start, id, name: name)
  }

  private mutating func dottedName() throws(Unreadable) -> Range<Int> {
    let first = try identifier()
    var end = first.upperBound
    while accept(.dot) { end = try identifier().upperBound }
    return first.lowerBound..<end
  }
}

extension SyntaxTree {
  /// How many dots stand before the module of a `from … import`: 0 for an absolute import.
  public func importLevel(of id: NodeID) -> Int {
    let node = self[id]
    guard node.kind == .importFromStatement else { return 0 }
    var level = 0
    for byte in source[(Int(node.start) + 4)..<Int(node.end)] {
      switch byte {
      case UInt8(ascii: "."): level += 1
      case Byte.space, Byte.tab, Byte.formFeed, Byte.lineFeed, Byte.carriageReturn, Byte.backslash: continue
      default: return level
      }
    }
    return level
  }
}

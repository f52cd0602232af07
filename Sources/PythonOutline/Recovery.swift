/// What to do about a fault: note it, leave out as little as possible, and go on.
extension Parser {
  /// Enters the latest failure into the list, once.
  mutating func record() {
    guard let failure else { return }
    faults.append(SyntaxFault(offset: failure.offset, message: failure.message))
    self.failure = nil
  }

  /// Skips the rest of a logical line, up to its NEWLINE. When a bracket was never closed, the line ends before the
  /// next one that can only be a line of its own; then the lexer stands on the first token of that line.
  ///
  /// `margin` is the column of the statement at fault.
  mutating func skipLine(margin: Int) {
    var isFirst = true
    while kind != .newline, kind != .endOfFile {
      // Only faults of indentation lie between lines.
      if kind == .indent || kind == .dedent { return }
      if lexer.depth > 0, kind.opensStatementOnly || (isFirst && kind.startsExpression),
        let column = lexer.columnIfFirst, kind.opensStatementOnly || column <= margin
      {
        return lexer.restartLine()
      }
      isFirst = false
      advance()
    }
  }

  /// Keeps a compound statement whose header holds a fault, if a block follows; placeholders stand for the expressions
  /// that are missing of the `expected` ones.
  mutating func mendHeader(_ start: Int, _ parts: inout ChildList, expected: Int, mark: Int) throws(Unreadable) {
    record()
    nodes.truncate(to: mark)
    skipLine(margin: column(of: start))
    if kind == .newline { advance() }
    guard kind == .indent else { throw Unreadable() }
    while parts.count < expected {
      let missing = placeholder()
      append(missing, to: &parts)
    }
  }

  /// The column of an offset in bytes.
  func column(of offset: Int) -> Int {
    var place = offset
    while place > 0, lexer.byte(place - 1) != Byte.lineFeed, lexer.byte(place - 1) != Byte.carriageReturn {
      place -= 1
    }
    return offset - place
  }
}

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
  /// `start` is where the statement at fault begins.
  mutating func skipLine(from start: Int) {
    let margin = lexer.text.column(of: start)
    var isFirst = true
    while kind != .newline, kind != .endOfFile {
      // Only faults of indentation lie between lines.
      if kind == .indent || kind == .dedent { return }
      if lexer.depth > 0, lexer.start > start, kind.opensStatementOnly || (isFirst && kind.startsExpression),
        let column = lexer.text.columnIfFirst(lexer.start), kind.opensStatementOnly || column <= margin
      {
        return lexer.restartLine()
      }
      isFirst = false
      if kind == .error { lexer.abandonStrings() }
      advance()
    }
  }

  /// Keeps a compound statement whose header holds a fault, if a block follows; placeholders stand for the expressions
  /// that are missing of the `expected` ones.
  mutating func mendHeader(_ start: Int, _ parts: inout ChildList, expected: Int, mark: Int)
    throws(Unreadable)
  {
    record()
    nodes.truncate(to: mark)
    skipLine(from: start)
    if kind == .newline { advance() }
    guard kind == .indent else { throw Unreadable() }
    while parts.count < expected {
      let missing = placeholder()
      append(missing, to: &parts)
    }
  }

  /// Whether the current token begins a line that is indented no deeper than the one of `offset`: a line of its own.
  mutating func beginsLine(notDeeperThan offset: Int) -> Bool {
    guard kind.startsExpression, let column = lexer.text.columnIfFirst(lexer.start) else { return false }
    var place = offset - lexer.text.column(of: offset)
    let begin = place
    while lexer.text.byte(place) == Byte.space || lexer.text.byte(place) == Byte.tab { place += 1 }
    return column <= place - begin
  }
}

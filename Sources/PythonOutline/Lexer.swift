/// Bytes in, one token at a time out: `kind`, `start` and `end` describe the current one.
///
/// It never fails; what is no token becomes `.error`. The text must outlive the lexer and end in `PaddedText.padding` zeros.
struct Lexer: ~Copyable {
  let text: SourceText
  private let tables = LexerTables.shared

  /// The current token and its bytes; the next one is looked for at `end`.
  var kind = Lexeme.newline
  var start = 0
  var end = 0
  /// Where the last token ended that was not layout: the end of a node that is complete.
  var previousEnd = 0

  /// How the next token is looked for.
  var mode = Mode.lineStart
  /// How many brackets are open.
  var depth = 0
  /// The depth just inside the innermost replacement field whose expression is being read; -1: in none.
  var fieldDepth = -1
  var frames = ContiguousArray<FormattedFrame>()
  var indents = ContiguousArray<Indentation>()
  var pendingDedents = 0

  /// Comments are tokens when asked for, and else collected here.
  let reportsComments: Bool
  var comments = [Comment]()
  /// Faults of indentation, which spoil no token.
  var faults = [SyntaxFault]()

  enum Mode: UInt8 {
    /// Inside a logical line.
    case plain
    /// At the beginning of a physical line outside brackets.
    case lineStart
    /// Owing `pendingDedents`.
    case dedents
    /// In the literal part of an f-string or t-string.
    case literal
  }

  init(_ text: borrowing PaddedText, from position: Int = 0, reportsComments: Bool = false) {
    self.text = text.text
    start = position
    end = position
    self.reportsComments = reportsComments
  }

  @inline(__always)
  mutating func emit(_ kind: Lexeme, _ start: Int, to end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }

  /// Moves on to the next token. At the end of the file it stays at `.endOfFile`.
  mutating func advance() {
    previousEnd = kind.isLayout ? previousEnd : end
    if mode != .plain, special() { return }
    var offset = end
    offset &+= text.byte(offset) == Byte.space ? 1 : 0
    while true {
      let first = text.byte(offset)
      switch tables.byteClass(first) {
      case .word: return word(offset)
      case .punctuation:
        let mark = tables.punctuation(first)
        depth = max(0, depth &+ Int(mark.depth))
        return emit(mark.lexeme, offset, to: offset &+ 1)
      case .dot: return dot(offset)
      case .equal:
        let isDouble = text.byte(offset &+ 1) == UInt8(ascii: "=")
        return emit(isDouble ? .equalEqual : .equal, offset, to: offset &+ (isDouble ? 2 : 1))
      case .colon: return colon(offset)
      case .other: return operation(first, offset)
      case .digit: return number(offset)
      case .quote: return string(.string, offset, quoteAt: offset)
      case .newline:
        let next = text.afterNewline(offset)
        if depth == 0 {
          mode = .lineStart
          return emit(.newline, offset, to: next)
        }
        offset = next
      case .space: offset = text.spacesEnd(offset)
      case .blank: offset &+= 1
      case .hash:
        let next = text.commentEnd(offset)
        if comment(offset, next) { return }
        offset = next
      case .backslash:
        let next = text.afterNewline(offset &+ 1)
        if next == offset &+ 1 { return emit(.error, offset, to: next) }
        offset = next
      case .zero: return offset < text.count ? emit(.error, offset, to: offset &+ 1) : endOfText()
      }
    }
  }

  /// What comes elsewhere than inside a logical line. Returns whether a token came of it.
  @inline(never)
  private mutating func special() -> Bool {
    switch mode {
    case .plain: return false
    case .literal: literalPart()
    case .dedents: dedent(at: end)
    case .lineStart: return beginLine()
    }
    return true
  }

  /// An identifier, a keyword, or the prefix of a string.
  @inline(__always)
  private mutating func word(_ offset: Int) {
    let head = EightBytes(text.bytes, at: offset)
    let length = head.identifierEnd
    guard length < 8 else { return longWord(offset, head.word) }
    let found = tables.lexeme(of: head.first(length))
    let end = offset &+ length
    let next = text.byte(end)
    if next == Byte.quote || next == Byte.doubleQuote, length <= 2,
      let prefixed = text.stringPrefix(offset, length)
    {
      return string(prefixed, offset, quoteAt: end)
    }
    emit(found, offset, to: end)
  }

  /// A word of eight bytes or more.
  @inline(never)
  private mutating func longWord(_ offset: Int, _ head: UInt64) {
    var end = offset &+ 8
    while true {
      let more = EightBytes(text.bytes, at: end).identifierEnd
      end &+= more
      if more < 8 { break }
    }
    emit(end == offset &+ 8 ? tables.lexeme(of: head) : .identifier, offset, to: end)
  }

  /// Takes note of a comment. Returns whether it is a token.
  @inline(never)
  mutating func comment(_ start: Int, _ end: Int) -> Bool {
    if reportsComments {
      emit(.comment, start, to: end)
      return true
    }
    comments.append(Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end)))
    return false
  }

  /// The missing end of the last line, and then whatever is still open.
  @inline(never)
  private mutating func endOfText() {
    depth = 0
    frames.removeAll()
    fieldDepth = -1
    mode = .lineStart
    emit(.newline, text.count, to: text.count)
  }
}

/// Bytes in, one token at a time out: `kind`, `start` and `end` describe the current one.
///
/// It never fails; what is no token becomes `.error`. The text must outlive the lexer and end in `PaddedText.padding` zeros.
struct Lexer: ~Copyable {
  let text: UnsafeRawPointer
  let count: Int
  let keywords = KeywordTable.shared

  /// The current token and its bytes.
  var kind = Lexeme.newline
  var start = 0
  var end = 0
  /// Where the last token ended that was not layout: the end of a node that is complete.
  var previousEnd = 0

  /// Where the next token is looked for, and how.
  var position: Int
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
    self.text = text.bytes
    count = text.count
    self.position = position
    self.reportsComments = reportsComments
  }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { text.load(fromByteOffset: offset, as: UInt8.self) }

  @inline(__always)
  mutating func emit(_ kind: Lexeme, _ start: Int, to end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
    position = end
  }

  /// Moves on to the next token. At the end of the file it stays at `.endOfFile`.
  mutating func advance() {
    previousEnd = kind.isLayout ? previousEnd : end
    if mode != .plain {
      switch mode {
      case .plain: break
      case .literal: return literalPart()
      case .dedents: return dedent()
      case .lineStart: if beginLine() { return }
      }
    }
    plain()
  }

  /// A token inside a logical line.
  private mutating func plain() {
    var offset = position
    while true {
      offset += byte(offset) == Byte.space ? 1 : 0
      let first = byte(offset)
      switch first {
      case Byte.space:
        repeat {
          let spaces = EightBytes(text, at: offset).spacesEnd
          offset += spaces
          if spaces < 8 { break }
        } while true
      case Byte.tab, Byte.formFeed: offset += 1
      case Byte.lineFeed, Byte.carriageReturn:
        let next = afterNewline(offset)
        if depth == 0 {
          mode = .lineStart
          return emit(.newline, offset, to: next)
        }
        offset = next
      case Byte.hash:
        let next = commentEnd(offset)
        if reportsComments { return emit(.comment, offset, to: next) }
        comments.append(Comment(start: UInt32(truncatingIfNeeded: offset), end: UInt32(truncatingIfNeeded: next)))
        offset = next
      case Byte.backslash:
        let next = afterNewline(offset + 1)
        if next == offset + 1 { return emit(.error, offset, to: next) }
        offset = next
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...0xFF:
        return word(offset)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(offset)
      case Byte.quote, Byte.doubleQuote: return string(.string, offset, quoteAt: offset)
      case 0:
        if offset < count { return emit(.error, offset, to: offset + 1) }
        endOfText()
        return
      default: return operation(first, offset)
      }
    }
  }

  /// An identifier, a keyword, or the prefix of a string.
  private mutating func word(_ offset: Int) {
    let head = EightBytes(text, at: offset)
    var length = head.identifierEnd
    var found = Lexeme.identifier
    if length < 8 {
      found = keywords.lexeme(of: head.word & ((1 << (8 &* UInt64(truncatingIfNeeded: length))) &- 1))
    } else {
      while true {
        let more = EightBytes(text, at: offset + length).identifierEnd
        length += more
        if more < 8 { break }
      }
      if length == 8 { found = keywords.lexeme(of: head.word) }
    }
    let next = byte(offset + length)
    if next == Byte.quote || next == Byte.doubleQuote, length <= 2, let prefixed = stringPrefix(offset, length) {
      return string(prefixed, offset, quoteAt: offset + length)
    }
    emit(found, offset, to: offset + length)
  }

  /// The missing end of the last line, and then whatever is still open.
  private mutating func endOfText() {
    depth = 0
    frames.removeAll()
    fieldDepth = -1
    mode = .lineStart
    emit(.newline, count, to: count)
  }

  /// The offset behind the line end that begins at `offset`; `offset` itself when none does.
  @inline(__always)
  func afterNewline(_ offset: Int) -> Int {
    let first = byte(offset)
    if first == Byte.lineFeed { return offset + 1 }
    if first == Byte.carriageReturn { return byte(offset + 1) == Byte.lineFeed ? offset + 2 : offset + 1 }
    return offset
  }

  /// The end of the line that the comment at `offset` stands on.
  func commentEnd(_ offset: Int) -> Int {
    var place = offset
    while true {
      let step = EightBytes(text, at: place).control
      place += step
      if step == 8 { continue }
      let stop = byte(place)
      if stop == Byte.lineFeed || stop == Byte.carriageReturn || place >= count { return min(place, count) }
      place += 1
    }
  }
}

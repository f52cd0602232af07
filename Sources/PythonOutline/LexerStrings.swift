/// An f-string or t-string that is being read, or a replacement field in one.
struct FormattedFrame {
  var quote: UInt8
  var isTriple: Bool
  var isRaw: Bool
  var isField: Bool
  /// Whether literal text is read: always in a string, in a field from its `:` on.
  var isLiteral: Bool
  /// A string: the depth around it. A field: the depth just inside its brace.
  var depth: Int
}

extension Lexer {
  /// A string whose prefix begins at `offset`.
  @inline(never)
  mutating func string(_ kind: Lexeme, _ offset: Int, quoteAt: Int) {
    let quote = text.byte(quoteAt)
    let isTriple = text.byte(quoteAt + 1) == quote && text.byte(quoteAt + 2) == quote
    let body = quoteAt + (isTriple ? 3 : 1)
    guard kind != .formattedStart else {
      let isRaw = (offset..<quoteAt).contains { text.byte($0) | 0x20 == UInt8(ascii: "r") }
      frames.append(
        FormattedFrame(
          quote: quote, isTriple: isTriple, isRaw: isRaw, isField: false, isLiteral: true, depth: depth))
      mode = .literal
      fieldDepth = -1
      return emit(.formattedStart, offset, to: body)
    }
    let (stop, isClosed) = isTriple ? text.longStringEnd(body, quote) : text.shortStringEnd(body, quote)
    emit(isClosed ? kind : .error, offset, to: stop)
  }

  /// The next piece of an f-string: literal text, a brace, or its end.
  mutating func literalPart() {
    guard let frame = frames.last else { return }
    let offset = end
    var place = offset
    while true {
      let next = text.byte(place)
      switch next {
      case frame.quote:
        guard !frame.isTriple || (text.byte(place + 1) == next && text.byte(place + 2) == next) else {
          place += 1
          continue
        }
        guard place == offset else { return emit(.formattedMiddle, offset, to: place) }
        closeString()
        return emit(.formattedEnd, place, to: place + (frame.isTriple ? 3 : 1))
      case Byte.leftBrace:
        if !frame.isField, text.byte(place + 1) == Byte.leftBrace {
          place += 2
          continue
        }
        guard place == offset else { return emit(.formattedMiddle, offset, to: place) }
        openField(frame)
        return emit(.leftBrace, place, to: place + 1)
      case Byte.rightBrace:
        if !frame.isField, text.byte(place + 1) == Byte.rightBrace {
          place += 2
          continue
        }
        guard place == offset else { return emit(.formattedMiddle, offset, to: place) }
        guard frame.isField else { return emit(.error, place, to: place + 1) }
        closeField()
        depth -= 1
        return emit(.rightBrace, place, to: place + 1)
      case Byte.backslash: place = text.afterFormattedEscape(place, isRaw: frame.isRaw)
      case Byte.lineFeed, Byte.carriageReturn:
        if !frame.isTriple { return unterminated(offset, place) }
        place += 1
      case 0:
        if place >= text.count { return unterminated(offset, text.count) }
        place += 1
      default: place += 1
      }
    }
  }

  private mutating func unterminated(_ offset: Int, _ end: Int) {
    closeString()
    emit(.error, offset, to: end)
  }

  private mutating func openField(_ frame: FormattedFrame) {
    depth += 1
    fieldDepth = depth
    var field = frame
    field.isField = true
    field.isLiteral = false
    field.depth = depth
    frames.append(field)
    mode = .plain
  }

  @inline(never)
  mutating func beginFormatSpecification() {
    frames[frames.count - 1].isLiteral = true
    fieldDepth = -1
    mode = .literal
  }

  /// Leaves a replacement field; the caller steps out of its brace.
  mutating func closeField() {
    frames.removeLast()
    fieldDepth = -1
    mode = .literal
  }

  /// Leaves all f-strings that end with their line, as one of them was not closed on it: the brackets in them will never
  /// be closed.
  mutating func abandonStrings() {
    guard let outermost = frames.first, !outermost.isTriple else { return }
    depth = outermost.depth
    frames.removeAll(keepingCapacity: true)
    fieldDepth = -1
    mode = .plain
  }

  /// Leaves the innermost string and the fields that are still open in it.
  private mutating func closeString() {
    while let frame = frames.popLast() {
      if !frame.isField {
        depth = frame.depth
        break
      }
    }
    fieldDepth = frames.last?.depth ?? -1
    mode = .plain
  }
}

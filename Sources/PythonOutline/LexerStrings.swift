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
  /// What a word before a quote makes of the string; nil when it is no prefix.
  @inline(never)
  func stringPrefix(_ offset: Int, _ length: Int) -> Lexeme? {
    let first = byte(offset) | 0x20
    if length == 1 {
      switch first {
      case UInt8(ascii: "r"), UInt8(ascii: "u"): return .string
      case UInt8(ascii: "b"): return .bytes
      case UInt8(ascii: "f"), UInt8(ascii: "t"): return .formattedStart
      default: return nil
      }
    }
    let second = byte(offset + 1) | 0x20
    guard first == UInt8(ascii: "r") || second == UInt8(ascii: "r") else { return nil }
    switch first == UInt8(ascii: "r") ? second : first {
    case UInt8(ascii: "b"): return .bytes
    case UInt8(ascii: "f"), UInt8(ascii: "t"): return .formattedStart
    default: return nil
    }
  }

  /// A string whose prefix begins at `offset`.
  @inline(never)
  mutating func string(_ kind: Lexeme, _ offset: Int, quoteAt: Int) {
    let quote = byte(quoteAt)
    let isTriple = byte(quoteAt + 1) == quote && byte(quoteAt + 2) == quote
    let body = quoteAt + (isTriple ? 3 : 1)
    guard kind != .formattedStart else {
      let isRaw = (offset..<quoteAt).contains { byte($0) | 0x20 == UInt8(ascii: "r") }
      frames.append(
        FormattedFrame(
          quote: quote, isTriple: isTriple, isRaw: isRaw, isField: false, isLiteral: true, depth: depth))
      mode = .literal
      fieldDepth = -1
      return emit(.formattedStart, offset, to: body)
    }
    let (stop, isClosed) = isTriple ? longStringEnd(body, quote) : shortStringEnd(body, quote)
    emit(isClosed ? kind : .error, offset, to: stop)
  }

  private func shortStringEnd(_ offset: Int, _ quote: UInt8) -> (Int, isClosed: Bool) {
    let quotes = EightBytes.all(quote)
    var place = offset
    while true {
      let step = EightBytes(text, at: place).stringStop(quotes)
      place += step
      if step == 8 { continue }
      switch byte(place) {
      case quote: return (place + 1, true)
      case Byte.backslash: place = afterEscape(place)
      case Byte.lineFeed, Byte.carriageReturn: return (place, false)
      default:
        if place >= count { return (count, false) }
        place += 1
      }
    }
  }

  private func longStringEnd(_ offset: Int, _ quote: UInt8) -> (Int, isClosed: Bool) {
    let quotes = EightBytes.all(quote)
    var place = offset
    while true {
      let step = EightBytes(text, at: place).longStringStop(quotes)
      place += step
      if step == 8 { continue }
      switch byte(place) {
      case quote:
        if byte(place + 1) == quote, byte(place + 2) == quote { return (place + 3, true) }
        place += 1
      case Byte.backslash: place = afterEscape(place)
      default:
        if place >= count { return (count, false) }
        place += 1
      }
    }
  }

  /// The offset behind a backslash and what it escapes. A backslash at the very end escapes nothing.
  private func afterEscape(_ offset: Int) -> Int {
    let next = afterNewline(offset + 1)
    return min(next == offset + 1 ? offset + 2 : next, count)
  }

  /// The next piece of an f-string: literal text, a brace, or its end.
  mutating func literalPart() {
    guard let frame = frames.last else { return }
    let offset = end
    var place = offset
    while true {
      let next = byte(place)
      switch next {
      case frame.quote:
        guard !frame.isTriple || (byte(place + 1) == next && byte(place + 2) == next) else {
          place += 1
          continue
        }
        guard place == offset else { return emit(.formattedMiddle, offset, to: place) }
        closeString()
        return emit(.formattedEnd, place, to: place + (frame.isTriple ? 3 : 1))
      case Byte.leftBrace:
        if !frame.isField, byte(place + 1) == Byte.leftBrace {
          place += 2
          continue
        }
        guard place == offset else { return emit(.formattedMiddle, offset, to: place) }
        openField(frame)
        return emit(.leftBrace, place, to: place + 1)
      case Byte.rightBrace:
        if !frame.isField, byte(place + 1) == Byte.rightBrace {
          place += 2
          continue
        }
        guard place == offset else { return emit(.formattedMiddle, offset, to: place) }
        guard frame.isField else { return emit(.error, place, to: place + 1) }
        closeField()
        depth -= 1
        return emit(.rightBrace, place, to: place + 1)
      case Byte.backslash: place = afterFormattedEscape(place, isRaw: frame.isRaw)
      case Byte.lineFeed, Byte.carriageReturn:
        if !frame.isTriple { return unterminated(offset, place) }
        place += 1
      case 0:
        if place >= count { return unterminated(offset, count) }
        place += 1
      default: place += 1
      }
    }
  }

  /// As `afterEscape`, but a brace keeps its meaning behind a backslash, except in `\N{…}`.
  private func afterFormattedEscape(_ offset: Int, isRaw: Bool) -> Int {
    let next = byte(offset + 1)
    if next == Byte.leftBrace || next == Byte.rightBrace { return offset + 1 }
    guard !isRaw, next == UInt8(ascii: "N"), byte(offset + 2) == Byte.leftBrace else { return afterEscape(offset) }
    var place = offset + 3
    while Byte.isIdentifier(byte(place)) || byte(place) == Byte.space || byte(place) == UInt8(ascii: "-") { place += 1 }
    return byte(place) == Byte.rightBrace ? place + 1 : place
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

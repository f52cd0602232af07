extension Lexer {
  /// A number: never checked further than where it ends, but for the leading zeros of Python 2.
  @inline(never)
  mutating func number(_ offset: Int) {
    var place = offset
    if text.byte(offset) == UInt8(ascii: "0") {
      switch text.byte(offset + 1) | 0x20 {
      case UInt8(ascii: "x"): return emit(.number, offset, to: text.digits(offset + 2, hexadecimal: true))
      case UInt8(ascii: "o"), UInt8(ascii: "b"): return emit(.number, offset, to: text.digits(offset + 2))
      default: break
      }
    }
    place = text.digits(place)
    let whole = place
    if text.byte(place) == UInt8(ascii: ".") { place = text.digits(place + 1) }
    place = text.exponent(place)
    if text.byte(place) | 0x20 == UInt8(ascii: "j") { place += 1 }
    emit(place == whole && text.hasLeadingZero(offset, to: whole) ? .error : .number, offset, to: place)
  }

  /// The operators that `advance` does not read itself.
  @inline(never)
  mutating func operation(_ first: UInt8, _ offset: Int) {
    let second = text.byte(offset + 1)
    let equals = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "}"):
      if depth == fieldDepth { closeField() }
      depth = max(0, depth - 1)
      emit(.rightBrace, offset, to: offset + 1)
    case UInt8(ascii: "!"): emit(equals ? .notEqual : .exclamation, offset, to: offset + (equals ? 2 : 1))
    case UInt8(ascii: "+"): augmentable(.plus, offset, 1)
    case UInt8(ascii: "-"):
      if second == UInt8(ascii: ">") { return emit(.arrow, offset, to: offset + 2) }
      augmentable(.minus, offset, 1)
    case UInt8(ascii: "*"): doubled(.star, .doubleStar, first, offset)
    case UInt8(ascii: "/"): doubled(.slash, .doubleSlash, first, offset)
    case UInt8(ascii: "%"): augmentable(.percent, offset, 1)
    case UInt8(ascii: "&"): augmentable(.ampersand, offset, 1)
    case UInt8(ascii: "|"): augmentable(.bar, offset, 1)
    case UInt8(ascii: "^"): augmentable(.caret, offset, 1)
    case UInt8(ascii: "@"): augmentable(.at, offset, 1)
    case UInt8(ascii: "<"): compared(.less, .lessEqual, .leftShift, first, offset)
    case UInt8(ascii: ">"): compared(.greater, .greaterEqual, .rightShift, first, offset)
    default: emit(.error, offset, to: offset + 1)
    }
  }

  /// `.`, `...`, or a number that begins with its point.
  @inline(__always)
  mutating func dot(_ offset: Int) {
    let second = text.byte(offset &+ 1)
    if Byte.isDigit(second) { return number(offset) }
    let isEllipsis = second == UInt8(ascii: ".") && text.byte(offset &+ 2) == UInt8(ascii: ".")
    emit(isEllipsis ? .ellipsis : .dot, offset, to: offset &+ (isEllipsis ? 3 : 1))
  }

  /// `:` or `:=`; in a replacement field its format specification begins.
  @inline(__always)
  mutating func colon(_ offset: Int) {
    guard depth != fieldDepth else {
      beginFormatSpecification()
      return emit(.colon, offset, to: offset &+ 1)
    }
    let isWalrus = text.byte(offset &+ 1) == UInt8(ascii: "=")
    emit(isWalrus ? .walrus : .colon, offset, to: offset &+ (isWalrus ? 2 : 1))
  }

  /// An operator of `length` bytes, or its assignment when `=` follows.
  @inline(__always)
  private mutating func augmentable(_ kind: Lexeme, _ offset: Int, _ length: Int) {
    let isAssignment = text.byte(offset + length) == UInt8(ascii: "=")
    emit(isAssignment ? .augmentedEqual : kind, offset, to: offset + length + (isAssignment ? 1 : 0))
  }

  @inline(__always)
  private mutating func doubled(_ single: Lexeme, _ double: Lexeme, _ first: UInt8, _ offset: Int) {
    let isDouble = text.byte(offset + 1) == first
    augmentable(isDouble ? double : single, offset, isDouble ? 2 : 1)
  }

  @inline(__always)
  private mutating func compared(
    _ single: Lexeme, _ withEqual: Lexeme, _ shift: Lexeme, _ first: UInt8, _ offset: Int
  ) {
    let second = text.byte(offset + 1)
    if second == first { return augmentable(shift, offset, 2) }
    let equals = second == UInt8(ascii: "=")
    emit(equals ? withEqual : single, offset, to: offset + (equals ? 2 : 1))
  }
}

/// Where numbers and strings end.
extension SourceText {
  func digits(_ offset: Int, hexadecimal: Bool = false) -> Int {
    var place = offset
    while true {
      let next = byte(place)
      let isLetter = hexadecimal && (next | 0x20) &- UInt8(ascii: "a") < 6
      guard
        Byte.isDigit(next) || isLetter
          || (next == UInt8(ascii: "_") && !isEndOfNumber(place + 1, hexadecimal))
      else { return place }
      place += 1
    }
  }

  func isEndOfNumber(_ offset: Int, _ hexadecimal: Bool) -> Bool {
    let next = byte(offset)
    return !(Byte.isDigit(next) || (hexadecimal && (next | 0x20) &- UInt8(ascii: "a") < 6))
  }

  func exponent(_ offset: Int) -> Int {
    guard byte(offset) | 0x20 == UInt8(ascii: "e") else { return offset }
    let sign = byte(offset + 1)
    let first = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? offset + 2 : offset + 1
    return Byte.isDigit(byte(first)) ? digits(first) : offset
  }

  /// `007` is no number, `000` and `0_0` are.
  func hasLeadingZero(_ offset: Int, to end: Int) -> Bool {
    guard byte(offset) == UInt8(ascii: "0"), end > offset + 1 else { return false }
    return (offset..<end).contains { byte($0) != UInt8(ascii: "0") && byte($0) != UInt8(ascii: "_") }
  }

  /// What a word before a quote makes of the string; nil when it is no prefix.
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

  func shortStringEnd(_ offset: Int, _ quote: UInt8) -> (Int, isClosed: Bool) {
    let quotes = EightBytes.all(quote)
    var place = offset
    while true {
      let step = EightBytes(bytes, at: place).stringStop(quotes)
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

  func longStringEnd(_ offset: Int, _ quote: UInt8) -> (Int, isClosed: Bool) {
    let quotes = EightBytes.all(quote)
    var place = offset
    while true {
      let step = EightBytes(bytes, at: place).longStringStop(quotes)
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
  func afterEscape(_ offset: Int) -> Int {
    let next = afterNewline(offset + 1)
    return min(next == offset + 1 ? offset + 2 : next, count)
  }

  /// As `afterEscape`, but a brace keeps its meaning behind a backslash, except in `\N{…}`.
  func afterFormattedEscape(_ offset: Int, isRaw: Bool) -> Int {
    let next = byte(offset + 1)
    if next == Byte.leftBrace || next == Byte.rightBrace { return offset + 1 }
    guard !isRaw, next == UInt8(ascii: "N"), byte(offset + 2) == Byte.leftBrace else {
      return afterEscape(offset)
    }
    var place = offset + 3
    while Byte.isIdentifier(byte(place)) || byte(place) == Byte.space || byte(place) == UInt8(ascii: "-") {
      place += 1
    }
    return byte(place) == Byte.rightBrace ? place + 1 : place
  }
}

extension TOMLParser {
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  mutating func basicString() throws(TOMLFault) -> String {
    let open = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case Self.quote:
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: try take(byte, into: &text, open: open)
      }
    }
    throw fault("this text is never closed", at: open)
  }

  mutating func literalString() throws(TOMLFault) -> String {
    let open = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = peek() {
      if byte == Self.apostrophe {
        offset += 1
        return String(decoding: text, as: UTF8.self)
      }
      try take(byte, into: &text, open: open)
    }
    throw fault("this text is never closed", at: open)
  }

  mutating func multilineBasicString() throws(TOMLFault) -> String {
    let open = offset
    offset += 3
    _ = try lineEnd()
    var text: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case Self.quote:
        if try closes(byte, into: &text) { return String(decoding: text, as: UTF8.self) }
      case UInt8(ascii: "\\"):
        if try !continuation() { try escape(into: &text) }
      default: try takeLine(byte, into: &text)
      }
    }
    throw fault("this text is never closed", at: open)
  }

  mutating func multilineLiteralString() throws(TOMLFault) -> String {
    let open = offset
    offset += 3
    _ = try lineEnd()
    var text: [UInt8] = []
    while let byte = peek() {
      if byte == Self.apostrophe {
        if try closes(byte, into: &text) { return String(decoding: text, as: UTF8.self) }
      } else {
        try takeLine(byte, into: &text)
      }
    }
    throw fault("this text is never closed", at: open)
  }

  /// Takes a run of quotes: three close the text, and up to two more before them belong to it.
  private mutating func closes(_ quote: UInt8, into text: inout [UInt8]) throws(TOMLFault) -> Bool {
    var run = 0
    while peek(run) == quote, run < 6 { run += 1 }
    if run > 5 { throw fault("too many quotes") }
    offset += run
    let isEnd = run >= 3
    text += Array(repeating: quote, count: isEnd ? run - 3 : run)
    return isEnd
  }

  /// A backslash at the end of a line takes away the line end and all blanks after it.
  private mutating func continuation() throws(TOMLFault) -> Bool {
    let start = offset
    offset += 1
    skipBlanks()
    guard try lineEnd() else {
      offset = start
      return false
    }
    repeat { skipBlanks() } while try lineEnd()
    return true
  }

  private mutating func take(_ byte: UInt8, into text: inout [UInt8], open: Int) throws(TOMLFault) {
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      throw fault("this text is not closed on its line", at: open)
    }
    if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
      throw fault("a control character in a text")
    }
    text.append(byte)
    offset += 1
  }

  private mutating func takeLine(_ byte: UInt8, into text: inout [UInt8]) throws(TOMLFault) {
    if try lineEnd() {
      text.append(UInt8(ascii: "\n"))
      return
    }
    try take(byte, into: &text, open: offset)
  }

  private mutating func escape(into text: inout [UInt8]) throws(TOMLFault) {
    let start = offset
    offset += 1
    let letter = peek()
    offset += letter == nil ? 0 : 1
    switch letter {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case Self.quote: text.append(Self.quote)
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "u"): text += try scalar(digits: 4, start: start)
    case UInt8(ascii: "U"): text += try scalar(digits: 8, start: start)
    default: throw fault("an unknown escape; write “\\\\” for a backslash, or use '…'", at: start)
    }
  }

  private mutating func scalar(digits: Int, start: Int) throws(TOMLFault) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("expected \(digits) hexadecimal digits", at: start)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw fault("no Unicode character has this number", at: start)
    }
    return Array(String(Character(scalar)).utf8)
  }
}

extension TOMLParser {
  /// A number, a date, a time, true or false.
  mutating func scalar() throws(TOMLFault) -> TOMLNode.Value {
    let start = offset
    takeWord()
    // A date may be followed by a time after one blank.
    if offset - start == 10, isDate(Array(bytes[start..<offset])), peek() == UInt8(ascii: " "),
      peek(1)?.isDecimalDigit == true
    {
      offset += 1
      takeWord()
    }
    guard offset > start else { throw fault("expected a value, found \(found)") }
    let word = Array(bytes[start..<offset])
    if let value = value(of: word) { return value }
    let text = String(decoding: word.prefix(40), as: UTF8.self)
    let hint = word.allSatisfy(\.isBareKey) && !word[0].isDecimalDigit ? "; a text stands in quotes" : ""
    throw fault("“\(text)” is no value\(hint)", at: start)
  }

  private mutating func takeWord() {
    while let byte = peek(), byte.isBareKey || "+.:".utf8.contains(byte) { offset += 1 }
  }

  private func value(of word: [UInt8]) -> TOMLNode.Value? {
    switch String(decoding: word, as: UTF8.self) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    if let integer = integer(word) { return .integer(integer) }
    if let float = float(word) { return .float(float) }
    return isDateOrTime(word) ? .dateTime(String(decoding: word, as: UTF8.self)) : nil
  }

  // MARK: Numbers

  private func integer(_ word: [UInt8]) -> Int? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.starts(with: prefix.utf8) {
      guard let digits = digits(word[2...], radix: radix) else { return nil }
      return Int(digits, radix: radix)
    }
    let (sign, rest) = signed(word[...])
    guard let digits = digits(rest, radix: 10), digits == "0" || digits.first != "0" else { return nil }
    return Int(sign + digits)
  }

  private func float(_ word: [UInt8]) -> Double? {
    let (sign, rest) = signed(word[...])
    var parts = rest.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    guard parts.count <= 2, let mantissa = parts.first else { return nil }
    let halves = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.count + parts.count > 2,
      let whole = digits(halves[0], radix: 10), whole == "0" || whole.first != "0"
    else { return nil }
    var text = sign + whole
    if halves.count == 2 {
      guard let fraction = digits(halves[1], radix: 10) else { return nil }
      text += "." + fraction
    }
    if parts.count == 2 {
      let (sign, exponent) = signed(parts.removeLast())
      guard let exponent = digits(exponent, radix: 10) else { return nil }
      text += "e" + sign + exponent
    }
    return Double(text)
  }

  private func signed(_ word: ArraySlice<UInt8>) -> (sign: String, rest: ArraySlice<UInt8>) {
    switch word.first {
    case UInt8(ascii: "-"): ("-", word.dropFirst())
    case UInt8(ascii: "+"): ("", word.dropFirst())
    default: ("", word)
    }
  }

  /// Digits without the underscores, each of which must stand between two of them.
  private func digits(_ word: ArraySlice<UInt8>, radix: Int) -> String? {
    let groups = word.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    let all = groups.flatMap { $0 }
    let isNumber = all.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
    }
    return isNumber ? String(decoding: all, as: UTF8.self) : nil
  }

  // MARK: Dates and times

  private func isDateOrTime(_ word: [UInt8]) -> Bool {
    guard word.count > 10, isDate(Array(word.prefix(10))) else { return isDate(word) || isTime(word[...]) }
    guard "Tt ".utf8.contains(word[10]) else { return false }
    var time = word[11...]
    if let last = time.last, last | 0x20 == UInt8(ascii: "z") {
      time = time.dropLast()
    } else if time.count > 6, let sign = time.dropLast(5).last, "+-".utf8.contains(sign) {
      let zone = Array(time.suffix(5))
      guard zone[2] == UInt8(ascii: ":"), number(zone[0..<2], in: 0...23), number(zone[3..<5], in: 0...59)
      else {
        return false
      }
      time = time.dropLast(6)
    }
    return isTime(time)
  }

  private func isDate(_ word: [UInt8]) -> Bool {
    guard word.count == 10, word[4] == UInt8(ascii: "-"), word[7] == UInt8(ascii: "-"),
      number(word[0..<4], in: 0...9999), number(word[5..<7], in: 1...12), let year = Int(text(word[0..<4])),
      let month = Int(text(word[5..<7]))
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return number(word[8..<10], in: 1...days)
  }

  private func isTime(_ word: ArraySlice<UInt8>) -> Bool {
    let word = Array(word)
    guard word.count >= 8, word[2] == UInt8(ascii: ":"), word[5] == UInt8(ascii: ":"),
      number(word[0..<2], in: 0...23), number(word[3..<5], in: 0...59), number(word[6..<8], in: 0...60)
    else { return false }
    let fraction = word[8...]
    return fraction.isEmpty
      || fraction.count > 1 && fraction.first == UInt8(ascii: ".")
        && fraction.dropFirst().allSatisfy(\.isDecimalDigit)
  }

  private func number(_ digits: ArraySlice<UInt8>, in range: ClosedRange<Int>) -> Bool {
    guard digits.allSatisfy(\.isDecimalDigit), let number = Int(text(digits)) else { return false }
    return range.contains(number)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

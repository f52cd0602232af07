extension Operator {
  /// Of `//` and the other signs of two characters, the first tells enough.
  init?(sign: UInt8) {
    switch sign {
    case UInt8(ascii: "/"): self = .trueDivision
    case UInt8(ascii: "+"): self = .addition
    case UInt8(ascii: "-"): self = .subtraction
    case UInt8(ascii: "*"): self = .multiplication
    case UInt8(ascii: "%"): self = .remainder
    case UInt8(ascii: "@"): self = .matrixMultiplication
    case UInt8(ascii: "&"): self = .conjunction
    case UInt8(ascii: "^"): self = .exclusion
    case UInt8(ascii: "<"): self = .leftShift
    case UInt8(ascii: ">"): self = .rightShift
    default: return nil
    }
  }
}

extension Operator {
  private static let signs: [Operator] = [
    .trueDivision, .addition, .subtraction, .multiplication, .remainder, .matrixMultiplication, .conjunction,
    .exclusion, .leftShift, .rightShift,
  ]
  private static let reflectedMethods = signs.map { "__r" + $0.method.dropFirst(2) }
  private static let augmentedMethods = signs.map { "__i" + $0.method.dropFirst(2) }

  /// The method of the right operand that stands in for the left one's.
  var reflected: String { Self.reflectedMethods[Int(rawValue)] }

  /// The method behind `+=` and its like.
  var augmented: String { Self.augmentedMethods[Int(rawValue)] }
}

extension Comparison {
  /// What stands between two operands, where brackets, comments and line ends may stand as well.
  init?(_ text: ArraySlice<UInt8>) {
    var place = text.startIndex
    func byte(_ place: Int) -> UInt8 { place < text.endIndex ? text[place] : 0 }
    while place < text.endIndex {
      switch (text[place], byte(place + 1)) {
      case (UInt8(ascii: "="), _): self = .equal
      case (UInt8(ascii: "!"), _): self = .notEqual
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
      case (UInt8(ascii: "<"), _): self = .less
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
      case (UInt8(ascii: ">"), _): self = .greater
      case (UInt8(ascii: "i"), UInt8(ascii: "n")): self = .contained
      case (UInt8(ascii: "n"), _): self = .notContained
      case (UInt8(ascii: "i"), _):
        self = text[(place + 2)...].contains(UInt8(ascii: "n")) ? .notIdentical : .identical
        // A comment may hold the letter as well.
        if text.contains(UInt8(ascii: "#")) { return nil }
      case (UInt8(ascii: "#"), _):
        while place < text.endIndex, text[place] != UInt8(ascii: "\n") { place += 1 }
        continue
      default:
        place += 1
        continue
      }
      return
    }
    return nil
  }
}

/// The escape sequences for keys, mouse and paste that terminals have in common; whatever else comes is skipped whole.
enum EscapeSequence {
  private static let longest = 4096

  /// Reads a sequence that begins with `ESC [` or `ESC O` and has at least one byte more.
  static func token(for bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputToken {
    let isControlSequence = bytes[bytes.startIndex + 1] == UInt8(ascii: "[")
    var parameters: [UInt8] = []
    var index = bytes.startIndex + 2
    if isControlSequence && bytes[index] == UInt8(ascii: "M") {
      return oldMouseToken(bytes.dropFirst(3), isFinal: isFinal)
    }
    // The Linux console's function keys: ESC [ [ A.
    if isControlSequence && bytes[index] == UInt8(ascii: "[") { index += 1 }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length = index - bytes.startIndex + 1
      switch byte {
      case 0x20...0x3F where length < longest:
        parameters.append(byte)
      case 0x40...0x7E:
        let fields = Fields(parameters)
        let isConsole = bytes[bytes.startIndex + 2] == UInt8(ascii: "[") && length == 4
        if isConsole { return function(Int(byte) - 0x40, length) }
        return isControlSequence ? controlSequence(byte, fields, length) : applicationKey(byte, length)
      default:
        // Broken off: what follows is read afresh.
        return .nothing(length - 1)
      }
      index += 1
    }
    return isFinal ? .nothing(bytes.count) : .incomplete
  }

  /// Reads a string that a terminal sends as an answer: `ESC ]`, `ESC P`, `ESC _`, `ESC ^` or `ESC X` up to its end.
  static func stringToken(for bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputToken {
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || (byte == UInt8(ascii: "\\") && bytes[bytes.startIndex + offset - 1] == 0x1B) {
        return .nothing(offset + 1)
      }
      if offset >= longest { return .nothing(offset) }
    }
    return isFinal ? .nothing(bytes.count) : .incomplete
  }

  // MARK: Control sequences

  private struct Fields {
    var numbers: [Int] = []
    /// One of `< = > ?` before the numbers: answers to questions, but for the mouse's `<`.
    var marker: UInt8?

    init(_ bytes: [UInt8]) {
      marker = bytes.first.flatMap { $0 >= 0x3C && $0 <= 0x3F ? $0 : nil }
      let list = marker == nil ? bytes[...] : bytes.dropFirst()
      for field in list.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
        // A sub-parameter after a colon refines what we do not tell apart.
        let digits = field.prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(7)
        numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      }
    }

    subscript(index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
  }

  private static func controlSequence(_ final: UInt8, _ fields: Fields, _ length: Int) -> InputToken {
    if let marker = fields.marker {
      let isMouse = marker == UInt8(ascii: "<") && final | 0x20 == UInt8(ascii: "m")
      return isMouse ? mouseToken(fields, isRelease: final == UInt8(ascii: "m"), length) : .nothing(length)
    }
    switch Character(Unicode.Scalar(final)) {
    case "~", "^", "@":
      if fields[0] == 200 { return .pasteBegins(length) }
      if fields[0] == 27 { return unicodeKey(fields[2], modifiers: fields[1], length) }
      return key(numberedKey(fields[0]), length)
    case "u": return unicodeKey(fields[0], modifiers: fields[1], length)
    case "A", "a": return key(.up, length)
    case "B", "b": return key(.down, length)
    case "C", "c": return key(.right, length)
    case "D", "d": return key(.left, length)
    case "H": return key(.home, length)
    case "F": return key(.end, length)
    case "Z": return key(.backTab, length)
    case "P": return function(1, length)
    case "Q": return function(2, length)
    // R with two numbers is the answer to a question for the cursor's place.
    case "R" where fields.numbers.count < 2 || fields[0] == 1: return function(3, length)
    case "S": return function(4, length)
    default: return .nothing(length)
    }
  }

  private static func numberedKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// A key given by its character and its modifiers: 1 more than the sum of shift 1, alt 2, ctrl 4.
  private static func unicodeKey(_ value: Int, modifiers: Int, _ length: Int) -> InputToken {
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return .nothing(length) }
    let held = max(0, modifiers - 1)
    let character = Character(scalar)
    switch value {
    case 9: return key(held & 1 != 0 ? .backTab : .tab, length)
    case 0x0D, 0x1B, 0x7F, 8: return key(Key(controlByte: UInt8(value)), length)
    case 0..<0x20, 0x80..<0xA0, 0xE000..<0xF900: return .nothing(length)
    default:
      if held & 4 != 0 {
        let name = "ctrl-" + (value == 0x20 ? "space" : String(character).lowercased())
        return key(Key(name: name), length)
      }
      return key(held & 2 != 0 ? .alternate(character) : .character(character), length)
    }
  }

  // MARK: Keys after ESC O

  private static func applicationKey(_ final: UInt8, _ length: Int) -> InputToken {
    let character = Character(Unicode.Scalar(final))
    switch character {
    case "A", "a": return key(.up, length)
    case "B", "b": return key(.down, length)
    case "C", "c": return key(.right, length)
    case "D", "d": return key(.left, length)
    case "H": return key(.home, length)
    case "F": return key(.end, length)
    case "M": return key(.enter, length)
    case "I": return key(.tab, length)
    case "P", "Q", "R", "S": return function(Int(final) - 0x4F, length)
    case "X": return key(.character("="), length)
    // The keypad: * + , - . / and the digits, each 0x40 above its character.
    case "j"..."y": return key(.character(Character(Unicode.Scalar(final - 0x40))), length)
    default: return .nothing(length)
    }
  }

  // MARK: Mouse

  private static func mouseToken(_ fields: Fields, isRelease: Bool, _ length: Int) -> InputToken {
    guard fields.numbers.count >= 3 else { return .nothing(length) }
    let place = Position(row: fields[2] - 1, column: fields[1] - 1)
    return mouse(fields[0], isRelease: isRelease, at: place, length)
  }

  /// The first mouse protocol: three bytes, each 32 above its number.
  private static func oldMouseToken(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputToken {
    guard bytes.count >= 3 else { return isFinal ? .nothing(3 + bytes.count) : .incomplete }
    let numbers = bytes.prefix(3).map { Int($0) - 32 }
    let place = Position(row: numbers[2] - 1, column: numbers[1] - 1)
    return mouse(numbers[0], isRelease: numbers[0] & 0x43 == 3, at: place, 6)
  }

  private static func mouse(_ code: Int, isRelease: Bool, at place: Position, _ length: Int) -> InputToken {
    guard place.row >= 0 && place.column >= 0, code >= 0, code & 32 == 0 else { return .nothing(length) }
    if code & 64 != 0 {
      switch code & 3 {
      case 0: return .event(.mouse(Mouse(.wheelUp, at: place)), length)
      case 1: return .event(.mouse(Mouse(.wheelDown, at: place)), length)
      default: return .nothing(length)
      }
    }
    return .event(.mouse(Mouse(isRelease ? .release : .press(button: (code & 3) + 1), at: place)), length)
  }

  private static func key(_ key: Key?, _ length: Int) -> InputToken {
    key.map { .event(.key($0), length) } ?? .nothing(length)
  }

  private static func function(_ number: Int, _ length: Int) -> InputToken {
    .event(.key(.function(number)), length)
  }
}

/// Turns the bytes that a terminal sends into events. A pure value: it reads nothing and knows no time.
///
/// A lone Escape and the start of an escape sequence look the same until more bytes come or fail to come; so whoever
/// feeds the decoder waits while `patienceMilliseconds` says so, and then calls `expire`.
struct KeyDecoder {
  /// The bytes of this terminal's own keys, from its description.
  private let terminalKeys: [[UInt8]: Key]
  private let longestTerminalKey: Int
  /// What has come and is not yet an event.
  private var pending: [UInt8] = []
  /// The text of a paste whose end has not come; nil outside a paste.
  private var paste: PasteCollector?

  init(terminalKeys: [[UInt8]: Key] = [:]) {
    self.terminalKeys = terminalKeys.filter { $0.key.count > 1 }
    longestTerminalKey = self.terminalKeys.keys.map(\.count).max() ?? 0
  }

  /// How long to wait for the rest of what has begun; nil when nothing has.
  var patienceMilliseconds: Int? {
    paste != nil ? 1000 : pending.isEmpty ? nil : 50
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Event] {
    pending.append(contentsOf: bytes)
    return decode(isFinal: false)
  }

  /// Takes what is pending for complete, since nothing more has come in time.
  mutating func expire() -> [Event] {
    if paste != nil {
      // The end marker was lost; hand out what there is rather than swallow all keys from now on.
      let text = finishPaste()
      return [.paste(text)] + decode(isFinal: true)
    }
    return decode(isFinal: true)
  }

  private mutating func finishPaste() -> String {
    let text = paste?.text ?? ""
    paste = nil
    return text
  }

  private mutating func decode(isFinal: Bool) -> [Event] {
    var events: [Event] = []
    var index = 0
    while index < pending.count {
      if paste != nil {
        guard let length = paste?.take(pending[index...]) else {
          index = pending.count
          break
        }
        index += length
        events.append(.paste(finishPaste()))
        continue
      }
      switch token(at: index, isFinal: isFinal) {
      case .incomplete:
        pending.removeFirst(index)
        return events
      case .event(let event, let length):
        events.append(event)
        index += length
      case .nothing(let length):
        index += length
      case .pasteBegins(let length):
        paste = PasteCollector()
        index += length
      }
    }
    pending.removeAll(keepingCapacity: true)
    return events
  }

  private func token(at index: Int, isFinal: Bool) -> InputToken {
    if let token = terminalKey(at: index, isFinal: isFinal) { return token }
    let byte = pending[index]
    if byte == 0x1B { return escape(at: index, isFinal: isFinal) }
    if byte < 0x20 || byte == 0x7F { return .event(.key(Key(controlByte: byte)), 1) }
    return decodedCharacter(in: pending[index...], isFinal: isFinal) { .character($0) }
  }

  /// The longest of the terminal's own sequences here, if any.
  private func terminalKey(at index: Int, isFinal: Bool) -> InputToken? {
    let rest = pending[index...]
    guard let first = rest.first, first < 0x20 || first >= 0x7F else { return nil }
    for length in stride(from: min(longestTerminalKey, rest.count), to: 1, by: -1) {
      if let key = terminalKeys[Array(rest.prefix(length))] { return .event(.key(key), length) }
    }
    // Escape sequences have a grammar that tells where they end; others only their table.
    if !isFinal && first != 0x1B && terminalKeys.keys.contains(where: { $0.starts(with: rest) }) {
      return .incomplete
    }
    return nil
  }

  private func escape(at index: Int, isFinal: Bool) -> InputToken {
    let rest = pending[index...].dropFirst()
    guard let next = rest.first else { return isFinal ? .event(.key(.escape), 1) : .incomplete }
    switch next {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      if rest.count == 1 {
        let key = Key.alternate(Character(Unicode.Scalar(next)))
        return isFinal ? .event(.key(key), 2) : .incomplete
      }
      return EscapeSequence.token(for: pending[index...], isFinal: isFinal)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      if rest.count == 1 {
        let key = Key.alternate(Character(Unicode.Scalar(next)))
        return isFinal ? .event(.key(key), 2) : .incomplete
      }
      return EscapeSequence.stringToken(for: pending[index...], isFinal: isFinal)
    case 0x1B:
      // Alt with an arrow key, in some terminals; or Escape twice.
      if rest.count == 1 { return isFinal ? .event(.key(.escape), 1) : .incomplete }
      let third = rest[rest.startIndex + 1]
      let isSequence = third == UInt8(ascii: "[") || third == UInt8(ascii: "O")
      return isSequence ? .nothing(1) : .event(.key(.escape), 1)
    case 0..<0x20, 0x7F:
      return .event(.key(.escape), 1)
    default:
      switch decodedCharacter(in: rest, isFinal: isFinal, as: { .alternate($0) }) {
      case .event(let event, let length): return .event(event, length + 1)
      case .nothing(let length): return .nothing(length + 1)
      case let other: return other
      }
    }
  }

  private func decodedCharacter(
    in bytes: ArraySlice<UInt8>, isFinal: Bool, as key: (Character) -> Key
  ) -> InputToken {
    switch UTF8Scalar.first(in: bytes) {
    case .scalar(let scalar, let length):
      // Control characters in two bytes are no keys.
      if (0x80..<0xA0).contains(scalar.value) { return .nothing(length) }
      return .event(.key(key(Character(scalar))), length)
    case .incomplete where !isFinal:
      return .incomplete
    case .incomplete(let length), .invalid(let length):
      return .event(.key(key("\u{FFFD}")), length)
    }
  }
}

/// What the bytes at one place are.
enum InputToken {
  case event(Event, Int)
  /// Bytes that mean nothing to us.
  case nothing(Int)
  case pasteBegins(Int)
  /// More bytes must come.
  case incomplete
}

extension Key {
  /// The key that sends a single control byte.
  init(controlByte byte: UInt8) {
    switch byte {
    case 0x0D, 0x0A: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0: self = .control("@")
    case 1...26: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    default: self = .control(Character(Unicode.Scalar(byte | 0x40)))
    }
  }
}

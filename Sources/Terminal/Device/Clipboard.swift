import CNcurses

/// What stands between the program and the terminal and has to be told to hand a sequence on.
public enum Multiplexer: Sendable {
  case none, tmux, screen

  /// - Parameter variable: the value of an environment variable, nil when it is unset or empty.
  public init(variable: (String) -> String?) {
    // Where one runs within the other, TERM is the inner one's. tmux may call itself screen, but not screen.something.
    let isInnerScreen = variable("STY") != nil && variable("TERM")?.hasPrefix("screen.") == true
    if variable("TMUX") != nil, !isInnerScreen {
      self = .tmux
    } else if variable("STY") != nil {
      self = .screen
    } else {
      self = .none
    }
  }
}

/// The longest text, in bytes, that is sent to a terminal's clipboard: as much as the least patient of them take.
public let longestClipboardText = 74_994 / 4 * 3

/// The sequence (OSC 52) that makes a terminal put a text on its clipboard, also over ssh; nil when the text is too long.
public func clipboardSequence(for text: String, through multiplexer: Multiplexer) -> [UInt8]? {
  let bytes = Array(text.utf8)
  guard bytes.count <= longestClipboardText else { return nil }
  let sequence = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
  switch multiplexer {
  case .none: return sequence
  case .tmux:
    // For where tmux cannot be asked (`ClipboardTool`): plainly in case it takes it itself, and wrapped in case it hands on.
    let doubled = sequence.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
    return sequence + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
  case .screen:
    // It hands on strings of at most a few hundred bytes each.
    return stride(from: 0, to: sequence.count, by: 240).flatMap { start in
      Array("\u{1B}P".utf8) + sequence[start..<min(start + 240, sequence.count)] + Array("\u{1B}\\".utf8)
    }
  }
}

private let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

private func base64(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let part = bytes[start..<min(start + 3, bytes.count)]
    let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
    for place in 0..<4 {
      result.append(place <= part.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return result
}

extension Screen {
  /// Hands a text to the terminal's clipboard, as far as the terminal has one; nobody can tell whether it has.
  ///
  /// - Returns: false when the text is too long or the terminal would not understand.
  public func copyToClipboard(_ text: String) -> Bool {
    guard isOpen, !isLost,
      let bytes = clipboardSequence(for: text, through: Multiplexer(variable: environmentValue))
    else { return false }
    return bytes.withUnsafeBufferPointer { cn_send($0.baseAddress, $0.count) }
  }
}

extension StringProtocol {
  /// This text with everything made visible that would control a terminal or hide from the reader.
  ///
  /// Control characters become control pictures (`␛`), or `^[` where only ASCII can be shown; bidirectional controls,
  /// zero-width characters and other format characters become `<U+202E>`. Joiners stay where a script or an emoji
  /// needs them. Text is never reordered by the result, and sanitizing twice changes nothing more.
  ///
  /// - Parameters:
  ///   - ascii: use `^[` in place of control pictures.
  ///   - tabWidth: columns between tab stops; nil makes tabs visible like other control characters.
  ///   - keepingLineBreaks: leave line feeds alone (and take CR LF as one).
  public func sanitized(ascii: Bool = false, tabWidth: Int? = 4, keepingLineBreaks: Bool = false) -> String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(self) }
    var result = ""
    var column = 0
    for character in self {
      if keepingLineBreaks && (character == "\n" || character == "\r\n") {
        result.append("\n")
        column = 0
      } else if character == "\t", let tabWidth, tabWidth > 0 {
        let count = tabWidth - column % tabWidth
        result.append(String(repeating: " ", count: count))
        column += count
      } else {
        let shown = character.sanitized(ascii: ascii)
        result.append(shown)
        column += shown.displayWidth
      }
    }
    return result
  }
}

extension String {
  /// These lines as they may be pasted anywhere, a shell too: without what would act there or hide from the reader,
  /// which is all control characters but tabs and line feeds, and what changes the direction of writing.
  public var withoutControls: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Character {
  fileprivate func sanitized(ascii: Bool) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar.needsVisibleForm(after: previous) {
        result.append(scalar.visibleForm(ascii: ascii))
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would obey this scalar, or the reader not see it.
  package func needsVisibleForm(after previous: Unicode.Scalar?) -> Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xA0 { return true }
    switch value {
    case 0x200C, 0x200D: return !joins(after: previous)
    case 0x3164, 0xFFA0: return true  // Hangul fillers: letters that show nothing.
    case 0xE0020...0xE007F: return !(previous.map(\.isEmojiOrTag) ?? false)
    // Format characters that are drawn: signs around Arabic, Syriac and Kaithi numbers.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// Whether a joiner after `previous` shapes a script or an emoji, instead of hiding in a word.
  private func joins(after previous: Unicode.Scalar?) -> Bool {
    guard let previous, previous.value >= 0x600 else { return false }
    if value == 0x200D && (previous.isEmojiOrTag || previous.value == 0xFE0F) { return true }
    switch previous.properties.generalCategory {
    case .otherLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  private var isEmojiOrTag: Bool {
    value > 0x7F && (properties.isEmoji || (value >= 0xE0020 && value <= 0xE007F))
  }

  /// The form in which a scalar is shown that must not reach the terminal.
  func visibleForm(ascii: Bool) -> String {
    if value < 0x20 || value == 0x7F {
      let picture = ascii ? value ^ 0x40 : value == 0x7F ? 0x2421 : 0x2400 + value
      let shown = Unicode.Scalar(picture).map(String.init) ?? "?"
      return ascii ? "^" + shown : shown
    }
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}

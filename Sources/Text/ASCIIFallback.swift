extension String {
  /// This text for a terminal that shows only ASCII, where nothing depends on its width.
  package var asASCII: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    for character in self {
      switch character.unicodeScalars.first {
      case "…": result += "..."
      case let first? where !first.isASCII:
        result += asciiFallback(for: first, width: character.displayWidth).joined()
      default: result.append(character)
      }
    }
    return result
  }
}

/// What stands for a character on a terminal that shows only ASCII, cell by cell: as many characters as it has columns.
package func asciiFallback(for scalar: Unicode.Scalar, width: Int) -> [String] {
  let replacement =
    switch scalar {
    case "‘", "’", "‚", "′": "'"
    case "“", "”", "„", "″", "«", "»": "\""
    case "‐", "‑", "–", "—", "−", "─", "━": "-"
    case "│", "┃": "|"
    case "\u{2500}"..."\u{257F}": "+"
    case "•", "·", "∙", "●", "▪": "*"
    case "→", "▸", "▶", "›", "➜": ">"
    case "←", "◂", "◀", "‹": "<"
    case "↑", "▲": "^"
    case "↓", "▼": "v"
    case "✓", "✔": "+"
    case "✗", "✘", "×": "x"
    case "…": "."
    case "█", "▓", "▒": "#"
    case "░", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}": " "
    case "\u{2400}"..."\u{2421}": "?"
    case "ä", "á", "à", "â", "ã", "å": "a"
    case "ö", "ó", "ò", "ô", "õ", "ø": "o"
    case "ü", "ú", "ù", "û": "u"
    case "é", "è", "ê", "ë": "e"
    case "í", "ì", "î", "ï": "i"
    case "ç": "c"
    case "ñ": "n"
    default: "?"
    }
  return Array(repeating: replacement, count: width)
}

import PythonOutline
import Text

/// Colours Python source with the same lexer that the scan reads with.
public struct CodeColors: Sendable {
  private let theme: Theme

  public init(theme: Theme) { self.theme = theme }

  /// The source line by line, without line ends: LF, CR LF and CR, as Python counts lines.
  public func lines(of source: String) -> [[Span]] {
    let bytes = Array(source.utf8)
    var lines: [[Span]] = [[]]
    var position = 0
    /// Up to a byte, or to the end of the character that it stands within.
    func append(upTo end: Int, _ style: Style) {
      var end = end
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      while position < end {
        let next = bytes[position..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
        if next > position {
          lines[lines.count - 1].append(Span(String(decoding: bytes[position..<next], as: UTF8.self), style))
        }
        position = next
        guard next < end else { break }
        lines.append([])
        position += bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A ? 2 : 1
      }
    }
    for token in tokens(of: bytes) where token.end > token.start {
      append(upTo: token.start, .plain)
      append(upTo: token.end, style(of: token.kind))
    }
    append(upTo: bytes.count, .plain)
    return lines
  }

  private func style(of kind: TokenKind) -> Style {
    switch kind {
    case .keyword: theme[.codeKeyword]
    case .string: theme[.codeString]
    case .comment: theme[.codeComment]
    case .number: theme[.codeNumber]
    default: .plain
    }
  }
}

import PythonOutline
import Text

/// Colours Python source with the same lexer that the scan reads with.
public struct CodeColors: Sendable {
  private let theme: Theme

  public init(theme: Theme) { self.theme = theme }

  /// The source line by line, without line feeds.
  public func lines(of source: String) -> [[Span]] {
    let bytes = Array(source.utf8)
    var lines: [[Span]] = [[]]
    var position = 0
    func append(_ range: Range<Int>, _ style: Style) {
      let pieces = String(decoding: bytes[range], as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append([]) }
        if !piece.isEmpty { lines[lines.count - 1].append(Span(String(piece), style)) }
      }
    }
    for token in tokens(of: bytes) where token.end > token.start {
      if token.start > position { append(position..<token.start, .plain) }
      append(token.start..<token.end, style(of: token.kind))
      position = token.end
    }
    if position < bytes.count { append(position..<bytes.count, .plain) }
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

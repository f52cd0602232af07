import Text

/// Turns styled lines into text for a stream.
public struct LineWriter: Sendable {
  /// Whether to write colours and attributes as escape sequences.
  public let isStyled: Bool

  public init(isStyled: Bool) { self.isStyled = isStyled }

  /// The lines, each with a line feed. What the text itself holds of control characters is made visible.
  public func text(_ lines: [[Span]]) -> String {
    lines.map { line in
      var text = line.map(text).joined()
      if !isStyled { while text.last == " " { text.removeLast() } }
      return text + "\n"
    }.joined()
  }

  private func text(_ span: Span) -> String {
    let clean = span.text.sanitized()
    guard isStyled, span.style != .plain, !clean.isEmpty else { return clean }
    var codes: [String] = []
    let attributes = span.style.attributes
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.italic) { codes.append("3") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    if let index = span.style.foreground.paletteIndex {
      codes.append(String(index < 8 ? 30 + index : 82 + index))
    }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(clean)\u{1B}[0m"
  }
}

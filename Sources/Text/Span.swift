/// A piece of text in one style. An array of spans is a line, or a paragraph before it is wrapped.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

extension [Span] {
  /// The columns that these spans take, one after the other.
  public var displayWidth: Int {
    reduce(0) { $0 + $1.text.displayWidth }
  }

  /// The text of all spans without their styles.
  public var text: String {
    map(\.text).joined()
  }

  /// These spans without the first columns, an ellipsis in the style of what is left in their place.
  public func dropFirst(columns: Int, ellipsis: String = "…") -> [Span] {
    guard columns > 0 else { return self }
    var hidden = columns
    var result: [Span] = []
    for span in self {
      var rest = span.text[...]
      while hidden > 0, let first = rest.popFirst() { hidden -= first.displayWidth }
      guard !rest.isEmpty else { continue }
      result.append(Span(result.isEmpty ? ellipsis + rest : String(rest), span.style))
    }
    return result
  }

  /// These spans cut at the end to at most `width` columns, with an ellipsis in the style of the last character.
  public func truncated(to width: Int, ellipsis: String = "…") -> [Span] {
    guard displayWidth > width else { return self }
    var room = width - ellipsis.displayWidth
    guard room > 0 else {
      return [Span(ellipsis.prefix(columns: Swift.max(0, width)), first?.style ?? .plain)]
    }
    var result: [Span] = []
    for span in self {
      let kept = span.text.prefix(columns: room)
      room -= kept.displayWidth
      if kept == span.text {
        result.append(span)
      } else {
        result.append(Span(kept + ellipsis, span.style))
        break
      }
    }
    return result
  }
}

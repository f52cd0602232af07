extension Theme {
  /// A sentence of the timeline, in which code stands between backticks: they go, and the code gets its own style.
  /// A backtick without a partner stays.
  public func spans(_ text: String, _ base: Style = .plain) -> [Span] {
    var spans: [Span] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "`"),
      let close = rest[rest.index(after: open)...].firstIndex(of: "`")
    {
      if open > rest.startIndex { spans.append(Span(String(rest[..<open]), base)) }
      spans.append(
        Span(String(rest[rest.index(after: open)..<close]), base.overlaid(with: self[.inlineCode])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { spans.append(Span(String(rest), base)) }
    return spans
  }
}

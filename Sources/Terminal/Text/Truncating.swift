/// Which part of a text gives way when there is not enough room.
public enum TruncationSide: Sendable {
  /// The end, as for prose: `A thread for bloc…`.
  case end
  /// The start, as for paths whose file matters: `…/app/services/main.py`.
  case start
  /// The middle: `/home/ann/…/main.py`.
  case middle
}

extension String {
  /// This text cut to at most `width` columns, with an ellipsis in place of what was cut.
  ///
  /// The result may be a column shorter when a wide character would not fit.
  public func truncated(to width: Int, at side: TruncationSide = .end, ellipsis: String = "…") -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    let room = width - ellipsis.displayWidth
    guard room > 0 else {
      let mark = ellipsis.prefix(columns: width)
      return mark.isEmpty ? prefix(columns: width) : mark
    }
    switch side {
    case .end:
      return prefix(columns: room) + ellipsis
    case .start:
      return ellipsis + suffix(columns: room)
    case .middle:
      let head = prefix(columns: room / 2)
      return head + ellipsis + suffix(columns: room - head.displayWidth)
    }
  }

  /// This text with spaces at its end up to `width` columns; a longer one is left as it is.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// This text with spaces before it up to `width` columns; a longer one is left as it is.
  public func paddedAtStart(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth)) + self
  }

  /// The longest beginning of at most that many columns.
  public func prefix(columns limit: Int) -> String {
    var used = 0
    var end = startIndex
    while end < endIndex {
      used += self[end].displayWidth
      if used > limit { break }
      end = index(after: end)
    }
    return String(self[..<end])
  }

  /// The longest end of at most that many columns.
  public func suffix(columns limit: Int) -> String {
    var used = 0
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      used += self[before].displayWidth
      if used > limit { break }
      start = before
    }
    return String(self[start...])
  }
}

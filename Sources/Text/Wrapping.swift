extension String {
  /// This text broken into lines of at most `width` columns.
  ///
  /// Lines break at spaces, after hyphens inside words (unless they are in a style of their own) and between East Asian characters; a longer word is broken
  /// where it must, after a separator of paths and names if there is one. Line breaks of the text are kept, and so is
  /// the indentation of each first line; spaces at a break are dropped.
  ///
  /// - Parameter hangingIndent: columns of blanks before each line that continues another.
  public func wrapped(width: Int, hangingIndent: Int = 0) -> [String] {
    [Span(self)].wrapped(width: width, hangingIndent: hangingIndent).map { line in
      line.map(\.text).joined()
    }
  }
}

extension [Span] {
  /// These spans broken into lines of at most `width` columns, by the same rules as `String.wrapped`.
  public func wrapped(width: Int, hangingIndent: Int = 0) -> [[Span]] {
    var lines: [[Span]] = []
    var paragraph: [StyledCharacter] = []
    let breaker = LineBreaker(width: Swift.max(1, width), hangingIndent: Swift.max(0, hangingIndent))
    for span in self {
      for character in span.text {
        if character == "\n" || character == "\r\n" {
          lines += breaker.lines(of: paragraph)
          paragraph.removeAll(keepingCapacity: true)
        } else {
          paragraph.append(StyledCharacter(character, span.style))
        }
      }
    }
    return lines + breaker.lines(of: paragraph)
  }
}

struct StyledCharacter {
  let character: Character
  let style: Style
  let width: Int

  init(_ character: Character, _ style: Style) {
    self.character = character
    self.style = style
    width = character.displayWidth
  }
}

/// Breaks one paragraph, greedily: each line takes what fits.
private struct LineBreaker {
  let width: Int
  let hangingIndent: Int

  func lines(of paragraph: [StyledCharacter]) -> [[Span]] {
    var lines: [[Span]] = []
    var start = 0
    while true {
      // Room must be left for one wide character.
      let indent = lines.isEmpty || hangingIndent + 2 > width ? 0 : hangingIndent
      let end = endOfLine(in: paragraph, from: start, room: width - indent)
      var line = spans(of: trimmed(paragraph[start..<end]))
      if indent > 0 && !line.isEmpty { line.insert(Span(String(repeating: " ", count: indent)), at: 0) }
      lines.append(line)
      start = end
      while start < paragraph.count && paragraph[start].character == " " { start += 1 }
      if start >= paragraph.count { return lines }
    }
  }

  /// The index after the last character of the line that begins at `start`; always beyond `start` if there is more.
  private func endOfLine(in paragraph: [StyledCharacter], from start: Int, room: Int) -> Int {
    var used = 0
    var softBreak: Int?
    var separatorBreak: Int?
    var sawWord = false
    var index = start
    while index < paragraph.count {
      let current = paragraph[index]
      if current.character == " " {
        // Spaces may hang over the edge; those before the first word are its indentation.
        if sawWord { softBreak = index }
      } else {
        if index > start, sawWord,
          mayBreak(between: paragraph[index - 1], and: current, before: index, in: paragraph)
        {
          softBreak = index
        }
        if used + current.width > room && index > start {
          if let softBreak { return softBreak }
          if let separatorBreak, separatorBreak - start > room / 2 { return separatorBreak }
          return sawWord ? index : Swift.max(index, start + 1)
        }
        sawWord = true
        if "/\\._-,;:=&?".contains(current.character) { separatorBreak = index + 1 }
      }
      used += current.width
      index += 1
    }
    return index
  }

  private func mayBreak(
    between left: StyledCharacter, and right: StyledCharacter, before index: Int,
    in paragraph: [StyledCharacter]
  ) -> Bool {
    if left.character == " " { return true }
    if left.width == 2 || right.width == 2 {
      return !"、。，．」』）］｝？！：；ー,.;:!?)]}".contains(right.character)
        && !"「『（［｛([{".contains(left.character)
    }
    // A hyphen inside a word, but not the dashes of an option such as --plain, nor where a style tells code and names.
    if left.character == "-" && index >= 2 && left.style == .plain {
      return paragraph[index - 2].character.isLetter && right.character.isLetter
    }
    return left.character == "—"
  }

  private func trimmed(_ line: ArraySlice<StyledCharacter>) -> ArraySlice<StyledCharacter> {
    var line = line
    while line.last?.character == " " { line.removeLast() }
    return line
  }

  private func spans(of line: ArraySlice<StyledCharacter>) -> [Span] {
    var spans: [Span] = []
    for element in line {
      if spans.last?.style == element.style {
        spans[spans.count - 1].text.append(element.character)
      } else {
        spans.append(Span(String(element.character), element.style))
      }
    }
    return spans
  }
}

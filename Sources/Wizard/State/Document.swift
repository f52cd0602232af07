import Text

/// Lines to show, some of which belong to items that can be selected.
struct Document: Equatable, Sendable {
  var lines: [[Span]] = []
  /// The lines of each item, in their order.
  var items: [Range<Int>] = []

  mutating func appendLine(_ line: [Span]) { lines.append(line) }
  mutating func append(_ more: [[Span]]) { lines += more }

  mutating func appendItem(_ itemLines: [[Span]]) {
    items.append(lines.count..<(lines.count + itemLines.count))
    lines += itemLines
  }

  /// The next line after `start` (or before it) that holds a text, whatever the case, beginning again at the other end.
  func match(_ text: String, after start: Int, backwards: Bool = false) -> Int? {
    let wanted = text.lowercased()
    guard !wanted.isEmpty, !lines.isEmpty else { return nil }
    for step in 1...lines.count {
      let offset = backwards ? start - step : start + step
      let line = (offset % lines.count + lines.count) % lines.count
      if lines[line].text.lowercased().contains(wanted) { return line }
    }
    return nil
  }
}

extension [Span] {
  /// These spans with every occurrence of a text, whatever the case, in another style on top.
  func highlighting(_ text: String, _ style: Style) -> [Span] {
    let line = self.text
    guard !text.isEmpty, line.lowercased().contains(text.lowercased()) else { return self }
    let characters = Array<Character>(line)
    let wanted = Array<Character>(text.lowercased())
    var isMatch = [Bool](repeating: false, count: characters.count)
    var index = 0
    while index + wanted.count <= characters.count {
      if zip(characters[index...], wanted).allSatisfy({ $0.lowercased() == String($1) }) {
        for offset in 0..<wanted.count { isMatch[index + offset] = true }
        index += wanted.count
      } else {
        index += 1
      }
    }
    var result: [Span] = []
    var position = 0
    for span in self {
      for character in span.text {
        let marked = position < isMatch.count && isMatch[position]
        let wantedStyle = marked ? span.style.overlaid(with: style) : span.style
        if result.last?.style == wantedStyle {
          result[result.count - 1].text.append(character)
        } else {
          result.append(Span(String(character), wantedStyle))
        }
        position += 1
      }
    }
    return result
  }
}

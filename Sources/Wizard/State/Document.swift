import Text

/// Lines to show, some of which belong to items that can be selected.
struct Document: Sendable {
  /// The text, laid out.
  private(set) var lines: [[Span]] = []
  /// The part of the text that each line comes from, however it is wrapped.
  private(set) var units: [String] = []
  private var parts = 0
  /// The lines of each item of the text, in their order.
  private(set) var items: [Range<Int>] = []
  /// The code samples in the text, by their first line.
  private(set) var samples: [(line: Int, text: String)] = []
  /// What follows the text.
  private var entries = Entries(count: 0, search: { _ in { _ in false } }, line: { _ in [] })

  /// A list of items of one line each, which are made when they come in sight: it may be long.
  private struct Entries: Sendable {
    let count: Int
    /// Which items have a text, which is in lower case.
    let search: @Sendable (String) -> @Sendable (Int) -> Bool
    let line: @Sendable (Int) -> [Span]
  }

  // MARK: Making

  /// - Parameter unit: names the part of the text, the same in every layout; nil: a number.
  mutating func append(_ more: [[Span]], unit: String? = nil) {
    parts += 1
    let unit = unit ?? "\(parts)"
    lines += more
    units += more.map { _ in unit }
  }

  mutating func appendLine(_ line: [Span]) { append([line]) }

  mutating func appendItem(_ itemLines: [[Span]]) {
    items.append(lines.count..<(lines.count + itemLines.count))
    append(itemLines)
  }

  mutating func appendSample(_ text: String) { samples.append((lines.count, text)) }

  /// - Parameters:
  ///   - search: which items have a text, which is in lower case.
  ///   - line: what is shown of it.
  mutating func setEntries(
    _ count: Int, search: @escaping @Sendable (String) -> @Sendable (Int) -> Bool,
    line: @escaping @Sendable (Int) -> [Span]
  ) {
    entries = Entries(count: count, search: search, line: line)
  }

  // MARK: Looking

  var lineCount: Int { lines.count + entries.count }
  var itemCount: Int { items.count + entries.count }

  func line(_ index: Int) -> [Span] {
    index < lines.count ? lines[index] : entries.line(index - lines.count)
  }

  /// The lines of an item.
  func item(_ index: Int) -> Range<Int> {
    guard index >= items.count else { return items[index] }
    let line = lines.count + index - items.count
    return line..<line + 1
  }

  func item(containing line: Int) -> Int? {
    if line >= lines.count { return line < lineCount ? items.count + line - lines.count : nil }
    return items.firstIndex { $0.contains(line) }
  }

  /// The next line after `start` (or before it) that holds a text, whatever the case, beginning again at the other end.
  func match(_ text: String, after start: Int, backwards: Bool = false) -> Int? {
    let wanted = text.lowercased()
    guard !wanted.isEmpty, lineCount > 0 else { return nil }
    let holds = entries.search(wanted)
    for step in 1...lineCount {
      let offset = backwards ? start - step : start + step
      let index = (offset % lineCount + lineCount) % lineCount
      let isMatch =
        index < lines.count
        ? lines[index].text.lowercased().contains(wanted) : holds(index - lines.count)
      if isMatch { return index }
    }
    return nil
  }
}

/// A place in a text that is the same however the text is wrapped.
struct TextAnchor: Equatable, Sendable {
  let unit: String
  /// How many letters and digits of the unit stand before it.
  let letters: Int
  /// The units before it, the nearest first, for when a layout leaves it out.
  let before: [String]
}

extension Document {
  func anchor(ofLine line: Int) -> TextAnchor? {
    guard units.indices.contains(line) else { return nil }
    let unit = units[line]
    let first = units[...line].lastIndex { $0 != unit }.map { $0 + 1 } ?? 0
    var before: [String] = []
    for other in units[..<first].reversed() where before.last != other { before.append(other) }
    return TextAnchor(
      unit: unit, letters: lines[first..<line].reduce(0) { $0 + Self.letters(in: $1) }, before: before)
  }

  /// The line in which an anchor stands; nil when nothing of the text is left.
  func line(of anchor: TextAnchor) -> Int? {
    guard var line = units.firstIndex(of: anchor.unit) else {
      return anchor.before.lazy.compactMap { unit in units.lastIndex(of: unit) }.first
    }
    var passed = Self.letters(in: lines[line])
    while passed <= anchor.letters, line + 1 < units.count, units[line + 1] == anchor.unit {
      line += 1
      passed += Self.letters(in: lines[line])
    }
    return line
  }

  /// Bars, bullets and blanks are the layout's, letters and digits the text's.
  private static func letters(in line: [Span]) -> Int {
    line.reduce(0) {
      $0 + $1.text.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
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

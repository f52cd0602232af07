import YAML

/// The lines of a text, for finding the column of something in one of them.
struct SourceLines {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.lines
  }

  /// Where `part` stands in a line, behind `prefix`; the line's beginning when it does not.
  /// - Parameter line: 1-based.
  func place(of part: some StringProtocol, inLine line: Int, after prefix: String) -> YAMLPlace {
    guard lines.indices.contains(line - 1) else { return YAMLPlace(line: max(1, line), column: 1) }
    let text = lines[line - 1]
    let rest = prefix.isEmpty ? text : text.firstRange(of: prefix).map { text[$0.upperBound...] } ?? text
    guard let found = rest.firstRange(of: part) else { return YAMLPlace(line: line, column: 1) }
    return YAMLPlace(line: line, column: text[..<found.lowerBound].unicodeScalars.count + 1)
  }

  /// The place of a byte of a line, as cmark counts.
  /// - Parameters: both 1-based.
  func place(line: Int, byteColumn: Int) -> YAMLPlace {
    guard lines.indices.contains(line - 1) else { return YAMLPlace(line: max(1, line), column: 1) }
    let before = lines[line - 1].utf8.prefix(max(0, byteColumn - 1))
    return YAMLPlace(line: line, column: before.count { $0 & 0xC0 != 0x80 } + 1)
  }
}

// Content is plain text with bare line feeds: bytes do, and are many times quicker than characters.

extension StringProtocol {
  /// The lines without their line feeds.
  var lines: [SubSequence] {
    var lines: [SubSequence] = []
    var start = startIndex
    while let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(self[start..<end])
      start = utf8.index(after: end)
    }
    lines.append(self[start...])
    return lines
  }

  /// Where a text stands first, byte for byte.
  func firstPlace(of text: some StringProtocol) -> Range<Index>? {
    guard let first = text.utf8.first else { return startIndex..<startIndex }
    var start = startIndex
    while let found = utf8[start...].firstIndex(of: first) {
      let rest = utf8[found...]
      if rest.starts(with: text.utf8) { return found..<rest.index(found, offsetBy: text.utf8.count) }
      start = utf8.index(after: found)
    }
    return nil
  }
}

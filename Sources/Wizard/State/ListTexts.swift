import Handbook

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What stands in the lines of a long list, in one piece and all in lower case: at every key all of it is looked through, so
/// by bytes, which is many times faster than by characters.
struct ListTexts: Sendable {
  /// What a filter asks for by name.
  struct Sort: Hashable, Sendable {
    let kind: String
    let severity: Severity?
  }

  private(set) var sorts: [Sort] = []
  /// Each line's place in `sorts`.
  private(set) var sortOfLine: [UInt16] = []
  private var knownSorts: [Sort: UInt16] = [:]
  private var bytes: [UInt8] = []
  /// How often each byte occurs: where a word may be is told quickest by the rarest of its bytes.
  private var frequencies = [Int](repeating: 0, count: 256)
  private var extents: [Extent] = []
  /// How each character beyond ASCII is written here, since it can often be written in several ways (é, or e with a mark): as
  /// it first came, so that bytes can be compared.
  private var spellings: [Character: [UInt8]] = [:]

  /// Where the parts of a line are; it begins where the one before ends.
  private struct Extent: Sendable {
    let filtered: Int
    let searchedEnd: Int
    let end: Int
  }

  /// Stands between all parts, since no text has it.
  private static let separator: UInt8 = 0xFF

  var count: Int { extents.count }

  /// - Parameters:
  ///   - searched: what only a search looks at.
  ///   - both: what search and filter look at.
  ///   - filtered: what only a filter looks at.
  mutating func append(_ sort: Sort, searched: String, both: String, filtered: String) {
    let known = knownSorts[sort] ?? UInt16(sorts.count)
    if Int(known) == sorts.count {
      sorts.append(sort)
      knownSorts[sort] = known
    }
    sortOfLine.append(known)
    append(searched)
    let filteredStart = bytes.count
    append(both)
    let searchedEnd = bytes.count
    append(filtered)
    extents.append(Extent(filtered: filteredStart, searchedEnd: searchedEnd, end: bytes.count))
  }

  private mutating func append(_ text: String) {
    let text = text.lowercased()
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { append(byte) }
    } else {
      for character in text where spellings[character] == nil && !character.isASCII {
        spellings[character] = Array(character.utf8)
      }
      for byte in spelled(text) { append(byte) }
    }
    bytes.append(Self.separator)
  }

  private mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    frequencies[Int(byte)] += 1
  }

  /// A text as it is written here.
  private func spelled(_ text: String) -> [UInt8] {
    text.flatMap { spellings[$0] ?? Array($0.utf8) }
  }

  // MARK: Looking through

  /// Which lines have one of these words where a filter looks.
  func holding(_ words: [String]) -> [Bool] {
    var holds = [Bool](repeating: false, count: extents.count)
    for word in words { spelled(word).withUnsafeBufferPointer { mark($0, in: &holds) } }
    return holds
  }

  private func mark(_ word: UnsafeBufferPointer<UInt8>, in holds: inout [Bool]) {
    bytes.withUnsafeBufferPointer { bytes in
      guard let rarest = rarest(of: word) else { return }
      var (line, offset) = (0, 0)
      while let found = Self.find(word, rarest, in: bytes, from: offset, to: bytes.count) {
        while extents[line].end <= found { line += 1 }
        let isFiltered = found >= extents[line].filtered
        if isFiltered { holds[line] = true }
        offset = isFiltered ? extents[line].end : extents[line].filtered
      }
    }
  }

  /// Which lines have a text, in lower case, where a search looks.
  func search(_ text: String) -> @Sendable (Int) -> Bool {
    let text = spelled(text)
    return { self.line($0, holds: text) }
  }

  private func line(_ line: Int, holds text: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { text in
        guard let rarest = rarest(of: text) else { return false }
        let start = line == 0 ? 0 : extents[line - 1].end
        return Self.find(text, rarest, in: bytes, from: start, to: extents[line].searchedEnd) != nil
      }
    }
  }

  /// Where in a word its rarest byte is; nil when the word occurs nowhere.
  private func rarest(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let rarest = word.indices.min { frequencies[Int(word[$0])] < frequencies[Int(word[$1])] }
    return rarest.flatMap { frequencies[Int(word[$0])] == 0 ? nil : $0 }
  }

  private static func find(
    _ word: UnsafeBufferPointer<UInt8>, _ rarest: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    to end: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, let wanted = word.baseAddress else { return nil }
    var offset = start
    while offset + word.count <= end {
      let room = end - word.count + 1 - offset
      guard let candidate = memchr(base + offset + rarest, Int32(word[rarest]), room) else { return nil }
      let place = UnsafeRawPointer(candidate) - UnsafeRawPointer(base) - rarest
      if memcmp(base + place, wanted, word.count) == 0 { return place }
      offset = place + 1
    }
    return nil
  }
}

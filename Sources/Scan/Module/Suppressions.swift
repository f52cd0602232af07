import PythonOutline

/// Which findings a file's comments silence, by 1-based line.
struct Suppressions: Sendable {
  enum What: Sendable {
    case everything
    /// Finding kinds, or the codes of other linters.
    case these(Set<String>)
  }

  /// `# loopdoctor: ignore`, with or without kinds.
  private var own: [Int: What] = [:]
  /// `# noqa: CODES`; one without codes was meant for other linters and silences nothing here.
  private var noqa: [Int: Set<String>] = [:]

  var isEmpty: Bool { own.isEmpty && noqa.isEmpty }

  init() {}

  /// Reads `# loopdoctor: ignore[kind, kind]` and `# noqa: CODE, CODE` from a file's comments.
  init(tree: SyntaxTree) {
    tree.source.withUnsafeBytes { source in
      var lines = LineCounter(source)
      for comment in tree.comments {
        // Most comments hold neither word, and are not worth a string.
        let bytes = UnsafeRawBufferPointer(rebasing: source[Int(comment.start)..<Int(comment.end)])
        if let rest = Self.rest(of: bytes, after: ["loopdoctor", ":", "ignore"]) {
          own[lines.line(of: Int(comment.start))] = Self.kinds(rest[...])
        }
        if let rest = Self.rest(of: bytes, after: ["noqa", ":"], ignoringCase: true) {
          noqa[lines.line(of: Int(comment.start))] = Set(Self.words(rest[...]).map { $0.uppercased() })
        }
      }
    }
  }

  /// What follows words that stand in this order with nothing but blanks between them.
  private static func rest(
    of bytes: UnsafeRawBufferPointer, after words: [StaticString], ignoringCase: Bool = false
  ) -> String? {
    let folded: UInt8 = ignoringCase ? 0x20 : 0
    func holds(_ word: StaticString, at place: Int) -> Bool {
      guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
      for offset in 0..<word.utf8CodeUnitCount
      where bytes[place + offset] | folded != word.utf8Start[offset] | folded { return false }
      return true
    }
    let first = words[0].utf8Start[0] | folded
    for start in bytes.indices where bytes[start] | folded == first && holds(words[0], at: start) {
      var end = start + words[0].utf8CodeUnitCount
      let isWhole = words.dropFirst().allSatisfy { word in
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
        guard holds(word, at: end) else { return false }
        end += word.utf8CodeUnitCount
        return true
      }
      if isWhole { return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[end...]), as: UTF8.self) }
    }
    return nil
  }

  func silences(_ kind: String, codes: [String], line: Int) -> Bool {
    switch own[line] {
    case .everything: return true
    case .these(let kinds) where kinds.contains(kind): return true
    default: break
    }
    guard let silenced = noqa[line] else { return false }
    return codes.contains { code in silenced.contains { !$0.isEmpty && code.hasPrefix($0) } }
  }

  private static func kinds(_ rest: Substring) -> What {
    let rest = rest.drop { $0 == " " }
    guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return .everything }
    return .these(words(rest[rest.index(after: rest.startIndex)..<end]))
  }

  private static func words(_ text: Substring) -> Set<String> {
    Set(text.split { $0 == "," || $0 == " " }.map(String.init))
  }
}

/// The lines of places that are asked for from first to last.
private struct LineCounter {
  private let source: UnsafeRawBufferPointer
  private var place = 0
  private var line = 1

  init(_ source: UnsafeRawBufferPointer) { self.source = source }

  /// - Parameter offset: not before the one that was asked for last.
  mutating func line(of offset: Int) -> Int {
    while place < offset {
      let byte = source[place]
      place += 1
      let isReturn = byte == 0x0D && !(place < source.count && source[place] == 0x0A)
      if byte == 0x0A || isReturn { line += 1 }
    }
    return line
  }
}

import Handbook
import Scan

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Words that say which causes or hits to show: a severity, a kind, a part of a path, call or function; `-` before a word
/// leaves out what it fits. Words of one sort are alternatives, those of different sorts must all fit.
struct CauseFilter: Equatable, Sendable {
  /// As it was typed.
  let text: String
  private var severities: [Severity] = []
  private var kinds: [String] = []
  private var parts: [String] = []
  private var excluded: [Self] = []

  /// - Parameter kinds: the ids of all finding kinds.
  init(_ text: String = "", kinds known: some Collection<String> = [String]()) {
    self.text = text
    for word in text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) {
      if word.hasPrefix("-") {
        if word.count > 1 { excluded.append(Self(String(word.dropFirst()), kinds: known)) }
      } else if let severity = Severity(rawValue: word) {
        severities.append(severity)
      } else if known.contains(where: { $0 == word || $0.split(separator: "-").contains(Substring(word)) }) {
        kinds.append(word)
      } else {
        parts.append(word)
      }
    }
  }

  var isEmpty: Bool { severities.isEmpty && kinds.isEmpty && parts.isEmpty && excluded.isEmpty }

  func accepts(_ text: FilteredText) -> Bool {
    if !severities.isEmpty, !severities.contains(where: { $0 == text.severity }) { return false }
    if !kinds.isEmpty {
      let components = text.kind.split(separator: "-")
      guard kinds.contains(where: { $0 == text.kind || components.contains(Substring($0)) }) else {
        return false
      }
    }
    if !parts.isEmpty, !parts.contains(where: text.holds) { return false }
    return !excluded.contains { $0.accepts(text) }
  }
}

/// What a filter looks at in one line of a list.
struct FilteredText: Sendable {
  let severity: Severity?
  let kind: String
  private let words: String

  init(severity: Severity?, kind: String, words: String) {
    self.severity = severity
    self.kind = kind
    self.words = words.lowercased()
  }

  /// By bytes, which is many times faster than by characters: at each key all lines of a long list are looked through.
  func holds(_ part: String) -> Bool {
    var words = words
    var part = part
    return words.withUTF8 { words in part.withUTF8 { Self.holds(words, $0) } }
  }

  private static func holds(_ words: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first, let start = words.baseAddress, let wanted = part.baseAddress else {
      return part.isEmpty
    }
    var offset = 0
    while offset + part.count <= words.count {
      let room = words.count - part.count + 1 - offset
      guard let found = memchr(start + offset, Int32(first), room) else { return false }
      if memcmp(found, wanted, part.count) == 0 { return true }
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
    }
    return false
  }
}

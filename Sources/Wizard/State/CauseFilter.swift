import Handbook

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

  /// Which lines of a list it fits.
  func fitting(_ texts: ListTexts) -> [Bool] {
    let named = texts.sorts.map(fits)
    var fitting =
      parts.isEmpty ? [Bool](repeating: true, count: texts.count) : texts.holding(parts)
    for (line, sort) in texts.sortOfLine.enumerated() where !named[Int(sort)] { fitting[line] = false }
    for other in excluded {
      for (line, isExcluded) in other.fitting(texts).enumerated() where isExcluded { fitting[line] = false }
    }
    return fitting
  }

  private func fits(_ sort: ListTexts.Sort) -> Bool {
    if !severities.isEmpty, !severities.contains(where: { $0 == sort.severity }) { return false }
    if kinds.isEmpty { return true }
    let components = sort.kind.split(separator: "-")
    return kinds.contains { $0 == sort.kind || components.contains(Substring($0)) }
  }
}

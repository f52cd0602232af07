import Handbook
import Scan

/// Words that say which causes to show: a severity, a kind, a part of a path, call or function; `-` before a word leaves
/// out what it fits. Words of one sort are alternatives, those of different sorts must all fit.
struct CauseFilter: Equatable, Sendable {
  /// As it was typed.
  let text: String
  private var severities: [String] = []
  private var kinds: [String] = []
  private var parts: [String] = []
  private var excluded: [Self] = []

  /// - Parameter kinds: the ids of all finding kinds.
  init(_ text: String = "", kinds known: some Collection<String> = [String]()) {
    self.text = text
    for word in text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) {
      if word.hasPrefix("-") {
        if word.count > 1 { excluded.append(Self(String(word.dropFirst()), kinds: known)) }
      } else if Severity(rawValue: word) != nil {
        severities.append(word)
      } else if known.contains(where: { $0 == word || $0.split(separator: "-").contains(Substring(word)) }) {
        kinds.append(word)
      } else {
        parts.append(word)
      }
    }
  }

  var isEmpty: Bool { severities.isEmpty && kinds.isEmpty && parts.isEmpty && excluded.isEmpty }

  func accepts(_ cause: RootCause) -> Bool {
    let finding = cause.nearest
    if !severities.isEmpty, !severities.contains(finding.severity.rawValue) { return false }
    if !kinds.isEmpty {
      let components = finding.kind.split(separator: "-")
      guard kinds.contains(where: { $0 == finding.kind || components.contains(Substring($0)) }) else {
        return false
      }
    }
    if !parts.isEmpty {
      let text = Self.searchText(finding)
      guard parts.contains(where: text.contains) else { return false }
    }
    return !excluded.contains { $0.accepts(cause) }
  }

  /// Where it stands, where it is reached from, and what it is.
  private static func searchText(_ finding: Finding) -> String {
    let cause = finding.cause
    return "\(cause.path):\(cause.line) \(cause.function) \(finding.call) \(finding.path) \(finding.function)"
      .lowercased()
  }
}

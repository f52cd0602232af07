/// What is known of the project under diagnosis, as far as the handbook's texts depend on it.
public struct ProjectFacts: Equatable, Sendable {
  /// The oldest Python that the project says it runs on; nil: not known.
  public var python: PythonVersion?
  /// A value of the question `framework`; nil: not known.
  public var framework: String?
  /// Top-level names of what the project imports; nil: not known.
  public var libraries: Set<String>?

  public init(python: PythonVersion? = nil, framework: String? = nil, libraries: Set<String>? = nil) {
    self.python = python
    self.framework = framework
    self.libraries = libraries
  }
}

/// A Python version such as 3.12.
public struct PythonVersion: Equatable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let major: Int
  public let minor: Int

  public init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `3.12`, `3.12.1` or `3`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let major = Int(first), (0...99).contains(major) else { return nil }
    self.major = major
    guard parts.count > 1 else {
      minor = 0
      return
    }
    guard let minor = Int(parts[1]), (0...999).contains(minor) else { return nil }
    self.minor = minor
  }

  public var description: String { "\(major).\(minor)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

/// A condition on the project, as written in `{…}` behind a section's heading.
public enum FactCondition: Equatable, Sendable, CustomStringConvertible {
  case pythonAtLeast(PythonVersion)
  case pythonBelow(PythonVersion)
  /// Any of these values of the question `framework`.
  case framework([String])
  /// Any of these top-level modules is imported.
  case library([String])

  /// Reads one condition such as `python>=3.9` or `library=psycopg2,psycopg`; nil when it is none.
  public init?(_ text: some StringProtocol) {
    func rest(after prefix: String) -> String? {
      text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }
    func words(_ text: String) -> [String]? {
      let words = text.split(separator: ",").map(String.init)
      return words.isEmpty ? nil : words
    }
    if let version = rest(after: "python>=").flatMap({ PythonVersion($0) }) {
      self = .pythonAtLeast(version)
    } else if let version = rest(after: "python<").flatMap({ PythonVersion($0) }) {
      self = .pythonBelow(version)
    } else if let names = rest(after: "framework=").flatMap(words) {
      self = .framework(names)
    } else if let names = rest(after: "library=").flatMap(words) {
      self = .library(names)
    } else {
      return nil
    }
  }

  /// Whether it holds for a project; nil when that is not known.
  public func holds(for facts: ProjectFacts) -> Bool? {
    switch self {
    case .pythonAtLeast(let version): facts.python.map { $0 >= version }
    case .pythonBelow(let version): facts.python.map { $0 < version }
    case .framework(let names): facts.framework.map(names.contains)
    case .library(let names): facts.libraries.map { !$0.isDisjoint(with: names) }
    }
  }

  public var description: String {
    switch self {
    case .pythonAtLeast(let version): "Python \(version) and later"
    case .pythonBelow(let version): "before Python \(version)"
    case .framework(let names), .library(let names): names.joined(separator: ", ")
    }
  }
}

extension Article {
  /// The article for one project: sections made for it first, then the general ones; those that contradict it are left
  /// out and counted. Within each group the written order stays.
  public func tailored(to facts: ProjectFacts) -> (article: Article, leftOut: Int) {
    var fitting: [Section] = []
    var general: [Section] = []
    for section in sections {
      let verdicts = section.conditions.map { $0.holds(for: facts) }
      if verdicts.contains(false) { continue }
      if !verdicts.isEmpty && !verdicts.contains(nil) {
        fitting.append(section)
      } else {
        general.append(section)
      }
    }
    let kept = fitting + general
    let article = Article(
      id: id, category: category, title: title, summary: summary, tried: tried, sources: sources, see: see,
      introduction: introduction, sections: kept)
    return (article, sections.count - kept.count)
  }
}

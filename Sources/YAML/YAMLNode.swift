/// A value in a YAML document, with the place where it begins.
public struct YAMLNode: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    /// A scalar as text. `isPlain` tells that it was written without quotes or block style.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// One `key: value` of a mapping, in the order written.
  public struct Entry: Equatable, Sendable {
    public let key: String
    public let keyPlace: YAMLPlace
    public let value: YAMLNode

    public init(key: String, keyPlace: YAMLPlace, value: YAMLNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  public let value: Value
  public let place: YAMLPlace

  public init(_ value: Value, at place: YAMLPlace) {
    self.value = value
    self.place = place
  }

  /// The text of a scalar; nil for anything else.
  public var text: String? {
    if case .scalar(let text, _) = value { text } else { nil }
  }

  public var elements: [YAMLNode]? {
    if case .sequence(let elements) = value { elements } else { nil }
  }

  public var entries: [Entry]? {
    if case .mapping(let entries) = value { entries } else { nil }
  }

  /// The value of a key, when this is a mapping that has it.
  public subscript(_ key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// Whether this is what YAML calls null: nothing, `~` or `null` without quotes.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = value else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// A place in a text: 1-based line and column, the column in characters.
public struct YAMLPlace: Equatable, Hashable, Sendable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Why a text is not the plain YAML that loopdoctor reads.
public struct YAMLFault: Error, Equatable, Sendable {
  public let place: YAMLPlace
  public let message: String

  public init(at place: YAMLPlace, _ message: String) {
    self.place = place
    self.message = message
  }
}

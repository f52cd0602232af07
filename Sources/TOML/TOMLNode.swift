/// A value in a TOML document, with the place where it begins.
public struct TOMLNode: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    case string(String)
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    /// A date, a time or both, as written.
    case dateTime(String)
    case array([TOMLNode])
    case table([Entry])
  }

  /// One key of a table with its value, in the order written.
  public struct Entry: Equatable, Sendable {
    public let key: String
    /// Where the key was first written.
    public let keyPlace: TOMLPlace
    public let value: TOMLNode
  }

  public let value: Value
  public let place: TOMLPlace

  /// What it is, in words: "a list".
  public var typeName: String {
    switch value {
    case .string: "a text"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean: "true or false"
    case .dateTime: "a date or time"
    case .array: "a list"
    case .table: "a table"
    }
  }

  public var entries: [Entry]? {
    if case .table(let entries) = value { entries } else { nil }
  }

  /// The entry of a key, when this is a table that has it.
  public subscript(_ key: String) -> Entry? { entries?.first { $0.key == key } }
}

/// A place in a text: 1-based line and column, the column in characters.
public struct TOMLPlace: Equatable, Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a text is no TOML.
public struct TOMLFault: Error, Equatable, Sendable {
  public let place: TOMLPlace
  public let message: String
}

/// Reads a TOML 1.0 document.
/// - Returns: its table.
/// - Throws: `TOMLFault`, the first thing that is wrong.
public func parseTOML(_ bytes: [UInt8]) throws(TOMLFault) -> TOMLNode {
  var parser = TOMLParser(bytes)
  return try parser.document()
}

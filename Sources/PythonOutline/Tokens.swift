/// What a token is to a reader: enough to colour a sample.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// A reserved word. `match`, `case`, `type` and `_` are identifiers.
  case keyword
  case identifier
  /// A string or bytes literal; of an f-string or t-string each literal piece, its opening and its closing quotes.
  case string
  case comment
  case number
  /// Operators, brackets and punctuation.
  case `operator`
  /// The end of a logical line.
  case newline
  /// The beginning of a deeper block; it covers no bytes.
  case indent
  /// The end of a block; it covers no bytes.
  case dedent
  /// A string that is never closed, or bytes that are no token.
  case error
}

/// A token and the bytes it covers, as half-open offsets into the source.
public struct Token: Equatable, Sendable {
  public var kind: TokenKind
  public var start: Int
  public var end: Int

  public init(kind: TokenKind, start: Int, end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}

/// All tokens of a source, comments included and white space left out. It never fails.
public func tokens(of source: [UInt8]) -> [Token] {
  let text = PaddedText(source)
  var lexer = Lexer(text, from: byteOrderMark(of: source), reportsComments: true)
  var found = [Token]()
  found.reserveCapacity(source.count / 4)
  while true {
    lexer.advance()
    guard lexer.kind != .endOfFile else { break }
    found.append(Token(kind: lexer.kind.tokenKind, start: lexer.start, end: lexer.end))
  }
  withExtendedLifetime(text) {}
  return found
}

/// The length of the UTF-8 byte order mark that a source begins with, or 0.
func byteOrderMark(of source: [UInt8]) -> Int { source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

extension Lexeme {
  fileprivate var tokenKind: TokenKind {
    switch self {
    case .endOfFile, .newline: .newline
    case .indent: .indent
    case .dedent: .dedent
    case .comment: .comment
    case .error: .error
    case .identifier: .identifier
    case .number: .number
    case .string, .bytes, .formattedStart, .formattedMiddle, .formattedEnd: .string
    case _ where isKeyword: .keyword
    default: .operator
    }
  }
}

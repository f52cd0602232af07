/// What a token is, as finely as the grammar needs it. `TokenKind` is the coarse view for colouring.
///
/// The order matters: the layout tokens come first, then the literals, the keywords and the operators.
enum Lexeme: UInt8 {
  // Layout: they never count as the last token of a node.
  case endOfFile, newline, indent, dedent
  case comment, error
  case identifier, number, string, bytes, formattedStart, formattedMiddle, formattedEnd
  // Keywords
  case false_, none_, true_, and, as_, assert_, async, await, break_, class_, continue_, def, del, elif, else_
  case except, finally, for_, from, global, if_, import_, in_, is_, lambda, nonlocal, not, or, pass, raise
  case return_, try_, while_, with, yield
  // Operators
  case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, colon, semicolon, dot, ellipsis, arrow, at, equal, walrus, exclamation
  case plus, minus, star, doubleStar, slash, doubleSlash, percent, ampersand, bar, caret, tilde
  case leftShift, rightShift, less, greater, lessEqual, greaterEqual, equalEqual, notEqual
  /// `+=` and its like
  case augmentedEqual

  var isLayout: Bool { rawValue <= Lexeme.dedent.rawValue }

  var isKeyword: Bool { rawValue >= Lexeme.false_.rawValue && rawValue <= Lexeme.yield.rawValue }

  var isOperator: Bool { rawValue >= Lexeme.leftParen.rawValue }

  /// Can begin an expression; so a comma before anything else is a trailing one.
  var startsExpression: Bool {
    switch self {
    case .identifier, .number, .string, .bytes, .formattedStart, .false_, .none_, .true_, .await, .lambda,
      .not,
      .leftParen, .leftBracket, .leftBrace, .ellipsis, .plus, .minus, .tilde, .star, .yield:
      true
    default: false
    }
  }

  /// Begins a statement and can stand nowhere inside brackets: the sign of a bracket that was never closed.
  var opensStatementOnly: Bool {
    switch self {
    case .assert_, .break_, .class_, .continue_, .def, .del, .except, .finally, .global, .import_, .nonlocal,
      .pass, .raise, .return_, .try_, .while_, .with:
      true
    default: false
    }
  }

  var closesBracket: Bool { self == .rightParen || self == .rightBracket || self == .rightBrace }
}

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
    case .identifier, .number, .string, .bytes, .formattedStart, .false_, .none_, .true_, .await, .lambda, .not,
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

/// The reserved words, found by their first eight bytes: none is longer.
struct KeywordTable {
  private let entries: UnsafeMutablePointer<Entry>

  private struct Entry {
    var word: UInt64
    var lexeme: Lexeme
  }

  /// Built once and never freed.
  nonisolated(unsafe) static let shared = KeywordTable()

  private init() {
    entries = .allocate(capacity: 128)
    entries.initialize(repeating: Entry(word: 0, lexeme: .identifier), count: 128)
    let words: [(String, Lexeme)] = [
      ("False", .false_), ("None", .none_), ("True", .true_), ("and", .and), ("as", .as_), ("assert", .assert_),
      ("async", .async), ("await", .await), ("break", .break_), ("class", .class_), ("continue", .continue_),
      ("def", .def), ("del", .del), ("elif", .elif), ("else", .else_), ("except", .except),
      ("finally", .finally), ("for", .for_), ("from", .from), ("global", .global), ("if", .if_),
      ("import", .import_), ("in", .in_), ("is", .is_), ("lambda", .lambda), ("nonlocal", .nonlocal),
      ("not", .not), ("or", .or), ("pass", .pass), ("raise", .raise), ("return", .return_), ("try", .try_),
      ("while", .while_), ("with", .with), ("yield", .yield),
    ]
    for (text, lexeme) in words {
      var word: UInt64 = 0
      for (place, byte) in text.utf8.enumerated() { word |= UInt64(byte) << (8 * UInt64(place)) }
      precondition(entries[Self.place(of: word)].word == 0, "two keywords share a place")
      entries[Self.place(of: word)] = Entry(word: word, lexeme: lexeme)
    }
  }

  /// A multiplication that gives every keyword a place of its own (found by trial).
  @inline(__always)
  private static func place(of word: UInt64) -> Int { Int((word &* 0xf646_e1f4_0a09_7c97) >> 57) }

  /// The keyword that `word` spells, its bytes from the lowest up and zeros above, or `identifier`.
  @inline(__always)
  func lexeme(of word: UInt64) -> Lexeme {
    let entry = entries[Self.place(of: word)]
    return entry.word == word ? entry.lexeme : .identifier
  }
}

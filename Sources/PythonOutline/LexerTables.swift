/// What a byte can begin, as the first question about a token.
enum ByteClass: UInt8 {
  case word, digit, quote, space, blank, newline, hash, backslash, zero
  /// A token by itself, whatever follows: see `LexerTables.punctuation`.
  case punctuation
  case dot, equal, colon
  /// All other operators, and bytes that begin no token.
  case other
}

/// The tables that the lexer looks things up in: built once and never freed.
struct LexerTables {
  // Unsafe only by type: the pointers are set once, before anyone has them, and what they point to is never written again.
  nonisolated(unsafe) static let shared = LexerTables()

  private let classes: UnsafeMutablePointer<ByteClass>
  private let marks: UnsafeMutablePointer<Punctuation>
  private let words: UnsafeMutablePointer<Keyword>

  struct Punctuation {
    var lexeme: Lexeme
    /// What it adds to the number of open brackets.
    var depth: Int8
  }

  private struct Keyword {
    var word: UInt64
    var lexeme: Lexeme
  }

  @inline(__always)
  func byteClass(_ byte: UInt8) -> ByteClass { classes[Int(byte)] }

  @inline(__always)
  func punctuation(_ byte: UInt8) -> Punctuation { marks[Int(byte)] }

  /// The keyword that `word` spells, its bytes from the lowest up and zeros above, or `identifier`. No keyword is longer
  /// than eight bytes.
  @inline(__always)
  func lexeme(of word: UInt64) -> Lexeme {
    let entry = words[Self.place(of: word)]
    return entry.word == word ? entry.lexeme : .identifier
  }

  /// A multiplication that gives every keyword a place of its own (found by trial).
  @inline(__always)
  private static func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0xf646_e1f4_0a09_7c97) >> 57)
  }

  private init() {
    classes = .allocate(capacity: 256)
    classes.initialize(repeating: .other, count: 256)
    marks = .allocate(capacity: 256)
    marks.initialize(repeating: Punctuation(lexeme: .error, depth: 0), count: 256)
    words = .allocate(capacity: 128)
    words.initialize(repeating: Keyword(word: 0, lexeme: .identifier), count: 128)

    for byte in UInt8.min...UInt8.max where Byte.isIdentifier(byte) {
      classes[Int(byte)] = Byte.isDigit(byte) ? .digit : .word
    }
    let single: [(UInt8, ByteClass)] = [
      (0, .zero), (Byte.quote, .quote), (Byte.doubleQuote, .quote), (Byte.space, .space), (Byte.tab, .blank),
      (Byte.formFeed, .blank), (Byte.lineFeed, .newline), (Byte.carriageReturn, .newline), (Byte.hash, .hash),
      (Byte.backslash, .backslash), (UInt8(ascii: "."), .dot), (UInt8(ascii: "="), .equal),
      (UInt8(ascii: ":"), .colon),
    ]
    for (byte, meaning) in single { classes[Int(byte)] = meaning }
    let punctuation: [(UInt8, Lexeme, Int8)] = [
      (UInt8(ascii: "("), .leftParen, 1), (UInt8(ascii: "["), .leftBracket, 1),
      (UInt8(ascii: "{"), .leftBrace, 1),
      (UInt8(ascii: ")"), .rightParen, -1), (UInt8(ascii: "]"), .rightBracket, -1),
      (UInt8(ascii: ","), .comma, 0), (UInt8(ascii: ";"), .semicolon, 0), (UInt8(ascii: "~"), .tilde, 0),
    ]
    for (byte, lexeme, depth) in punctuation {
      classes[Int(byte)] = .punctuation
      marks[Int(byte)] = Punctuation(lexeme: lexeme, depth: depth)
    }
    let keywords: [(StaticString, Lexeme)] = [
      ("False", .false_), ("None", .none_), ("True", .true_), ("and", .and), ("as", .as_),
      ("assert", .assert_),
      ("async", .async), ("await", .await), ("break", .break_), ("class", .class_), ("continue", .continue_),
      ("def", .def), ("del", .del), ("elif", .elif), ("else", .else_), ("except", .except),
      ("finally", .finally), ("for", .for_), ("from", .from), ("global", .global), ("if", .if_),
      ("import", .import_), ("in", .in_), ("is", .is_), ("lambda", .lambda), ("nonlocal", .nonlocal),
      ("not", .not), ("or", .or), ("pass", .pass), ("raise", .raise), ("return", .return_), ("try", .try_),
      ("while", .while_), ("with", .with), ("yield", .yield),
    ]
    for (text, lexeme) in keywords {
      var word: UInt64 = 0
      for place in 0..<text.utf8CodeUnitCount { word |= UInt64(text.utf8Start[place]) << (8 * UInt64(place)) }
      precondition(words[Self.place(of: word)].word == 0, "two keywords share a place")
      words[Self.place(of: word)] = Keyword(word: word, lexeme: lexeme)
    }
  }
}

/// The part of an expression that inference can use.
enum Expression: Sendable {
  /// A name, looked up from a scope.
  case name(Name, ScopeIndex)
  case attribute(ExpressionIndex, Name)
  case call(CallIndex)
  case awaited(ExpressionIndex)
  /// A lambda.
  case function(FunctionIndex)
  /// A generator expression: its body runs when it is iterated over.
  case generator(FunctionIndex)
  /// One of several, by a condition, `or`, or `|` in an annotation.
  case either(Slice)
  /// One of several, by `and`: true only when all are.
  case both(Slice)
  /// `not x`
  case negated(ExpressionIndex)
  /// Value and index.
  case element(ExpressionIndex, ExpressionIndex)
  /// A tuple, list or set, by its elements.
  case sequence(Slice)
  /// A dictionary: its keys and values in turn.
  case dictionary(Slice)
  /// Any one element of what can be iterated over.
  case iterated(ExpressionIndex)
  /// What a container keeps as a part of something else: of a parameter, whatever callers hand over.
  case kept(ExpressionIndex)
  /// What unpacking puts at a place, counted from 0; at a place nobody knows when negative.
  case item(ExpressionIndex, Int32)
  // The operator stands last so that all of this fits into twelve bytes.
  case operation(ExpressionIndex, ExpressionIndex, Operator)
  case comparison(ExpressionIndex, ExpressionIndex, Comparison)
  /// An object of a class: `isinstance` or a pattern has shown it.
  case narrowed(ExpressionIndex)
  /// The first, unless it is an object of the second: `isinstance` has shown that it is none.
  case excluding(ExpressionIndex, ExpressionIndex)
  /// A number, `None`, `True`, `False` or a short string.
  case literal(Literal)
  /// A string of which nothing is kept.
  case text
  /// A string that is put together, by how it begins: `f"on_{event}"`.
  case prefix(Literal)
  /// A value that no inference follows.
  case unknown
}

/// A short literal, by where its text stands among those of its module.
struct Literal: Sendable {
  let start: UInt32
  let length: UInt8

  func text(in texts: [UInt8]) -> String { String(decoding: texts[range], as: UTF8.self) }

  /// What it says: its text without quotes.
  func content(in texts: [UInt8]) -> String {
    String(decoding: texts[range].filter(Self.isNoQuote), as: UTF8.self)
  }

  func says(_ content: String, in texts: [UInt8]) -> Bool {
    Int(length) >= content.utf8.count
      && texts[range].lazy.filter(Self.isNoQuote).elementsEqual(content.utf8)
  }

  private static func isNoQuote(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
  }

  func isString(in texts: [UInt8]) -> Bool {
    guard let last = texts[range].last else { return false }
    return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
  }

  private var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// An operator that a method stands for.
enum Operator: UInt8, Sendable {
  case trueDivision, addition, subtraction, multiplication, remainder, matrixMultiplication, conjunction,
    exclusion, leftShift, rightShift

  /// The name of the method.
  var method: String {
    switch self {
    case .trueDivision: "__truediv__"
    case .addition: "__add__"
    case .subtraction: "__sub__"
    case .multiplication: "__mul__"
    case .remainder: "__mod__"
    case .matrixMultiplication: "__matmul__"
    case .conjunction: "__and__"
    case .exclusion: "__xor__"
    case .leftShift: "__lshift__"
    case .rightShift: "__rshift__"
    }
  }
}

/// The operator of a comparison of two operands.
enum Comparison: UInt8, Sendable {
  case equal, notEqual, identical, notIdentical, less, lessOrEqual, greater, greaterOrEqual, contained,
    notContained
}

/// A call as written.
struct Call: Sendable {
  /// Where in a loop a call stands.
  enum Repetition: Sendable { case none, loop, comprehension }

  var callee: ExpressionIndex
  var arguments: Slice
  var span: SourceSpan
  /// The function in whose body it stands.
  var function: FunctionIndex
  /// Whether `await`, `async with` or `async for` stands directly before it: what it gives is asynchronous.
  var isAwaited = false
  /// Whether it is part of something that is awaited.
  var isUnderAwait = false
  /// Whether it is an argument of another call.
  var isArgument = false
  /// Whether what it gives is stored outside the function: in an attribute, an element or a global name.
  var isKept = false
  /// Whether a name of the function is bound to just what it gives.
  var isBound = false
  var repetition = Repetition.none
}

struct Argument: Sendable {
  enum Kind: Sendable { case positional, keyword, starred, doubleStarred }

  let value: ExpressionIndex
  private let nameOrNone: Name
  let kind: Kind

  /// The name of a keyword argument.
  var name: Name? { nameOrNone == .max ? nil : nameOrNone }

  init(kind: Kind, name: Name?, value: ExpressionIndex) {
    self.kind = kind
    self.value = value
    nameOrNone = name ?? .max
  }
}

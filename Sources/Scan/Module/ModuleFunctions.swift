/// A function, method, lambda, generator expression, or the body of a module.
///
/// What it has any number of stands in common arrays of its module.
struct Function: Sendable {
  let scope: ScopeIndex
  /// The class in whose body it is defined.
  let ownerClass: ClassIndex?
  let span: SourceSpan
  let returnAnnotation: ExpressionIndex?
  let isAsync: Bool
  /// Whether its body yields: calling it runs nothing, iterating over it does.
  let isGenerator: Bool
  /// Whether its body does nothing, or raises `NotImplementedError`: subclasses are meant to override it.
  let isStub: Bool
  /// Whether it gives way to others: `await`, `async for`, `async with`.
  let hasAwait: Bool
  /// How deep its loops and comprehensions nest.
  let loopDepth: UInt8
  let parameters: Slice
  let decorators: Slice
  let returned: Slice
  let yielded: Slice
  /// What happens when it runs, in source order.
  let actions: Slice
  /// The parts of its body that run only under a condition, as far as that might tell whose thread this is.
  let guards: Slice
  let tries: Slice
  /// Of a lambda: the call that it is an argument of.
  let givenTo: CallIndex?
}

struct Parameter: Sendable {
  enum Kind: Sendable { case positional, keywordOnly, variadic, keywordVariadic }

  var name: Name
  var kind: Kind
  var annotation: ExpressionIndex?
  var defaultValue: ExpressionIndex?
}

/// Something that runs code when a function's body reaches it.
enum Action: Sendable {
  case call(CallIndex)
  /// An attribute, an element or an operator is used: a property or another method behind it would run.
  case use(ExpressionIndex, SourceSpan, Use)
  /// A `with` statement on the value of an expression.
  case enter(ExpressionIndex, SourceSpan, isAsync: Bool)
  /// A loop, comprehension or unpacking over the value of an expression.
  case iterate(ExpressionIndex, SourceSpan, isAsync: Bool)
  /// A loop that keeps the processor busy and lets nobody else run, and where it ends.
  case spin(Spin, SourceSpan, end: UInt32)
}

/// Why a loop keeps the processor busy.
enum Spin: Hashable, Sendable {
  /// `while condition: pass`
  case waiting
  /// `while clock() < deadline: …`
  case timing
  /// A `range` of a million and more turns.
  case counting
}

/// How an expression is used where code may run without a call being written.
enum Use: Sendable {
  case read, write, delete
  /// `await` stands before it.
  case awaited
  /// It is put into an f-string.
  case text
  /// It is put into a string by `%`.
  case shown
  /// A condition asks whether it is true.
  case truth
  /// `+=` and its like: the expression is the operation.
  case augmented
}

/// A part of a function that runs only when a condition holds.
struct Guard: Sendable {
  enum Condition: Sendable {
    /// The expression is true.
    case holds(ExpressionIndex)
    /// The expression is false.
    case fails(ExpressionIndex)
    /// One of several expressions, or more, is true; or false.
    case someHolds(Slice)
    case someFails(Slice)
    /// An exception has come out of the `try` at this place in `Function.tries`.
    case raised(Int32)
    /// Something of which no more is known.
    case untold
  }

  let condition: Condition
  /// Whether it is a turn of its own that the way to the part has to take: of the guards that one statement makes, one is.
  var isTurn: Bool
  let span: SourceSpan
}

/// A `try` statement with one handler, by the expressions in its parts: these are numbered in source order.
struct Try: Sendable {
  let body: Range<ExpressionIndex>
  /// What the handler catches; nil: everything.
  let caught: ExpressionIndex?
  let handler: Range<ExpressionIndex>
}

/// Three or more statements `x = await f(…)` on end of which none uses a name that an earlier one binds.
struct AwaitRun: Sendable {
  var function: FunctionIndex
  /// The calls, in their order, by where they stand.
  var spans: [SourceSpan]
}

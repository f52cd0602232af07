/// What the scan keeps of one Python file: scopes, bindings, functions and what each function does when it runs.
///
/// The syntax tree is thrown away once this is made. Everything refers by index into the arrays of its own module, and
/// what those arrays hold are plain numbers, so that following a value through a project copies nothing. A class, so that
/// all threads look at the same one.
final class ModuleSummary: Sendable {
  /// Relative to the project's root, for people.
  let path: String
  let isPackage: Bool
  let lines: Int
  /// Whether it has as many coroutine functions as are kept, and maybe more.
  let isCut: Bool
  let source: ModuleSource
  let names: NameTable
  /// It owns what `names` looks at.
  private let nameStorage: NameStorage
  /// Those of the words that the scan watches for which the file holds.
  let watched: [Name]
  private let literals: [UInt8]
  let expressions: [Expression]
  /// The parts of expressions that have any number of them, and what functions refer to.
  let parts: [ExpressionIndex]
  let calls: [Call]
  let arguments: [Argument]
  let scopes: [Scope]
  let declared: [DeclaredName]
  let bindings: BindingTable
  /// What methods assign to attributes of their first parameter, by class.
  let attributes: BindingTable
  let functions: [Function]
  let classes: [Class]
  let imports: [ImportSite]
  /// Modules of which everything is imported.
  let starImports: [ImportedModule]
  let awaitRuns: [AwaitRun]
  /// What stands under `if __name__ == "__main__"`.
  let mainGuards: [SourceSpan]
  /// What is put into containers after they are made, by the expression that makes them.
  let fillings: [ExpressionIndex: [Filling]]
  /// `x.name = value` where `x` is not the first parameter of a method.
  let foreignAttributes: [ForeignAttribute]
  /// What `__all__` lists; nil when there is none or it is not a plain list.
  let exports: Set<Name>?
  let suppressions: Suppressions

  private let parameters: [Parameter]
  private let actions: [Action]
  private let guards: [Guard]
  private let tries: [Try]

  /// The scope and the function that stand for the module's own body.
  static let moduleScope: ScopeIndex = 0
  static let moduleFunction: FunctionIndex = 0

  init(_ draft: ModuleDraft) {
    path = draft.path
    isPackage = draft.isPackage
    lines = draft.lines
    isCut = draft.coroutines == Lowering.mostCoroutines
    source = draft.source
    names = draft.names.storage.names
    nameStorage = draft.names.storage
    watched = draft.names.met
    literals = draft.literals.packed()
    expressions = draft.expressions.packed()
    calls = draft.calls.packed()
    arguments = draft.arguments.packed()
    scopes = draft.scopes.packed()
    declared = draft.declared.packed()
    bindings = draft.bindings.packed()
    attributes = draft.attributes.packed()
    classes = draft.classes.packed()
    imports = draft.imports.packed()
    starImports = draft.starImports.packed()
    awaitRuns = draft.awaitRuns.packed()
    mainGuards = draft.mainGuards.packed()
    fillings = draft.fillings
    foreignAttributes = draft.foreignAttributes.packed()
    exports = draft.exports
    suppressions = draft.suppressions

    var rows = FunctionRows(draft)
    functions = draft.functions.indices.map { rows.add(draft.functions[$0], at: $0) }
    parts = rows.parts
    parameters = rows.parameters
    actions = rows.actions
    guards = rows.guards
    tries = rows.tries
  }

  /// What the functions of a module have any number of, in common arrays.
  private struct FunctionRows {
    var parts: [ExpressionIndex]
    var parameters: [Parameter] = []
    var actions: [Action] = []
    var guards: [Guard] = []
    var tries: [Try] = []

    /// Where the actions of each function begin.
    private var starts: [Int32]

    init(_ draft: ModuleDraft) {
      parts = []
      starts = [Int32](repeating: 0, count: draft.functions.count + 1)
      let functions = draft.functions
      parts.reserveCapacity(
        draft.parts.count
          + functions.reduce(0) { $0 + $1.decorators.count + $1.returned.count + $1.yielded.count })
      parts += draft.parts
      parameters.reserveCapacity(functions.reduce(0) { $0 + $1.parameters.count })
      sort(draft.actions)
    }

    /// Puts the actions of each function together, in their order.
    private mutating func sort(_ all: [FunctionAction]) {
      for action in all { starts[Int(action.function) + 1] += 1 }
      for function in starts.indices.dropFirst() { starts[function] += starts[function - 1] }
      var next = starts
      actions = [Action](unsafeUninitializedCapacity: all.count) { room, count in
        guard let base = room.baseAddress else { return }
        for action in all {
          let function = Int(action.function)
          (base + Int(next[function])).initialize(to: action.action)
          next[function] += 1
        }
        count = all.count
      }
    }

    private static func add<Element>(_ new: [Element], to all: inout [Element]) -> Slice {
      let start = Int32(all.count)
      all += new
      return Slice(start: start, count: Int32(new.count))
    }

    mutating func add(_ draft: FunctionDraft, at index: Int) -> Function {
      Function(
        scope: draft.scope, ownerClass: draft.ownerClass, span: draft.span,
        returnAnnotation: draft.returnAnnotation, isAsync: draft.isAsync, isGenerator: draft.isGenerator,
        isStub: draft.isStub, hasAwait: draft.hasAwait, loopDepth: draft.loopDepth,
        parameters: Self.add(draft.parameters, to: &parameters),
        decorators: Self.add(draft.decorators, to: &parts), returned: Self.add(draft.returned, to: &parts),
        yielded: Self.add(draft.yielded, to: &parts),
        actions: Slice(start: starts[index], count: starts[index + 1] - starts[index]),
        guards: Self.add(draft.guards, to: &guards), tries: Self.add(draft.tries, to: &tries))
    }
  }

  // MARK: Parts of functions

  func parameter(_ place: Int, of function: Function) -> Parameter {
    parameters[function.parameters.range][function.parameters.range.lowerBound + place]
  }

  func parameters(of function: Function) -> ArraySlice<Parameter> { parameters[function.parameters.range] }

  func names(ofParameters function: Function) -> [Name] { parameters(of: function).map(\.name) }

  /// Whether an expression is one of some names.
  func isName(_ expression: ExpressionIndex, among names: [Name]) -> Bool {
    if case .name(let name, _) = expressions[Int(expression)] { names.contains(name) } else { false }
  }

  /// Whether two expressions are the same name, or the same attribute of the same.
  func isSame(_ left: ExpressionIndex, _ right: ExpressionIndex) -> Bool {
    switch (expressions[Int(left)], expressions[Int(right)]) {
    case (.name(let one, _), .name(let other, _)): one == other
    case (.attribute(let base, let one), .attribute(let otherBase, let other)):
      one == other && isSame(base, otherBase)
    default: false
    }
  }

  func decorators(of function: Function) -> ArraySlice<ExpressionIndex> { parts[function.decorators.range] }
  func returned(by function: Function) -> ArraySlice<ExpressionIndex> { parts[function.returned.range] }
  func yielded(by function: Function) -> ArraySlice<ExpressionIndex> { parts[function.yielded.range] }
  func actions(of function: Function) -> ArraySlice<Action> { actions[function.actions.range] }
  func guards(of function: Function) -> ArraySlice<Guard> { guards[function.guards.range] }

  func tries(of function: Function) -> ArraySlice<Try> { tries[function.tries.range] }

  func actions(of function: FunctionIndex) -> ArraySlice<Action> { actions(of: functions[Int(function)]) }

  func decorators(of function: FunctionIndex) -> ArraySlice<ExpressionIndex> {
    decorators(of: functions[Int(function)])
  }

  /// Whether a scope declares a name `global`, or `nonlocal`.
  func declares(_ name: Name, _ kind: DeclaredName.Kind, in scope: ScopeIndex) -> Bool {
    scopes[Int(scope)].declaresNames
      && declared.contains { $0.scope == scope && $0.name == name && $0.kind == kind }
  }

  // MARK: Names and places

  /// A literal as written.
  func text(of literal: Literal) -> String { literal.text(in: literals) }

  func isString(_ literal: Literal) -> Bool { literal.isString(in: literals) }

  /// What a plain string says; nil of other literals.
  func string(_ literal: Literal) -> String? {
    isString(literal) ? text(of: literal).filter { $0 != "\"" && $0 != "'" } : nil
  }

  /// Where its bytes stand as lines and columns.
  var places: LinePlaces { source.places }

  /// `Class.method`, `outer.inner`; `<lambda>` and `<module>` for what has no name.
  func qualifiedName(of function: FunctionIndex) -> String {
    var words: [String] = []
    var scope = functions[Int(function)].scope
    while scope > Self.moduleScope {
      if let name = scopes[Int(scope)].name { words.append(names[name]) }
      scope = scopes[Int(scope)].parent
    }
    return words.isEmpty ? "<module>" : words.reversed().joined(separator: ".")
  }

  /// The name of a function by itself.
  func name(of function: FunctionIndex) -> String {
    scopes[Int(functions[Int(function)].scope)].name.map { names[$0] } ?? "<module>"
  }
}

extension Array {
  /// The same elements in memory of their own, without room for more.
  func packed() -> [Element] { withUnsafeBufferPointer { Array($0) } }
}

/// A name in `NameTable`.
typealias Name = UInt32
typealias ExpressionIndex = Int32
typealias CallIndex = Int32
typealias ScopeIndex = Int32
typealias FunctionIndex = Int32
typealias ClassIndex = Int32
typealias ImportIndex = Int32

/// A run of elements in one of a module's arrays.
struct Slice: Sendable {
  var start: Int32 = 0
  var count: Int32 = 0

  var range: Range<Int> { Int(start)..<Int(start + count) }
  var isEmpty: Bool { count == 0 }
}

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
  /// One of several, by a condition, `or`, `and`, or `|` in an annotation.
  case either(Slice)
  /// Value and index.
  case element(ExpressionIndex, ExpressionIndex)
  /// A tuple, list or set, by its elements.
  case sequence(Slice)
  /// A dictionary: its keys and values in turn.
  case dictionary(Slice)
  /// Any one element of what can be iterated over.
  case iterated(ExpressionIndex)
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
  /// A value that no inference follows.
  case unknown
}

/// A short literal, by where its text stands among those of its module.
struct Literal: Sendable {
  let start: UInt32
  let length: UInt8

  func text(in texts: [UInt8]) -> String { String(decoding: texts[range], as: UTF8.self) }

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

/// A namespace: where names are bound and looked up.
struct Scope: Sendable {
  enum Kind: Sendable { case module, classBody, function, comprehension }

  var kind: Kind
  var parent: ScopeIndex
  var isGeneratorExpression = false
  /// The name of the function or class that it belongs to.
  var name: Name?
  /// Whether names are declared `global` or `nonlocal` here.
  var declaresNames = false
}

/// A name that a scope declares `global`, to be looked up in the module, or `nonlocal`, to be looked up around.
struct DeclaredName: Sendable {
  enum Kind: Sendable { case global, nonlocal }

  let scope: ScopeIndex
  let name: Name
  let kind: Kind
}

/// What a name was bound to, at one place.
enum Binding: Sendable {
  /// `import a.b` binds `a`.
  case topModule(ImportIndex)
  /// `import a.b as c` binds `c` to `a.b`.
  case module(ImportIndex)
  case imported(ImportIndex)
  case function(FunctionIndex)
  case classDefinition(ClassIndex)
  case value(ExpressionIndex)
  /// `name: T`, with or without a value.
  case annotated(ExpressionIndex)
  case parameter(FunctionIndex, Int32)
  /// An element of what is iterated over.
  case iteration(ExpressionIndex)
  /// What a context manager gives on entry.
  case context(ExpressionIndex, isAsync: Bool)
  case unknown
}

struct ImportedModule: Sendable, Hashable {
  /// Dotted; empty for `from . import x`.
  var name: Name
  /// The number of leading dots.
  var level: Int32
}

/// One imported name, as evidence of what a project uses and as what a name is bound to.
struct ImportSite: Sendable {
  var module: ImportedModule
  /// The first word of the module's name, which tells the library.
  var top: Name
  /// The name after `from … import`; nil for `import …`.
  var imported: Name?
  var offset: UInt32
}

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
  /// A loop that keeps the processor busy and lets nobody else run.
  case spin(Spin, SourceSpan)
}

/// Why a loop keeps the processor busy.
enum Spin: Hashable, Sendable {
  /// `while condition: pass`
  case waiting
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
  }

  let condition: Condition
  let span: SourceSpan
}

/// A `try` statement with one handler, by the expressions in its parts: these are numbered in source order.
struct Try: Sendable {
  let body: Range<ExpressionIndex>
  /// What the handler catches; nil: everything.
  let caught: ExpressionIndex?
  let handler: Range<ExpressionIndex>
}

struct Class: Sendable {
  var scope: ScopeIndex
  var bases: [ExpressionIndex]
  /// The names annotated in its body, in their order: the fields of a dataclass.
  var fields: [Name] = []
}

/// Something that is put into a container: `container[key] = value`, `container.append(value)`.
struct Filling: Sendable {
  var key: ExpressionIndex?
  var value: ExpressionIndex
}

/// An attribute of an object that is set from outside of its class.
struct ForeignAttribute: Sendable {
  var base: ExpressionIndex
  var name: Name
  var value: ExpressionIndex
}

/// Three or more statements `x = await f(…)` on end of which none uses a name that an earlier one binds.
struct AwaitRun: Sendable {
  var function: FunctionIndex
  /// The calls, in their order, by where they stand.
  var spans: [SourceSpan]
}

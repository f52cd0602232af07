/// What the scan keeps of one Python file: scopes, bindings, functions and what each function does when it runs.
///
/// The syntax tree is thrown away once this is made. Everything refers by index into the arrays of its own module, and
/// what those arrays hold are plain numbers, so that following a value through a project copies nothing.
struct ModuleSummary: Sendable {
  /// Relative to the project's root, for people.
  var path = ""
  var isPackage = false
  var lines = 0
  var source = ModuleSource.none
  var names = NameTable()
  var expressions: [Expression] = []
  /// The parts of expressions that have any number of them.
  var parts: [ExpressionIndex] = []
  var calls: [Call] = []
  var arguments: [Argument] = []
  var scopes: [Scope] = []
  var bindings = BindingTable()
  /// What methods assign to attributes of their first parameter, by class.
  var attributes = BindingTable()
  var functions: [Function] = []
  var classes: [Class] = []
  var imports: [ImportSite] = []
  /// Modules of which everything is imported.
  var starImports: [ImportedModule] = []
  var awaitRuns: [AwaitRun] = []
  /// What stands under `if __name__ == "__main__"`.
  var mainGuards: [SourceSpan] = []
  /// What is put into containers after they are made, by the expression that makes them.
  var fillings: [ExpressionIndex: [Filling]] = [:]
  /// `x.name = value` where `x` is not the first parameter of a method.
  var foreignAttributes: [ForeignAttribute] = []
  /// What `__all__` lists; nil when there is none or it is not a plain list.
  var exports: Set<Name>?
  var suppressions = Suppressions()

  /// The scope and the function that stand for the module's own body.
  static let moduleScope: ScopeIndex = 0
  static let moduleFunction: FunctionIndex = 0

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

/// A name in `ModuleSummary.names`.
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
  /// Two operands and the name of the method that the operator stands for.
  case operation(Name, ExpressionIndex, ExpressionIndex)
  /// An object of a class: `isinstance` or a pattern has shown it.
  case narrowed(ExpressionIndex)
  /// The first, unless it is an object of the second: `isinstance` has shown that it is none.
  case excluding(ExpressionIndex, ExpressionIndex)
  /// A number, `None`, `True`, `False` or a short string, as written.
  case literal(Name)
  /// A string of which nothing is kept.
  case text
  /// A value that no inference follows.
  case unknown
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

  var kind: Kind
  /// The name of a keyword argument.
  var name: Name?
  var value: ExpressionIndex
}

/// A namespace: where names are bound and looked up.
struct Scope: Sendable {
  enum Kind: Sendable { case module, classBody, function, comprehension }

  var kind: Kind
  var parent: ScopeIndex
  var isGeneratorExpression = false
  /// The name of the function or class that it belongs to.
  var name: Name?
  /// Names declared `global` here, looked up in the module.
  var globalNames: [Name] = []
  /// Names declared `nonlocal` here, looked up around.
  var nonlocalNames: [Name] = []
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
  var name: String
  /// The number of leading dots.
  var level: Int

  /// The first word of the name.
  var top: String { name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name }
}

/// One imported name, as evidence of what a project uses and as what a name is bound to.
struct ImportSite: Sendable {
  var module: ImportedModule
  /// The first word of the module's name, which tells the library.
  var top: String
  /// The name after `from … import`; nil for `import …`.
  var imported: String?
  var offset: UInt32
}

/// A function, method, lambda, generator expression, or the body of a module.
struct Function: Sendable {
  var scope: ScopeIndex
  /// The class in whose body it is defined.
  var ownerClass: ClassIndex?
  var span: SourceSpan
  var isAsync = false
  /// Whether its body yields: calling it runs nothing, iterating over it does.
  var isGenerator = false
  /// Whether its body does nothing, or raises `NotImplementedError`: subclasses are meant to override it.
  var isStub = false
  /// Whether it gives way to others: `await`, `async for`, `async with`.
  var hasAwait = false
  /// How deep its loops and comprehensions nest.
  var loopDepth: UInt8 = 0
  var parameters: [Parameter] = []
  var decorators: [ExpressionIndex] = []
  var returnAnnotation: ExpressionIndex?
  var returned: [ExpressionIndex] = []
  var yielded: [ExpressionIndex] = []
  /// What happens when it runs, in source order.
  var actions: [Action] = []
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
  /// An attribute is read; a property would run.
  case read(ExpressionIndex, SourceSpan)
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

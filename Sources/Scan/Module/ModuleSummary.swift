/// What the scan keeps of one Python file: scopes, bindings, functions and what each function does when it runs.
///
/// The syntax tree is thrown away once this is made. Everything refers by index into the arrays of its own module.
struct ModuleSummary: Sendable {
  /// Relative to the project's root, for people.
  var path = ""
  /// The dotted name under which the project imports it.
  var name = ""
  var isPackage = false
  var lines = 0
  var names = NameTable()
  var expressions: [Expression] = []
  var calls: [Call] = []
  var scopes: [Scope] = []
  var functions: [Function] = []
  var classes: [Class] = []
  /// Modules of which everything is imported.
  var starImports: [ImportedModule] = []
  var imports: [ImportSite] = []
  var suppressions = Suppressions()

  /// The scope and the function that stand for the module's own body.
  static let moduleScope = 0
  static let moduleFunction = 0
}

/// A name in `ModuleSummary.names`.
typealias Name = UInt32
typealias ExpressionIndex = Int32
typealias CallIndex = Int32
typealias ScopeIndex = Int32
typealias FunctionIndex = Int32
typealias ClassIndex = Int32

/// The part of an expression that inference can use.
enum Expression: Sendable {
  /// A name, looked up from a scope.
  case name(Name, ScopeIndex)
  case attribute(ExpressionIndex, Name)
  case call(CallIndex)
  case awaited(ExpressionIndex)
  /// A lambda.
  case function(FunctionIndex)
  /// One of several, by a condition, `or` or `and`.
  case either([ExpressionIndex])
  /// Value and index.
  case element(ExpressionIndex, ExpressionIndex)
  /// The elements of a tuple, list or set.
  case sequence([ExpressionIndex])
  /// A number, string, `None`, `True`, `False` as written.
  case literal(String)
  /// A value that no inference follows.
  case unknown
}

/// A call as written.
struct Call: Sendable {
  var callee: ExpressionIndex
  var arguments: [Argument]
  var range: TextRange
  /// The function in whose body it stands.
  var function: FunctionIndex
  /// Whether `await`, `async with` or `async for` stands directly before it: what it gives is asynchronous.
  var isAwaited = false
}

struct Argument: Sendable {
  enum Kind: Sendable { case positional, keyword, starred, doubleStarred }

  var kind: Kind
  /// The name of a keyword argument.
  var name: String?
  var value: ExpressionIndex
}

/// Where something stands: 1-based lines, 1-based columns in characters; the end is exclusive.
public struct TextRange: Equatable, Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let endLine: Int
  public let endColumn: Int

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// A namespace: where names are bound and looked up.
struct Scope: Sendable {
  enum Kind: Sendable { case module, classBody, function, comprehension }

  var kind: Kind
  var parent: ScopeIndex
  var bindings: [Name: [Binding]] = [:]
  /// Names declared `global` or `nonlocal` here, looked up outside.
  var outerNames: Set<Name> = []
}

/// What a name was bound to, at one place.
enum Binding: Sendable {
  /// `import a.b` binds `a`; `import a.b as c` binds `c` to `a.b`.
  case module(String)
  case imported(ImportedModule, name: String)
  case function(FunctionIndex)
  case classDefinition(ClassIndex)
  case value(ExpressionIndex)
  /// `name: T`, with or without a value.
  case annotated(ExpressionIndex)
  case parameter(FunctionIndex, Int)
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
}

/// An import as evidence of what a project uses.
struct ImportSite: Sendable {
  var module: ImportedModule
  /// The name after `from … import`; nil for `import …`.
  var imported: String?
  var line: Int
}

/// A function, method, lambda, or the body of a module.
struct Function: Sendable {
  var name: String
  /// `Class.method`, `outer.inner`; `<lambda>` and `<module>` for what has no name.
  var qualifiedName: String
  var line: Int
  var scope: ScopeIndex
  /// The class in whose body it is defined.
  var ownerClass: ClassIndex?
  var isAsync = false
  /// Whether its body yields: calling it runs nothing, iterating over it does.
  var isGenerator = false
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
  /// A `with` statement on the value of an expression.
  case enter(ExpressionIndex, TextRange, isAsync: Bool)
  /// A loop, comprehension or unpacking over the value of an expression.
  case iterate(ExpressionIndex, TextRange, isAsync: Bool)
}

struct Class: Sendable {
  var name: String
  var qualifiedName: String
  var line: Int
  var scope: ScopeIndex
  var bases: [ExpressionIndex]
  /// What methods assign to attributes of their first parameter.
  var attributes: [Name: [Binding]] = [:]
}

/// Which findings a file's comments silence, by 1-based line.
struct Suppressions: Sendable {
  enum What: Sendable {
    case everything
    /// Finding kinds, or the codes of other linters.
    case these(Set<String>)
  }

  /// `# loopdoctor: ignore`, with or without kinds.
  var own: [Int: What] = [:]
  /// `# noqa`, with or without codes.
  var noqa: [Int: What] = [:]

  func silences(_ kind: String, codes: [String], line: Int) -> Bool {
    switch own[line] {
    case .everything: return true
    case .these(let kinds) where kinds.contains(kind): return true
    default: break
    }
    guard case .these(let silenced)? = noqa[line] else { return false }
    return codes.contains { code in silenced.contains { !$0.isEmpty && code.hasPrefix($0) } }
  }
}

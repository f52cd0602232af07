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

struct Class: Sendable {
  var scope: ScopeIndex
  var bases: [ExpressionIndex]
  var metaclass: ExpressionIndex?
  var decorators: [ExpressionIndex] = []
  /// What stands in `class C[…]`.
  var typeParameters: [Name] = []
  /// Whether `functools.total_ordering` makes up the comparisons that it lacks.
  var isTotallyOrdered = false
  /// The names annotated in its body, in their order: the fields of a dataclass.
  var fields: [Name] = []
}

/// Something that is put into a container: `container[key] = value`, `container.append(value)`.
struct Filling: Sendable {
  var key: ExpressionIndex?
  var value: ExpressionIndex
  /// Whether all that the value holds is put in, under the same keys: `container.update(value)`, `{**value}`.
  var isAll = false
}

/// An attribute of an object that is set from outside of its class.
struct ForeignAttribute: Sendable {
  var base: ExpressionIndex
  var name: Name
  var value: ExpressionIndex

  /// The name under which an item is kept: no attribute has brackets.
  static func item(_ key: String) -> String { "[\(key)]" }
}

/// A `ModuleSummary` while it is being made. Each thread has one, whose room serves one file after the other.
struct ModuleDraft {
  var path = ""
  var isPackage = false
  var lines = 0
  var coroutines = 0
  var source = ModuleSource.none
  let names: NameReader
  var expressions: [Expression] = []
  var parts: [ExpressionIndex] = []
  var calls: [Call] = []
  var arguments: [Argument] = []
  var scopes: [Scope] = []
  var declared: [DeclaredName] = []
  var bindings = BindingTable()
  var attributes = BindingTable()
  var functions: [FunctionDraft] = []
  var classes: [Class] = []
  var imports: [ImportSite] = []
  var starImports: [ImportedModule] = []
  var awaitRuns: [AwaitRun] = []
  var mainGuards: [SourceSpan] = []
  var fillings: [ExpressionIndex: [Filling]] = [:]
  var foreignAttributes: [ForeignAttribute] = []
  var exports: Set<Name>?
  /// Names and attributes that are assigned a table which calls a function for what it lacks.
  var defaulted: [Name] = []
  var suppressions = Suppressions()
  /// The texts of literals, one after the other.
  var literals: [UInt8] = []

  /// What happens in functions, in source order.
  var actions: [FunctionAction] = []
  /// One with more room than this is not kept for the next file.
  private static let mostRoom = 1 << 20

  init(names: NameReader) { self.names = names }

  /// Makes it ready for another file.
  mutating func clear() {
    names.met = []
    if expressions.capacity > Self.mostRoom {
      self = ModuleDraft(names: names)
      return
    }
    (lines, coroutines, exports, suppressions, fillings) = (0, 0, nil, Suppressions(), [:])
    expressions.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
    arguments.removeAll(keepingCapacity: true)
    scopes.removeAll(keepingCapacity: true)
    declared.removeAll(keepingCapacity: true)
    bindings.clear()
    attributes.clear()
    functions.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    imports.removeAll(keepingCapacity: true)
    starImports.removeAll(keepingCapacity: true)
    awaitRuns.removeAll(keepingCapacity: true)
    mainGuards.removeAll(keepingCapacity: true)
    foreignAttributes.removeAll(keepingCapacity: true)
    defaulted.removeAll(keepingCapacity: true)
    literals.removeAll(keepingCapacity: true)
    actions.removeAll(keepingCapacity: true)
  }

  func text(of literal: Literal) -> String { literal.text(in: literals) }

  func content(of literal: Literal) -> String { literal.content(in: literals) }

  /// Whether a scope declares a name `global`, or `nonlocal`.
  func declares(_ name: Name, _ kind: DeclaredName.Kind, in scope: ScopeIndex) -> Bool {
    scopes[Int(scope)].declaresNames
      && declared.contains { $0.scope == scope && $0.name == name && $0.kind == kind }
  }
}

/// A `Function` while its body is being read.
struct FunctionDraft {
  var scope: ScopeIndex
  var ownerClass: ClassIndex?
  var span: SourceSpan
  var isAsync = false
  var isGenerator = false
  var isStub = false
  var hasAwait = false
  var loopDepth: UInt8 = 0
  var parameters: [Parameter] = []
  var decorators: [ExpressionIndex] = []
  var returnAnnotation: ExpressionIndex?
  var returned: [ExpressionIndex] = []
  var yielded: [ExpressionIndex] = []
  var guards: [Guard] = []
  var tries: [Try] = []
  var givenTo: CallIndex?
}

/// What happens when a function runs.
struct FunctionAction {
  let function: FunctionIndex
  let action: Action
}

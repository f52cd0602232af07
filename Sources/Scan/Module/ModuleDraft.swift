/// A `ModuleSummary` while it is being made.
struct ModuleDraft {
  var path = ""
  var isPackage = false
  var lines = 0
  var source = ModuleSource.none
  var names = NameTable()
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
  var suppressions = Suppressions()

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
  var actions: [Action] = []
  var guards: [Guard] = []
  var tries: [Try] = []
}

import PythonOutline

/// Turns a syntax tree into a `ModuleSummary`: this file holds the state and the small helpers.
struct Lowering {
  /// The file; while a quoted annotation is read, the text in the quotes.
  var tree: SyntaxTree
  var module: ModuleDraft
  var scope = ModuleSummary.moduleScope
  var function = ModuleSummary.moduleFunction
  var currentClass: ClassIndex?
  /// Names, and attributes of names, that an `isinstance` has shown to be of a class, or of none.
  var narrowed: [Subject: ExpressionIndex] = [:]
  /// Strings stand for what is written in them.
  var isAnnotation = false
  var openFillings: [OpenFilling] = []
  /// What holds for the rest of the block, once the statement at hand is done.
  var pending: [(Condition, holds: Bool)] = []
  var pendingRaised: [Guard.Condition] = []
  var isUnderAwait = false
  var isArgument = false
  var repetition = Call.Repetition.none
  var loopDepth: UInt8 = 0

  /// - Parameter draft: room to work in; what is in it is lost.
  static func summary(of tree: SyntaxTree, file: ScannedFile, in draft: inout ModuleDraft) -> ModuleSummary {
    draft.clear()
    var lowering = Lowering(tree: tree, module: draft)
    // While the draft held its arrays too, each would be copied at the first change.
    draft = ModuleDraft(names: draft.names)
    defer { draft = lowering.module }
    lowering.module.path = file.name
    lowering.module.isPackage = file.name == "__init__.py" || file.name.hasSuffix("/__init__.py")
    lowering.module.source = ModuleSource(file)
    lowering.module.lines = tree.source.withUnsafeBytes { ByteSearch($0).lines }
    lowering.module.scopes = [Scope(kind: .module, parent: -1)]
    lowering.module.functions = [
      FunctionDraft(scope: ModuleSummary.moduleScope, span: SourceSpan(start: 0, end: 0))
    ]
    lowering.module.expressions.reserveCapacity(tree.nodes.count / 2)
    lowering.statements(in: tree.root)
    lowering.module.bindings.sort()
    lowering.module.attributes.sort()
    lowering.closeFillings()
    lowering.module.suppressions = Suppressions(tree: tree)
    return ModuleSummary(lowering.module)
  }

  // MARK: Small helpers

  func span(of node: NodeID) -> SourceSpan { SourceSpan(start: tree[node].start, end: tree[node].end) }

  mutating func name(of node: NodeID) -> Name {
    let start = Int(tree[node].nameStart)
    return module.names.intern(tree.source, start..<(start + Int(tree[node].nameLength)))
  }

  mutating func bind(_ name: Name, to binding: Binding, in scope: ScopeIndex? = nil) {
    var target = scope ?? self.scope
    // `:=` inside a comprehension binds around it; its own targets are bound with an explicit scope.
    while scope == nil, isComprehension(target) {
      target = module.scopes[Int(target)].parent
    }
    if module.declares(name, .global, in: target) {
      target = ModuleSummary.moduleScope
    } else if module.declares(name, .nonlocal, in: target) {
      target = functionAround(target)
    }
    module.bindings.add(binding, to: name, in: target)
  }

  /// Whether a scope is that of a comprehension or of the function that stands for a generator expression.
  private func isComprehension(_ scope: ScopeIndex) -> Bool {
    let scope = module.scopes[Int(scope)]
    return scope.kind == .comprehension || scope.isGeneratorExpression
  }

  private func functionAround(_ scope: ScopeIndex) -> ScopeIndex {
    var outer = module.scopes[Int(scope)].parent
    while outer > 0, module.scopes[Int(outer)].kind != .function { outer = module.scopes[Int(outer)].parent }
    return max(outer, 0)
  }

  mutating func act(_ action: Action) {
    module.actions.append(FunctionAction(function: function, action: action))
  }

  /// Forgets what the function at hand does, from a place among the actions on: it is only written down there.
  mutating func dropActions(from place: Int) {
    guard module.actions.count > place else { return }
    let others = module.actions[place...].filter { $0.function != function }
    module.actions.replaceSubrange(place..., with: others)
  }

  /// Whether a node has this name; no text is made to tell.
  func isNamed(_ node: NodeID, _ name: StaticString) -> Bool {
    guard Int(tree[node].nameLength) == name.utf8CodeUnitCount else { return false }
    let start = Int(tree[node].nameStart)
    return (0..<name.utf8CodeUnitCount).allSatisfy { tree.source[start + $0] == name.utf8Start[$0] }
  }

  func child(_ kind: NodeKind, of node: NodeID) -> NodeID? {
    for child in tree.children(of: node) where tree[child].kind == kind { return child }
    return nil
  }

  func first(_ node: NodeID) -> NodeID? {
    let child = tree[node].firstChild
    return child == .none ? nil : child
  }

  func next(_ node: NodeID) -> NodeID? {
    let sibling = tree[node].nextSibling
    return sibling == .none ? nil : sibling
  }

  mutating func unknown() -> ExpressionIndex { add(.unknown) }

  mutating func add(_ expression: Expression) -> ExpressionIndex {
    module.expressions.append(expression)
    return ExpressionIndex(module.expressions.count - 1)
  }

  mutating func slice(_ expressions: [ExpressionIndex]) -> Slice {
    let start = module.parts.count
    module.parts += expressions
    return Slice(start: Int32(start), count: Int32(expressions.count))
  }

  mutating func noteAwait() { module.functions[Int(function)].hasAwait = true }

  /// Lowers what runs once for each element or turn.
  mutating func repeated(_ repetition: Call.Repetition, _ body: (inout Lowering) -> Void) {
    let outer = (self.repetition, loopDepth)
    if self.repetition == .none || repetition == .comprehension { self.repetition = repetition }
    loopDepth = loopDepth == .max ? loopDepth : loopDepth + 1
    let deepest = max(module.functions[Int(function)].loopDepth, loopDepth)
    module.functions[Int(function)].loopDepth = deepest
    body(&self)
    (self.repetition, loopDepth) = outer
  }
}

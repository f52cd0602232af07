import PythonOutline

/// Functions, classes and imports.
extension Lowering {
  /// Nobody writes a file with more of them, and one that a program has written must not take the scan along: each may be a
  /// finding of its own.
  static let mostCoroutines = 50_000

  mutating func functionDefinition(_ node: NodeID, isAsync: Bool) {
    if isAsync {
      guard module.coroutines < Self.mostCoroutines else { return }
      module.coroutines += 1
    }
    let name = name(of: node)
    let decorators = child(.decorators, of: node).map { expressions(in: $0) } ?? []
    let header = SourceSpan(start: tree[node].start, end: tree[node].nameStart + tree[node].nameLength)
    let index = newFunction(named: name, span: header)
    module.functions[Int(index)].isAsync = isAsync
    module.functions[Int(index)].decorators = decorators
    module.functions[Int(index)].ownerClass =
      module.scopes[Int(scope)].kind == .classBody ? currentClass : nil
    bind(name, to: .function(index))
    if let parameters = child(.parameters, of: node) { self.parameters(parameters, of: index) }
    if let annotation = child(.annotation, of: node).flatMap(first) {
      let annotation = self.annotation(annotation)
      module.functions[Int(index)].returnAnnotation = annotation
    }
    guard let body = child(.body, of: node) else { return }
    module.functions[Int(index)].isStub = isStub(body)
    inside(index) { $0.statements(in: body) }
  }

  mutating func newFunction(named name: Name, span: SourceSpan) -> FunctionIndex {
    module.scopes.append(Scope(kind: .function, parent: scope, name: name))
    module.functions.append(FunctionDraft(scope: ScopeIndex(module.scopes.count - 1), span: span))
    return FunctionIndex(module.functions.count - 1)
  }

  /// Lowers what belongs to a function's own body.
  mutating func inside(_ index: FunctionIndex, _ body: (inout Lowering) -> Void) {
    let outer = (scope, function, narrowed, isUnderAwait, isArgument, repetition, loopDepth)
    (scope, function) = (module.functions[Int(index)].scope, index)
    (isUnderAwait, isArgument, repetition, loopDepth) = (false, false, .none, 0)
    // Names of its own hide those around.
    if !narrowed.isEmpty {
      for parameter in module.functions[Int(index)].parameters {
        narrowed = narrowed.filter { $0.key.name != parameter.name }
      }
    }
    body(&self)
    (scope, function, narrowed, isUnderAwait, isArgument, repetition, loopDepth) = outer
  }

  /// Annotations and defaults belong to the scope around; names are bound inside.
  mutating func parameters(_ node: NodeID, of index: FunctionIndex) {
    for child in tree.children(of: node) {
      let kind: Parameter.Kind
      switch tree[child].kind {
      case .parameter, .positionalOnlyParameter: kind = .positional
      case .keywordOnlyParameter: kind = .keywordOnly
      case .variadicParameter: kind = .variadic
      case .keywordVariadicParameter: kind = .keywordVariadic
      default: continue
      }
      var parameter = Parameter(name: name(of: child), kind: kind)
      for part in tree.children(of: child) {
        guard let value = first(part) else { continue }
        let expression = tree[part].kind == .annotation ? annotation(value) : expression(value)
        if tree[part].kind == .annotation {
          parameter.annotation = gathered(expression, as: kind)
        } else {
          parameter.defaultValue = expression
        }
      }
      let place = module.functions[Int(index)].parameters.count
      module.functions[Int(index)].parameters.append(parameter)
      bind(
        parameter.name, to: .parameter(index, Int32(place)), in: module.functions[Int(index)].scope)
    }
  }

  /// What an annotation says of a parameter as a whole: `*files: Path` is a `tuple[Path]`.
  private mutating func gathered(_ annotation: ExpressionIndex, as kind: Parameter.Kind) -> ExpressionIndex {
    let container: String
    switch kind {
    case .variadic: container = "tuple"
    case .keywordVariadic: container = "dict"
    case .positional, .keywordOnly: return annotation
    }
    let generic = add(.name(module.names.intern(container), ModuleSummary.moduleScope))
    return add(.element(generic, annotation))
  }

  /// Whether a body only says that something else is meant to stand there.
  private func isStub(_ body: NodeID) -> Bool {
    tree.children(of: body).allSatisfy { statement in
      switch tree[statement].kind {
      case .passStatement: return true
      case .expressionStatement:
        guard let value = first(statement) else { return true }
        return tree[value].kind == .string || tree[value].kind == .ellipsis
      case .raiseStatement:
        guard var raised = first(statement) else { return false }
        if tree[raised].kind == .call, let callee = first(raised) { raised = callee }
        return tree[raised].kind == .identifier && isNamed(raised, "NotImplementedError")
      default: return false
      }
    }
  }

  mutating func classDefinition(_ node: NodeID) {
    let name = name(of: node)
    let decorators = child(.decorators, of: node).map { expressions(in: $0) } ?? []
    var bases: [ExpressionIndex] = []
    var metaclass: ExpressionIndex?
    var typeParameters: [Name] = []
    for child in tree.children(of: node) {
      switch tree[child].kind {
      case .typeParameters: typeParameters = tree.children(of: child).map { self.name(of: $0) }
      case .argument: if let base = first(child) { bases.append(expression(base)) }
      case .keywordArgument:
        guard let value = first(child) else { break }
        let given = expression(value)
        if module.names[self.name(of: child)] == "metaclass" { metaclass = given }
      case .starredArgument, .doubleStarredArgument: _ = expression(child)
      default: continue
      }
    }
    module.scopes.append(Scope(kind: .classBody, parent: scope, name: name))
    let inner = ScopeIndex(module.scopes.count - 1)
    module.classes.append(
      Class(
        scope: inner, bases: bases, metaclass: metaclass, decorators: decorators,
        typeParameters: typeParameters))
    let index = ClassIndex(module.classes.count - 1)
    module.classes[Int(index)].isTotallyOrdered = decorators.contains { isTotalOrdering($0) }
    bind(name, to: .classDefinition(index))
    guard let body = child(.body, of: node) else { return }
    let outer = (scope, currentClass, narrowed)
    (scope, currentClass) = (inner, index)
    statements(in: body)
    (scope, currentClass, narrowed) = outer
  }

  private func isTotalOrdering(_ decorator: ExpressionIndex) -> Bool {
    switch module.expressions[Int(decorator)] {
    case .name(module.names.words.totalOrdering, _), .attribute(_, module.names.words.totalOrdering): true
    default: false
    }
  }

  // MARK: Imports

  mutating func importStatement(_ node: NodeID) {
    for imported in tree.children(of: node) {
      let dotted = dottedName(of: imported)
      let top = top(of: dotted)
      let index = add(
        ImportSite(
          module: ImportedModule(name: dotted, level: 0), top: top, imported: nil,
          offset: tree[imported].start))
      if let alias = child(.asName, of: imported) {
        let name = name(of: alias)
        bind(name, to: .module(index))
      } else {
        bind(top, to: .topModule(index))
      }
    }
  }

  private mutating func add(_ site: ImportSite) -> ImportIndex {
    module.imports.append(site)
    return ImportIndex(module.imports.count - 1)
  }

  mutating func importFromStatement(_ node: NodeID) {
    let from = ImportedModule(name: dottedName(of: node), level: Int32(tree.importLevel(of: node)))
    let top = top(of: from.name)
    let everything = module.names.words.star
    for imported in tree.children(of: node) {
      let name = dottedName(of: imported)
      let index = add(ImportSite(module: from, top: top, imported: name, offset: tree[imported].start))
      guard name != everything else {
        module.starImports.append(from)
        continue
      }
      let bound = child(.asName, of: imported).map { self.name(of: $0) } ?? name
      bind(bound, to: .imported(index))
    }
  }

  /// `a . b` may be written with blanks and over several lines.
  private func dottedName(of node: NodeID) -> Name {
    let start = Int(tree[node].nameStart)
    let range = start..<(start + Int(tree[node].nameLength))
    let isBlank = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: "\\") }
    if !tree.source[range].contains(where: isBlank) { return module.names.intern(tree.source, range) }
    return module.names.intern(String(decoding: tree.source[range].filter { !isBlank($0) }, as: UTF8.self))
  }

  /// The first word of a dotted name.
  private func top(of dotted: Name) -> Name {
    let text = module.names[dotted]
    return text.utf8.firstIndex(of: UInt8(ascii: ".")).map { module.names.intern(String(text[..<$0])) }
      ?? dotted
  }
}

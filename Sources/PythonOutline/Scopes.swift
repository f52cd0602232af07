/// A region of a module with names of its own.
public struct Scope: Sendable {
  public enum Kind: Sendable, CaseIterable {
    case module, `class`, function, asyncFunction, lambda, comprehension
  }

  public let kind: Kind
  /// The node that opens the scope.
  public let node: NodeID
  /// The place of the enclosing scope in `SyntaxTree.scopes`; nil for the module.
  public let parent: Int?
  /// The name as people write it, from the module down: `Class.method`, `outer.inner`, `outer.<lambda>`. Lambdas and
  /// comprehensions have the names that Python's tracebacks give them. Empty for the module.
  public let qualifiedName: String
  /// The line of the `def`, `class` or `lambda`, or of the opening bracket, from 1.
  public let firstLine: Int
}

extension SyntaxTree {
  /// All scopes, each after the one that it lies in; the first is the module.
  ///
  /// Decorators, default values, annotations and class arguments count to the scope that their definition lies in, and
  /// so does the first iterable of a comprehension.
  public func scopes() -> [Scope] {
    let lines = LineTable(source)
    var scopes = [Scope(kind: .module, node: root, parent: nil, qualifiedName: "", firstLine: 1)]
    var waiting = children(of: root).map { (node: $0, scope: 0) }
    waiting.reverse()
    while let (id, outer) = waiting.popLast() {
      var inner = outer
      if let kind = Scope.Kind(self[id].kind) {
        let prefix = scopes[outer].qualifiedName
        let name = scopeName(of: id)
        inner = scopes.count
        scopes.append(
          Scope(
            kind: kind, node: id, parent: outer, qualifiedName: prefix.isEmpty ? name : "\(prefix).\(name)",
            firstLine: lines.line(of: Int(self[id].start))))
      }
      let below = waiting.count
      pushChildren(of: id, inner: inner, outer: outer, onto: &waiting)
      waiting[below...].reverse()
    }
    return scopes
  }

  private func pushChildren(
    of id: NodeID, inner: Int, outer: Int, onto waiting: inout [(node: NodeID, scope: Int)]
  ) {
    let parent = self[id].kind
    var isFirstClause = true
    for child in children(of: id) {
      let kind = self[child].kind
      switch parent {
      case .functionDefinition, .asyncFunctionDefinition, .classDefinition:
        waiting.append((child, kind == .body ? inner : outer))
      case .lambda: waiting.append((child, kind == .parameters ? outer : inner))
      case .listComprehension, .setComprehension, .generatorExpression, .dictComprehension:
        guard isFirstClause, kind == .comprehensionClause || kind == .asyncComprehensionClause else {
          waiting.append((child, inner))
          continue
        }
        isFirstClause = false
        for (place, part) in children(of: child).enumerated() {
          waiting.append((part, place == 1 ? outer : inner))
        }
      default: waiting.append((child, inner))
      }
    }
  }

  private func scopeName(of id: NodeID) -> String {
    switch self[id].kind {
    case .lambda: "<lambda>"
    case .listComprehension: "<listcomp>"
    case .setComprehension: "<setcomp>"
    case .dictComprehension: "<dictcomp>"
    case .generatorExpression: "<genexpr>"
    default: name(of: id)
    }
  }
}

extension Scope.Kind {
  /// The kind of scope that a node opens, if it opens one.
  fileprivate init?(_ kind: NodeKind) {
    switch kind {
    case .classDefinition: self = .class
    case .functionDefinition: self = .function
    case .asyncFunctionDefinition: self = .asyncFunction
    case .lambda: self = .lambda
    case .listComprehension, .setComprehension, .dictComprehension, .generatorExpression:
      self = .comprehension
    default: return nil
    }
  }
}

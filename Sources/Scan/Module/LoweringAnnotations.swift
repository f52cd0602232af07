import PythonOutline

/// Annotations: they name types, run nothing worth following, and may stand in quotes.
extension Lowering {
  mutating func annotation(_ node: NodeID) -> ExpressionIndex {
    let outer = isAnnotation
    let actions = module.actions.count
    isAnnotation = true
    let type = expression(node)
    isAnnotation = outer
    dropActions(from: actions)
    return type
  }

  /// What a string in an annotation says; nil when it is no expression.
  mutating func quoted(_ node: NodeID) -> ExpressionIndex? {
    guard isAnnotation, tree[node].end - tree[node].start < 300 else { return nil }
    let text = tree.source[Int(tree[node].start)..<Int(tree[node].end)]
    guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      text.last == quote
    else { return nil }
    let inner = text.dropFirst().dropLast()
    guard !inner.isEmpty, !inner.contains(quote), !inner.contains(UInt8(ascii: "\\")) else { return nil }
    let written = parse(Array(inner))
    guard written.faults.isEmpty,
      let statement = written.children(of: written.root).first(where: { _ in true }),
      written[statement].kind == .expressionStatement, written[statement].nextSibling == .none,
      written[statement].firstChild != .none
    else { return nil }
    let outer = tree
    tree = written
    let type = expression(written[statement].firstChild)
    tree = outer
    return type
  }
}

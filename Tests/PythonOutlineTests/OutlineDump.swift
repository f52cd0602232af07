import Foundation
import PythonOutline

/// A tree as lines of text, the same as `Tests/Oracle/outline_oracle.py` makes of CPython's: DEPTH KIND START END NAME,
/// and behind a node that opens a scope `scope KIND QUALIFIED-NAME LINE`.
/// Without `fields` what lies inside f-strings is left out.
func outlineDump(of tree: SyntaxTree, fields: Bool = true) -> String {
  var dump = OutlineDump(tree: tree, fields: fields)
  dump.visit(tree.root, depth: 0, parent: tree.root)
  return dump.text
}

private struct OutlineDump {
  let tree: SyntaxTree
  let fields: Bool
  let scopes: [NodeID: Scope]
  var text = ""

  init(tree: SyntaxTree, fields: Bool) {
    self.tree = tree
    self.fields = fields
    scopes = Dictionary(tree.scopes().dropFirst().map { ($0.node, $0) }) { first, _ in first }
    text.reserveCapacity(tree.nodes.count * 32)
  }

  private static let names = NodeKind.allCases.map { String(describing: $0) }

  mutating func visit(_ id: NodeID, depth: Int, parent: NodeID) {
    let node = tree[id]
    text += "\(depth) \(Self.names[Int(node.kind.rawValue)]) "
    text += hasExtent(node, in: tree[parent]) ? "\(node.start) \(node.end) " : "- - "
    if node.kind == .importFromStatement { text += String(repeating: ".", count: tree.importLevel(of: id)) }
    if node.nameLength > 0 { text += normalised(tree.name(of: id)) }
    text += "\n"
    if let scope = scopes[id] {
      text += "scope \(scope.kind) \(normalised(scope.qualifiedName)) \(scope.firstLine)\n"
    }
    if node.kind == .formattedString, !fields { return }
    for child in tree.children(of: id) { visit(child, depth: depth + 1, parent: id) }
  }

  /// Whether `ast` knows the extent of a node.
  private func hasExtent(_ node: Node, in parent: Node) -> Bool {
    switch node.kind {
    case .module, .body, .orElse, .finally, .decorators, .parameters, .annotation, .defaultValue,
      .typeParameters,
      .withItem, .matchCase, .guardExpression, .comprehensionClause, .asyncComprehensionClause, .argument,
      .doubleStarredArgument, .asName:
      false
    case .identifier:
      parent.kind != .globalStatement && parent.kind != .nonlocalStatement
        && (parent.kind != .pattern || parent.nameStart != node.nameStart)
    // `**rest` in a mapping
    case .pattern: !tree.source[Int(node.start)...].starts(with: Array("**".utf8))
    default: true
    }
  }

  /// A name as CPython has it: normalised, and without the white space that a dotted one may hold.
  private func normalised(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "\\") }) { return name }
    return name.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace && $0 != "\\" }
  }
}

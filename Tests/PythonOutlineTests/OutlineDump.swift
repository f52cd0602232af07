import Foundation
import PythonOutline

/// A tree as lines of text, the same as `Tests/Oracle/outline_oracle.py` makes of CPython's: DEPTH KIND START END NAME,
/// and behind a node that opens a scope `scope KIND QUALIFIED-NAME LINE`.
/// Without `fields` what lies inside f-strings is left out.
func outlineDump(of tree: SyntaxTree, fields: Bool = true) -> [UInt8] {
  var dump = OutlineDump(tree: tree, fields: fields)
  dump.visit(tree.root, depth: 0, parent: tree.root)
  return dump.text
}

private struct OutlineDump {
  let tree: SyntaxTree
  let fields: Bool
  let scopes: [NodeID: Scope]
  var text = [UInt8]()

  init(tree: SyntaxTree, fields: Bool) {
    self.tree = tree
    self.fields = fields
    scopes = Dictionary(tree.scopes().dropFirst().map { ($0.node, $0) }) { first, _ in first }
    text.reserveCapacity(tree.nodes.count * 32)
  }

  private static let names = NodeKind.allCases.map { Array(String(describing: $0).utf8) }

  mutating func visit(_ id: NodeID, depth: Int, parent: NodeID) {
    let node = tree[id]
    write(depth)
    text.append(UInt8(ascii: " "))
    text += Self.names[Int(node.kind.rawValue)]
    text.append(UInt8(ascii: " "))
    if hasExtent(node, in: tree[parent]) {
      write(Int(node.start))
      text.append(UInt8(ascii: " "))
      write(Int(node.end))
      text.append(UInt8(ascii: " "))
    } else {
      text += Array("- - ".utf8)
    }
    writeName(of: id)
    text.append(UInt8(ascii: "\n"))
    if let scope = scopes[id] {
      text += Array("scope \(scope.kind) ".utf8)
      text += normalised(scope.qualifiedName)
      text += Array(" \(scope.firstLine)\n".utf8)
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
    case .pattern:
      tree.source[Int(node.start)] != UInt8(ascii: "*")
        || tree.source[Int(node.start) + 1] != UInt8(ascii: "*")
    default: true
    }
  }

  private mutating func writeName(of id: NodeID) {
    let node = tree[id]
    if node.kind == .importFromStatement {
      text += Array(repeating: UInt8(ascii: "."), count: tree.importLevel(of: id))
    }
    text += normalised(tree.name(of: id))
  }

  /// A name as CPython has it: normalised, and without the white space that a dotted one may hold.
  private func normalised(_ name: String) -> [UInt8] {
    let bytes = Array(name.utf8)
    if bytes.allSatisfy({ $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "\\") }) { return bytes }
    let whole = name.precomposedStringWithCompatibilityMapping
    return Array(whole.filter { !$0.isWhitespace && $0 != "\\" }.utf8)
  }

  private mutating func write(_ number: Int) {
    if number >= 10 { write(number / 10) }
    text.append(UInt8(number % 10) + UInt8(ascii: "0"))
  }
}

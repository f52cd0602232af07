import Foundation
import PythonOutline

/// A tree as lines of text, the same as `Tests/Oracle/outline_oracle.py` makes of CPython's: DEPTH KIND START END NAME.
/// Without `fields` what lies inside f-strings is left out.
func outlineDump(of tree: SyntaxTree, fields: Bool = true) -> [UInt8] {
  var dump = OutlineDump(tree: tree, fields: fields)
  dump.visit(tree.root, depth: 0, parent: tree.root)
  return dump.text
}

private struct OutlineDump {
  let tree: SyntaxTree
  let fields: Bool
  var text = [UInt8]()

  init(tree: SyntaxTree, fields: Bool) {
    self.tree = tree
    self.fields = fields
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
    if node.kind == .formattedString, !fields { return }
    for child in tree.children(of: id) { visit(child, depth: depth + 1, parent: id) }
  }

  /// Whether `ast` knows the extent of a node.
  private func hasExtent(_ node: Node, in parent: Node) -> Bool {
    switch node.kind {
    case .module, .body, .orElse, .finally, .decorators, .parameters, .annotation, .defaultValue, .typeParameters,
      .withItem, .matchCase, .guardExpression, .comprehensionClause, .asyncComprehensionClause, .argument,
      .doubleStarredArgument, .asName:
      false
    case .identifier:
      parent.kind != .globalStatement && parent.kind != .nonlocalStatement
        && (parent.kind != .pattern || parent.nameStart != node.nameStart)
    // `**rest` in a mapping
    case .pattern: tree.source[Int(node.start)] != UInt8(ascii: "*") || tree.source[Int(node.start) + 1] != UInt8(ascii: "*")
    default: true
    }
  }

  private mutating func writeName(of id: NodeID) {
    let node = tree[id]
    if node.kind == .importFromStatement {
      text += Array(repeating: UInt8(ascii: "."), count: tree.importLevel(of: id))
    }
    let bytes = tree.source[Int(node.nameStart)..<Int(node.nameStart + node.nameLength)]
    let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "\\") }
    if isPlain {
      text += bytes
    } else {
      // CPython normalises names, and forgets the white space in dotted ones.
      let name = tree.name(of: id).precomposedStringWithCompatibilityMapping
      text += Array(name.filter { !$0.isWhitespace && $0 != "\\" }.utf8)
    }
  }

  private mutating func write(_ number: Int) {
    if number >= 10 { write(number / 10) }
    text.append(UInt8(number % 10) + UInt8(ascii: "0"))
  }
}

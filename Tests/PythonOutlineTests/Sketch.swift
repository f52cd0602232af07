import PythonOutline

/// A tree in one line, for tables of expectations: `call(identifier=f argument(number))`.
func sketch(_ tree: SyntaxTree, from id: NodeID? = nil) -> String {
  let id = id ?? tree.root
  let name = tree.name(of: id)
  let children = tree.children(of: id).map { sketch(tree, from: $0) }.joined(separator: " ")
  return "\(tree[id].kind)" + (name.isEmpty ? "" : "=\(name)") + (children.isEmpty ? "" : "(\(children))")
}

/// The sketch of the statements of a source.
func sketch(_ source: String) -> String {
  let tree = parse(Array(source.utf8))
  return tree.children(of: tree.root).map { sketch(tree, from: $0) }.joined(separator: "; ")
}

/// The sketch of the one expression that a source consists of.
func sketch(expression source: String) -> String {
  let tree = parse(Array(source.utf8))
  guard tree.faults.isEmpty, let statement = tree.children(of: tree.root).first(where: { _ in true }),
    tree[statement].kind == .expressionStatement
  else { return "no expression: \(tree.faults)" }
  return tree.children(of: statement).map { sketch(tree, from: $0) }.joined(separator: " ")
}

func faults(_ source: String) -> [String] {
  let tree = parse(Array(source.utf8))
  let lines = LineTable(tree.source)
  return tree.faults.map { fault in
    let place = lines.position(of: fault.offset)
    return "\(place.line):\(place.column) \(fault.message)"
  }
}

/// The texts of all nodes of a kind, in the order of the tree.
func texts(of kind: NodeKind, in source: String) -> [String] {
  let tree = parse(Array(source.utf8))
  var found = [String]()
  var waiting = [tree.root]
  while let id = waiting.popLast() {
    if tree[id].kind == kind { found.append(tree.text(of: id)) }
    waiting += tree.children(of: id).reversed()
  }
  return found
}

/// Whether every node is reached exactly once, lies in the source, and no list of children runs in a circle.
func isSound(_ tree: SyntaxTree) -> Bool {
  var reached = Set<NodeID>()
  var waiting = [tree.root]
  while let id = waiting.popLast() {
    guard Int(id.index) < tree.nodes.count, reached.insert(id).inserted else { return false }
    let node = tree[id]
    guard node.start <= node.end, Int(node.end) <= tree.source.count,
      Int(node.nameStart) + Int(node.nameLength) <= tree.source.count
    else { return false }
    var next = node.firstChild
    while next != .none {
      guard Int(next.index) < tree.nodes.count, waiting.count <= tree.nodes.count else { return false }
      waiting.append(next)
      next = tree[next].nextSibling
    }
  }
  return tree.faults.allSatisfy { $0.offset >= 0 && $0.offset <= tree.source.count }
}

/// Numbers that look random and are the same every time.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

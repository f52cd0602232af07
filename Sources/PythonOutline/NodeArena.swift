/// The nodes of a tree while it grows: memory of its own, because links between nodes are set all the time and an array
/// would ask every time whether it is shared.
struct NodeArena: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<Node>

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  subscript(_ id: NodeID) -> Node {
    @inline(__always) get { base[Int(id.index)] }
  }

  @inline(__always)
  func kind(_ id: NodeID) -> NodeKind { base[Int(id.index)].kind }

  // The few things that change after a node is made. They are methods, as access through a subscript would cost the
  // recursion much stack where it is not inlined.

  @inline(__always)
  mutating func link(_ id: NodeID, to next: NodeID) { base[Int(id.index)].nextSibling = next }

  mutating func setKind(_ id: NodeID, _ kind: NodeKind) { base[Int(id.index)].kind = kind }

  mutating func setEnd(_ id: NodeID, _ end: Int) { base[Int(id.index)].end = UInt32(truncatingIfNeeded: end) }

  @inline(__always)
  mutating func append(_ node: Node) -> NodeID {
    if count == capacity { grow() }
    (base + count).initialize(to: node)
    count += 1
    return NodeID(index: UInt32(truncatingIfNeeded: count - 1))
  }

  /// Forgets all nodes from the `count`th on; the caller sees to it that nothing points at them.
  mutating func truncate(to count: Int) { self.count = min(self.count, count) }

  func array() -> [Node] { Array(UnsafeBufferPointer(start: base, count: count)) }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}

/// The children that a node will have, linked in the arena as they come.
struct ChildList {
  var first = NodeID.none
  var last = NodeID.none
  var count = 0
  /// The greatest height among them.
  var height: UInt16 = 0
}

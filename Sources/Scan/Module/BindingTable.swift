/// What each name is bound to in each scope (or, for attributes, in each class), in one sorted array.
struct BindingTable: Sendable {
  private struct Entry {
    let key: UInt64
    let binding: Binding
  }

  private var entries: [Entry] = []

  private static func key(_ owner: Int32, _ name: Name) -> UInt64 {
    UInt64(UInt32(bitPattern: owner)) << 32 | UInt64(name)
  }

  mutating func add(_ binding: Binding, to name: Name, in owner: Int32) {
    entries.append(Entry(key: Self.key(owner, name), binding: binding))
  }

  /// To be called once when everything is added, before anything is looked up.
  mutating func sort() {
    // The order of bindings is kept by their place, so that the outcome is the same in every run.
    let order = entries.indices.sorted { (entries[$0].key, $0) < (entries[$1].key, $1) }
    entries = order.map { entries[$0] }
  }

  /// The bindings of a name in their order; none when the scope does not bind it.
  func bindings(of name: Name, in owner: Int32) -> BindingSlice {
    let key = Self.key(owner, name)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < entries.count, entries[end].key == key { end += 1 }
    return BindingSlice(range: low..<end)
  }

  subscript(_ place: Int) -> Binding { entries[place].binding }

  /// Places in a table.
  struct BindingSlice {
    let range: Range<Int>
    var isEmpty: Bool { range.isEmpty }
  }
}

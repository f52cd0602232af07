/// What each name is bound to in each scope (or, for attributes, in each class), in one sorted array.
struct BindingTable: Sendable {
  private struct Entry {
    // Two numbers, not one of eight bytes, which would have to begin at a multiple of eight.
    let owner: Int32
    let name: Name
    let binding: Binding

    var key: UInt64 { BindingTable.key(owner, name) }
  }

  private var entries: [Entry]

  init() { entries = [] }

  private init(entries: [Entry]) { self.entries = entries }

  private static func key(_ owner: Int32, _ name: Name) -> UInt64 {
    UInt64(UInt32(bitPattern: owner)) << 32 | UInt64(name)
  }

  mutating func add(_ binding: Binding, to name: Name, in owner: Int32) {
    entries.append(Entry(owner: owner, name: name, binding: binding))
  }

  /// To be called once when everything is added, before anything is looked up.
  mutating func sort() {
    // The sort is stable: bindings of one name keep their order.
    entries.sort { $0.key < $1.key }
  }

  /// The same bindings in memory of their own, without room for more.
  func packed() -> BindingTable { BindingTable(entries: entries.packed()) }

  mutating func clear() { entries.removeAll(keepingCapacity: true) }

  /// The bindings of a name in their order; none when the scope does not bind it.
  func bindings(of name: Name, in owner: Int32) -> BindingSlice {
    let key = Self.key(owner, name)
    let low = first(atLeast: key)
    var end = low
    while end < entries.count, entries[end].key == key { end += 1 }
    return BindingSlice(range: low..<end)
  }

  /// All bindings of a scope or class.
  func forEach(in owner: Int32, _ body: (Name, Binding) -> Void) {
    var place = first(atLeast: Self.key(owner, 0))
    while place < entries.count, entries[place].key >> 32 == UInt64(UInt32(bitPattern: owner)) {
      body(Name(truncatingIfNeeded: entries[place].key), entries[place].binding)
      place += 1
    }
  }

  /// Where the keys begin that are not below one.
  private func first(atLeast key: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  subscript(_ place: Int) -> Binding { entries[place].binding }

  /// Places in a table.
  struct BindingSlice {
    let range: Range<Int>
    var isEmpty: Bool { range.isEmpty }
  }
}

/// Some elements of a long list, in an order of their own; the list itself is not copied.
struct Listing<Element: Sendable>: RandomAccessCollection, Sendable {
  let all: [Element]
  /// Places in `all`.
  let order: [Int32]

  init(_ all: [Element] = [], order: [Int32] = []) {
    self.all = all
    self.order = order
  }

  var startIndex: Int { 0 }
  var endIndex: Int { order.count }
  subscript(position: Int) -> Element { all[Int(order[position])] }

  /// The place in `all` of what is at a position here; nil where nothing is.
  func place(at position: Int) -> Int? { order.indices.contains(position) ? Int(order[position]) : nil }

  /// The position here of what is at a place in `all`; nil when it is not listed.
  func position(of place: Int) -> Int? { order.firstIndex(of: Int32(place)) }
}

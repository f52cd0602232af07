/// A table while it is read: it knows what may still be added to it, and by whom.
final class TOMLTable {
  enum Child {
    /// A value, closed for good: inline tables and lists as well.
    case value(TOMLNode)
    case table(TOMLTable)
    /// `[[name]]`: its tables so far.
    case tables([TOMLTable])
  }

  let place: TOMLPlace
  /// The section that defined it, by its header or by a dotted key; nil: it was only passed on the way to another table.
  var section: Int?
  private var entries: [(key: String, place: TOMLPlace, child: Child)] = []
  /// By the bytes of the key: Swift takes texts for the same that TOML does not.
  private var places: [[UInt8]: Int] = [:]

  init(at place: TOMLPlace, section: Int?) {
    self.place = place
    self.section = section
  }

  subscript(_ key: TOMLKey) -> Child? { places[Array(key.text.utf8)].map { entries[$0].child } }

  func set(_ key: TOMLKey, _ child: Child) {
    let bytes = Array(key.text.utf8)
    if let place = places[bytes] {
      entries[place].child = child
    } else {
      places[bytes] = entries.count
      entries.append((key.text, key.place, child))
    }
  }

  /// A table of this name, made when there is none.
  func make(_ key: TOMLKey, section: Int?) -> TOMLTable {
    let table = TOMLTable(at: key.place, section: section)
    set(key, .table(table))
    return table
  }

  var node: TOMLNode {
    let entries = entries.map { key, place, child in
      let value =
        switch child {
        case .value(let node): node
        case .table(let table): table.node
        case .tables(let tables): TOMLNode(value: .array(tables.map(\.node)), place: place)
        }
      return TOMLNode.Entry(key: key, keyPlace: place, value: value)
    }
    return TOMLNode(value: .table(entries), place: place)
  }
}

/// One part of a dotted key.
struct TOMLKey {
  let text: String
  let place: TOMLPlace
}

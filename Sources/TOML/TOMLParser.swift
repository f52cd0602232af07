/// Reads TOML by bytes: sections, keys and values. Strings and other scalars stand in files of their own.
struct TOMLParser {
  let bytes: [UInt8]
  var offset = 0
  private let root = TOMLTable(at: TOMLPlace(line: 1, column: 1), section: 0)
  /// Headers and inline tables so far: each is a section of its own.
  private var sections = 0
  /// Up to where places are counted.
  private var counted = (offset: 0, line: 1, column: 1)

  /// Keys of more parts and values nested deeper are nothing that a person writes.
  private static let deepest = 100

  init(_ bytes: [UInt8]) {
    // Some editors begin a file with a byte order mark.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }

  // MARK: Bytes

  func peek(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  func starts(with text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.count - offset >= wanted.count
      && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
  }

  mutating func place(of wanted: Int) -> TOMLPlace {
    if wanted < counted.offset { counted = (0, 1, 1) }
    while counted.offset < min(wanted, bytes.count) {
      let byte = bytes[counted.offset]
      if byte == UInt8(ascii: "\n") {
        counted.line += 1
        counted.column = 1
      } else if byte & 0xC0 != 0x80 {
        counted.column += 1
      }
      counted.offset += 1
    }
    return TOMLPlace(line: counted.line, column: counted.column)
  }

  mutating func fault(_ message: String, at wanted: Int? = nil) -> TOMLFault {
    TOMLFault(place: place(of: wanted ?? offset), message: message)
  }

  /// What stands here, for a message.
  var found: String {
    guard let byte = peek() else { return "the end of the file" }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return "the end of the line" }
    if byte < 0x20 || byte == 0x7F { return "a control character" }
    let character = String(decoding: bytes[offset..<min(bytes.count, offset + 4)], as: UTF8.self)
      .unicodeScalars
    return "“\(character.first.map { String($0) } ?? "")”"
  }

  // MARK: The document

  mutating func document() throws(TOMLFault) -> TOMLNode {
    if let wrong = bytes.firstInvalidUTF8 { throw fault("a byte that is no UTF-8", at: wrong) }
    var current = root
    var section = 0
    while true {
      try skipLines()
      guard let byte = peek() else { return root.node }
      if byte == UInt8(ascii: "[") {
        current = try header()
        section = sections
      } else {
        try keyAndValue(into: current, section: section, depth: 0)
      }
      try endOfLine()
    }
  }

  mutating func skipBlanks() {
    while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { offset += 1 }
  }

  /// Skips blanks, comments and line ends.
  mutating func skipLines() throws(TOMLFault) {
    while true {
      skipBlanks()
      if try comment() { continue }
      guard try lineEnd() else { return }
    }
  }

  private mutating func comment() throws(TOMLFault) -> Bool {
    guard peek() == UInt8(ascii: "#") else { return false }
    while let byte = peek(), byte != UInt8(ascii: "\n"), !starts(with: "\r\n") {
      if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
        throw fault("a control character in a comment")
      }
      offset += 1
    }
    return true
  }

  mutating func lineEnd() throws(TOMLFault) -> Bool {
    if peek() == UInt8(ascii: "\n") {
      offset += 1
      return true
    }
    if starts(with: "\r\n") {
      offset += 2
      return true
    }
    if peek() == UInt8(ascii: "\r") { throw fault("a carriage return without a line feed") }
    return false
  }

  private mutating func endOfLine() throws(TOMLFault) {
    skipBlanks()
    _ = try comment()
    if peek() == nil { return }
    guard try lineEnd() else { throw fault("expected the end of the line, found \(found)") }
  }

  // MARK: Sections

  private mutating func header() throws(TOMLFault) -> TOMLTable {
    let isList = starts(with: "[[")
    offset += isList ? 2 : 1
    skipBlanks()
    let key = try dottedKey()
    guard peek() == UInt8(ascii: "]"), !isList || peek(1) == UInt8(ascii: "]") else {
      throw fault("expected “\(isList ? "]]" : "]")”, found \(found)")
    }
    offset += isList ? 2 : 1
    sections += 1
    var table = root
    for part in key.dropLast() {
      switch table[part] {
      case .table(let inner): table = inner
      case .tables(let all): table = all[all.count - 1]
      case .value: throw TOMLFault(place: part.place, message: "“\(part.text)” is a value already, no table")
      case nil: table = table.make(part, section: nil)
      }
    }
    let last = key[key.count - 1]
    return try isList ? newElement(last, in: table) : define(last, in: table)
  }

  private func define(_ key: TOMLKey, in table: TOMLTable) throws(TOMLFault) -> TOMLTable {
    switch table[key] {
    case nil: return table.make(key, section: sections)
    case .table(let known) where known.section == nil:
      known.section = sections
      return known
    case .table: throw TOMLFault(place: key.place, message: "the table “\(key.text)” stands here twice")
    case .tables: throw TOMLFault(place: key.place, message: "“\(key.text)” is a list of tables already")
    case .value: throw TOMLFault(place: key.place, message: "“\(key.text)” is a value already, no table")
    }
  }

  private func newElement(_ key: TOMLKey, in table: TOMLTable) throws(TOMLFault) -> TOMLTable {
    let element = TOMLTable(at: key.place, section: sections)
    switch table[key] {
    case nil: table.set(key, .tables([element]))
    case .tables(let others): table.set(key, .tables(others + [element]))
    case .table: throw TOMLFault(place: key.place, message: "“\(key.text)” is one table already, no list")
    case .value:
      throw TOMLFault(place: key.place, message: "“\(key.text)” is a value already, no list of tables")
    }
    return element
  }

  // MARK: Keys and values

  private mutating func keyAndValue(
    into start: TOMLTable, section: Int, depth: Int
  ) throws(TOMLFault) {
    let key = try dottedKey()
    guard peek() == UInt8(ascii: "=") else { throw fault("expected “=” after the key, found \(found)") }
    offset += 1
    skipBlanks()
    var table = start
    for part in key.dropLast() {
      switch table[part] {
      case nil: table = table.make(part, section: section)
      case .table(let inner) where inner.section == nil || inner.section == section:
        inner.section = section
        table = inner
      case .table, .tables:
        throw TOMLFault(place: part.place, message: "the table “\(part.text)” was closed by another section")
      case .value: throw TOMLFault(place: part.place, message: "“\(part.text)” is a value already, no table")
      }
    }
    let last = key[key.count - 1]
    guard table[last] == nil else {
      throw TOMLFault(place: last.place, message: "the key “\(last.text)” stands here twice")
    }
    table.set(last, .value(try value(depth: depth + key.count)))
  }

  /// One or more parts; the blanks after them are skipped.
  private mutating func dottedKey() throws(TOMLFault) -> [TOMLKey] {
    var parts: [TOMLKey] = []
    while true {
      let place = place(of: offset)
      guard parts.count < Self.deepest else { throw fault("a key of more than \(Self.deepest) parts") }
      parts.append(TOMLKey(text: try simpleKey(), place: place))
      skipBlanks()
      guard peek() == UInt8(ascii: ".") else { return parts }
      offset += 1
      skipBlanks()
    }
  }

  private mutating func simpleKey() throws(TOMLFault) -> String {
    let start = offset
    switch peek() {
    case UInt8(ascii: "\""):
      if starts(with: "\"\"\"") { throw fault("a key cannot be text of several lines") }
      return try basicString()
    case UInt8(ascii: "'"):
      if starts(with: "'''") { throw fault("a key cannot be text of several lines") }
      return try literalString()
    default:
      while let byte = peek(), byte.isBareKey { offset += 1 }
      guard offset > start else { throw fault("expected a key, found \(found)") }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
  }

  private mutating func value(depth: Int) throws(TOMLFault) -> TOMLNode {
    guard depth <= Self.deepest else { throw fault("nested more than \(Self.deepest) levels deep") }
    let place = place(of: offset)
    let value: TOMLNode.Value =
      switch peek() {
      case UInt8(ascii: "\""):
        .string(try starts(with: "\"\"\"") ? multilineBasicString() : basicString())
      case UInt8(ascii: "'"):
        .string(try starts(with: "'''") ? multilineLiteralString() : literalString())
      case UInt8(ascii: "["): .array(try array(depth: depth))
      case UInt8(ascii: "{"): .table(try inlineTable(at: place, depth: depth))
      default: try scalar()
      }
    return TOMLNode(value: value, place: place)
  }

  private mutating func array(depth: Int) throws(TOMLFault) -> [TOMLNode] {
    let open = offset
    offset += 1
    var elements: [TOMLNode] = []
    while true {
      try skipLines()
      if peek() == nil { throw fault("this “[” is never closed", at: open) }
      if peek() == UInt8(ascii: "]") { break }
      elements.append(try value(depth: depth + 1))
      try skipLines()
      if peek() == UInt8(ascii: ",") {
        offset += 1
      } else if peek() != UInt8(ascii: "]") {
        if peek() == nil { throw fault("this “[” is never closed", at: open) }
        throw fault("expected “,” or “]”, found \(found)")
      }
    }
    offset += 1
    return elements
  }

  private mutating func inlineTable(at place: TOMLPlace, depth: Int) throws(TOMLFault) -> [TOMLNode.Entry] {
    offset += 1
    sections += 1
    let section = sections
    let table = TOMLTable(at: place, section: section)
    skipBlanks()
    if peek() == UInt8(ascii: "}") {
      offset += 1
      return []
    }
    while true {
      skipBlanks()
      try keyAndValue(into: table, section: section, depth: depth)
      skipBlanks()
      switch peek() {
      case UInt8(ascii: ","): offset += 1
      case UInt8(ascii: "}"):
        offset += 1
        return table.node.entries ?? []
      default: throw fault("expected “,” or “}”, found \(found)")
      }
    }
  }
}

extension UInt8 {
  var isDecimalDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isBareKey: Bool {
    isDecimalDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}

extension [UInt8] {
  /// The offset of the first byte that is part of no UTF-8 character.
  fileprivate var firstInvalidUTF8: Int? {
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}

/// A JSON value; objects keep the order in which their keys were written.
public enum JSON: Equatable, Sendable {
  case object([(String, JSON)])
  case array([JSON])
  /// An array whose elements are made one by one while it is written: a large report is never held as a tree.
  case elements(count: Int, @Sendable (Int) -> JSON)
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  /// The value as text, two blanks a level, with a final line feed. Everything outside ASCII's printable range that
  /// could act on a terminal is escaped.
  public var text: String {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands the text out piece by piece.
  public func write(to send: (borrowing [UInt8]) -> Void) {
    withoutActuallyEscaping(send) { send in
      var writer = JSONWriter(send: send)
      writer.write(self, indent: 0)
      writer.finish()
    }
  }

  public static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }
}

/// Collects the text of JSON and hands it on in large pieces.
private struct JSONWriter {
  let send: ([UInt8]) -> Void
  private var bytes: [UInt8] = []
  private static let piece = 1 << 16

  init(send: @escaping ([UInt8]) -> Void) {
    self.send = send
    bytes.reserveCapacity(Self.piece + 4096)
  }

  mutating func finish() {
    bytes.append(UInt8(ascii: "\n"))
    send(bytes)
    bytes = []
  }

  mutating func write(_ value: JSON, indent: Int) {
    switch value {
    case .null: add("null")
    case .bool(let value): add(value ? "true" : "false")
    case .number(let value): bytes += String(value).utf8
    case .string(let value): quote(value)
    case .array(let values):
      list("[", "]", count: values.count, indent: indent) { $0.write(values[$1], indent: $2) }
    case .elements(let count, let make):
      list("[", "]", count: count, indent: indent) { $0.write(make($1), indent: $2) }
    case .object(let pairs):
      list("{", "}", count: pairs.count, indent: indent) { writer, index, indent in
        writer.quote(pairs[index].0)
        writer.add(": ")
        writer.write(pairs[index].1, indent: indent)
      }
    }
    if bytes.count >= Self.piece {
      send(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private mutating func list(
    _ open: StaticString, _ close: StaticString, count: Int, indent: Int,
    _ element: (inout JSONWriter, Int, Int) -> Void
  ) {
    add(open)
    for index in 0..<count {
      if index > 0 { add(",") }
      newLine(indent + 1)
      element(&self, index, indent + 1)
    }
    if count > 0 { newLine(indent) }
    add(close)
  }

  private mutating func newLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { add("  ") }
  }

  private mutating func add(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    let isPlain = value.withUTF8 { text in
      // Nearly all text is ASCII that needs no escape.
      for byte in text where byte < 0x20 || byte > 0x7E || byte == 0x22 || byte == 0x5C { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if !isPlain { for scalar in value.unicodeScalars { escape(scalar) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": add("\\\"")
    case "\\": add("\\\\")
    case "\n": add("\\n")
    case "\t": add("\\t")
    case "\r": add("\\r")
    default:
      let category = scalar.properties.generalCategory
      guard [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) else {
        bytes += String(scalar).utf8
        return
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        add("\\u")
        bytes += (String(repeating: "0", count: 4 - digits.count) + digits).utf8
      }
    }
  }
}

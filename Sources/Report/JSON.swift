/// A JSON value; objects keep the order in which their keys were written.
public indirect enum JSON: Equatable, Sendable {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  /// The value as text, two blanks a level, with a final line feed. Everything outside ASCII's printable range that
  /// could act on a terminal is escaped.
  public var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      Self.list(values.map { (nil, $0) }, "[", "]", to: &text, indent: indent)
    case .object(let pairs):
      Self.list(pairs.map { ($0.0, $0.1) }, "{", "}", to: &text, indent: indent)
    }
  }

  private static func list(
    _ items: [(key: String?, value: JSON)], _ open: String, _ close: String, to text: inout String,
    indent: Int
  ) {
    text += open
    if items.isEmpty { return text += close }
    let margin = "\n" + String(repeating: "  ", count: indent + 1)
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",") + margin
      if let key = item.key {
        quote(key, to: &text)
        text += ": "
      }
      item.value.write(to: &text, indent: indent + 1)
    }
    text += "\n" + String(repeating: "  ", count: indent) + close
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      default:
        let category = scalar.properties.generalCategory
        if [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  public static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }
}

/// How a text must be written as a YAML scalar so that `parseYAML` gives it back unchanged.
public func yamlScalar(_ text: String) -> String {
  let isSafe =
    !text.isEmpty
    && text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", " ", "+", "(", ")": true
      default: false
      }
    }
    && text.first != " " && text.last != " " && text.first != "-" && text.first != "."
    && !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    && Double(text) == nil
  return isSafe ? text : doubleQuoted(text)
}

private func doubleQuoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default:
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
        || (0x2028...0x2029).contains(scalar.value)
      {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

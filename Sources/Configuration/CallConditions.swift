import Handbook
import TOML

extension SettingReader {
  private static let conditionKeys = ["argument", "position", "is", "is_not"]

  /// Conditions on the arguments of a call, as content has them: `[{ argument = "wait", position = 1, is = [false] }]`.
  mutating func conditions(_ entry: TOMLNode.Entry) -> [ArgumentCondition] {
    guard case .array(let elements) = entry.value.value else {
      wrongType(entry, "a list of conditions")
      return []
    }
    return elements.compactMap { condition($0, of: entry.key) }
  }

  private mutating func condition(_ node: TOMLNode, of key: String) -> ArgumentCondition? {
    guard node.entries != nil else {
      add("“\(key)” must hold tables, not \(node.typeName)", at: node.place)
      return nil
    }
    var argument: String?
    var position: Int?
    var literals: [String]?
    var isNegated = false
    for field in entries(of: node, named: "a condition", keys: Self.conditionKeys) {
      switch field.key {
      case "argument": argument = text(field)
      case "position": position = number(field)
      default:
        isNegated = field.key == "is_not"
        literals = self.literals(field)
      }
    }
    if (node["is"] == nil) == (node["is_not"] == nil) {
      add("a condition needs either “is” or “is_not”, such as is = [false]", at: node.place)
      return nil
    }
    if node["argument"] == nil { add("a condition needs the name of an argument", at: node.place) }
    guard let argument, let literals else { return nil }
    return ArgumentCondition(argument: argument, position: position, literals: literals, isNegated: isNegated)
  }

  /// Values as Python writes them; a text stands for itself, so that `"None"` and a class can be named.
  private mutating func literals(_ entry: TOMLNode.Entry) -> [String]? {
    let elements: [TOMLNode]
    if case .array(let list) = entry.value.value { elements = list } else { elements = [entry.value] }
    return elements.compactMap { element in
      switch element.value {
      case .boolean(let flag): return flag ? "True" : "False"
      case .integer(let number): return "\(number)"
      case .float(let number): return "\(number)"
      case .string(let text): return text
      case .dateTime, .array, .table:
        add(
          "“\(entry.key)” must hold values as Python writes them, not \(element.typeName)", at: element.place)
        return nil
      }
    }
  }
}

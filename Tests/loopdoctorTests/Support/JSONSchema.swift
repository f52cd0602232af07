import Foundation

/// As much of JSON Schema as our schemas use. A keyword that it does not know is a fault of the schema, so that nothing in
/// there goes unchecked.
struct JSONSchema {
  private let root: [String: Any]

  /// A schema of the repository.
  init(_ path: String, file: String = #filePath) throws {
    let root = (0..<3).reduce(URL(filePath: file)) { url, _ in url.deletingLastPathComponent() }
    let data = try Data(contentsOf: root.appending(path: path))
    self.root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What a value violates, each with its place.
  func faults(of value: Any) -> [String] { faults(value, root, "$") }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      self.faults(value, keyword, rule, schema, place)
    }
  }

  private func faults(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: String
  ) -> [String] {
    func check(_ holds: Bool) -> [String] { holds ? [] : ["\(place): \(keyword) \(rule): \(value)"] }
    switch keyword {
    case "$schema", "title", "description", "$defs": return []
    case "$ref":
      let name = (rule as? String)?.replacing("#/$defs/", with: "") ?? ""
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(place): no definition \(rule)"]
      }
      return faults(value, target, place)
    case "type":
      let types = rule as? [String] ?? [rule as? String ?? ""]
      return check(types.contains { isOf(type: $0, value) })
    case "const": return check((value as? NSObject) == (rule as? NSObject))
    case "enum": return check((rule as? [NSObject] ?? []).contains { $0 == value as? NSObject })
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return check(text.range(of: pattern, options: .regularExpression) != nil)
    case "minimum": return check((value as? Int).map { $0 >= rule as? Int ?? 0 } ?? true)
    case "minItems": return check((value as? [Any]).map { $0.count >= rule as? Int ?? 0 } ?? true)
    case "required":
      guard let object = value as? [String: Any] else { return [] }
      return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): “\($0)” is missing" }
    case "properties":
      guard let object = value as? [String: Any] else { return [] }
      return (rule as? [String: [String: Any]] ?? [:]).flatMap { name, inner in
        object[name].map { faults($0, inner, place + "." + name) } ?? []
      }
    case "additionalProperties":
      guard let object = value as? [String: Any], rule as? Bool == false else { return [] }
      let known = (schema["properties"] as? [String: Any] ?? [:]).keys
      return object.keys.filter { !known.contains($0) }.map { "\(place): “\($0)” is not expected" }
    case "items":
      guard let elements = value as? [Any], let inner = rule as? [String: Any] else { return [] }
      return elements.enumerated().flatMap { faults($1, inner, place + "[\($0)]") }
    default: return ["\(place): the keyword “\(keyword)” is not known here"]
    }
  }

  private func isOf(type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "integer": value is Int && !isBoolean(value)
    default: false
    }
  }

  /// A number of Foundation's may pass for true or false.
  private func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}

import Timeline
import YAML

/// A mapping being read: everything wrong is logged where it stands, unknown keys with the nearest right one.
struct Fields {
  let node: YAMLNode
  let log: FaultLog

  /// - Parameter keys: all keys that may stand here.
  /// - Returns: nil when the node is no mapping.
  init?(_ node: YAMLNode, keys: [String], log: FaultLog) {
    guard let entries = node.entries else {
      log.add(
        "expected a mapping", at: node.place,
        remedy: "write `key: value` lines: " + keys.joined(separator: ", "))
      return nil
    }
    self.node = node
    self.log = log
    for entry in entries where !keys.contains(entry.key) {
      let near = nearest(to: entry.key, among: keys).map { "did you mean “\($0)”?" }
      log.add(
        "unknown key “\(entry.key)”", at: entry.keyPlace,
        remedy: near ?? "the keys here are " + keys.joined(separator: ", "), code: .key)
    }
  }

  var place: YAMLPlace { node.place }

  /// Where the value of a key stands; of an empty one, the key; of a missing one, the mapping.
  func placeOf(_ key: String) -> YAMLPlace {
    guard let entry = node.entries?.first(where: { $0.key == key }) else { return place }
    return entry.value.isNull ? entry.keyPlace : entry.value.place
  }

  /// Whether a key is there with a value.
  func has(_ key: String) -> Bool { node[key].map { !$0.isNull } ?? false }

  func logMissing(_ key: String) {
    log.add("“\(key)” is missing", at: placeOf(key), remedy: "add `\(key): …`", code: .key)
  }

  // MARK: Texts

  /// The text of a key, or nil when it is missing or empty.
  func optionalText(_ key: String) -> String? {
    guard has(key), let value = node[key] else { return nil }
    guard let text = value.text else {
      log.add("“\(key)” must be text", at: value.place, remedy: "write it on one line")
      return nil
    }
    return text
  }

  /// The text of a key that must be there; the empty string when it is not, which is logged.
  func text(_ key: String) -> String {
    if !has(key) { logMissing(key) }
    return optionalText(key) ?? ""
  }

  /// The id that a key names; it must be there.
  func reference(_ key: String, to target: ReferenceTarget) -> String {
    let id = text(key)
    log.refer(to: target, id, at: placeOf(key))
    return id
  }

  // MARK: Other scalars

  /// A whole number, or nil when it is missing or none, which is logged.
  func optionalNumber(_ key: String) -> Int? {
    guard let text = optionalText(key) else { return nil }
    if let number = Int(text) { return number }
    log.add("“\(key)” must be a whole number", at: placeOf(key), remedy: "write digits")
    return nil
  }

  func number(_ key: String) -> Int {
    if !has(key) { logMissing(key) }
    return optionalNumber(key) ?? 0
  }

  func flag(_ key: String) -> Bool {
    guard let text = optionalText(key) else { return false }
    if text == "true" || text == "false" { return text == "true" }
    log.add("“\(key)” must be true or false", at: placeOf(key), remedy: "write true or false")
    return false
  }

  /// A word out of a fixed list.
  func choice<Value: RawRepresentable & CaseIterable>(_ key: String, default fallback: Value) -> Value
  where Value.RawValue == String {
    guard let text = optionalText(key) else { return fallback }
    if let value = Value(rawValue: text) { return value }
    let all = Value.allCases.map(\.rawValue)
    let near = nearest(to: text, among: all).map { "did you mean “\($0)”? " } ?? ""
    log.add(
      "“\(text)” is no \(key)", at: placeOf(key), remedy: near + "write one of " + all.joined(separator: ", ")
    )
    return fallback
  }

  // MARK: Lists and mappings

  /// A list of texts; a single text counts as a list of one.
  func texts(_ key: String) -> [(text: String, place: YAMLPlace)] {
    guard has(key), let value = node[key] else { return [] }
    if let text = value.text { return [(text, value.place)] }
    return elements(key).compactMap { element in
      if let text = element.text { return (text, element.place) }
      log.add(
        "“\(key)” must be a list of texts", at: element.place, remedy: "write `- text` lines, or quote it")
      return nil
    }
  }

  /// The same, of which there must be at least one.
  func someTexts(_ key: String) -> [(text: String, place: YAMLPlace)] {
    let texts = texts(key)
    if !has(key) || node[key]?.elements?.isEmpty == true { logMissing(key) }
    return texts
  }

  /// The ids that a key names, if it is there.
  func references(_ key: String, to target: ReferenceTarget) -> [String] {
    texts(key).map { id, place in
      log.refer(to: target, id, at: place)
      return id
    }
  }

  /// The elements of a list; none when the key is missing.
  func elements(_ key: String) -> [YAMLNode] {
    guard has(key), let value = node[key] else { return [] }
    if let elements = value.elements { return elements }
    log.add("“\(key)” must be a list", at: value.place, remedy: "write `- …` lines")
    return []
  }

  /// The entries of a mapping; none when the key is missing.
  func entries(_ key: String) -> [YAMLNode.Entry] {
    guard has(key), let value = node[key] else { return [] }
    if let entries = value.entries { return entries }
    log.add("“\(key)” must be a mapping", at: value.place, remedy: "write `name: value` lines")
    return []
  }

  /// The entries of a mapping whose values are texts; none when the key is missing.
  func pairs(_ key: String) -> [(key: String, value: String, place: YAMLPlace, valuePlace: YAMLPlace)] {
    entries(key).compactMap { entry in
      if let text = entry.value.text { return (entry.key, text, entry.keyPlace, entry.value.place) }
      log.add("“\(entry.key)” must be text", at: entry.value.place, remedy: "write it on one line")
      return nil
    }
  }
}

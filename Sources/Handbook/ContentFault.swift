import Timeline
import YAML

/// Something wrong in a content file.
public struct ContentFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Relative to the content folder.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in characters.
  public let column: Int
  public let message: String
  /// What to do about it.
  public let remedy: String

  public var description: String { "\(file):\(line):\(column): \(message); \(remedy)" }
}

/// Collects the faults of one file, so that all are reported at once.
final class FaultLog {
  let file: String
  private(set) var faults: [ContentFault] = []

  init(file: String) { self.file = file }

  func add(_ message: String, at place: YAMLPlace, remedy: String) {
    faults.append(
      ContentFault(file: file, line: place.line, column: place.column, message: message, remedy: remedy))
  }
}

/// A mapping being read: each key asked for once, everything wrong logged, unknown keys named with the nearest right one.
struct Fields {
  let node: YAMLNode
  let log: FaultLog

  /// - Parameter keys: all keys that may stand here.
  /// - Returns: nil when the node is no mapping.
  init?(_ node: YAMLNode, keys: [String], log: FaultLog) {
    guard let entries = node.entries else {
      log.add("expected a mapping", at: node.place, remedy: "write `key: value` lines: " + keys.joined(separator: ", "))
      return nil
    }
    self.node = node
    self.log = log
    for entry in entries where !keys.contains(entry.key) {
      let near = nearest(to: entry.key, among: keys).map { "did you mean “\($0)”?" }
      log.add(
        "unknown key “\(entry.key)”", at: entry.keyPlace,
        remedy: near ?? "the keys here are " + keys.joined(separator: ", "))
    }
  }

  var place: YAMLPlace { node.place }

  /// The text of a key, or nil when it is missing or empty.
  func optionalText(_ key: String) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.text else {
      log.add("“\(key)” must be text", at: value.place, remedy: "write it on one line")
      return nil
    }
    return text
  }

  /// The text of a key that must be there; the empty string when it is not, which is logged.
  func text(_ key: String) -> String {
    if let text = optionalText(key) { return text }
    if node[key]?.isNull ?? true { log.add("“\(key)” is missing", at: place, remedy: "add `\(key): …`") }
    return ""
  }

  /// A whole number, or nil when it is missing or none, which is logged.
  func optionalNumber(_ key: String) -> Int? {
    guard let text = optionalText(key) else { return nil }
    if let number = Int(text) { return number }
    log.add("“\(key)” must be a whole number", at: placeOf(key), remedy: "write digits")
    return nil
  }

  func number(_ key: String) -> Int {
    if node[key] == nil { log.add("“\(key)” is missing", at: place, remedy: "add `\(key): …`") }
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
      "“\(text)” is no \(key)", at: placeOf(key), remedy: near + "write one of " + all.joined(separator: ", "))
    return fallback
  }

  /// A list of texts; a single text counts as a list of one.
  func texts(_ key: String) -> [(text: String, place: YAMLPlace)] {
    guard let value = node[key], !value.isNull else { return [] }
    if let text = value.text { return [(text, value.place)] }
    return elements(key).compactMap { element in
      if let text = element.text { return (text, element.place) }
      log.add("“\(key)” must be a list of texts", at: element.place, remedy: "write `- text` lines, or quote it")
      return nil
    }
  }

  /// The elements of a list; none when the key is missing.
  func elements(_ key: String) -> [YAMLNode] {
    guard let value = node[key], !value.isNull else { return [] }
    if let elements = value.elements { return elements }
    log.add("“\(key)” must be a list", at: value.place, remedy: "write `- …` lines")
    return []
  }

  /// The entries of a mapping whose values are texts; none when the key is missing.
  func pairs(_ key: String) -> [(key: String, value: String, place: YAMLPlace)] {
    guard let value = node[key], !value.isNull else { return [] }
    guard let entries = value.entries else {
      log.add("“\(key)” must be a mapping", at: value.place, remedy: "write `name: value` lines")
      return []
    }
    return entries.compactMap { entry in
      if let text = entry.value.text { return (entry.key, text, entry.keyPlace) }
      log.add("“\(entry.key)” must be text", at: entry.value.place, remedy: "write it on one line")
      return nil
    }
  }

  func placeOf(_ key: String) -> YAMLPlace { node[key]?.place ?? place }
}

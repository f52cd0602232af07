import TOML
import Timeline

/// Reads typed values out of TOML tables, and collects everything that is wrong with them.
struct SettingReader {
  let file: String
  private(set) var faults: [SettingFault] = []

  init(file: String) { self.file = file }

  mutating func add(_ message: String, at place: TOMLPlace) {
    faults.append(SettingFault(file: file, line: place.line, column: place.column, message: message))
  }

  func origin(_ entry: TOMLNode.Entry) -> Origin { .file(file, line: entry.keyPlace.line) }

  /// The entries of a table, of which only some keys may be there.
  mutating func entries(of node: TOMLNode, named name: String, keys: [String]) -> [TOMLNode.Entry] {
    guard let entries = node.entries else {
      add("\(name) must be a table, not \(node.typeName)", at: node.place)
      return []
    }
    return entries.filter { entry in
      if keys.contains(entry.key) { return true }
      add(
        "there is no key \(near(entry.key, among: keys)); the keys are \(keys.joined(separator: ", "))",
        at: entry.keyPlace)
      return false
    }
  }

  mutating func text(_ entry: TOMLNode.Entry) -> String? {
    if case .string(let text) = entry.value.value { return text }
    wrongType(entry, "a text")
    return nil
  }

  mutating func number(_ entry: TOMLNode.Entry) -> Int? {
    if case .integer(let number) = entry.value.value, number > 0 { return number }
    wrongType(entry, "a whole number from 1")
    return nil
  }

  mutating func flag(_ entry: TOMLNode.Entry) -> Bool? {
    if case .boolean(let flag) = entry.value.value { return flag }
    wrongType(entry, "true or false")
    return nil
  }

  mutating func texts(_ entry: TOMLNode.Entry) -> [(text: String, place: TOMLPlace)]? {
    guard case .array(let elements) = entry.value.value else {
      wrongType(entry, "a list of texts")
      return nil
    }
    return elements.compactMap { element in
      if case .string(let text) = element.value { return (text, element.place) }
      add("“\(entry.key)” must hold texts, not \(element.typeName)", at: element.place)
      return nil
    }
  }

  /// A word out of a list.
  mutating func word(_ entry: TOMLNode.Entry, of what: String, among words: [String]) -> String? {
    guard let word = text(entry) else { return nil }
    return known(word, of: what, among: words, at: entry.value.place) ? word : nil
  }

  /// Words out of a list.
  mutating func words(_ entry: TOMLNode.Entry, of what: String, among words: [String]) -> [String]? {
    texts(entry)?.compactMap { text, place in known(text, of: what, among: words, at: place) ? text : nil }
  }

  private mutating func known(
    _ word: String, of what: String, among words: [String], at place: TOMLPlace
  ) -> Bool {
    if words.contains(word) { return true }
    add(unknown(word, what, among: words), at: place)
    return false
  }

  mutating func wrongType(_ entry: TOMLNode.Entry, _ wanted: String) {
    add("“\(entry.key)” must be \(wanted), not \(entry.value.typeName)", at: entry.value.place)
  }
}

/// What is said of a word that is none of those that may stand there.
public func unknown(_ word: String, _ what: String, among words: [String]) -> String {
  let list = words.count > 12 ? "" : "; write one of \(words.joined(separator: ", "))"
  return "there is no \(what) \(near(word, among: words))\(list)"
}

private func near(_ word: String, among words: [String]) -> String {
  "“\(word)”" + (nearest(to: word, among: words).map { " (did you mean “\($0)”?)" } ?? "")
}

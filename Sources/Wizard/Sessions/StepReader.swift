import Terminal
import YAML

/// The steps of a walkthrough.
extension SessionReader {
  private static let kinds = [
    "answer", "say", "pause", "expect", "quiz", "chapter", "keys", "paste", "edit",
  ]

  mutating func step(_ node: YAMLNode) -> SessionFile.Step? {
    guard let entries = node.entries, let first = entries.first else {
      add("a step is one of " + Self.kinds.joined(separator: ", "), at: node.place)
      return nil
    }
    let others = first.key == "answer" ? ["provenance", "seen", "from"] : []
    if Self.kinds.contains(first.key) {
      for entry in entries.dropFirst() where !others.contains(entry.key) {
        if Self.kinds.contains(entry.key) {
          add("“\(entry.key)” is a step of its own; begin it with “- ”", at: entry.keyPlace)
        } else {
          unknown(entry, known: others)
        }
      }
    }
    switch first.key {
    case "answer":
      guard let pair = first.value.entries?.first, first.value.entries?.count == 1 else {
        add("write answer: {question: value}", at: first.value.place)
        return nil
      }
      return answer(pair.key, pair.value, provenance: node, at: pair.keyPlace)
    case "say": return .say(text(first.value))
    case "expect": return .expect(text(first.value))
    case "chapter": return .chapter(text(first.value))
    case "paste": return .paste(text(first.value))
    case "pause":
      guard let seconds = Int(text(first.value)), (0...3600).contains(seconds) else {
        add("a pause is a number of seconds", at: first.value.place)
        return nil
      }
      return .pause(seconds)
    case "keys": return keys(first.value)
    case "edit": return edit(first.value)
    case "quiz": return quiz(first.value)
    default:
      unknown(first, known: Self.kinds)
      return nil
    }
  }

  private mutating func keys(_ node: YAMLNode) -> SessionFile.Step? {
    do throws(KeyScriptFault) {
      return .keys(try keysOfScript(text(node)))
    } catch {
      add(error.message, at: node.place)
      return nil
    }
  }

  private mutating func edit(_ node: YAMLNode) -> SessionFile.Step? {
    let known = ["file", "old", "new"]
    for entry in node.entries ?? [] where !known.contains(entry.key) { unknown(entry, known: known) }
    guard let file = node["file"]?.text, let old = node["old"]?.text, !old.isEmpty,
      let new = node["new"]?.text
    else {
      add("an edit has file, old (text that stands there once) and new", at: node.place)
      return nil
    }
    return .edit(SessionFile.Edit(file: file, old: old, new: new))
  }

  private mutating func quiz(_ node: YAMLNode) -> SessionFile.Step? {
    let known = ["ask", "choices", "right", "explain", "hints"]
    for entry in node.entries ?? [] where !known.contains(entry.key) { unknown(entry, known: known) }
    let choices = node["choices"]?.elements?.compactMap(\.text) ?? []
    guard let prompt = node["ask"]?.text, let right = node["right"]?.text.flatMap({ Int($0) }),
      choices.indices.contains(right - 1), choices.count < 10, let explanation = node["explain"]?.text
    else {
      add(
        "a quiz has ask, choices, right (the number of the right one) and explain", at: node.place
      )
      return nil
    }
    var hints: [String] = []
    if let given = node["hints"], !given.isNull {
      guard let elements = given.elements else {
        add("hints are a list, from a nudge to nearly all of it", at: given.place)
        return nil
      }
      hints = elements.map { text($0) }
    }
    return .quiz(
      SessionFile.Quiz(
        prompt: prompt, choices: choices, right: right - 1, explanation: explanation, hints: hints))
  }
}

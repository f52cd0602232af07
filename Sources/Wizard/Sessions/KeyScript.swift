import Terminal
import Timeline

/// What is wrong with the keys of a walkthrough.
struct KeyScriptFault: Error, Equatable {
  let message: String
}

/// The keys that a line names: `j j enter`, separated by blanks; what stands between quotes is typed as it is:
/// `/ 'time.sleep' enter`.
func keysOfScript(_ script: String) throws(KeyScriptFault) -> [Key] {
  var keys: [Key] = []
  var rest = script[...]
  while let first = rest.first {
    if first.isWhitespace {
      rest = rest.dropFirst()
    } else if first == "'" || first == "\"", let end = rest.dropFirst().firstIndex(of: first) {
      keys += rest[..<end].dropFirst().map { Key.character($0) }
      rest = rest[end...].dropFirst()
    } else {
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(word.count)
      guard let key = Key(name: String(word)) else {
        let near = nearest(to: String(word), among: Key.specialNames).map { "; did you mean “\($0)”?" }
        throw KeyScriptFault(
          message: "there is no key “\(word)”"
            + (near ?? "; text to type stands between quotes: '\(word)'; keys are single characters and "
              + Key.specialNames.joined(separator: ", ")))
      }
      keys.append(key)
    }
  }
  return keys
}

/// A line that `keysOfScript` reads as these keys.
func keyScript(_ keys: [Key]) -> String {
  var words: [String] = []
  var typed = ""
  func quoted(_ text: String) -> String { text.contains("'") ? "\"\(text)\"" : "'\(text)'" }
  func finish() {
    let isText = typed.count > 2 && Set(typed).count > 1 && !(typed.contains("'") && typed.contains("\""))
    words +=
      isText
      ? [quoted(typed)]
      : typed.map {
        Key(name: String($0)) == nil || $0 == "'" || $0 == "\"" ? quoted(String($0)) : String($0)
      }
    typed = ""
  }
  for key in keys {
    if case .character(let character) = key, !character.isNewline {
      typed.append(character)
    } else {
      finish()
      words.append(key.name)
    }
  }
  finish()
  return words.joined(separator: " ")
}

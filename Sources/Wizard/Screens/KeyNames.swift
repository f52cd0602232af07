import Terminal
import Text

extension Key {
  /// The key as help and footer write it.
  func shown(_ glyphs: Glyphs) -> String {
    switch self {
    case .up where glyphs.isUnicode: "↑"
    case .down where glyphs.isUnicode: "↓"
    case .left where glyphs.isUnicode: "←"
    case .right where glyphs.isUnicode: "→"
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "^\(character.uppercased())"
    case .function(let number): "F\(number)"
    default: name
    }
  }
}

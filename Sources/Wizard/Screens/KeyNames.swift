import Terminal

extension Key {
  /// The key as help and footer write it.
  var shown: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "^\(character.uppercased())"
    case .function(let number): "F\(number)"
    default: name
    }
  }
}

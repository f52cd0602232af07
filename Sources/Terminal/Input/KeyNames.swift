import Text

extension Key {
  /// The key's name, as in help, walkthroughs and `init(name:)`: `q`, `space`, `page-down`, `ctrl-l`, `alt-x`, `f1`.
  public var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .function(let number): "f\(number)"
    case .control("@"): "ctrl-space"
    case .control(let character): "ctrl-\(character)"
    case .alternate(" "): "alt-space"
    case .alternate(let character): "alt-\(character)"
    default: Key.namesOfSpecialKeys.first { $0.value == self }?.key ?? ""
    }
  }

  /// The key of that name; nil if there is none. A single character names itself; case matters only there.
  public init?(name: String) {
    if let character = name.first, name.count == 1 {
      // What cannot be seen has a name or is no key.
      guard let scalar = character.unicodeScalars.first, !scalar.needsVisibleForm(after: nil),
        character != " "
      else { return nil }
      self = .character(character)
      return
    }
    let lowercased = name.lowercased()
    if let key = Key.namesOfSpecialKeys[lowercased] ?? Key.otherNames[lowercased] {
      self = key
    } else if lowercased.hasPrefix("ctrl-") {
      guard let key = Key(controlName: lowercased.dropFirst(5)) else { return nil }
      self = key
    } else if lowercased.hasPrefix("alt-") {
      guard case .character(let character) = Key(name: String(name.dropFirst(4))) else { return nil }
      self = .alternate(character)
    } else if lowercased.hasPrefix("f"), let number = Int(lowercased.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The names of all keys that are not a character, for error messages; sorted.
  public static var specialNames: [String] {
    namesOfSpecialKeys.keys.sorted() + ["space", "f1 … f63", "ctrl-a … ctrl-z", "alt-a … alt-z"]
  }

  private init?(controlName name: Substring) {
    guard let character = name == "space" ? "@" : name.first, name == "space" || name.count == 1 else {
      return nil
    }
    switch character {
    // A terminal cannot tell these from the keys that they are named for here.
    case "i": self = .tab
    case "m", "j": self = .enter
    case "h": self = .backspace
    case "[": self = .escape
    case "a"..."z", "@", "\\", "]", "^", "_": self = .control(character)
    default: return nil
    }
  }

  private static let namesOfSpecialKeys: [String: Key] = [
    "enter": .enter, "escape": .escape, "backspace": .backspace, "tab": .tab, "back-tab": .backTab,
    "up": .up, "down": .down, "left": .left, "right": .right,
    "page-up": .pageUp, "page-down": .pageDown, "home": .home, "end": .end, "insert": .insert,
    "delete": .delete,
  ]

  private static let otherNames: [String: Key] = [
    "space": .character(" "), "return": .enter, "esc": .escape, "shift-tab": .backTab,
    "pageup": .pageUp, "pagedown": .pageDown, "alt-space": .alternate(" "),
  ]
}

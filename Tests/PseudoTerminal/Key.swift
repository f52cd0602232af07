import CVTerm

extension PseudoTerminal {
  /// A key to press. What it sends depends on the modes that the program has set, as in a real terminal.
  public enum Key: Sendable {
    case character(Character, Modifiers)
    case special(UInt32, Modifiers)

    public static func character(_ character: Character) -> Key { .character(character, []) }
    public static func control(_ character: Character) -> Key { .character(character, .control) }
    public static func alternate(_ character: Character) -> Key { .character(character, .alternate) }
    public static func function(_ number: Int) -> Key {
      .special(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number), [])
    }

    public static let enter = Key.special(VTERM_KEY_ENTER.rawValue, [])
    public static let tab = Key.special(VTERM_KEY_TAB.rawValue, [])
    public static let backTab = Key.special(VTERM_KEY_TAB.rawValue, .shift)
    public static let backspace = Key.special(VTERM_KEY_BACKSPACE.rawValue, [])
    public static let escape = Key.special(VTERM_KEY_ESCAPE.rawValue, [])
    public static let up = Key.special(VTERM_KEY_UP.rawValue, [])
    public static let down = Key.special(VTERM_KEY_DOWN.rawValue, [])
    public static let left = Key.special(VTERM_KEY_LEFT.rawValue, [])
    public static let right = Key.special(VTERM_KEY_RIGHT.rawValue, [])
    public static let insert = Key.special(VTERM_KEY_INS.rawValue, [])
    public static let delete = Key.special(VTERM_KEY_DEL.rawValue, [])
    public static let home = Key.special(VTERM_KEY_HOME.rawValue, [])
    public static let end = Key.special(VTERM_KEY_END.rawValue, [])
    public static let pageUp = Key.special(VTERM_KEY_PAGEUP.rawValue, [])
    public static let pageDown = Key.special(VTERM_KEY_PAGEDOWN.rawValue, [])
  }

  /// Keys held with another.
  public struct Modifiers: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alternate = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  /// How a cell looks besides its text.
  public enum Attribute: Hashable, Sendable {
    case bold, underline, italic, reverse
    /// A background other than the terminal's own.
    case background
  }

  /// One cell of the screen.
  public struct Cell: Hashable, Sendable {
    /// A character with its marks; empty where nothing was written.
    public let text: String
    /// The number of the colour in the terminal's palette; nil for the default.
    public let foreground: Int?
    public let attributes: Set<Attribute>
  }
}

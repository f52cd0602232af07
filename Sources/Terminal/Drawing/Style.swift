/// A foreground colour: the terminal's own sixteen, so that the person's palette decides how they look, or its default.
public enum Color: String, Hashable, Sendable, CaseIterable {
  case standard
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite

  /// The number of the colour in the terminal's palette, 0 to 15; nil for the default colour.
  public var paletteIndex: Int? {
    switch self {
    case .standard: nil
    case .black: 0
    case .red: 1
    case .green: 2
    case .yellow: 3
    case .blue: 4
    case .magenta: 5
    case .cyan: 6
    case .white: 7
    case .brightBlack: 8
    case .brightRed: 9
    case .brightGreen: 10
    case .brightYellow: 11
    case .brightBlue: 12
    case .brightMagenta: 13
    case .brightCyan: 14
    case .brightWhite: 15
    }
  }
}

/// How a cell looks. There is no background: the terminal's own shows through everywhere.
public struct Style: Hashable, Sendable {
  /// What a terminal can do to a character besides colouring it.
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
    public static let italic = Attributes(rawValue: 16)
  }

  public var foreground: Color
  public var attributes: Attributes

  public init(_ foreground: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }

  /// The terminal's default colour without any attribute.
  public static let plain = Style()

  /// This style with more attributes.
  public func adding(_ attributes: Attributes) -> Style {
    Style(foreground, self.attributes.union(attributes))
  }

  /// This style laid under another: the other's colour wins unless it is the default one; attributes add up.
  public func overlaid(with other: Style) -> Style {
    Style(
      other.foreground == .standard ? foreground : other.foreground,
      attributes.union(other.attributes))
  }

  /// The style in words, such as `bold red`; empty for the plain style.
  public var description: String {
    var words: [String] = []
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.dim) { words.append("dim") }
    if attributes.contains(.underline) { words.append("underline") }
    if attributes.contains(.reverse) { words.append("reverse") }
    if attributes.contains(.italic) { words.append("italic") }
    if foreground != .standard { words.append(foreground.rawValue) }
    return words.joined(separator: " ")
  }
}

extension Style: CustomStringConvertible {}

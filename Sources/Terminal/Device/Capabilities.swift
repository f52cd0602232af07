import Text
import CNcurses

/// What a terminal can show.
public struct Capabilities: Hashable, Sendable {
  /// The value of `TERM`.
  public var terminal: String
  /// Whether the locale's encoding is UTF-8.
  public var isUTF8: Bool
  /// The colours that it shows; 0 without colour, or when the caller wanted none.
  public var colorCount: Int

  public init(terminal: String, isUTF8: Bool, colorCount: Int) {
    self.terminal = terminal
    self.isUTF8 = isUTF8
    self.colorCount = colorCount
  }

  /// The lines and marks that suit it.
  public var glyphs: Glyphs { .suited(isUTF8: isUTF8, terminal: terminal) }
  /// The theme that suits it.
  public var theme: Theme { .suited(colorCount: colorCount) }

  /// Whether the environment's locale encodes text in UTF-8: for output without a screen. Takes the locale's
  /// encoding over for the C library.
  public static func environmentIsUTF8() -> Bool {
    cn_use_locale()
  }
}

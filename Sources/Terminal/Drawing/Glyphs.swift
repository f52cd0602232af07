/// The characters for lines, bullets and marks: as much as the terminal can show. Each `Character` takes one column.
public struct Glyphs: Hashable, Sendable {
  public let horizontal: Character
  public let vertical: Character
  public let topLeft: Character
  public let topRight: Character
  public let bottomLeft: Character
  public let bottomRight: Character
  public let teeLeft: Character
  public let teeRight: Character
  public let teeTop: Character
  public let teeBottom: Character
  public let cross: Character
  /// Before each entry of a list.
  public let bullet: Character
  /// Beside the selected line.
  public let pointer: Character
  /// Something done or right.
  public let check: Character
  /// Something wrong.
  public let failure: Character
  /// Something still open.
  public let pending: Character
  public let arrowRight: Character
  public let arrowUp: Character
  public let arrowDown: Character
  /// The full and the empty part of a bar: progress, scroll position.
  public let barFull: Character
  public let barEmpty: Character
  /// In place of text that was cut; one column, or three in ASCII.
  public let ellipsis: String
  /// The frames of a spinner, in their order.
  public let spinner: [Character]
  /// Whether text beyond ASCII can be shown; hand `!isUnicode` to `sanitized(ascii:)`.
  public let isUnicode: Bool

  /// For terminals that show Unicode.
  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    bullet: "•", pointer: "▸", check: "✓", failure: "✗", pending: "○",
    arrowRight: "→", arrowUp: "↑", arrowDown: "↓", barFull: "█", barEmpty: "░",
    ellipsis: "…", spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"], isUnicode: true)

  /// For terminals whose font has lines but few symbols, such as the Linux console.
  public static let linesOnly = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    bullet: "*", pointer: ">", check: "+", failure: "x", pending: "o",
    arrowRight: "→", arrowUp: "↑", arrowDown: "↓", barFull: "█", barEmpty: "░",
    ellipsis: "...", spinner: ["|", "/", "-", "\\"], isUnicode: true)

  /// For everything else.
  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
    bullet: "*", pointer: ">", check: "+", failure: "x", pending: "o",
    arrowRight: ">", arrowUp: "^", arrowDown: "v", barFull: "#", barEmpty: ".",
    ellipsis: "...", spinner: ["|", "/", "-", "\\"], isUnicode: false)

  /// The set for a terminal.
  ///
  /// - Parameters:
  ///   - isUTF8: whether the locale's encoding is UTF-8.
  ///   - terminal: the value of `TERM`.
  public static func suited(isUTF8: Bool, terminal: String) -> Glyphs {
    guard isUTF8 else { return .ascii }
    let family = terminal.prefix { $0 != "-" && $0 != "." }
    switch family {
    case "linux": return .linesOnly
    case "", "dumb", "ansi", "pcansi", "cons25", "sun", "hurd", "vt52", "vt100", "vt102", "vt220":
      return .ascii
    default: return family.hasPrefix("wy") || family.hasPrefix("hp") ? .ascii : .unicode
    }
  }
}

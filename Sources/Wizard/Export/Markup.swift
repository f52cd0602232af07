import Text

extension String {
  /// This text inside XML or HTML, between tags or in a quoted attribute. What XML does not allow at all is made visible.
  public var asMarkup: String {
    var result = ""
    for scalar in sanitized(keepingLineBreaks: true).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// How a style is called in the style sheets of what is exported, and those sheets' colours.
enum MarkupStyle {
  /// The classes of a style, separated by blanks; empty for the plain one.
  static func classes(_ style: Style) -> String {
    let attributes = style.attributes
    var classes: [String] = []
    if let index = style.foreground.paletteIndex { classes.append("c\(index % 8)") }
    if attributes.contains(.bold) { classes.append("b") }
    if attributes.contains(.dim) { classes.append("d") }
    if attributes.contains(.italic) { classes.append("i") }
    if attributes.contains(.underline) { classes.append("u") }
    if attributes.contains(.reverse) { classes.append("v") }
    return classes.joined(separator: " ")
  }

  /// Background, text and the eight colours, dark on light and light on dark; each stands out from its background by
  /// 4.5 to 1 at least.
  static let light = [
    "#ffffff", "#1f2328", "#1f2328", "#b3261e", "#116329", "#7d4e00", "#0b57d0", "#8b2fa8", "#00626b",
    "#1f2328",
  ]
  static let dark = [
    "#0d1117", "#e6edf3", "#e6edf3", "#ff7b72", "#7ee787", "#e3b341", "#79c0ff", "#d2a8ff", "#76e3ea",
    "#e6edf3",
  ]
}

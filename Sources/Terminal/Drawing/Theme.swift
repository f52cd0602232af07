/// The roles that text plays on the screen, and the style of each.
///
/// Colour is never the only sign of a meaning: whoever draws an error also says so in a word or a mark.
public struct Theme: Hashable, Sendable {
  /// What a piece of text is for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Running text.
    case text
    /// The name of the screen.
    case title
    case heading
    /// A key to press, in help and in the footer.
    case key
    /// The name of a field or a column.
    case label
    /// What may be overlooked: hints, line numbers.
    case hint
    case emphasis
    case strong
    /// A command or a name inside running text.
    case inlineCode
    case link
    case quote
    /// Frames and rules.
    case border
    /// The line on which the cursor rests.
    case selected
    /// A match of the search.
    case match
    case error
    case warning
    case note
    case success
    case codeKeyword
    case codeString
    case codeComment
    case codeNumber
    /// A function's or class's name where it is defined, a decorator.
    case codeName
    case added
    case removed
    /// The place in the code that is spoken of.
    case culprit
    case progress
  }

  private let styles: [Role: Style]

  /// The style of a role.
  public subscript(role: Role) -> Style {
    styles[role] ?? .plain
  }

  /// For terminals with colours. Only the six plain colours are used: black, white and the bright ones vanish on one
  /// background or another, and so do dim colours.
  public static let colour = Theme(styles: [
    .title: Style(.standard, .bold),
    .heading: Style(.cyan, .bold),
    .key: Style(.cyan),
    .label: Style(.standard, .bold),
    .hint: Style(.standard, .dim),
    .emphasis: Style(.standard, .italic),
    .strong: Style(.standard, .bold),
    .inlineCode: Style(.cyan),
    .link: Style(.blue, .underline),
    .quote: Style(.standard, .italic),
    .border: Style(.standard, .dim),
    .selected: Style(.standard, .reverse),
    .match: Style(.yellow, [.bold, .underline]),
    .error: Style(.red, .bold),
    .warning: Style(.yellow, .bold),
    .note: Style(.blue),
    .success: Style(.green),
    .codeKeyword: Style(.magenta),
    .codeString: Style(.green),
    .codeComment: Style(.standard, .dim),
    .codeNumber: Style(.cyan),
    .codeName: Style(.blue),
    .added: Style(.green),
    .removed: Style(.red),
    .culprit: Style(.red, [.bold, .underline]),
    .progress: Style(.cyan),
  ])

  /// For terminals without colours and for people who switched them off.
  public static let monochrome = Theme(styles: [
    .title: Style(.standard, .bold),
    .heading: Style(.standard, [.bold, .underline]),
    .key: Style(.standard, .bold),
    .label: Style(.standard, .bold),
    .hint: Style(.standard, .dim),
    .emphasis: Style(.standard, .italic),
    .strong: Style(.standard, .bold),
    .inlineCode: Style(.standard, .bold),
    .link: Style(.standard, .underline),
    .quote: Style(.standard, .italic),
    .border: Style(.standard, .dim),
    .selected: Style(.standard, .reverse),
    .match: Style(.standard, [.bold, .underline]),
    .error: Style(.standard, .bold),
    .warning: Style(.standard, .bold),
    .codeKeyword: Style(.standard, .bold),
    .codeComment: Style(.standard, .dim),
    .codeName: Style(.standard, .underline),
    .added: Style(.standard, .bold),
    .removed: Style(.standard, .dim),
    .culprit: Style(.standard, [.bold, .underline]),
    .progress: Style(.standard, .bold),
  ])

  /// The theme for a terminal of that many colours; fewer than eight cannot tell the roles apart.
  public static func suited(colorCount: Int) -> Theme {
    colorCount >= 8 ? .colour : .monochrome
  }
}

import Report
import Terminal
import Text

/// The table of keys as people read it: in the wizard's own help, in `loopdoctor explain keys` and in the manual page.
public struct KeyTable {
  struct Section {
    /// nil: holds everywhere.
    let context: KeyBinding.Context?
    let title: String
    let rows: [(keys: String, help: String)]
  }

  let sections: [Section]

  public init(glyphs: Glyphs) { self.init(glyphs: glyphs, first: nil) }

  /// - Parameter first: the context whose keys come before all others.
  init(glyphs: Glyphs, first: KeyBinding.Context?) {
    func rows(_ bindings: [KeyBinding]) -> [(keys: String, help: String)] {
      bindings.map { ($0.keys.map { $0.shown(glyphs) }.joined(separator: ", "), $0.help) }
    }
    let contexts = KeyBinding.Context.allCases.sorted { $0 == first && $1 != first }
    sections =
      contexts.map { context in
        let own = KeyBinding.bindings(in: context).filter { !$0.holdsEverywhere }
        let digits = context == .question ? [(keys: "1-9", help: "take the answer of this number")] : []
        return Section(context: context, title: context.title, rows: digits + rows(own))
      } + [
        Section(
          context: nil, title: "Anywhere", rows: rows(KeyBinding.all.filter(\.holdsEverywhere)))
      ]
  }

  public func lines(_ style: ReportStyle) -> [[Span]] {
    sections.flatMap { section in
      [[Span(section.title, style.theme[.heading])]]
        + section.rows.flatMap { Self.line($0.keys, $0.help, style) } + [[]]
    }
  }

  static func line(_ keys: String, _ help: String, _ style: ReportStyle) -> [[Span]] {
    let column = min(24, style.width / 3)
    return style.wrapped(
      [Span("  " + keys.padded(to: column) + " ", style.theme[.key]), Span(help)], hanging: column + 3)
  }

  /// The section of a manual page, in mdoc.
  public var manual: String {
    func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\e").split(separator: "\n").joined(separator: " ")
    }
    return
      ".Sh KEYS\nThe keys of the wizard; the same list is shown by its key ? and by\n.Ql loopdoctor explain keys .\n"
      + sections.map { section in
        ".Ss \\&\(section.title)\n.Bl -tag -width 16n -compact\n"
          + section.rows.map { ".It \\&\(escaped($0.keys))\n\\&\(escaped($0.help))\n" }.joined() + ".El\n"
      }.joined()
  }
}

import Text

/// How reports for people look: roles to styles, signs, and the width in columns.
public struct ReportStyle: Sendable {
  public let theme: Theme
  public let glyphs: Glyphs
  /// In columns.
  public let width: Int

  /// Whether `code` in running text stands between backticks, for where no style sets it off.
  public let quotesCode: Bool

  public init(theme: Theme, glyphs: Glyphs, width: Int, quotesCode: Bool = false) {
    self.theme = theme
    self.glyphs = glyphs
    self.width = max(20, width)
    self.quotesCode = quotesCode
  }

  /// The same for what stands `columns` further in.
  func narrowed(by columns: Int) -> ReportStyle {
    ReportStyle(theme: theme, glyphs: glyphs, width: width - columns, quotesCode: quotesCode)
  }

  /// Lays articles out in this style.
  public var articles: ArticleLayout {
    ArticleLayout(theme: theme, glyphs: glyphs, width: width, quotesCode: quotesCode)
  }

  /// Spans broken into lines, all of them behind `indent` blanks and the continuing ones behind `hanging` more.
  public func wrapped(_ spans: [Span], indent: Int = 0, hanging: Int = 0) -> [[Span]] {
    let margin = Span(String(repeating: " ", count: indent))
    return spans.wrapped(width: max(10, width - indent), hangingIndent: hanging).map { line in
      indent == 0 || line.isEmpty ? line : [margin] + line
    }
  }
}

/// A count with its noun: "1 file", "2,481 files".
public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A number with commas between the thousands.
public func grouped(_ number: Int) -> String {
  var digits = String(abs(number))
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}

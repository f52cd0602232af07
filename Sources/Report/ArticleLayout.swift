import Handbook
import Text

/// Lays an article out as lines of styled text for a given width.
public struct ArticleLayout: Sendable {
  let theme: Theme
  let glyphs: Glyphs
  /// In columns.
  let width: Int

  /// Whether `code` in running text stands between backticks, for where no style sets it off.
  let quotesCode: Bool

  public init(theme: Theme, glyphs: Glyphs, width: Int, quotesCode: Bool = false) {
    self.init(theme: theme, glyphs: glyphs, exactly: max(20, width), quotesCode: quotesCode)
  }

  private init(theme: Theme, glyphs: Glyphs, exactly width: Int, quotesCode: Bool) {
    self.theme = theme
    self.glyphs = glyphs
    self.width = max(2, width)
    self.quotesCode = quotesCode
  }

  /// The same for what stands inside something else.
  private func narrowed(by columns: Int) -> ArticleLayout {
    ArticleLayout(theme: theme, glyphs: glyphs, exactly: width - columns, quotesCode: quotesCode)
  }

  /// The whole article: heading, introduction, sections, and where its facts come from.
  /// - Parameter leftOut: how many sections for other projects are not in it.
  public func lines(of article: Article, leftOut: Int = 0) -> [[Span]] {
    var lines = wrapped([Span(article.heading, theme[.title])])
    lines.append([])
    lines += self.lines(of: article.introduction, indent: 0)
    for section in article.sections { lines += self.lines(of: section) }
    if leftOut > 0 {
      let others = leftOut == 1 ? "One section" : "\(leftOut) sections"
      lines += wrapped([
        Span(
          "\(others) for other set-ups left out: loopdoctor explain \(article.id) shows all.", theme[.hint])
      ])
      lines.append([])
    }
    if !article.see.isEmpty {
      lines += wrapped([Span("See also: ", theme[.label]), Span(article.see.joined(separator: ", "))])
    }
    if !article.tried.isEmpty { lines += wrapped([Span("Tried on: \(article.tried)", theme[.hint])]) }
    for source in article.sources { lines += wrapped([Span("Source: \(source)", theme[.hint])]) }
    return lines
  }

  public func lines(of section: Article.Section) -> [[Span]] {
    var heading = [Span(section.title, theme[.heading])]
    let said = section.title.lowercased()
    let conditions = section.conditions.filter { condition in
      // Nothing that the title says already.
      switch condition {
      case .framework(let names), .library(let names): !names.allSatisfy { said.contains($0.lowercased()) }
      case .pythonAtLeast, .pythonBelow: !said.contains(condition.description.lowercased())
      }
    }
    if !conditions.isEmpty {
      heading.append(Span("  (\(conditions.map(\.description).joined(separator: "; ")))", theme[.hint]))
    }
    return wrapped(heading) + [[]] + lines(of: section.blocks, indent: 0)
  }

  /// Blocks, each followed by an empty line.
  public func lines(of blocks: [Block], indent: Int) -> [[Span]] {
    blocks.flatMap { lines(of: $0, indent: indent) + [[]] }
  }

  private func lines(of block: Block, indent: Int) -> [[Span]] {
    switch block {
    case .heading(_, let text): return wrapped(spans(text, base: theme[.heading]), indent: indent)
    case .paragraph(let text): return wrapped(spans(text), indent: indent)
    case .code(let sample): return code(sample, indent: indent)
    case .list(let start, let items): return list(start, items, indent: indent)
    case .table(let header, let rows): return table(header, rows, indent: indent)
    case .quote(let blocks):
      let bar = Span(String(glyphs.vertical) + " ", theme[.border])
      var inner = narrowed(by: indent + 2).lines(of: blocks, indent: 0)
      if inner.last?.isEmpty == true { inner.removeLast() }
      return inner.map { indented([bar] + $0, by: indent) }
    }
  }

  private func wrapped(_ spans: [Span], indent: Int = 0, hanging: Int = 0) -> [[Span]] {
    spans.wrapped(width: width - indent, hangingIndent: hanging).map { indented($0, by: indent) }
  }

  private func indented(_ line: [Span], by columns: Int) -> [Span] {
    columns == 0 || line.isEmpty ? line : [Span(String(repeating: " ", count: columns))] + line
  }

  func spans(_ inlines: [Inline], base: Style = .plain) -> [Span] {
    inlines.flatMap { inline -> [Span] in
      switch inline {
      case .text(let text): [Span(text, base)]
      case .code(let text):
        [Span(quotesCode ? "`\(text)`" : text, base.overlaid(with: theme[.inlineCode]))]
      case .emphasis(let inner): spans(inner, base: base.overlaid(with: theme[.emphasis]))
      case .strong(let inner): spans(inner, base: base.overlaid(with: theme[.strong]))
      case .link(let inner, let destination):
        spans(inner, base: base.overlaid(with: theme[.link]))
          + (inner.plain == destination ? [] : [Span(" (\(destination))", theme[.hint])])
      case .lineBreak: [Span("\n", base)]
      }
    }
  }

  private func code(_ sample: CodeSample, indent: Int) -> [[Span]] {
    let text = sample.text.hasSuffix("\n") ? String(sample.text.dropLast()) : sample.text
    let lines =
      sample.language == "python"
      ? CodeColors(theme: theme).lines(of: text)
      : text.split(separator: "\n", omittingEmptySubsequences: false).map { [Span(String($0))] }
    let (label, role): (String, Theme.Role) =
      switch sample.claim {
      case .before: ("before", .removed)
      case .after: ("after", .added)
      case .example, nil: ("", .border)
      }
    let bar = Span("  " + String(glyphs.vertical) + " ", theme[role])
    let title = label.isEmpty ? [] : [indented([Span("  " + label, theme[role])], by: indent)]
    return title + lines.map { indented([bar] + $0, by: indent) }
  }

  private func list(_ start: Int?, _ items: [[Block]], indent: Int) -> [[Span]] {
    items.enumerated().flatMap { index, blocks -> [[Span]] in
      let mark = start.map { "\($0 + index). " } ?? "\(glyphs.bullet) "
      let columns = mark.displayWidth
      var lines = narrowed(by: indent + columns).lines(of: blocks, indent: 0)
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines.enumerated().map { number, line in
        number == 0
          ? indented([Span(mark, theme[.hint])] + line, by: indent) : indented(line, by: indent + columns)
      }
    }
  }
}

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
    laidOut(article, leftOut: leftOut).map(\.spans)
  }

  public func lines(of section: Article.Section) -> [[Span]] { laidOut(section).map(\.spans) }

  /// Blocks, each followed by an empty line.
  public func lines(of blocks: [Block], indent: Int) -> [[Span]] {
    laidOut(blocks, indent: indent).map(\.spans)
  }

  /// The whole article, in lines that know which part of the text they come from.
  public func laidOut(_ article: Article, leftOut: Int = 0) -> [ArticleLine] {
    var lines = wrapped([Span(article.heading, theme[.title])])
    lines.append(.blank)
    lines += laidOut(article.introduction, indent: 0)
    for section in article.sections { lines += laidOut(section) }
    if leftOut > 0 {
      let others = leftOut == 1 ? "One section" : "\(leftOut) sections"
      lines += wrapped([
        Span(
          "\(others) for other set-ups left out: loopdoctor explain \(article.id) shows all.", theme[.hint])
      ])
      lines.append(.blank)
    }
    if !article.see.isEmpty {
      lines += wrapped([Span("See also: ", theme[.label]), Span(article.see.joined(separator: ", "))])
    }
    if !article.tried.isEmpty { lines += wrapped([Span("Tried on: \(article.tried)", theme[.hint])]) }
    for source in article.sources { lines += wrapped([Span("Source: \(source)", theme[.hint])]) }
    return lines
  }

  private func laidOut(_ section: Article.Section) -> [ArticleLine] {
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
    return wrapped(heading) + [.blank] + laidOut(section.blocks, indent: 0)
  }

  private func laidOut(_ blocks: [Block], indent: Int) -> [ArticleLine] {
    blocks.flatMap { laidOut($0, indent: indent) + [.blank] }
  }

  private func laidOut(_ block: Block, indent: Int) -> [ArticleLine] {
    switch block {
    case .heading(_, let text): return wrapped(spans(text, base: theme[.heading]), indent: indent)
    case .paragraph(let text): return wrapped(spans(text), indent: indent)
    case .code(let sample): return code(sample, indent: indent)
    case .list(let start, let items): return list(start, items, indent: indent)
    case .table(let header, let rows): return table(header, rows, indent: indent)
    case .quote(let blocks):
      let bar = Span(String(glyphs.vertical) + " ", theme[.border])
      var inner = narrowed(by: indent + 2).laidOut(blocks, indent: 0)
      if inner.last?.spans.isEmpty == true { inner.removeLast() }
      return inner.map { $0.with(indented([bar] + $0.spans, by: indent)) }
    }
  }

  private func wrapped(_ spans: [Span], indent: Int = 0, hanging: Int = 0) -> [ArticleLine] {
    ArticleLine.part(
      spans.wrapped(width: width - indent, hangingIndent: hanging).map { indented($0, by: indent) })
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

  private func code(_ sample: CodeSample, indent: Int) -> [ArticleLine] {
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
    let code = lines.enumerated().map { index, line in
      ArticleLine(
        spans: indented([bar] + line, by: indent), beginsPart: true, sample: index == 0 ? text + "\n" : nil)
    }
    return ArticleLine.part(title) + code
  }

  private func list(_ start: Int?, _ items: [[Block]], indent: Int) -> [ArticleLine] {
    items.enumerated().flatMap { index, blocks -> [ArticleLine] in
      let mark = start.map { "\($0 + index). " } ?? "\(glyphs.bullet) "
      let columns = mark.displayWidth
      var lines = narrowed(by: indent + columns).laidOut(blocks, indent: 0)
      while lines.last?.spans.isEmpty == true { lines.removeLast() }
      return lines.enumerated().map { number, line in
        line.with(
          number == 0
            ? indented([Span(mark, theme[.hint])] + line.spans, by: indent)
            : indented(line.spans, by: indent + columns))
      }
    }
  }
}

/// A line of an article as it is laid out.
public struct ArticleLine: Sendable {
  public let spans: [Span]
  /// Whether a part of the text begins here: a paragraph, a line of code, a row of a table. There are as many of them at
  /// every width.
  public let beginsPart: Bool
  /// The whole code of the sample that begins here.
  public let sample: String?

  static let blank = ArticleLine(spans: [], beginsPart: true, sample: nil)

  /// Lines that make up one part.
  static func part(_ lines: [[Span]]) -> [ArticleLine] {
    lines.enumerated().map { ArticleLine(spans: $1, beginsPart: $0 == 0, sample: nil) }
  }

  func with(_ spans: [Span]) -> ArticleLine {
    ArticleLine(spans: spans, beginsPart: beginsPart, sample: sample)
  }
}

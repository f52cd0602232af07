import Handbook
import Text
import Timeline

/// Finds what a word or a pasted message is about, and lays it out.
public struct Explanation: Sendable {
  private let handbook: Handbook
  private let style: ReportStyle

  public init(handbook: Handbook, style: ReportStyle) {
    self.handbook = handbook
    self.style = style
  }

  /// Everything that can be explained, in the order of the list.
  public var ids: [String] { handbook.articles.map(\.id) + handbook.graph.questions.map(\.id) }

  /// The explanation of an id, of a fix's number, of lines that end in an id as our reports' do, or of the known messages in a
  /// text; nil when nothing fits.
  public func lines(for text: String) -> [[Span]]? {
    let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let article = article(word) { return layout(article) }
    if let question = handbook.graph.question(word.lowercased()) { return layout(question) }
    let named = idsAtEnds(of: text)
    if !named.isEmpty { return named.flatMap(layout) }
    let messages = handbook.messages(in: text)
    guard !messages.isEmpty else { return nil }
    var seen: Set<String> = []
    return messages.filter { seen.insert($0.page).inserted }.flatMap { message -> [[Span]] in
      let answers = message.answers.sorted { $0.key < $1.key }.map { "--answer \($0.key)=\($0.value)" }
      // A command is not broken: it is there to be copied.
      return (handbook.article(message.page).map(layout) ?? []) + [
        [], [Span("On the timeline:", style.theme[.label])],
        [Span("  loopdoctor diagnose \(answers.joined(separator: " "))")], [],
      ]
    }
  }

  /// What the lines of a report of ours, `… [blocking-sleep]`, are about.
  private func idsAtEnds(of text: String) -> [Article] {
    var ids: [Substring] = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard line.last == "]", let open = line.lastIndex(of: "[") else { continue }
      let id = line[line.index(after: open)...].dropLast()
      if !ids.contains(id) { ids.append(id) }
    }
    return ids.compactMap { handbook.article(String($0)) }
  }

  /// By its id, however it is spelled ("Fix 6"), or by a fix's or check's number ("6", "check 3").
  private func article(_ word: String) -> Article? {
    let id = word.lowercased().replacing(" ", with: "-")
    return handbook.article(word) ?? handbook.article(id) ?? handbook.article("fix-\(id)")
      ?? handbook.articles.first { article in
        if case .check(let number) = article.category { id == "check-\(number)" } else { false }
      }
  }

  public func list() -> [[Span]] {
    let groups: [(String, (Article) -> Bool)] = [
      ("Fixes", { if case .fix = $0.category { true } else { false } }),
      ("Still not working? Eight checks", { if case .check = $0.category { true } else { false } }),
      ("Messages", { $0.category == .message }),
      ("Finding kinds", { $0.category == .findingKind }),
      ("More", { $0.category == .page }),
    ]
    let column = (handbook.articles.map(\.id.count) + handbook.graph.questions.map(\.id.count)).max() ?? 0
    func entry(_ id: String, _ text: String) -> [[Span]] {
      style.wrapped(
        [Span("  " + id.padded(to: column + 2), style.theme[.key]), Span(text)],
        hanging: min(column + 4, style.width / 2))
    }
    var lines: [[Span]] = []
    for (title, belongs) in groups {
      lines.append([Span(title, style.theme[.heading])])
      for article in handbook.articles where belongs(article) { lines += entry(article.id, article.title) }
      lines.append([])
    }
    lines.append([Span("Questions", style.theme[.heading])])
    for question in handbook.graph.questions { lines += entry(question.id, question.prompt) }
    return lines
  }

  private func layout(_ article: Article) -> [[Span]] { style.articles.lines(of: article) }

  private func layout(_ question: Question) -> [[Span]] {
    var lines = style.wrapped(style.theme.spans(question.prompt, style.theme[.title]))
    lines += style.wrapped(style.theme.spans(question.why)) + [[]]
    let column = (question.values.map(\.count).max() ?? 0) + 2
    for choice in question.choices {
      lines += style.wrapped(
        [Span("  " + choice.value.padded(to: column), style.theme[.key])]
          + style.theme.spans(choice.label + ". ", style.theme[.strong]) + style.theme.spans(choice.sign),
        hanging: min(column + 2, style.width / 2))
    }
    return lines + [[]]
      + style.wrapped(
        [Span("If you don't know: ", style.theme[.label])] + style.theme.spans(question.findOut))
  }
}

import Terminal
import Text

/// A lesson as a text to read, plain or in Markdown.
struct Transcript {
  let lesson: SessionFile
  let scenes: [Scene]
  let isMarkdown: Bool
  /// In columns; plain text is broken there.
  let width: Int

  var text: String {
    var text = (isMarkdown ? "# " : "") + words(lesson.title) + "\n\n" + paragraph(lesson.summary)
    for scene in scenes {
      if let chapter = scene.beat.chapter { text += (isMarkdown ? "## " : "== ") + words(chapter) + "\n\n" }
      for action in scene.actions { text += paragraph((isMarkdown ? "→ " : "-> ") + action) }
      if let screen = scene.screen { text += block(screen.plainText) }
      switch scene.beat.card {
      case .say(let said): text += paragraph(said)
      case .quiz(let quiz): text += self.quiz(quiz)
      case nil: break
      }
    }
    return text
  }

  private func quiz(_ quiz: SessionFile.Quiz) -> String {
    var text = paragraph(
      isMarkdown ? "**Question.** \(quiz.prompt)" : "Question: \(quiz.prompt)", isMarked: true)
    for (index, choice) in quiz.choices.enumerated() {
      text += isMarkdown ? "\(index + 1). \(words(choice))\n" : lines("  \(index + 1). \(choice)", hanging: 5)
    }
    text += "\n"
    for (index, hint) in quiz.hints.enumerated() {
      text += folded("Hint \(index + 1) of \(quiz.hints.count)", paragraph(hint))
    }
    return text
      + folded(
        "Answer",
        paragraph("It is \(quiz.right + 1). \(quiz.choices[quiz.right])") + paragraph(quiz.explanation))
  }

  private func folded(_ title: String, _ text: String) -> String {
    isMarkdown
      ? "<details><summary>\(title)</summary>\n\n\(text)</details>\n\n" : "\(title): " + text
  }

  /// - Parameter isMarked: whether it has marks of our own in it.
  private func paragraph(_ text: String, isMarked: Bool = false) -> String {
    guard isMarkdown else { return lines(text) + "\n" }
    guard isMarked, let end = text.firstRange(of: "** ")?.upperBound else { return words(text) + "\n\n" }
    return text[..<end] + words(String(text[end...])) + "\n\n"
  }

  private func lines(_ text: String, hanging: Int = 0) -> String {
    words(text).wrapped(width: width, hangingIndent: hanging).map { $0 + "\n" }.joined()
  }

  /// A screen as it is; no run of backticks in it may end the block.
  private func block(_ text: String) -> String {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard isMarkdown else { return rows.map { "  | \($0)".trimmedEnd + "\n" }.joined() + "\n" }
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\(fence)text\n\(text)\n\(fence)\n\n"
  }

  /// Text without a meaning in Markdown but for the code between backticks.
  private func words(_ text: String) -> String {
    let clean = text.sanitized()
    guard isMarkdown else { return clean }
    var result = ""
    for span in Theme.monochrome.spans(clean) {
      let isCode = span.style != .plain
      if isCode {
        result += "`\(span.text)`"
      } else {
        for character in span.text {
          if "\\`*_<>[]|#&~".contains(character) { result.append("\\") }
          result.append(character)
        }
      }
    }
    return result
  }
}

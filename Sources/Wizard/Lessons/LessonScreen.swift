import Report
import Terminal
import Text

/// What a lesson looks like: the wizard's screen, and below it what is said, asked or typed.
extension LessonState {
  /// The rows below the wizard where the narration is short: the rule, the text and the keys.
  private static func panelRows(in size: Size) -> Int {
    min(size.rows, size.rows < 24 ? 5 : size.rows < 30 ? 6 : 8)
  }

  /// The room that is left for the wizard.
  static func wizardSize(in size: Size) -> Size {
    Size(columns: size.columns, rows: max(1, size.rows - panelRows(in: size)))
  }

  private var theme: Theme { stage.wizard.theme }
  private var glyphs: Glyphs { stage.wizard.glyphs }

  /// The screen as it should look now.
  public var canvas: Canvas {
    var canvas = Canvas(size)
    canvas.draw(stage.wizard.canvas, row: 0, column: 0)
    let lines = panel
    let room = max(0, size.rows - 2)
    // A long text takes what it needs; the wizard's upper rows are those that count.
    let shown = quiz.chosen == nil ? Array(lines.prefix(room)) : Array(lines.suffix(room))
    let rows = max(Self.panelRows(in: size), shown.count + 2)
    let top = max(0, size.rows - rows)
    canvas.fill(Rect(row: top, column: 0, width: size.columns, height: rows))
    canvas.horizontalLine(row: top, column: 0, width: size.columns, glyphs: glyphs, style: theme[.border])
    let title = heading.truncated(to: max(0, size.columns - 6), ellipsis: glyphs.ellipsis)
    canvas.put(" \(title) ", row: top, column: 2, style: theme[.title])
    let keys = " \(typedKeys) "
    if !typed.isEmpty, title.displayWidth + keys.displayWidth + 8 < size.columns {
      canvas.put(keys, row: top, column: size.columns - keys.displayWidth - 2, style: theme[.key])
    }
    for (offset, line) in shown.enumerated() {
      canvas.put(line, row: top + 1 + offset, column: 1, maxWidth: size.columns - 2)
    }
    canvas.put(footer, row: size.rows - 1, column: 1, maxWidth: size.columns - 2)
    // Screen readers and magnifiers begin to read where the new text is.
    canvas.cursor = Position(row: min(top + 1, max(0, size.rows - 1)), column: 1)
    return canvas
  }

  private var heading: String {
    let title = chapters.last { $0.beat <= place }?.title ?? lesson.title
    return "\(isAtEnd ? beats.count : place + 1)/\(beats.count)"
      + (title.isEmpty ? "" : " \(glyphs.bullet) \(title)".sanitized(ascii: !glyphs.isUnicode))
  }

  /// The keys of this beat, the last ones when they are many.
  private var typedKeys: String {
    let names = typed.suffix(12).map { $0.shown(glyphs) }
    return "typed: " + (typed.count > names.count ? glyphs.ellipsis + " " : "") + names.joined(separator: " ")
  }

  // MARK: The text

  private var style: ReportStyle {
    ReportStyle(theme: theme, glyphs: glyphs, width: min(size.columns - 2, 100))
  }

  private var panel: [[Span]] {
    if let openChapter {
      return chapters.enumerated().map { index, chapter in
        let mark = index == openChapter ? String(glyphs.pointer) : " "
        let text = "\(mark) \(index + 1) \(chapter.title)".sanitized(ascii: !glyphs.isUnicode)
        return [Span(text, index == openChapter ? theme[.strong] : .plain)]
      }
    }
    if isAtEnd { return endLines }
    if let fault, beat.steps.contains(fault.step - 1) {
      return style.wrapped([Span("Step \(fault.step) no longer fits: \(fault.message)", theme[.warning])])
        + cardLines
    }
    return cardLines
  }

  private var endLines: [[Span]] {
    let right = score.values.count { $0 }
    let verdict =
      score.isEmpty ? "" : " \(right) of \(counted(score.count, "question")) right at the first try."
    return [[Span("The end of the lesson.", theme[.strong]), Span(verdict)]]
  }

  private var cardLines: [[Span]] {
    switch card {
    case .say(let words): style.wrapped(theme.spans(words.sanitized(ascii: !glyphs.isUnicode)))
    case .quiz(let asked): quizLines(asked, style)
    case nil: []
    }
  }

  /// A question as it stands.
  func quizLines(_ asked: SessionFile.Quiz, _ style: ReportStyle) -> [[Span]] {
    let theme = style.theme
    func spans(_ text: String, _ base: Style = .plain) -> [Span] {
      theme.spans(text.sanitized(ascii: !style.glyphs.isUnicode), base)
    }
    var lines = style.wrapped(spans(asked.prompt, theme[.strong]))
    if let chosen = quiz.chosen {
      return lines + verdictLines(asked, chosen: chosen, style)
    }
    for (index, choice) in asked.choices.enumerated() {
      lines += style.wrapped([Span("  \(index + 1). ", theme[.key])] + spans(choice), hanging: 5)
    }
    for (index, hint) in asked.hints.prefix(quiz.hints).enumerated() {
      lines += style.wrapped(
        [Span("Hint \(index + 1) of \(asked.hints.count): ", theme[.label])] + spans(hint), hanging: 2)
    }
    return lines
  }

  /// What is said to an answer.
  func verdictLines(_ asked: SessionFile.Quiz, chosen: Int, _ style: ReportStyle) -> [[Span]] {
    let theme = style.theme
    let (word, role): (String, Theme.Role) =
      chosen == asked.right ? ("Right:", .success) : chosen < 0 ? ("It is", .note) : ("No, it is", .warning)
    let right = asked.choices[asked.right].sanitized(ascii: !style.glyphs.isUnicode)
    return style.wrapped(
      [Span("\(word) \(asked.right + 1). ", theme[role])] + theme.spans(right, theme[role]), hanging: 2)
      + style.wrapped(theme.spans(asked.explanation.sanitized(ascii: !style.glyphs.isUnicode)), indent: 2)
  }

  // MARK: The keys

  private var footer: [Span] {
    var keys: [(String, String)] = []
    if openChapter != nil {
      keys = [("1-\(min(9, chapters.count))", "jump"), ("j k enter", "choose"), ("esc", "stay")]
    } else if isTyping {
      keys = [("any key", "types it at once"), ("q", "leave")]
    } else {
      if isAsking, case .quiz(let asked) = card {
        keys = [("1-\(asked.choices.count)", "answer")]
        if quiz.hints < asked.hints.count {
          keys.append(("?", "hint \(quiz.hints + 1) of \(asked.hints.count)"))
        }
        keys.append(("enter", "tell me"))
      } else {
        keys = [("any key", isAtEnd ? "leaves" : "goes on")]
      }
      keys.append(("b", "back"))
      if !chapters.isEmpty { keys.append(("c", "chapters")) }
      keys.append(("a", isAutomatic ? "by itself: on (\(speed) %, + -)" : "by itself"))
      keys.append(("q", "leave"))
    }
    return keys.flatMap { [Span($0.0, theme[.key]), Span(" \($0.1)  ", theme[.hint])] }
  }
}

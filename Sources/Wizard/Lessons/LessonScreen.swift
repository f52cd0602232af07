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
    // Which keys were pressed matters more than the title.
    let keys = typed.isEmpty ? "" : " \(typedKeys) "
    let title = heading.truncated(to: max(6, size.columns - keys.displayWidth - 8), ellipsis: glyphs.ellipsis)
    canvas.put(" \(title) ", row: top, column: 2, style: theme[.title])
    canvas.put(keys, row: top, column: max(0, size.columns - keys.displayWidth - 2), style: theme[.key])
    for (offset, line) in shown.enumerated() {
      canvas.put(line, row: top + 1 + offset, column: 1, maxWidth: size.columns - 2)
    }
    var column = 1
    for (key, word) in footer where column + key.displayWidth + word.displayWidth + 2 < size.columns {
      column += canvas.put(key, row: size.rows - 1, column: column, style: theme[.key])
      column += canvas.put(" \(word)  ", row: size.rows - 1, column: column, style: theme[.hint])
    }
    // Screen readers and magnifiers begin to read where the new text is.
    canvas.cursor = Position(row: min(top + 1, max(0, size.rows - 1)), column: 1)
    return canvas
  }

  private var heading: String {
    let chapter = chapters.last { $0.beat <= place }?.title ?? ""
    let words = [lesson.title, chapter].filter { !$0.isEmpty }.map { " \(glyphs.bullet) \($0)" }.joined()
    return "\(isAtEnd ? beats.count : place + 1)/\(beats.count)" + words.sanitized(ascii: !glyphs.isUnicode)
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

  /// Those that matter most first: what does not fit is left out.
  private var footer: [(String, String)] {
    if isFilm { return [] }
    if openChapter != nil {
      return [("1-\(min(9, chapters.count))", "jump"), ("j k enter", "choose"), ("esc", "stay")]
    }
    if isTyping { return [("any key", "types it at once"), ("q", "leave")] }
    var keys: [(String, String)] = []
    if isAsking, case .quiz(let asked) = card {
      keys = [("1-\(asked.choices.count)", "answer")]
      if quiz.hints < asked.hints.count {
        keys.append(("?", "hint \(quiz.hints + 1) of \(asked.hints.count)"))
      }
      keys.append(("enter", "tell me"))
    } else {
      keys = [("any key", isAtEnd ? "leaves" : "goes on")]
    }
    keys += [("q", "leave"), ("b", "back")]
    if !chapters.isEmpty { keys.append(("c", "chapters")) }
    return keys + [("a", isAutomatic ? "by itself: on (\(speed) %, + -)" : "by itself")]
  }
}

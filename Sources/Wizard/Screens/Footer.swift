import Terminal
import Text

/// The last row: what is being typed or asked, a notice, or the keys.
extension WizardState {
  func footer(_ canvas: inout Canvas) {
    let row = size.rows - 1
    if let prompt { return draw(prompt, &canvas, row) }
    if let dialog {
      let room = KeyBinding.bindings(in: context).compactMap { binding in
        label(of: binding).map { binding.keys[0].shown(glyphs).displayWidth + $0.displayWidth + 3 }
      }
      let question = text(of: dialog).truncated(
        to: max(8, size.columns - 3 - room.reduce(0, +)), at: .middle, ellipsis: glyphs.ellipsis)
      canvas.put(question, row: row, column: 1, style: theme[.warning])
      canvas.cursor = Position(row: row, column: 1 + question.displayWidth)
      return drawKeys(&canvas, row: row, from: question.isEmpty ? 1 : question.displayWidth + 3)
    }
    if let notice { return draw(notice, &canvas, lastRow: row) }
    drawKeys(&canvas, row: row, from: 1)
  }

  private func text(of dialog: Dialog) -> String {
    switch dialog {
    case .copying: "copy:"
    case .replacing(let path): "\(visible(path)) exists"
    case .leaving:
      isSmall
        ? "\(unsaved) unsaved"
        : unsaved == 1 ? "1 answer of yours is not saved" : "\(unsaved) answers of yours are not saved"
    }
  }

  // MARK: Typing

  private func draw(_ prompt: Prompt, _ canvas: inout Canvas, _ row: Int) {
    let (label, hint) = words(for: prompt.purpose)
    let text = label + visible(prompt.text)
    let shown = text.truncated(to: size.columns - 2, at: .start, ellipsis: glyphs.ellipsis)
    canvas.put(shown, row: row, column: 1)
    canvas.cursor = Position(row: row, column: 1 + shown.displayWidth)
    let aside = notice.map(visible) ?? "\(hint), escape leaves"
    if shown.displayWidth + aside.displayWidth + 4 < size.columns {
      canvas.put(
        aside, row: row, column: size.columns - aside.displayWidth - 1,
        style: theme[notice == nil ? .hint : .warning])
    } else if let notice {
      draw(notice, &canvas, lastRow: row - 1)
    }
  }

  private func words(for purpose: Prompt.Purpose) -> (label: String, hint: String) {
    switch purpose {
    case .search: ("/", "enter searches")
    case .filter: (isSmall ? "filter: " : "show only (error http app/ -tests/): ", "enter shows them")
    case .save: (isSmall ? "save as: " : "save as (.md .json .sarif .txt .yaml): ", "enter saves")
    case .jump:
      (
        isSmall
          ? "minute: "
          : "jump to minute (\(session.graph.minutes.map(String.init).joined(separator: ", "))): ",
        isSmall ? "digits jump" : "a number jumps at once"
      )
    }
  }

  /// Words for the person, all of them as far as four rows hold them: the last ones stand on the row that is given.
  private func draw(_ notice: String, _ canvas: inout Canvas, lastRow: Int) {
    let width = size.columns - 2
    // Names may be long.
    let words = visible(notice).truncated(to: 4 * width, ellipsis: glyphs.ellipsis)
    var lines = words.wrapped(width: width)
    let rows = min(lines.count, 4, max(1, lastRow - headRows))
    if rows < lines.count {
      lines[rows - 1] = lines[(rows - 1)...].joined(separator: " ").truncated(
        to: width, ellipsis: glyphs.ellipsis)
    }
    for (offset, line) in lines.prefix(rows).enumerated() {
      let row = lastRow - rows + 1 + offset
      canvas.fill(Rect(row: row, column: 0, width: size.columns, height: 1))
      canvas.put(line, row: row, column: 1, style: theme[.warning])
    }
  }

  // MARK: Keys

  /// Where there is little room, the way to the list of keys and out is what must not be missing.
  private func drawKeys(_ canvas: inout Canvas, row: Int, from start: Int) {
    let entries = KeyBinding.bindings(in: context).compactMap { binding -> (key: String, label: String)? in
      guard let label = label(of: binding), let key = binding.keys.first else { return nil }
      return (key.shown(glyphs), label)
    }
    let widths = entries.map { $0.key.displayWidth + 1 + $0.label.displayWidth }
    let needed = Set(entries.indices.filter { ["help", "close", "no"].contains(entries[$0].label) })
    var column = start
    for (index, entry) in entries.enumerated() {
      let reserve = needed.filter { $0 > index }.reduce(0) { $0 + widths[$1] + 2 }
      guard column + widths[index] + reserve < size.columns else { continue }
      column += canvas.put(entry.key, row: row, column: column, style: theme[.key])
      column += canvas.put(" " + entry.label + "  ", row: row, column: column)
    }
  }

  /// The word for the footer; nil where the key would have nothing to do.
  private func label(of binding: KeyBinding) -> String? {
    switch binding.command {
    case .otherList where context == .question:
      session.step.question?.id == "blocker" && !causeList.all.isEmpty ? "causes" : nil
    case .hits: session.step.question?.id == "blocker" && scan != nil ? binding.label : nil
    case .findCause: selectedHit?.verdict == .onLoop ? binding.label : nil
    case .nextArticle:
      (pasted == nil ? articleIDs.count : pasted?.messages?.count ?? 0) > 1 ? binding.label : nil
    case .takeAnswers: pasted?.current == nil ? nil : binding.label
    case .forward: session.isAtEnd ? nil : binding.label
    case .back: session.path.count > 1 ? binding.label : nil
    case .choose where view == .causes: selectedCause.flatMap { causeList.isMarked($0) ? nil : binding.label }
    case .dismiss: selectedCause.map { causeList.isMarked($0) ? "unmark" : "not it" }
    case .filter where view == .hits: (hits?.all.count ?? 0) > 1 ? binding.label : nil
    case .filter, .sort: causeList.all.count > 1 ? binding.label : nil
    case .edit: placeInQuestion == nil ? nil : binding.label
    case .copy: placeInQuestion == nil ? nil : binding.label
    case .save where context == .page: session.isAtEnd ? "save" : nil
    case .copyPlace, .copyLines, .copySample: textToCopy(binding.command) == nil ? nil : binding.label
    default: binding.label
    }
  }
}

import Report
import Scan
import Terminal
import Timeline

/// What each key does.
extension WizardState {
  mutating func press(_ key: Key) -> [WizardEffect] {
    if case .character(let character) = key, context == .question || context == .resuming,
      let digit = character.wholeNumberValue
    {
      return context == .resuming ? choose(kept: digit - 1) : chooseAnswer(at: digit - 1)
    }
    if let command = KeyBinding.command(for: key, in: context) { return run(command) }
    switch context {
    case .prompt, .pasteBox: return type(key)
    case .copying, .replacing, .leaving: dialog = nil
    default: notice = "\(key.name) does nothing here; ? lists the keys"
    }
    return []
  }

  mutating func run(_ command: KeyBinding.Command) -> [WizardEffect] {
    switch command {
    case .up: viewport.move(by: -1, in: document)
    case .down: viewport.move(by: 1, in: document)
    case .pageUp: viewport.movePage(by: -1, in: document, height: bodyHeight)
    case .pageDown: viewport.movePage(by: 1, in: document, height: bodyHeight)
    case .top: viewport = Viewport()
    case .bottom: viewport = Viewport(top: document.lineCount, selected: document.itemCount - 1)
    case .choose:
      switch view {
      case .causes: return treatSelectedCause()
      case .hits: findCause()
      case .resuming: return choose(kept: viewport.selected)
      default: return chooseAnswer(at: viewport.selected)
      }
    case .back: if !session.goBack() { notice = "This is the first question; q leaves" }
    case .forward: return goOn()
    case .otherList: switchList()
    case .hits: openHits()
    case .findCause: findCause()
    case .closeHits: listsHits = false
    case .nextArticle: openArticle(by: 1)
    case .previousArticle: openArticle(by: -1)
    case .dismiss: dismiss()
    case .undo: undo()
    case .sort: sort()
    case .filter: askForFilter()
    case .edit: return edit()
    case .copy: askWhatToCopy()
    case .save: askWhereToSave()
    case .paste: pasted = PastedText(isTyped: true)
    case .jump: prompt = Prompt(purpose: .jump)
    case .search: prompt = Prompt(purpose: .search)
    case .nextMatch: findMatch(backwards: false)
    case .previousMatch: findMatch(backwards: true)
    case .rescan: return rescan()
    case .mouse: return toggleMouse()
    case .help: showsHelp = true
    case .closeHelp: showsHelp = false
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .clear: clear()
    case .quit: return quit()
    case .interrupt: return [.interrupt]
    case .takeAnswers: return takePastedAnswers()
    case .closePasted: pasted = nil
    case .resume: return choose(kept: 0)
    case .startAnew: return choose(kept: 1)
    case .copyPlace, .copyLines, .copySample: return copy(command)
    case .replace: return replace()
    case .leave: return [.quit]
    case .cancel: cancel()
    case .finish: return finish()
    case .rubOut: rubOut()
    case .eraseWord: eraseWord()
    case .eraseAll: edit { $0 = "" }
    }
    return []
  }

  // MARK: Along the timeline

  mutating func chooseAnswer(at index: Int) -> [WizardEffect] {
    guard let question = session.step.question, question.choices.indices.contains(index) else {
      notice = "There is no answer \(index + 1) here"
      return []
    }
    viewport.selected = index
    let value = question.choices[index].value
    // Agreeing with what was seen keeps the evidence as the reason.
    let seen = session.evidence(for: question.id).first { $0.value == value }
    if question.id == "blocker" { chosenCause = nil }
    return answer(value, seen.map { .evidence($0) } ?? .typed)
  }

  private mutating func treatSelectedCause() -> [WizardEffect] {
    guard let cause = selectedCause else { return [] }
    guard !causeList.isMarked(cause) else {
      notice = "It is marked as not the cause; x takes the mark away"
      return []
    }
    chosenCause = cause.nearest.rootCause
    let evidence = Evidence(of: cause, in: handbook)
    return answer(evidence.value, .evidence(evidence))
  }

  private mutating func answer(_ value: String, _ provenance: Provenance) -> [WizardEffect] {
    do throws(AnswerFault) {
      try session.answer(value, provenance: provenance)
    } catch {
      notice = error.message
      return []
    }
    return arrive()
  }

  private mutating func goOn() -> [WizardEffect] {
    guard session.goOn() else {
      notice = "This is the end of the diagnosis; q leaves, b goes back"
      return []
    }
    return arrive()
  }

  /// At a fix, what was found is kept to compare with; after it, the project is scanned again.
  private mutating func arrive() -> [WizardEffect] {
    guard scan != nil else { return [] }
    if session.step.page != nil, !session.isAtEnd {
      let treated = causeInQuestion?.nearest.rootCause
      if treatment == nil || treatment?.treated != treated {
        treatment = Treatment(before: causeList, treated: treated)
      }
      return []
    }
    guard followsFix, treatment != nil, progress == nil else { return [] }
    return rescan()
  }

  /// Whether the question is what became of the fix before it.
  var followsFix: Bool { session.step.question != nil && session.path.dropLast().last?.page != nil }

  /// Answers with what the pasted text says, as far as the questions come one after the other.
  private mutating func takePastedAnswers() -> [WizardEffect] {
    guard let message = pasted?.current?.message else {
      notice = "There is nothing known in it to take"
      return []
    }
    pasted = nil
    offered = nil
    session.jump(to: session.graph.start)
    while let question = session.step.question, let value = message.answers[question.id] {
      guard (try? session.answer(value, provenance: .typed)) != nil, session.step.question?.id != question.id
      else { break }
    }
    notice = "Answered from what was pasted; b goes back"
    return arrive()
  }

  // MARK: Lists and articles

  private mutating func switchList() {
    guard session.step.question?.id == "blocker" else {
      notice = "There is only one list here"
      return
    }
    guard !causeList.all.isEmpty else {
      notice = progress == nil ? "The scan found no cause" : "The scan is still running"
      return
    }
    listsAnswers.toggle()
  }

  private mutating func openHits() {
    guard session.step.question?.id == "blocker" else {
      notice = "The list of all hits belongs to minute 8"
      return
    }
    listsHits = true
  }

  private mutating func findCause() {
    guard let hit = selectedHit else { return }
    let line = hit.range.line
    let cause = causeList.shown.first { $0.nearest.cause.line == line && $0.nearest.cause.path == hit.path }
    guard let cause else {
      notice =
        hit.verdict == .onLoop
        ? "It is not among the causes shown; escape goes back to them"
        : "It does not hold the loop up: \(hit.explanation)"
      return
    }
    listsHits = false
    listsAnswers = false
    select(cause.nearest.rootCause)
  }

  private mutating func openArticle(by step: Int) {
    if let count = pasted?.messages?.count {
      if count > 1, let open = pasted?.open { pasted?.open = (open + step + count) % count }
      if count < 2 { notice = "Nothing else was recognised in it" }
      return
    }
    let count = articleIDs.count
    guard count > 1 else {
      notice = "This page has one article only"
      return
    }
    openArticles[session.position] = (openArticle + step + count) % count
  }

  private mutating func dismiss() {
    guard let cause = selectedCause else {
      notice = "No cause is selected"
      return
    }
    causeList.toggleMark(cause)
    judge()
    // What was marked goes to the end and the next one takes its place; taking a mark away stays with the cause.
    if causeList.isMarked(cause) {
      notice = "Marked as not the cause: \(cause.nearest.call); u takes it back"
    } else {
      select(cause.nearest.rootCause)
      notice = "No longer marked: \(cause.nearest.call)"
    }
  }

  private mutating func undo() {
    let selected = selectedCause?.nearest.rootCause
    guard causeList.undo() else {
      notice = "There is no mark to undo; x marks a cause as not the cause"
      return
    }
    judge()
    if let selected { select(selected) }
    notice = "The last mark is undone"
  }

  private mutating func sort() {
    let selected = selectedCause?.nearest.rootCause
    let orders = CauseList.Order.allCases
    let index = orders.firstIndex(of: causeList.order) ?? 0
    causeList.order = orders[(index + 1) % orders.count]
    if let selected { select(selected) }
    notice = "Sorted \(causeList.order.description)"
  }

  // MARK: The rest

  private mutating func clear() {
    if !search.isEmpty {
      search = ""
    } else if !filterText.isEmpty {
      setFilter("")
    } else {
      listsHits = false
    }
  }

  private mutating func toggleMouse() -> [WizardEffect] {
    reportsMouse.toggle()
    notice =
      reportsMouse
      ? "The mouse is on: wheel scrolls, click selects and chooses; Shift selects text; m: off"
      : "The mouse is off: it selects text again"
    return [.reportMouse(reportsMouse)]
  }

  private mutating func quit() -> [WizardEffect] {
    guard unsaved > 0 else { return [.quit] }
    dialog = .leaving
    return []
  }
}

extension CauseList.Order {
  var description: String {
    switch self {
    case .rank: "by rank: the gravest first"
    case .path: "by path"
    case .reach: "by reach: the most waited for first"
    }
  }
}

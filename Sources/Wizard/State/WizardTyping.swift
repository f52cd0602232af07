import Report
import Terminal
import Text
import Timeline

/// Lines that the person types, and what is done with them.
extension WizardState {
  /// Takes a key that stands for itself.
  mutating func type(_ key: Key) -> [WizardEffect] {
    switch key {
    case .character(let character): append(String(character))
    case .enter: if view == .pasteBox, prompt == nil { append("\n") }
    case .tab: if view == .pasteBox, prompt == nil { append("\t") }
    default: break
    }
    return prompt?.purpose == .jump ? jumpWhenClear() : []
  }

  /// Only a prompt takes pasted text: its first line, and no more than anyone searches for.
  mutating func paste(_ text: String) -> [WizardEffect] {
    if prompt != nil {
      append(String(text.prefix { !$0.isNewline }.prefix(200)))
      return prompt?.purpose == .jump ? jumpWhenClear() : []
    }
    if pasted?.isTyped == true {
      append(text)
      return []
    }
    dialog = nil
    showsHelp = false
    pasted = PastedText(text)
    viewport = Viewport()
    return [.recognise(text)]
  }

  private mutating func append(_ text: String) { edit { $0 += text } }

  mutating func edit(_ change: (inout String) -> Void) {
    if var open = prompt {
      change(&open.text)
      prompt = open
    } else if var open = pasted {
      change(&open.text)
      pasted = open
    }
    followFilter()
  }

  mutating func rubOut() {
    // Rubbing out more than there is leaves the prompt.
    if let prompt, prompt.text.isEmpty { return cancel() }
    edit { if !$0.isEmpty { $0.removeLast() } }
  }

  mutating func eraseWord() {
    edit { text in
      while text.last?.isWhitespace == true { text.removeLast() }
      while let last = text.last, !last.isWhitespace { text.removeLast() }
    }
  }

  mutating func cancel() {
    if dialog != nil {
      dialog = nil
    } else if let left = prompt {
      prompt = nil
      if left.purpose == .filter { setFilter(filterBefore) }
    } else {
      pasted = nil
    }
  }

  mutating func finish() -> [WizardEffect] {
    guard let finished = prompt else {
      guard let text = pasted?.text else { return [] }
      pasted = PastedText(text)
      viewport = Viewport()
      return [.recognise(text)]
    }
    prompt = nil
    switch finished.purpose {
    case .search:
      search = finished.text
      findMatch(backwards: false, fromHere: true)
    case .jump: jump(to: finished.text)
    case .filter: setFilter(finished.text)
    case .save: return save(to: finished.text)
    }
    return []
  }

  // MARK: Jumping

  /// Jumps as soon as what was typed can mean one minute only.
  private mutating func jumpWhenClear() -> [WizardEffect] {
    guard let text = prompt?.text else { return [] }
    if text == "g" {
      prompt = nil
      viewport = Viewport()
      return []
    }
    let matching = session.graph.minutes.map(String.init).filter { $0.hasPrefix(text) }
    guard matching == [text] || matching.isEmpty else { return [] }
    jumpEnded = true
    return finish()
  }

  /// Whether a key is no more than the Enter after a number that had jumped already: out of habit many press it, and it
  /// must not give an answer.
  mutating func endsJump(_ key: Key) -> Bool {
    guard jumpEnded else { return false }
    jumpEnded = false
    guard key == .enter else { return false }
    // Why it did not jump stays in sight.
    notice = notice ?? "This is minute \(session.step.minute); enter again goes on from here"
    return true
  }

  private mutating func jump(to text: String) {
    let minutes = session.graph.minutes.map(String.init).joined(separator: ", ")
    guard let minute = Int(text), session.graph.minutes.contains(minute) else {
      notice = "There is no minute “\(text)”; there are \(minutes)"
      return
    }
    if !session.jump(toMinute: minute) {
      notice = "Minute \(minute) is not on the way yet: answer the questions before it"
    }
  }

  // MARK: Filtering

  /// The list follows what is typed.
  private mutating func followFilter() {
    if let prompt, prompt.purpose == .filter { apply(prompt.text) }
  }

  mutating func setFilter(_ text: String) {
    apply(text)
    filterBefore = text
    filterStart = nil
  }

  /// What the list before the person is filtered by.
  var filterText: String { (view == .hits ? hits?.filter : causeList.filter)?.text ?? "" }

  mutating func askForFilter() {
    prompt = Prompt(purpose: .filter, text: filterText)
    filterBefore = filterText
    filterStart = selectedPlace
  }

  /// Where in its list what is selected stands, whatever is shown of that.
  private var selectedPlace: Int? {
    let position = viewports[listID]?.selected ?? 0
    return view == .hits ? hits?.shown.place(at: position) : causeList.shown.place(at: position)
  }

  /// The list that a filter is for, by `viewID`.
  private var listID: String { view == .hits ? "hits" : "causes" }

  /// What was selected before the typing began stays so, as long as it fits, and is again when it fits again.
  private mutating func apply(_ text: String) {
    let filter = CauseFilter(text, kinds: handbook.knowledge.kinds.keys)
    let selected = filterStart ?? selectedPlace
    if view == .hits { hits?.filter = filter } else { causeList.filter = filter }
    let position = selected.flatMap {
      view == .hits ? hits?.shown.position(of: $0) : causeList.shown.position(of: $0)
    }
    viewports[listID, default: Viewport()].selected = position ?? 0
  }

  // MARK: Searching

  mutating func findMatch(backwards: Bool, fromHere: Bool = false) {
    guard !search.isEmpty else {
      notice = "Nothing was searched for yet: / searches"
      return
    }
    let document = document
    let here =
      document.itemCount == 0
      ? viewport.top : document.item(min(viewport.selected, document.itemCount - 1)).lowerBound
    guard let line = document.match(search, after: fromHere ? here - 1 : here, backwards: backwards) else {
      notice = "“\(search)” is not in this view"
      return
    }
    if !fromHere, document.match(search, after: line) == line { notice = "This is the only match" }
    if let item = document.item(containing: line) {
      viewport.selected = item
    } else {
      viewport.top = line
      if document.itemCount > 0, line < document.item(0).lowerBound { viewport.selected = 0 }
    }
  }
}

import Report
import Scan
import Terminal
import Text
import Timeline

/// Something that happened.
public enum WizardEvent: Sendable {
  case key(Key)
  case paste(String)
  case resize(Size)
  case progress(Scanner.Progress)
  case scanned(ScanResult)
  case scanFailed(String)
  /// Lines that were asked for by `WizardEffect.readSource`.
  case source(Place, [SourceLine])
}

/// What the shell around the state has to do.
public enum WizardEffect: Equatable, Sendable {
  case quit
  /// Leave at once, as if a signal had come.
  case interrupt
  case suspend
  case redraw
  case startScan
  /// Read the lines around a place of the project.
  case readSource(Place)
}

extension WizardState {
  /// Takes an event; returns what it asks for outside.
  public mutating func update(_ event: WizardEvent) -> [WizardEffect] {
    var effects: [WizardEffect] = []
    switch event {
    case .key(let key):
      notice = nil
      effects = prompt == nil ? press(key) : type(key)
    case .paste(let text): paste(text)
    case .resize(let size): resize(to: size)
    case .progress(let progress): if self.progress != nil { self.progress = progress }
    case .scanned(let result):
      progress = nil
      take(result)
    case .scanFailed(let reason):
      progress = nil
      scanFailure = reason
      notice = "The scan failed: \(reason)"
    case .source(let place, let lines): sources[place] = lines
    }
    // A view that nobody moved in keeps following what is seen.
    if viewports[viewID] != nil { viewport = viewport.settled(on: document, height: bodyHeight) }
    return effects + wantedSources()
  }

  // MARK: The scan

  /// The selection stays with what it was on, wherever that now stands; a list someone moved in is not taken away.
  private mutating func take(_ result: ScanResult) {
    if scan == nil, session.position == "blocker", viewports["blocker"] != nil, !result.rootCauses.isEmpty {
      listsAnswers = true
      notice = "The scan found \(counted(result.rootCauses.count, "cause")); tab lists what it found"
    }
    scanFailure = nil
    let selected = viewports["causes"].flatMap { list in
      causes.indices.contains(list.selected) ? causes[list.selected].nearest.rootCause : nil
    }
    scan = result
    sources = [:]
    session.replaceEvidence(with: result.evidence)
    if let selected, let place = causes.firstIndex(where: { $0.nearest.rootCause == selected }) {
      viewports["causes"]?.selected = place
    }
  }

  /// The places whose lines the current view shows and which were not read yet.
  private func wantedSources() -> [WizardEffect] {
    guard scan != nil, !showsHelp else { return [] }
    let cause = showsCauses ? selectedCause : session.step.page == nil ? nil : causeInQuestion
    guard let frame = cause?.nearest.cause else { return [] }
    let place = Place(path: frame.path, line: frame.line)
    return sources[place] == nil ? [.readSource(place)] : []
  }

  var selectedCause: RootCause? {
    let selected = viewport.selected
    return causes.indices.contains(selected) ? causes[selected] : nil
  }

  private mutating func resize(to size: Size) {
    let before = (document.lines.count, viewport.top)
    self.size = size
    // Text wraps anew: the line that was on top moves with the length of the whole.
    if document.items.isEmpty, before.0 > 0 {
      viewport.top = (before.1 * document.lines.count + before.0 / 2) / before.0
    }
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [WizardEffect] {
    if case .character(let character) = key, let digit = character.wholeNumberValue, context == .question {
      return chooseAnswer(at: digit - 1)
    }
    guard let command = KeyBinding.command(for: key, in: context) else {
      notice = "\(key.name) does nothing here; ? lists the keys"
      return []
    }
    return run(command)
  }

  private mutating func run(_ command: KeyBinding.Command) -> [WizardEffect] {
    switch command {
    case .up: viewport.move(by: -1, in: document)
    case .down: viewport.move(by: 1, in: document)
    case .pageUp: viewport.movePage(by: -1, in: document, height: bodyHeight)
    case .pageDown: viewport.movePage(by: 1, in: document, height: bodyHeight)
    case .top: viewport = Viewport()
    case .bottom: viewport = Viewport(top: document.lines.count, selected: document.items.count - 1)
    case .choose: return showsCauses ? treatSelectedCause() : chooseAnswer(at: viewport.selected)
    case .back: if !session.goBack() { notice = "This is the first question; q leaves" }
    case .forward: if !session.goOn() { notice = "This is the end of the diagnosis; q leaves, b goes back" }
    case .otherList: switchList()
    case .nextArticle: openArticle(by: 1)
    case .previousArticle: openArticle(by: -1)
    case .jump: prompt = Prompt(purpose: .jump)
    case .search: prompt = Prompt(purpose: .search)
    case .nextMatch: findMatch(backwards: false)
    case .previousMatch: findMatch(backwards: true)
    case .rescan: return rescan()
    case .help: showsHelp = true
    case .closeHelp: showsHelp = false
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .clear: search = ""
    case .quit: return [.quit]
    case .interrupt: return [.interrupt]
    }
    return []
  }

  private mutating func chooseAnswer(at index: Int) -> [WizardEffect] {
    guard let question = session.step.question, question.choices.indices.contains(index) else {
      notice = "There is no answer \(index + 1) here"
      return []
    }
    viewport.selected = index
    let value = question.choices[index].value
    // Agreeing with what was seen keeps the evidence as the reason.
    let seen = session.evidence(for: question.id).first { $0.value == value }
    if question.id == "blocker" { chosenCause = nil }
    do throws(AnswerFault) {
      try session.answer(value, provenance: seen.map { .evidence($0) } ?? .typed)
    } catch {
      notice = error.message
    }
    return []
  }

  private mutating func treatSelectedCause() -> [WizardEffect] {
    guard let cause = selectedCause else { return [] }
    chosenCause = cause.nearest.rootCause
    let evidence = Evidence(of: cause, in: handbook)
    do throws(AnswerFault) {
      try session.answer(evidence.value, provenance: .evidence(evidence))
    } catch {
      notice = error.message
    }
    return []
  }

  private mutating func switchList() {
    guard session.step.question?.id == "blocker" else {
      notice = "There is only one list here"
      return
    }
    guard !causes.isEmpty else {
      notice = progress == nil ? "The scan found no cause" : "The scan is still running"
      return
    }
    listsAnswers.toggle()
  }

  private mutating func openArticle(by step: Int) {
    let count = articleIDs.count
    guard count > 1 else {
      notice = "This page has one article only"
      return
    }
    openArticles[session.position] = (openArticle + step + count) % count
  }

  private mutating func rescan() -> [WizardEffect] {
    guard progress == nil else {
      notice = "The scan is still running"
      return []
    }
    progress = Scanner.Progress(filesDone: 0, files: 0, lines: 0)
    return [.startScan]
  }

  // MARK: Prompts

  /// Only a prompt takes pasted text: its first line, and no more than anyone searches for.
  private mutating func paste(_ text: String) {
    guard prompt != nil else {
      notice = "There is nothing to paste into here; / searches"
      return
    }
    prompt?.text += String(text.prefix { !$0.isNewline }.prefix(200))
  }

  private mutating func type(_ key: Key) -> [WizardEffect] {
    switch key {
    case .escape: prompt = nil
    case .control("c"): return [.interrupt]
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .control("u"): prompt?.text = ""
    case .backspace:
      if prompt?.text.isEmpty ?? true { prompt = nil } else { prompt?.text.removeLast() }
    case .character(let character):
      prompt?.text.append(character)
      if prompt?.purpose == .jump { jumpWhenClear() }
    case .enter: finishPrompt()
    default: break
    }
    return []
  }

  /// Jumps as soon as what was typed can mean one minute only.
  private mutating func jumpWhenClear() {
    guard let text = prompt?.text else { return }
    if text == "g" {
      prompt = nil
      viewport = Viewport()
      return
    }
    let matching = session.graph.minutes.map(String.init).filter { $0.hasPrefix(text) }
    if matching == [text] || matching.isEmpty { finishPrompt() }
  }

  private mutating func finishPrompt() {
    guard let finished = prompt else { return }
    prompt = nil
    switch finished.purpose {
    case .search:
      search = finished.text
      findMatch(backwards: false, fromHere: true)
    case .jump:
      let minutes = session.graph.minutes.map(String.init).joined(separator: ", ")
      guard let minute = Int(finished.text), session.graph.minutes.contains(minute) else {
        notice = "There is no minute “\(finished.text)”; there are \(minutes)"
        return
      }
      if !session.jump(toMinute: minute) {
        notice = "Minute \(minute) is not on the way yet: answer the questions before it"
      }
    }
  }

  private mutating func findMatch(backwards: Bool, fromHere: Bool = false) {
    guard !search.isEmpty else {
      notice = "Nothing was searched for yet: / searches"
      return
    }
    let document = document
    let here =
      document.items.isEmpty
      ? viewport.top : document.items[min(viewport.selected, document.items.count - 1)].lowerBound
    guard let line = document.match(search, after: fromHere ? here - 1 : here, backwards: backwards) else {
      notice = "“\(search)” is not in this view"
      return
    }
    if let item = document.items.firstIndex(where: { $0.contains(line) }) {
      viewport.selected = item
    } else {
      viewport.top = line
      if !document.items.isEmpty, line < document.items[0].lowerBound { viewport.selected = 0 }
    }
  }
}

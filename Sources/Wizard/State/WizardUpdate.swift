import Report
import Scan
import Terminal
import Text
import Timeline

/// Something that happened.
public enum WizardEvent: Sendable {
  case key(Key)
  case mouse(Mouse)
  case paste(String)
  case resize(Size)
  case progress(Scanner.Progress)
  /// A scan is done; its causes, and how they compare with those before (`WizardState.causesToCompare`), which both take a
  /// while to put together, come with it.
  case scanned(ScanResult, causes: FoundCauses, compared: [CauseComparison])
  case scanFailed(String)
  /// What came of `WizardEffect.readSource`.
  case source(Place, SourceExcerpt)
  /// The editor is closed, or could not be opened, which the notice tells.
  case edited(path: String, notice: String?)
  /// What became of `WizardEffect.copy`, in words; what is unsent the terminal has still to be sent, since the multiplexer
  /// before it did not take it.
  case copied(String, unsent: String? = nil)
  case saved(SaveOutcome)
  /// What is known in a text that was pasted.
  case recognised([RecognisedMessage], in: String)
  /// How far listing every known blocking call has come.
  case hitProgress(Scanner.Progress)
  /// Every known blocking call; nil when the project could not be read.
  case hits(HitList?)
  /// The session that was left cannot be read, for this reason.
  case damaged(String)
  /// The session could not be kept, for this reason.
  case notKept(String)
}

/// What became of saving a report.
public enum SaveOutcome: Sendable {
  /// Under this whole path.
  case written(String)
  /// There is a file of that name; nothing was written.
  case exists(String)
  case failed(String)
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
  /// Open an editor at a place of the project.
  case edit(Place)
  /// Put a text on the clipboard; `name` says what it is.
  case copy(String, name: String)
  /// Send a text to the terminal's clipboard, and nowhere else.
  case send(String)
  /// Write the report as the file's ending says.
  case save(path: String, replacing: Bool)
  case reportMouse(Bool)
  /// Look for known messages in a text.
  case recognise(String)
  /// Look for every known blocking call, whether it is on the loop or not.
  case listHits
}

extension WizardState {
  /// Takes an event; returns what it asks for outside.
  public mutating func update(_ event: WizardEvent) -> [WizardEffect] {
    if isSaving, waits(event) { return [] }
    var effects: [WizardEffect] = []
    switch event {
    case .key(let key):
      if endsJump(key) { break }
      notice = nil
      effects = press(key)
    case .mouse(let mouse):
      jumpEnded = false
      effects = take(mouse)
    case .paste(let text):
      jumpEnded = false
      effects = paste(text)
    case .resize(let size): resize(to: size)
    case .progress(let progress): if self.progress != nil { self.progress = progress }
    case .scanned(let result, let causes, let compared):
      progress = nil
      take(result, causes, compared)
    case .scanFailed(let reason):
      progress = nil
      scanFailure = reason
      notice = "The scan failed: \(reason)"
    case .source(let place, let excerpt): if sources[place] != nil { sources[place] = excerpt }
    case .edited(let path, let notice):
      sources = sources.filter { $0.key.path != path }
      self.notice = notice
    case .copied(let words, let unsent):
      notice = words
      effects = unsent.map { [.send($0)] } ?? []
    case .saved(let outcome):
      isSaving = false
      take(outcome)
      effects = takeTypedAhead()
    case .recognised(let messages, let text): if pasted?.text == text { pasted?.messages = messages }
    case .hitProgress(let progress): if hitProgress != nil { hitProgress = progress }
    case .hits(let hits): take(hits)
    case .damaged(let reason): notice = "Starting anew, what was kept cannot be read: \(reason)"
    case .notKept(let reason):
      keepsAnswers = false
      notice = "This session cannot be kept: \(reason)"
    }
    // A view that nobody moved in keeps following what is seen.
    if viewports[viewID] != nil { viewport = viewport.settled(on: document, height: bodyHeight) }
    return effects + wantedSources() + wantedHits()
  }

  // MARK: Typing ahead

  /// Whether an event has to wait until a report is saved: the answer to a question must not be taken for something else.
  private mutating func waits(_ event: WizardEvent) -> Bool {
    switch event {
    case .key(.escape):
      // Where the disk does not answer, the person need not wait for it.
      isSaving = false
      gaveUpSaving = true
      typedAhead = []
      return false
    case .key(let key):
      let command = KeyBinding.command(for: key, in: context)
      if [.interrupt, .suspend, .redraw].contains(command) { return false }
    case .mouse, .paste: break
    default: return false
    }
    typedAhead.append(event)
    return true
  }

  private mutating func takeTypedAhead() -> [WizardEffect] {
    let events = typedAhead
    typedAhead = []
    return events.flatMap { update($0) }
  }

  // MARK: The scan

  /// The selection stays with what it was on, wherever that now stands; a list someone moved in is not taken away.
  private mutating func take(
    _ result: ScanResult, _ causes: FoundCauses, _ compared: [CauseComparison]
  ) {
    if scan == nil, session.position == "blocker", viewports["blocker"] != nil, !causes.all.isEmpty {
      listsAnswers = true
      notice = "The scan found \(counted(causes.all.count, "cause")); tab lists what it found"
    }
    scanFailure = nil
    let selected = viewports["causes"].flatMap { list in
      causeList.shown.indices.contains(list.selected) ? causeList.shown[list.selected].nearest.rootCause : nil
    }
    scan = result
    sources = [:]
    hits = nil
    hitsAreStale = hitProgress != nil
    filterStart = nil
    let matching = causeList.take(causes, compared)
    treatment?.compare(with: causes, compared)
    judge()
    if let selected, let now = matching.later[selected]?.rootCause { select(now) }
    if let chosenCause { self.chosenCause = matching.later[chosenCause]?.rootCause ?? chosenCause }
    takeUpTreatment()
  }

  /// Puts the selection of the list on a cause, if that is shown.
  mutating func select(_ rootCause: String) {
    if let position = causeList.found.place(of: rootCause).flatMap(causeList.shown.position) {
      viewports["causes", default: Viewport()].selected = position
    }
  }

  /// The evidence speaks of nothing that was judged not to be the cause.
  mutating func judge() {
    guard let scan else { return }
    let marked = causeList.markedRootCauses
    session.replaceEvidence(
      with: marked.isEmpty
        ? scan.evidence
        : scan.evidence(of: causeList.gravestOfEachSort, kinds: handbook.knowledge.kinds)
    )
  }

  /// What the causes of a scan that begins now will have to be compared with.
  public var causesToCompare: [FoundCauses] {
    let found = causeList.found
    return [found] + (treatment.map { $0.before === found ? [] : [$0.before] } ?? [])
  }

  mutating func rescan() -> [WizardEffect] {
    guard progress == nil else {
      notice = "The scan is still running"
      return []
    }
    progress = Scanner.Progress(filesDone: 0, files: 0, lines: 0)
    return [.startScan]
  }

  // MARK: All hits

  private mutating func wantedHits() -> [WizardEffect] {
    guard view == .hits, hits == nil, hitProgress == nil, progress == nil else { return [] }
    hitProgress = Scanner.Progress(filesDone: 0, files: 0, lines: 0)
    return [.listHits]
  }

  private mutating func take(_ hits: HitList?) {
    hitProgress = nil
    // What was listed of an older state of the project is listed anew where it is wanted.
    self.hits = hitsAreStale ? nil : hits
    hitsAreStale = false
    if hits == nil {
      listsHits = false
      notice = "The project could not be read again; r scans it"
    }
  }

  // MARK: Lines of the project

  /// The places whose lines the current view shows, or is about to, and which were not read yet.
  private mutating func wantedSources() -> [WizardEffect] {
    guard scan != nil else { return [] }
    var wanted: [Place] = []
    switch view {
    case .causes:
      // Those beside it as well, so that the next one is there when it is selected.
      let (shown, selected) = (causeList.shown, viewport.selected)
      wanted = [selected, selected + 1, selected - 1].filter(shown.indices.contains).map {
        shown[$0].placeOfCall
      }
    case .hits:
      let (sites, selected) = (hits?.shown ?? Listing(), viewport.selected)
      wanted = [selected, selected + 1, selected - 1].filter(sites.indices.contains).map {
        sites[$0].placeOfCall
      }
    case .page: wanted = causeInQuestion.map { [$0.placeOfCall] } ?? []
    default: return []
    }
    let places = Set(wanted).filter { sources[$0] == nil }.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
    for place in places { sources[place] = .reading }
    return places.map { .readSource($0) }
  }

  // MARK: The window

  /// Text wraps anew: the line that was on top stays there.
  private mutating func resize(to size: Size) {
    let anchor = document.itemCount == 0 ? viewport.anchor(in: document) : nil
    self.size = size
    if let anchor, viewports[viewID] != nil { viewport.bring(anchor, toTopOf: document, height: bodyHeight) }
  }

  /// The wheel scrolls; a click selects, and on what is selected it chooses.
  private mutating func take(_ mouse: Mouse) -> [WizardEffect] {
    notice = nil
    guard dialog == nil, prompt == nil else { return [] }
    switch mouse.action {
    case .wheelUp: viewport.move(by: document.itemCount == 0 ? -3 : -1, in: document)
    case .wheelDown: viewport.move(by: document.itemCount == 0 ? 3 : 1, in: document)
    case .press(button: 1):
      guard let line = bodyLine(at: mouse.position), let item = document.item(containing: line) else { break }
      if item == viewport.selected { return run(.choose) }
      viewport.selected = item
    case .press, .release: break
    }
    return []
  }
}

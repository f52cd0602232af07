import Files
import Handbook
import Report
import Scan
import Synchronization
import SystemPackage
import Terminal
import Text
import Timeline

#if os(Linux)
  import Glibc
#endif

/// The wizard on a terminal. This is the shell around `WizardState`: it waits for events, hands them in, shows the
/// canvas, and does what the state asks for. Scans run on threads of their own.
public final class CursesDriver {
  private let handbook: Handbook
  private let scanner: Scanner
  private let root: String
  private let paths: [String]
  private let screen: Screen
  private var state: WizardState
  /// When the screen was last drawn.
  private var drawn = ContinuousClock.now - .seconds(1)
  /// What scan threads have to tell, taken when they wake the screen.
  private let mail: Mail
  /// nil where sessions are not kept.
  private let keeper: SessionKeeper?
  private var kept: SessionFile?

  /// Told of each event, with the state before and after it.
  public var observer: ((WizardEvent, WizardState, WizardState) -> Void)?

  /// How a session on the screen ended.
  public enum Ending: Sendable {
    /// The person left.
    case left(Diagnosis)
    /// Ctrl-C, a signal or a lost terminal ended it.
    case interrupted
  }

  /// - Parameters:
  ///   - keepsAnswers: whether the caller saves the answers in the end.
  ///   - store: where the session is kept for the next time; nil for nowhere.
  ///   - left: what is kept there from the last time.
  /// - Throws: `ScreenError` when there is no usable terminal.
  public init(
    handbook: Handbook, scanner: Scanner, root: String, paths: [String], project: String, usesColor: Bool,
    tool: Tool, keepsAnswers: Bool = false, store: SessionStore? = nil, left: SessionStore.Kept = .nothing
  ) throws(ScreenError) {
    self.handbook = handbook
    self.scanner = scanner
    self.root = root
    self.paths = paths
    screen = try Screen(color: usesColor)
    state = WizardState(
      handbook: handbook, tool: tool, project: project, size: screen.size,
      theme: usesColor ? screen.capabilities.theme : .monochrome, glyphs: screen.capabilities.glyphs,
      keepsAnswers: keepsAnswers || store != nil)
    let (mail, waker) = (Mail(), screen.waker)
    self.mail = mail
    keeper = store.map { store in
      SessionKeeper(store, tool: tool) { reason in
        // Answers that the caller saves are safe all the same.
        if keepsAnswers { return }
        mail.put(.notKept(reason))
        waker.wake()
      }
    }
    switch left {
    case .nothing: break
    case .session(let session): state.offer(session)
    case .damaged(let reason): _ = state.update(.damaged(reason))
    }
  }

  public func run() -> Ending {
    defer {
      mail.cancel()
      screen.close()
      keeper?.finish()
    }
    state.progress = Scanner.Progress(filesDone: 0, files: 0, lines: 0)
    startScan()
    while true {
      guard let event = nextEvent() else { continue }
      switch event {
      case .key(let key): if let ending = feed(.key(key)) { return ending }
      case .mouse(let mouse): if let ending = feed(.mouse(mouse)) { return ending }
      case .paste(let text): _ = feed(.paste(text))
      case .resize(let size): _ = feed(.resize(size))
      case .wake: for news in mail.take() { _ = feed(news) }
      case .suspend: screen.suspend()
      case .resume: screen.redrawEverything()
      case .interrupt, .terminate, .quit, .hangup, .terminalLost: return .interrupted
      }
    }
  }

  /// The next event. The screen is drawn when nothing waits to be taken, so that pictures which nobody would see hold
  /// up no one who types ahead; but never more than a moment late.
  private func nextEvent() -> Event? {
    let now = ContinuousClock.now
    if now - drawn < .milliseconds(50), let event = screen.nextEvent(timeoutMilliseconds: 0) { return event }
    screen.present(state.canvas)
    drawn = .now
    return screen.nextEvent()
  }

  /// - Returns: how to leave; nil to go on.
  private func feed(_ event: WizardEvent) -> Ending? {
    let before = observer.map { _ in state }
    let discarded = event.replacesLists ? Discarded(state) : nil
    var effects = state.update(event)
    discarded?.letGo()
    keepSession()
    if let before { observer?(event, before, state) }
    while !effects.isEmpty {
      switch effects.removeFirst() {
      case .quit: return .left(state.diagnosis)
      case .interrupt: return .interrupted
      case .suspend: screen.suspend()
      case .redraw: screen.redrawEverything()
      case .startScan: startScan()
      case .readSource(let place): read(place)
      case .edit(let place): effects += edit(place)
      case .copy(let text, let name): copy(text, name)
      case .send(let text): _ = screen.copyToClipboard(text)
      case .save(let path, let replacing): save(path, replacing: replacing)
      case .reportMouse(let isOn): screen.mouseIsEnabled = isOn
      case .recognise(let text): recognise(text)
      case .listHits: listHits()
      }
    }
    return nil
  }

  /// Does something that may take a while on a thread of its own, and hands in what comes of it.
  private func inBackground(_ work: @escaping @Sendable () -> WizardEvent?) {
    let (mail, waker) = (mail, screen.waker)
    detach {
      FaultGuard.prepareThread()
      guard let event = work() else { return }
      mail.put(event)
      waker.wake()
    }
  }

  private func read(_ place: Place) {
    let sources = SourceFiles(root: root)
    inBackground {
      .source(place, SourceExcerpt(around: place, in: sources))
    }
  }

  private func recognise(_ text: String) {
    let handbook = handbook
    inBackground { .recognised(RecognisedMessage.all(in: text, handbook: handbook), in: text) }
  }

  private func listHits() {
    let (scanner, root, paths, mail, waker) = (scanner, root, paths, mail, screen.waker)
    let kinds = handbook.knowledge.kinds
    inBackground {
      giveWay()
      let announce: @Sendable (Scanner.Progress) -> Void = { progress in
        mail.put(.hitProgress(progress))
        waker.wake()
      }
      let scan = try? scanner.scan(
        root: root, paths: paths, extent: .everything, progress: announce, isCancelled: { mail.isCancelled })
      return .hits(scan?.sites.map { HitList($0, kinds: kinds) })
    }
  }

  // MARK: Other programs

  private func edit(_ place: Place) -> [WizardEffect] {
    let file = root == "." ? place.path : FilePath(root).pushing(FilePath(place.path)).string
    let command: EditorCommand
    do throws(EditorCommand.Problem) {
      command = try EditorCommand.chosen(
        path: file, line: place.line, variable: environmentValue, isThere: programIsThere)
    } catch {
      return state.update(.edited(path: place.path, notice: error.message))
    }
    let sources = SourceFiles(root: root)
    if command.hasOwnWindow {
      inBackground {
        if let problem = sources.whyNotToEdit(place.path) {
          return .edited(path: place.path, notice: problem)
        }
        let outcome = Result { () throws(ScreenError) in
          try runBesideScreen(command.executable, arguments: command.arguments)
        }
        return .edited(path: place.path, notice: command.notice(outcome))
      }
      return []
    }
    if let problem = sources.whyNotToEdit(place.path) {
      return state.update(.edited(path: place.path, notice: problem))
    }
    let outcome = Result { () throws(ScreenError) in
      try screen.runChild(
        command.executable, arguments: command.arguments, farewell: command.farewell)
    }
    return state.update(.edited(path: place.path, notice: command.notice(outcome)))
  }

  private func copy(_ text: String, _ name: String) {
    let tools = ClipboardTool.available(variable: environmentValue, isThere: programIsThere)
    // tmux does what it is told by its own command, and would keep what a sequence says besides as another text.
    let asksTmux = tools.contains(.tmux)
    let isSent = !asksTmux && screen.copyToClipboard(text)
    inBackground {
      let worked = tools.filter { tool in
        (try? runBesideScreen(tool.executable, arguments: tool.arguments, input: text))?.isSuccess ?? false
      }
      let isUnsent = asksTmux && !worked.contains(.tmux) && text.utf8.count <= longestClipboardText
      return .copied(
        ClipboardTool.notice(name, isSent: isSent || isUnsent, worked: worked, size: text.utf8.count),
        unsent: isUnsent ? text : nil)
    }
  }

  // MARK: Saving

  private func save(_ name: String, replacing: Bool) {
    let state = state
    inBackground {
      guard let format = ReportFile.Format(path: name) else { return .saved(.failed(name)) }
      var path = name
      if name.hasPrefix("~/"), let home = environmentValue("HOME") { path = home + name.dropFirst() }
      let file = absolute(FilePath(path))
      do throws(FileFault) {
        let report = ReportFile(state.diagnosis, marked: state.markedCauses)
        guard try writeFile(file, report.text(as: format), replacing: replacing) else {
          return .saved(.exists(name))
        }
        return .saved(.written(file.string))
      } catch {
        return .saved(.failed(error.message))
      }
    }
  }

  private func keepSession() {
    guard let keeper, let session = state.kept, session != kept else { return }
    kept = session
    keeper.keep(session)
  }

  // MARK: Scanning

  private func startScan() {
    let (scanner, root, paths, mail, waker) = (scanner, root, paths, mail, screen.waker)
    let earlier = state.causesToCompare
    detach {
      // Following calls recurses as deep as they go.
      FaultGuard.prepareThread()
      giveWay()
      let isCancelled: @Sendable () -> Bool = { mail.isCancelled }
      let announce: @Sendable (Scanner.Progress) -> Void = { progress in
        mail.put(.progress(progress))
        waker.wake()
      }
      do throws(FileFault) {
        let result = try scanner.scan(root: root, paths: paths, progress: announce, isCancelled: isCancelled)
        let causes = FoundCauses(of: result)
        mail.put(
          .scanned(result, causes: causes, compared: earlier.map { CauseComparison(of: $0, with: causes) }))
      } catch {
        mail.put(.scanFailed(error.message))
      }
      waker.wake()
    }
  }
}

extension SourceFiles {
  /// An editor would begin a new file of that name; nil when there is nothing against it.
  fileprivate func whyNotToEdit(_ path: String) -> String? {
    guard let file = location(of: path), kind(of: file) != nil else {
      return "\(path) is not there any more; r scans again"
    }
    return FilePath(file.string) == file ? nil : "\(path): its name is not UTF-8, so no editor can be told it"
  }
}

/// Lets everything else go before this thread and those it starts: where a scan takes all processors, the thread that reads
/// keys must not wait for its turn.
private func giveWay() {
  #if os(Linux)
    // Of this thread alone, there; elsewhere it would be the whole program.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
  #endif
}

extension WizardEvent {
  /// Whether lists that may be long give way to others.
  fileprivate var replacesLists: Bool {
    switch self {
    case .scanned, .hits: true
    default: false
    }
  }
}

/// A state of before. To let go of a list of a hundred thousand takes long enough for a key to wait for it.
private final class Discarded: Sendable {
  private let state: Mutex<WizardState?>

  init(_ state: WizardState) {
    self.state = Mutex(state)
  }

  func letGo() { detach { self.state.withLock { $0 = nil } } }
}

/// Events on their way from other threads.
private final class Mail: Sendable {
  private let events = Mutex<[WizardEvent]>([])
  private let cancelled = Atomic<Bool>(false)

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func cancel() { cancelled.store(true, ordering: .relaxed) }

  func put(_ event: WizardEvent) {
    events.withLock { events in
      // Only the newest progress matters.
      switch (event, events.last) {
      case (.progress, .progress), (.hitProgress, .hitProgress): events.removeLast()
      default: break
      }
      events.append(event)
    }
  }

  func take() -> [WizardEvent] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}

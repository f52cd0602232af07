import Files
import Handbook
import Report
import Scan
import Synchronization
import Terminal
import Text
import Timeline

/// The wizard on a terminal. This is the shell around `WizardState`: it waits for events, hands them in, shows the
/// canvas, and does what the state asks for. Scans run on threads of their own.
public final class CursesDriver {
  private let scanner: Scanner
  private let root: String
  private let paths: [String]
  private let screen: Screen
  private var state: WizardState
  /// When the screen was last drawn.
  private var drawn = ContinuousClock.now - .seconds(1)
  /// What scan threads have to tell, taken when they wake the screen.
  private let mail = Mail()

  /// How a session on the screen ended.
  public enum Ending: Sendable {
    /// The person left.
    case left(Diagnosis)
    /// Ctrl-C, a signal or a lost terminal ended it.
    case interrupted
  }

  /// - Throws: `ScreenError` when there is no usable terminal.
  public init(
    handbook: Handbook, scanner: Scanner, root: String, paths: [String], project: String, usesColor: Bool,
    tool: Tool
  ) throws(ScreenError) {
    self.scanner = scanner
    self.root = root
    self.paths = paths
    screen = try Screen(color: usesColor)
    state = WizardState(
      handbook: handbook, tool: tool, project: project, size: screen.size,
      theme: usesColor ? screen.capabilities.theme : .monochrome, glyphs: screen.capabilities.glyphs)
  }

  public func run() -> Ending {
    defer {
      mail.cancel()
      screen.close()
    }
    state.progress = Scanner.Progress(filesDone: 0, files: 0, lines: 0)
    startScan()
    while true {
      guard let event = nextEvent() else { continue }
      switch event {
      case .key(let key): if let ending = feed(.key(key)) { return ending }
      case .paste(let text): _ = feed(.paste(text))
      case .resize(let size): _ = feed(.resize(size))
      case .wake: for news in mail.take() { _ = feed(news) }
      case .suspend: screen.suspend()
      case .resume: screen.redrawEverything()
      case .mouse: break
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
    var effects = state.update(event)
    while !effects.isEmpty {
      switch effects.removeFirst() {
      case .quit: return .left(state.diagnosis)
      case .interrupt: return .interrupted
      case .suspend: screen.suspend()
      case .redraw: screen.redrawEverything()
      case .startScan: startScan()
      case .readSource(let place): effects += state.update(.source(place, read(place)))
      }
    }
    return nil
  }

  private func read(_ place: Place) -> [SourceLine] {
    SourceFiles(root: root).lines(of: place.path, max(1, place.line - 3)...(place.line + 3)).map {
      SourceLine(number: $0.number, text: $0.text)
    }
  }

  private func startScan() {
    let (scanner, root, paths, mail, waker) = (scanner, root, paths, mail, screen.waker)
    detach {
      // Following calls recurses as deep as they go.
      FaultGuard.prepareThread()
      let isCancelled: @Sendable () -> Bool = { mail.isCancelled }
      let announce: @Sendable (Scanner.Progress) -> Void = { progress in
        mail.put(.progress(progress))
        waker.wake()
      }
      do throws(FileFault) {
        mail.put(
          .scanned(try scanner.scan(root: root, paths: paths, progress: announce, isCancelled: isCancelled)))
      } catch {
        mail.put(.scanFailed(error.message))
      }
      waker.wake()
    }
  }
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
      if case .progress = event, case .progress = events.last { events.removeLast() }
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

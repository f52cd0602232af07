// Opens the screen and shows each event that it gets; some keys make it misbehave. Driven by TerminalTests.
import Terminal
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What has happened so far, newest last.
final class Probe {
  let screen: Screen
  var log: [String] = []
  var isMouseOn = false

  init(_ screen: Screen) {
    self.screen = screen
  }

  func draw() {
    let theme = screen.capabilities.theme
    let glyphs = screen.capabilities.glyphs
    var canvas = Canvas(screen.size)
    let inside = canvas.box(canvas.bounds, glyphs: glyphs, style: theme[.border], title: "probe 日本")
    let state = "size \(screen.size.columns)x\(screen.size.rows) colors \(screen.capabilities.colorCount)"
    canvas.put(state, row: inside.row, column: inside.column, style: theme[.title])
    canvas.put("red e\u{301}日|", row: inside.row + 1, column: inside.column, style: Style(.red, .bold))
    let lines = log.suffix(max(0, inside.height - 2))
    canvas.cursor = Position(row: inside.row + 1, column: inside.column)
    for (offset, line) in lines.enumerated() {
      let row = inside.row + 2 + offset
      canvas.put(line.sanitized(), row: row, column: inside.column, maxWidth: inside.width)
      canvas.cursor = Position(row: row, column: inside.column)
    }
    screen.present(canvas)
  }

  /// Returns an exit status when it is time to leave.
  func handle(_ event: Event) -> Int32? {
    switch event {
    case .key(.character("q")): return 0
    case .key(.control("z")), .suspend:
      screen.suspend()
      log.append("resumed")
    case .key(.control("l")):
      screen.redrawEverything()
      log.append("redrawn")
    case .key(.character("T")):
      print("said on standard output")
      fatalError("a trap on \u{1B}[31mpurpose")
    case .key(.character("S")): raise(SIGSEGV)
    case .key(.character("O")): Thread.overflowStack()
    case .key(.character("E")):
      complain("said on standard error")
      exit(5)
    case .key(.character("C")):
      blockSignals()
      runChild("/bin/sh", ["-c", "cat /proc/self/status | grep Sig; tty; stty -a; echo ready; read line"])
    case .key(.character("I")):
      runChild("/bin/sh", ["-c", "trap 'exit 3' INT; echo ready; while :; do read line; done"])
    case .key(.character("N")): runChild("/no/such/program", [])
    case .key(.character("D")):
      // As an editor does that a signal ends: all that it has turned on stays on.
      runChild("/bin/sh", ["-c", "printf '\\033[?1000;1002;1003;1006;1004;2004h'; kill -9 $$"])
    case .key(.character("F")):
      runChild("/bin/sh", ["-c", "echo 'no such $DISPLAY'; stty raw -echo; exit 7"]) { status in
        status.isSuccess ? nil : "\(status) \u{1B}[2J"
      }
    case .key(.character("R")): runChild("/bin/sh", ["-c", "stty raw -echo"])
    case .key(.character("M")):
      screen.mouseIsEnabled.toggle()
      log.append("mouse \(screen.mouseIsEnabled)")
    case .key(.character("W")): Thread.wake(screen.waker)
    case .key(.character("H")): while true { pause() }
    case .key(.character("X")): log.removeAll()
    case .key(let key): log.append("key \(key.name)")
    case .paste(let text): log.append("paste \(text.utf8.count) \(text)")
    case .mouse(let mouse): log.append("mouse \(mouse.action) \(mouse.position.row) \(mouse.position.column)")
    case .resize(let size): log.append("resize \(size.columns)x\(size.rows)")
    case .wake: log.append("wake")
    case .resume: log.append("resume")
    case .interrupt: return 130
    case .terminate: return 143
    case .quit: return 131
    case .hangup: return 129
    case .terminalLost: return 74
    }
    return nil
  }

  /// As if a library had blocked signals in this thread: the child must not inherit that.
  private func blockSignals() {
    var blocked = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGINT)
    sigaddset(&blocked, SIGUSR1)
    pthread_sigmask(SIG_BLOCK, &blocked, nil)
  }

  private func runChild(
    _ executable: String, _ arguments: [String], farewell: (ChildStatus) -> String? = { _ in nil }
  ) {
    do {
      log.append("child \(try screen.runChild(executable, arguments: arguments, farewell: farewell))")
    } catch {
      log.append("\(error)")
    }
  }
}

enum Thread {
  static func start(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, box)
    pthread_detach(thread)
  }

  static func wake(_ waker: Waker) {
    start { for _ in 0..<3 { waker.wake() } }
  }

  static func overflowStack() {
    start {
      FaultGuard.prepareThread()
      print(deep(1))
    }
    while true { pause() }
  }

  private static func deep(_ number: Int) -> Int {
    number < 0 ? 0 : deep(number + 1) + deep(number + 2) + 1
  }
}

func run() -> Int32 {
  let isPatient = CommandLine.arguments.contains("--die-of-signal")
  FaultGuard.install(program: "probe", exitStatus: isPatient ? nil : 70)
  if CommandLine.arguments.contains("--trap-early") { fatalError("too early") }
  do {
    let screen = try Screen(color: environment("NO_COLOR") == nil)
    let probe = Probe(screen)
    while true {
      probe.draw()
      guard let event = screen.nextEvent() else { continue }
      if let status = probe.handle(event) {
        screen.close()
        print("left with \(status)")
        return status
      }
    }
  } catch {
    complain("\(error)")
    return 2
  }
}

func complain(_ text: String) {
  let line = Array((text + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

exit(run())

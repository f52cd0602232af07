import CVTerm
import Glibc

/// A program running on a terminal that a test can look at and type on.
///
/// All waiting is for output or for the program's end, never for a fixed time; when it takes longer than the timeout,
/// the error shows the screen.
public final class PseudoTerminal {
  /// The process, which leads a session of its own.
  public let processID: pid_t
  /// The name of the terminal's device.
  public let deviceName: String
  /// The terminal's modes before the program started.
  public let initialModes: TerminalModes
  /// All bytes that the program and those it started have written.
  public private(set) var output: [UInt8] = []

  private let emulator: Emulator
  private var controller: Int32
  /// Kept open, so that the terminal's modes can be read after the program's end.
  private let terminal: Int32
  private let processDescriptor: Int32
  private var status: ExitStatus?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: its path.
  ///   - arguments: without its own name.
  ///   - environment: added to a small fixed environment; nil removes a variable.
  ///   - directory: its working directory; nil for the test's own.
  public init(
    _ executable: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:], directory: String? = nil
  ) throws {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var controller: Int32 = -1
    var terminal: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&controller, &terminal, &name, nil, &size) == 0 else { throw Failure("openpty: \(errno)") }
    // Other tests start programs at the same time: they must not hold this terminal.
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
    _ = fcntl(controller, F_SETFL, O_NONBLOCK)
    deviceName = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    initialModes = TerminalModes(of: terminal)
    let merged = Self.basicEnvironment.merging(environment) { $1 }.compactMapValues { $0 }
    do {
      processID = try spawn(
        executable, arguments, streams: .terminal(name), environment: merged, directory: directory)
    } catch {
      close(controller)
      close(terminal)
      throw error
    }
    processDescriptor = pidfd_open(processID, 0)
    self.controller = controller
    self.terminal = terminal
    emulator = Emulator(columns: columns, rows: rows)
  }

  deinit {
    if controller >= 0 { close(controller) }
    if status == nil {
      kill(processID, SIGKILL)
      var ignored: Int32 = 0
      waitpid(processID, &ignored, 0)
    }
    close(terminal)
    if processDescriptor >= 0 { close(processDescriptor) }
  }

  /// The environment that a program gets unless the test says otherwise; nothing of the tester's own leaks in.
  public static let basicEnvironment: [String: String?] = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp",
    "HISTFILE": "/dev/null", "XDG_STATE_HOME": stateFolder + "/shared",
  ]

  /// A folder in which programs may leave what they keep; gone with the tests.
  public static let stateFolder: String = {
    atexit { _ = system("rm -rf /tmp/loopdoctor-tests-state-\(getpid())") }
    return "/tmp/loopdoctor-tests-state-\(getpid())"
  }()

  /// The path of an executable that was built together with the running tests.
  public static func builtExecutable(_ name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(decoding: buffer[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { throw Failure("no path to the tests") }
    let candidates = [path[..<slash] + "/" + name]
    guard let found = candidates.first(where: { access(String($0), X_OK) == 0 }) else {
      throw Failure("\(name) is not beside \(path)")
    }
    return String(found)
  }

  // MARK: Looking

  /// The rows of the screen, without the blanks at their ends.
  public var lines: [String] { (0..<emulator.size.rows).map(emulator.line) }
  /// The whole screen, without the blank rows at its end.
  public var screen: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
  public var size: (columns: Int, rows: Int) { emulator.size }
  public var cursor: (row: Int, column: Int) { emulator.cursor }
  public var showsCursor: Bool { emulator.showsCursor }
  public var isAlternateScreen: Bool { emulator.isAlternateScreen }
  public var reportsMouse: Bool { emulator.reportsMouse }

  public func cell(row: Int, column: Int) -> Cell {
    emulator.cell(row: row, column: column)
  }

  /// The place of the first occurrence of a text on the screen, in cells, if all characters before it are narrow.
  public func position(of text: String) -> (row: Int, column: Int)? {
    for (row, line) in lines.enumerated() {
      if let range = line.firstRange(of: text) {
        return (row, line.distance(from: line.startIndex, to: range.lowerBound))
      }
    }
    return nil
  }

  /// The terminal's modes now, to be compared with `initialModes`.
  public var modes: TerminalModes { TerminalModes(of: terminal) }

  /// The output as text, for looking for escape sequences.
  public var outputText: String { String(decoding: output, as: UTF8.self) }

  // MARK: Doing

  public func send(_ text: String) throws {
    try write(Array(text.utf8))
  }

  public func send(_ keys: Key...) throws {
    for key in keys {
      emulator.press(key)
      try write(emulator.takeOutput())
    }
  }

  /// Pastes text; bracketed if the program has asked for that.
  public func paste(_ text: String) throws {
    emulator.paste(text)
    try write(emulator.takeOutput())
  }

  public func click(row: Int, column: Int, button: Int = 1) throws {
    emulator.click(row: row, column: column, button: button)
    try write(emulator.takeOutput())
  }

  /// Changes the size of the window; the kernel tells the program in the foreground.
  public func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program that was started.
  public func signal(_ number: Int32) {
    if status == nil { kill(processID, number) }
  }

  /// Closes the window: the terminal is gone.
  public func hangUp() {
    close(controller)
    controller = -1
  }

  /// How the program ended; nil while it runs.
  public var exitStatus: ExitStatus? {
    reap()
    return status
  }

  /// Whether the program is stopped, by Ctrl-Z or a signal.
  public var isStopped: Bool {
    guard let file = fopen("/proc/\(processID)/stat", "r") else { return false }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    guard fgets(&line, Int32(line.count), file) != nil else { return false }
    // The state follows the name in brackets.
    let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard let bracket = text.lastIndex(of: UInt8(ascii: ")")), bracket + 2 < text.count else { return false }
    return text[bracket + 2] == UInt8(ascii: "T")
  }

  // MARK: Waiting

  /// Waits until a text is on the screen.
  public func waitForText(_ text: String, timeout: Duration = .seconds(30)) throws {
    try waitUntil("the screen shows \(text.debugDescription)", timeout: timeout) { $0.screen.contains(text) }
  }

  /// Waits until a condition holds; it is looked at again after all output.
  public func waitUntil(
    _ description: String, timeout: Duration = .seconds(30), _ condition: (PseudoTerminal) throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + timeout
    while true {
      takeOutput()
      if try condition(self) { return }
      let remaining = deadline - .now
      if remaining <= .zero { throw failure("waited \(timeout) until \(description)") }
      if let status {
        throw failure("the program ended (\(status)) before \(description)")
      }
      waitForActivity(remaining)
      reap()
    }
  }

  /// Waits for the end of the program and takes the rest of its output.
  @discardableResult
  public func waitForExit(timeout: Duration = .seconds(30)) throws -> ExitStatus {
    let deadline = ContinuousClock.now + timeout
    while true {
      takeOutput()
      reap()
      if let status {
        takeOutput()
        return status
      }
      let remaining = deadline - .now
      if remaining <= .zero { throw failure("waited \(timeout) for the program's end") }
      waitForActivity(remaining)
    }
  }

  private func waitForActivity(_ limit: Duration) {
    var watched = [
      pollfd(fd: controller, events: Int16(POLLIN), revents: 0),
      pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let (seconds, attoseconds) = limit.components
    // A condition may depend on more than output, such as a file: look again now and then.
    let milliseconds = min(200, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000) + 1)
    poll(&watched, 2, Int32(milliseconds))
  }

  private func reap() {
    guard status == nil else { return }
    var waitStatus: Int32 = 0
    if waitpid(processID, &waitStatus, WNOHANG) == processID { status = ExitStatus(waitStatus: waitStatus) }
  }

  private func takeOutput() {
    guard controller >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = read(controller, &buffer, buffer.count), count > 0 {
      let bytes = Array(buffer[..<count])
      output += bytes
      emulator.write(bytes)
    }
    // Answers to the program's questions.
    let answers = emulator.takeOutput()
    if !answers.isEmpty { try? write(answers) }
  }

  private func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    let deadline = ContinuousClock.now + .seconds(30)
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(controller, $0.baseAddress, min($0.count, 1024)) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN || errno == EINTR {
        // Nobody will read it any more.
        reap()
        if status != nil { return }
        // Nor does a program that is stopped.
        if isStopped { kill(processID, SIGCONT) }
        // The program must read first; it may be waiting for its own output to be taken.
        guard ContinuousClock.now < deadline else { throw failure("the program does not read its input") }
        takeOutput()
        var watched = pollfd(fd: controller, events: Int16(POLLIN | POLLOUT), revents: 0)
        poll(&watched, 1, 100)
      } else {
        throw failure("writing to the terminal failed: \(errno)")
      }
    }
  }

  private func failure(_ problem: String) -> Failure {
    let (columns, _) = emulator.size
    let rule = String(repeating: "─", count: columns)
    let tail = String(decoding: output.suffix(300), as: UTF8.self).debugDescription
    return Failure(
      "\(problem)\n┌\(rule)┐\n\(screen)\n└\(rule)┘\ncursor \(cursor), last output \(tail)")
  }

  /// Why a test on a terminal cannot go on.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
      self.description = description
    }
  }
}

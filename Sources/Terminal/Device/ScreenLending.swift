import CNcurses
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Screen {
  /// Stops the program as Ctrl-Z does elsewhere, and returns when it is continued in the foreground.
  ///
  /// Present a canvas then; a `.resize` event follows if the size has changed meanwhile.
  public func suspend() {
    guard isOpen && !isLost else { return }
    cn_leave()
    cn_stop()
    takeBack(modesMayHaveChanged: true)
  }

  /// Runs another program on the terminal, such as an editor, and waits for it. Present a canvas then.
  ///
  /// The program has default signal handlers, no blocked signals, and the terminal as standard input, output and error.
  /// - Parameters:
  ///   - executable: a path, or a name to be looked up in the PATH.
  ///   - arguments: without the program's own name.
  ///   - farewell: what to say below the program's own last words, which stay in sight until the person presses Enter;
  ///     nil takes the terminal back at once.
  /// - Throws: `ScreenError.cannotRun` if it could not be started.
  @discardableResult
  public func runChild(
    _ executable: String, arguments: [String] = [], farewell: (ChildStatus) -> String? = { _ in nil }
  ) throws(ScreenError) -> ChildStatus {
    guard isOpen && !isLost else { throw .noTerminal }
    cn_leave()
    let outcome = runProgram(executable, arguments)
    if case .success(let status) = outcome, let words = farewell(status) {
      let line = Array("\r\n\(words.sanitized(ascii: !capabilities.isUTF8))\r\n".utf8)
      cn_speak(line, line.count)
      waitForEnter()
    }
    takeBack(modesMayHaveChanged: false)
    switch outcome {
    case .success(let status): return status
    case .failure(let error): throw error
    }
  }

  private func runProgram(_ executable: String, _ arguments: [String]) -> Result<ChildStatus, ScreenError> {
    // The output's descriptor cannot be read from, so the child gets the terminal afresh; under its own name, which
    // some hand on to a server that is in no session (emacsclient).
    let terminal = OwnedDescriptor(childTerminal())
    guard terminal.number >= 0 else { return .failure(.system(call: "open", error: errno)) }
    var waitStatus: Int32 = 0
    var pointers: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let error = cn_run_child(terminal.number, executable, &pointers, &waitStatus)
    return error == 0
      ? .success(ChildStatus(waitStatus: waitStatus))
      : .failure(.cannotRun(executable: executable, error: error))
  }

  private func childTerminal() -> Int32 {
    for name in [descriptors.name, "/dev/tty"].compactMap(\.self) {
      let opened = OwnedDescriptor(openTerminal(name, O_RDWR))
      if opened.number >= 0 { return fcntl(opened.number, F_DUPFD_CLOEXEC, 3) }
    }
    return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
  }

  /// Waits for the end of a line, or for whatever else has to be seen to.
  private func waitForEnter() {
    // A new size is taken note of, and nothing more.
    func events() -> Int { queue.count { if case .resize = $0 { false } else { true } } }
    let before = events()
    while true {
      let ready = cn_wait(descriptors.input.number, -1, -1)
      if ready & Int32(CN_LOST.rawValue) != 0 { return }
      if ready & Int32(CN_SIGNAL.rawValue) != 0 {
        takeSignals()
        if events() > before { return }
      }
      guard ready & Int32(CN_INPUT.rawValue) != 0 else { continue }
      // No more than the line: what follows is for us.
      var byte: UInt8 = 0
      let count = read(descriptors.input.number, &byte, 1)
      if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { return }
      if count == 1, byte == 0x0A || byte == 0x0D { return }
    }
  }

  /// Takes the terminal again after another program had it.
  ///
  /// - Parameter modesMayHaveChanged: whether its modes now are those to be put back at the end.
  func takeBack(modesMayHaveChanged: Bool) {
    cn_enter(modesMayHaveChanged)
    noticeSize()
  }

  /// Announces the terminal's size if it has changed.
  func noticeSize() {
    let now = Self.currentSize()
    guard now != size else { return }
    resize(to: now)
    // Of several changes only the last matters.
    queue.removeAll { if case .resize = $0 { true } else { false } }
    queue.append(.resize(now))
  }
}

/// How a program ended.
public enum ChildStatus: Hashable, Sendable {
  /// It exited with this status.
  case exited(Int32)
  /// This signal ended it.
  case signaled(Int32)

  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .signaled(signal)
  }

  public var isSuccess: Bool { self == .exited(0) }
}

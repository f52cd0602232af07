import CNcurses

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
  /// - Throws: `ScreenError.cannotRun` if it could not be started.
  @discardableResult
  public func runChild(_ executable: String, arguments: [String] = []) throws(ScreenError) -> ChildStatus {
    guard isOpen && !isLost else { throw .noTerminal }
    cn_leave()
    let outcome = runProgram(executable, arguments)
    takeBack(modesMayHaveChanged: false)
    switch outcome {
    case .success(let status): return status
    case .failure(let error): throw error
    }
  }

  private func runProgram(_ executable: String, _ arguments: [String]) -> Result<ChildStatus, ScreenError> {
    // The output's descriptor cannot be read from, so the child gets the terminal afresh.
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
    let opened = OwnedDescriptor(openTerminal("/dev/tty", O_RDWR))
    return fcntl(opened.number >= 0 ? opened.number : STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
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

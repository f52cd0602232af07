import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keys from the terminal that standard input is, for a program that only ever appends to what is shown.
///
/// Each key comes at once and is not shown by the terminal, unless lines are asked for. While it exists it has the signals
/// that a terminal sends; the terminal's modes are put back when it goes away and while the program is stopped.
public final class KeyReader {
  public enum Event: Hashable, Sendable {
    case key(UInt8)
    /// Nothing came in time.
    case nothing
    /// There is nobody any more who could press a key.
    case ended
    /// A signal asks the program to end.
    case interrupted
  }

  private var before: termios?
  private var waiting: [UInt8] = []

  /// - Parameter readsLines: leaves the terminal as it is: keys come with Enter, and are shown.
  public init(readsLines: Bool) {
    var modes = termios()
    if !readsLines, tcgetattr(STDIN_FILENO, &modes) == 0 { before = modes }
    _ = cn_catch_signals()
    takeKeys()
  }

  deinit {
    giveKeys()
    cn_release_signals()
  }

  private func takeKeys() {
    guard var modes = before else { return }
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  private func giveKeys() {
    guard var modes = before else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  /// Waits for a key, at most so long.
  public func next(timeoutMilliseconds: Int) -> Event {
    if !waiting.isEmpty { return .key(waiting.removeFirst()) }
    let ready = cn_wait(STDIN_FILENO, -1, Int32(clamping: timeoutMilliseconds))
    if ready & Int32(CN_SIGNAL.rawValue) != 0, hasToEnd() { return .interrupted }
    if ready & Int32(CN_LOST.rawValue) != 0 { return .ended }
    guard ready & Int32(CN_INPUT.rawValue) != 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return .nothing }
    guard count > 0 else { return .ended }
    waiting = Array(bytes[..<count])
    return .key(waiting.removeFirst())
  }

  private func hasToEnd() -> Bool {
    while case let number = cn_next_signal(), number != 0 {
      switch number {
      case SIGTSTP:
        giveKeys()
        cn_stop()
        takeKeys()
      case SIGCONT: takeKeys()
      case SIGWINCH: break
      default: return true
      }
    }
    return false
  }
}

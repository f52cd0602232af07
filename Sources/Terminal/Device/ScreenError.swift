import Text

/// Why a screen could not be opened, or a program not be run on it.
public enum ScreenError: Error, Hashable, Sendable {
  /// Neither the controlling terminal nor standard input and output are a terminal.
  case noTerminal
  /// `TERM` is not set.
  case terminalTypeMissing
  /// The terminfo database does not know the terminal; `suggestion` is a similar one that it does know.
  case unknownTerminal(name: String, suggestion: String?)
  /// There is no terminfo database on this system.
  case noTerminalDatabase(name: String)
  /// The terminal cannot move its cursor or clear its screen.
  case tooDumb(name: String)
  /// A screen is open already.
  case alreadyOpen
  /// A call of the system failed; with its error number.
  case system(call: String, error: Int32)
  /// A program could not be started; with the error number.
  case cannotRun(executable: String, error: Int32)

  /// What is wrong, without a full stop.
  public var problem: String {
    switch self {
    case .noTerminal: "there is no terminal to draw on"
    case .terminalTypeMissing: "TERM is not set, so the kind of terminal is unknown"
    case .unknownTerminal(let name, _): "this system does not know the terminal TERM=\(name.sanitized())"
    case .noTerminalDatabase(let name):
      "this system has no terminal descriptions, not even for TERM=\(name.sanitized())"
    case .tooDumb(let name): "the terminal TERM=\(name.sanitized()) cannot move its cursor"
    case .alreadyOpen: "the screen is open already"
    case .system(let call, let error): "\(call) failed: \(systemErrorText(error))"
    case .cannotRun(let executable, let error):
      "cannot run \(executable.sanitized()): \(systemErrorText(error))"
    }
  }

  /// What the person can do about it; nil where only the program can.
  public var remedy: String? {
    switch self {
    case .noTerminal: "run it in a terminal window"
    case .terminalTypeMissing: "set it, for example: export TERM=xterm-256color"
    case .unknownTerminal(_, let suggestion?): "try: export TERM=\(suggestion)"
    case .unknownTerminal(_, nil): "install its description (Debian: ncurses-term)"
    case .noTerminalDatabase: "install them (Debian: ncurses-base), or set TERMINFO to their folder"
    case .tooDumb: "use another terminal, or set TERM to what it really is"
    case .alreadyOpen, .system: nil
    case .cannotRun: "check that it is installed and on the PATH"
    }
  }
}

extension ScreenError: CustomStringConvertible {
  /// The problem and its remedy in one line.
  public var description: String {
    remedy.map { "\(problem); \($0)" } ?? problem
  }
}

/// A key as the program sees it.
public enum Key: Hashable, Sendable {
  /// A character that was typed; marks arrive as characters of their own and join the one before when appended.
  case character(Character)
  case enter, escape, backspace, tab, backTab
  case up, down, left, right
  case pageUp, pageDown, home, end, insert, delete
  /// F1 and so on.
  case function(Int)
  /// A character with Ctrl: a lowercase letter, or one of `@ \ ] ^ _`; Ctrl-@ is what Ctrl-Space sends.
  case control(Character)
  /// A character with Alt (or after Escape, which a terminal cannot tell apart).
  case alternate(Character)
}

/// In tables of keys a character stands for itself.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}

/// What happened to the mouse.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press(button: Int)
    case release
    case wheelUp, wheelDown
  }

  public var action: Action
  public var position: Position

  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}

/// What the screen's event loop hands out.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text pasted at once; line breaks are `\n`, other control characters are still in it.
  case paste(String)
  case mouse(Mouse)
  /// The terminal has another size now; draw again.
  case resize(Size)
  /// SIGINT was sent by another process; Ctrl-C arrives as a key.
  case interrupt
  /// SIGTERM.
  case terminate
  /// SIGQUIT.
  case quit
  /// SIGHUP, or the terminal is gone: leave, there is nobody to ask and nothing to draw on.
  case hangup
  case terminalLost
  /// SIGTSTP was sent by another process: call `Screen.suspend()`; Ctrl-Z arrives as a key.
  case suspend
  /// The program runs again after a stop that it did not bring about itself; the screen has been taken back.
  case resume
  /// `Waker.wake()` was called, once or more often.
  case wake
}

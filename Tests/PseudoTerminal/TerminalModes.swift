import Glibc

/// A terminal's modes as a value.
public struct TerminalModes: Hashable, Sendable, CustomStringConvertible {
  private let flags: [UInt32]
  private let characters: [UInt8]

  init(of terminal: Int32) {
    var modes = termios()
    tcgetattr(terminal, &modes)
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether characters are echoed and lines edited by the terminal, as for a shell command.
  public var isCooked: Bool { flags[3] & UInt32(ICANON | ECHO) == UInt32(ICANON | ECHO) }

  public var description: String {
    let names = zip(["iflag", "oflag", "cflag", "lflag"], flags)
    return names.map { "\($0) \(String($1, radix: 8))" }.joined(separator: ", ") + ", cc \(characters)"
  }
}

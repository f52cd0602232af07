import CVTerm
import Glibc

/// How a program ended.
public enum ExitStatus: Hashable, Sendable {
  case exited(Int32)
  case signaled(Int32)

  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .signaled(signal)
  }
}

/// Starts a program as the leader of a new session on the terminal of that name.
func spawnOnTerminal(
  _ executable: String, _ arguments: [String], terminal: [CChar], environment: [String: String],
  directory: String?
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  // The first terminal that a session leader opens becomes its controlling one.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  // POSIX_SPAWN_SETSID is 0x80; Swift does not see it.
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | 0x80))
  var argumentPointers: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
  var environmentPointers: [UnsafeMutablePointer<CChar>?] =
    environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
  var process: pid_t = 0
  let error = posix_spawn(
    &process, executable, &actions, &attributes, &argumentPointers, &environmentPointers)
  guard error == 0 else {
    throw PseudoTerminal.Failure("cannot start \(executable): \(String(cString: strerror(error)))")
  }
  return process
}

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

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

/// What the standard streams of a new process are.
enum StandardStreams {
  /// All three are the terminal of that name, which becomes the controlling one.
  case terminal([CChar])
  /// Input, output, errors.
  case descriptors(input: Int32, output: Int32, errors: Int32)
}

/// Starts a program as the leader of a new session, with no signal blocked or ignored and nothing open but its three
/// streams: what another test has open at this moment must not live on in this child.
func spawn(
  _ executable: String, _ arguments: [String], streams: StandardStreams, environment: [String: String],
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
  switch streams {
  case .terminal(let name):
    // The first terminal that a session leader opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
  case .descriptors(let input, let output, let errors):
    for (target, source) in [input, output, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
    }
  }
  posix_spawn_file_actions_addclosefrom_np(&actions, 3)
  if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  // POSIX_SPAWN_SETSID is 0x80; Swift does not see it. Without a session of its own, the tester's terminal would be the
  // program's controlling one.
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

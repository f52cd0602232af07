import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What a program did that ran to its end.
struct ProgramOutcome {
  /// Its exit code; 128 and more when a signal ended it.
  let status: Int32
  let output: [UInt8]
  let errors: [UInt8]
}

/// Runs a program found on the path, with nothing to read, and waits for its end.
/// - Throws: `Errno` when it cannot be started, such as `noSuchFileOrDirectory`.
func runProgram(_ name: String, _ arguments: [String]) throws(Errno) -> ProgramOutcome {
  let (output, outputEnd) = try pipeEnds()
  let (errors, errorsEnd) = try pipeEnds()
  defer { for end in [output, errors] { close(end) } }
  let started = start(name, arguments, output: outputEnd, errors: errorsEnd)
  for end in [outputEnd, errorsEnd] { close(end) }
  guard case .success(let process) = started else {
    throw started.failure ?? Errno(rawValue: EIO)
  }
  let texts = readBoth(output, errors)
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  let signal = status & 0x7F
  return ProgramOutcome(
    status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: texts.0, errors: texts.1)
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

private func pipeEnds() throws(Errno) -> (read: Int32, write: Int32) {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw Errno(rawValue: errno) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

private func start(
  _ name: String, _ arguments: [String], output: Int32, errors: Int32
) -> Result<pid_t, Errno> {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
  // A child inherits the signals that this thread holds back.
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var process: pid_t = 0
  let code = posix_spawnp(&process, name, &actions, &attributes, &words, environ)
  return code == 0 ? .success(process) : .failure(Errno(rawValue: code))
}

/// Reads two pipes to their ends, by turns, so that neither fills up.
private func readBoth(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
  var texts: [[UInt8]] = [[], []]
  var open = [
    pollfd(fd: first, events: Int16(POLLIN), revents: 0),
    pollfd(fd: second, events: Int16(POLLIN), revents: 0),
  ]
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while open.contains(where: { $0.fd >= 0 }) {
    if poll(&open, nfds_t(open.count), -1) < 0, errno != EINTR { break }
    for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
      let count = read(open[index].fd, &buffer, buffer.count)
      if count > 0 {
        texts[index] += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        open[index].fd = -1
      }
    }
  }
  return (texts[0], texts[1])
}

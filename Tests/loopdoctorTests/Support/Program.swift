import CVTerm
import Glibc
import PseudoTerminal

/// What a run of the executable said and how it ended.
struct Outcome {
  /// The exit status; negative: the signal it died of.
  let status: Int32
  let outputBytes: [UInt8]
  let errorBytes: [UInt8]

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// Why a run could not be made.
struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}

/// Runs loopdoctor without a terminal.
///
/// - Parameters:
///   - input: what it gets on standard input.
///   - environment: added to a small fixed environment without `TERM`; nil removes a variable.
func loopdoctor(
  _ arguments: String..., input: String = "", environment: [String: String?] = [:], directory: String? = nil,
  timeout: Duration = .seconds(120)
) throws -> Outcome {
  try loopdoctor(arguments, input: input, environment: environment, directory: directory, timeout: timeout)
}

/// The same with a list of arguments.
func loopdoctor(
  _ arguments: [String], input: String = "", environment: [String: String?] = [:], directory: String? = nil,
  timeout: Duration = .seconds(120)
) throws -> Outcome {
  try run(
    PseudoTerminal.builtExecutable("loopdoctor"), arguments, input: Array(input.utf8),
    environment: environment,
    directory: directory, timeout: timeout)
}

/// Runs a command of the shell, in which `$LD` is loopdoctor.
func shell(_ command: String, environment: [String: String?] = [:], directory: String? = nil) throws
  -> Outcome
{
  let executable = try PseudoTerminal.builtExecutable("loopdoctor")
  return try run(
    "/bin/bash", ["-c", command], input: [], environment: environment.merging(["LD": executable]) { $1 },
    directory: directory, timeout: .seconds(120))
}

private func run(
  _ executable: String, _ arguments: [String], input: [UInt8], environment: [String: String?],
  directory: String?,
  timeout: Duration
) throws -> Outcome {
  let merged = PseudoTerminal.basicEnvironment.merging(["TERM": nil]) { $1 }.merging(environment) { $1 }
  let standardInput = try memoryFile(input)
  let (outputEnd, output) = try pipeEnds()
  let (errorEnd, errors) = try pipeEnds()
  defer { for descriptor in [standardInput, outputEnd, errorEnd] { close(descriptor) } }
  let process: pid_t
  do {
    defer {
      close(output)
      close(errors)
    }
    process = try spawn(
      executable, arguments, descriptors: [standardInput, output, errors],
      environment: merged.compactMapValues { $0 }, directory: directory)
  }
  var bytes: [Int32: [UInt8]] = [:]
  let isDone = collect([outputEnd, errorEnd], into: &bytes, until: .now + timeout)
  if !isDone { kill(process, SIGKILL) }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  guard isDone else { throw ProgramFailure(description: "\(arguments) took longer than \(timeout)") }
  let signal = status & 0x7F
  return Outcome(
    status: signal == 0 ? status >> 8 & 0xFF : -signal, outputBytes: bytes[outputEnd] ?? [],
    errorBytes: bytes[errorEnd] ?? [])
}

/// A file without a name that holds some bytes, at its beginning.
private func memoryFile(_ bytes: [UInt8]) throws -> Int32 {
  // 1 is MFD_CLOEXEC; Swift does not see it.
  let file = memfd_create("input", 1)
  guard file >= 0 else { throw ProgramFailure(description: "memfd_create: \(errno)") }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count > 0 else { throw ProgramFailure(description: "write: \(errno)") }
    rest = rest.dropFirst(count)
  }
  lseek(file, 0, SEEK_SET)
  return file
}

private func pipeEnds() throws -> (read: Int32, write: Int32) {
  var ends: [Int32] = [0, 0]
  // Other tests start programs at the same time: they must not hold these ends.
  guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ProgramFailure(description: "pipe: \(errno)") }
  return (ends[0], ends[1])
}

/// - Returns: whether all descriptors came to their end in time.
private func collect(
  _ descriptors: [Int32], into bytes: inout [Int32: [UInt8]], until deadline: ContinuousClock.Instant
) -> Bool {
  var open = descriptors
  var buffer = [UInt8](repeating: 0, count: 65536)
  while !open.isEmpty {
    guard ContinuousClock.now < deadline else { return false }
    var watched = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&watched, nfds_t(watched.count), 1000)
    for entry in watched where entry.revents != 0 {
      let count = read(entry.fd, &buffer, buffer.count)
      if count > 0 {
        bytes[entry.fd, default: []] += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        open.removeAll { $0 == entry.fd }
      }
    }
  }
  return true
}

private func spawn(
  _ executable: String, _ arguments: [String], descriptors: [Int32], environment: [String: String],
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
  for (target, source) in descriptors.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
  }
  if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  // POSIX_SPAWN_SETSID is 0x80: without a session of its own, the tester's terminal would be its controlling one.
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | 0x80))
  var argumentPointers: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
  var environmentPointers: [UnsafeMutablePointer<CChar>?] =
    environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
  var process: pid_t = 0
  let error = posix_spawn(
    &process, executable, &actions, &attributes, &argumentPointers, &environmentPointers)
  guard error == 0 else {
    throw ProgramFailure(description: "cannot start \(executable): \(String(cString: strerror(error)))")
  }
  return process
}

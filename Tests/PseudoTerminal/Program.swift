import CVTerm
import Glibc

/// What a run of a program said and how it ended.
public struct Outcome {
  /// The exit status; negative: the signal it died of.
  public let status: Int32
  public let outputBytes: [UInt8]
  public let errorBytes: [UInt8]

  public var output: String { String(decoding: outputBytes, as: UTF8.self) }
  public var errors: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// Why a run could not be made.
public struct ProgramFailure: Error, CustomStringConvertible {
  public let description: String
}

/// Runs a program without a terminal to its end.
///
/// Foundation's `Process` is no choice here: its children inherit the signals that a test's thread blocks, SIGTERM among
/// them, so that a Python which ends its own workers by that signal waits for them for ever.
///
/// - Parameters:
///   - input: what it gets on standard input.
///   - environment: all of its environment; nil for the test's own.
///   - output: gets what the program prints, as it comes; without it all is kept for the outcome.
public func runProgram(
  _ executable: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil,
  directory: String? = nil, timeout: Duration = .seconds(120),
  output handler: ((ArraySlice<UInt8>) -> Void)? = nil
) throws -> Outcome {
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
      executable, arguments, streams: .descriptors(input: standardInput, output: output, errors: errors),
      environment: environment ?? ownEnvironment(), directory: directory)
  }
  var kept: [Int32: [UInt8]] = [:]
  let isDone = collect([outputEnd, errorEnd], until: .now + timeout) { descriptor, bytes in
    if let handler, descriptor == outputEnd { handler(bytes) } else { kept[descriptor, default: []] += bytes }
  }
  if !isDone { kill(process, SIGKILL) }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  guard isDone else { throw ProgramFailure(description: "\(arguments) took longer than \(timeout)") }
  let signal = status & 0x7F
  return Outcome(
    status: signal == 0 ? status >> 8 & 0xFF : -signal, outputBytes: kept[outputEnd] ?? [],
    errorBytes: kept[errorEnd] ?? [])
}

private func ownEnvironment() -> [String: String] {
  var result: [String: String] = [:]
  var entry = environ
  while let text = entry.pointee {
    let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
    entry += 1
  }
  return result
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

/// Reads from all descriptors until they end.
///
/// - Returns: whether they came to their end in time.
private func collect(
  _ descriptors: [Int32], until deadline: ContinuousClock.Instant, take: (Int32, ArraySlice<UInt8>) -> Void
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
        take(entry.fd, buffer[..<count])
      } else if count == 0 || errno != EINTR {
        open.removeAll { $0 == entry.fd }
      }
    }
  }
  return true
}

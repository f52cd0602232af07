#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal to draw on, open for reading and for writing.
///
/// They are opened apart, so that reading can be made not to block without making writing so.
struct TerminalDescriptors: ~Copyable {
  let input: OwnedDescriptor
  let output: OwnedDescriptor
  /// The device's own name, under which programs outside this session can open it; nil when it is not known.
  let name: String?

  /// Opens the controlling terminal, whatever standard input and output are; without one, takes these if they are a
  /// terminal.
  init() throws(ScreenError) {
    name = Self.nameOfDevice()
    let input = Self.reopen("/dev/tty", O_RDONLY | O_NONBLOCK)
    let output = Self.reopen("/dev/tty", O_WRONLY)
    if input.number >= 0 && output.number >= 0 {
      self.input = input
      self.output = output
    } else if isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 {
      self.input = OwnedDescriptor(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3))
      self.output = OwnedDescriptor(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3))
    } else {
      throw .noTerminal
    }
  }

  /// What a standard stream that is the controlling terminal was opened as: `/dev/tty` itself tells only `/dev/tty`.
  private static func nameOfDevice() -> String? {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where isatty(descriptor) != 0 && tcgetsid(descriptor) == getsid(0) {
      var name = [CChar](repeating: 0, count: 1024)
      guard ttyname_r(descriptor, &name, name.count - 1) == 0 else { continue }
      return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return nil
  }

  /// Never one of the three standard descriptors, even when those are closed.
  private static func reopen(_ path: String, _ flags: Int32) -> OwnedDescriptor {
    let opened = OwnedDescriptor(openTerminal(path, flags))
    return OwnedDescriptor(opened.number < 0 ? -1 : fcntl(opened.number, F_DUPFD_CLOEXEC, 3))
  }
}

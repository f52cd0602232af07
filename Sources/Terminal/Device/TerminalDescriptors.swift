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

  /// Opens the controlling terminal, whatever standard input and output are; without one, takes these if they are a
  /// terminal.
  init() throws(ScreenError) {
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

  /// Never one of the three standard descriptors, even when those are closed.
  private static func reopen(_ path: String, _ flags: Int32) -> OwnedDescriptor {
    let opened = OwnedDescriptor(openTerminal(path, flags))
    return OwnedDescriptor(opened.number < 0 ? -1 : fcntl(opened.number, F_DUPFD_CLOEXEC, 3))
  }
}

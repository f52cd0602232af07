#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func systemErrorText(_ error: Int32) -> String {
  strerror(error).map { String(cString: $0) } ?? "error \(error)"
}

/// The value of an environment variable; nil if it is unset or empty.
public func environmentValue(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// Opens a terminal for this process alone; -1 on failure.
func openTerminal(_ path: String, _ flags: Int32) -> Int32 {
  open(path, flags | O_NOCTTY | O_CLOEXEC)
}

/// A clock that only goes forward.
func monotonicMilliseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
}

/// Closes its descriptor when it goes away.
struct OwnedDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    if number >= 0 { close(number) }
  }
}

/// Sleeps; a signal may end it early.
public func pause(milliseconds: Int) {
  usleep(UInt32(clamping: milliseconds) * 1000)
}

import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets any thread wake the event loop of a screen, for example to announce that there is something new to draw.
public final class Waker: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  init() throws(ScreenError) {
    var ends: [Int32] = [-1, -1]
    guard cn_make_pipe(&ends) else { throw .system(call: "pipe", error: errno) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes `Screen.nextEvent` return `.wake`. Several calls before it does so count as one. Never waits.
  public func wake() {
    // A full pipe holds a wake-up already.
    _ = write(writeEnd, "!", 1)
  }

  /// Takes all wake-ups that have come.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      while read(readEnd, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}

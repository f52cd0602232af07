import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Screen {
  /// Waits for the next event.
  ///
  /// - Parameter timeoutMilliseconds: how long to wait at most; nil for as long as it takes.
  /// - Returns: nil when nothing happened in time.
  public func nextEvent(timeoutMilliseconds: Int? = nil) -> Event? {
    let deadline = timeoutMilliseconds.map { monotonicMilliseconds() + max(0, $0) }
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      guard isOpen else { return .terminalLost }
      if isLost {
        // Whoever goes on asking gets the same answer, but not in a busy loop.
        _ = cn_wait(-1, waker.readEnd, Int32(min(timeoutMilliseconds ?? 1000, 1000)))
        waker.drain()
        takeSignals()
        return queue.isEmpty ? .terminalLost : queue.removeFirst()
      }
      let next = [deadline, decoderDeadline].compactMap { $0 }.min()
      let wait = next.map { max(0, $0 - monotonicMilliseconds()) } ?? -1
      let ready = cn_wait(descriptors.input.number, waker.readEnd, Int32(clamping: wait))
      if ready & Int32(CN_SIGNAL.rawValue) != 0 { takeSignals() }
      if ready & Int32(CN_INPUT.rawValue) != 0 { readInput() }
      if ready & Int32(CN_LOST.rawValue) != 0 { lose() }
      if ready & Int32(CN_WAKE.rawValue) != 0 {
        waker.drain()
        queue.append(.wake)
      }
      let now = monotonicMilliseconds()
      if let end = decoderDeadline, now >= end, ready & Int32(CN_INPUT.rawValue) == 0 {
        queue += decoder.expire()
        decoderDeadline = nil
      }
      if queue.isEmpty, let deadline, now >= deadline { return nil }
    }
  }

  private func readInput() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = read(descriptors.input.number, buffer.baseAddress, buffer.count)
      if count > 0 {
        queue += decoder.feed(buffer.prefix(count))
        decoderDeadline = decoder.patienceMilliseconds.map { monotonicMilliseconds() + $0 }
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        lose()
      }
    }
  }

  private func lose() {
    guard !isLost else { return }
    isLost = true
    queue.append(.terminalLost)
  }

  func takeSignals() {
    while case let number = cn_next_signal(), number != 0 {
      switch number {
      case SIGINT: queue.append(.interrupt)
      case SIGTERM: queue.append(.terminate)
      case SIGQUIT: queue.append(.quit)
      case SIGHUP: queue.append(.hangup)
      case SIGTSTP: queue.append(.suspend)
      case SIGCONT:
        takeBack(modesMayHaveChanged: false)
        queue.append(.resume)
      case SIGWINCH: noticeSize()
      default: break
      }
    }
  }
}

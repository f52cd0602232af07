import Files
import Report
import Scan
import Synchronization

/// Keeps a session while it goes on, on a thread of its own: what is kept last is what stays.
final class SessionKeeper: Sendable {
  private let store: SessionStore
  private let tool: Tool
  private let failed: @Sendable (String) -> Void

  private struct Work {
    var waiting: SessionFile?
    var isRunning = false
    var hasFailed = false
  }

  private let work = Mutex(Work())
  /// Held while a file is being written.
  private let writing = Mutex(())

  /// - Parameter failed: told once, from any thread, why a session cannot be kept.
  init(_ store: SessionStore, tool: Tool, failed: @escaping @Sendable (String) -> Void) {
    self.store = store
    self.tool = tool
    self.failed = failed
  }

  /// Keeps a session soon; returns at once.
  func keep(_ session: SessionFile) {
    let starts = work.withLock { work in
      work.waiting = session
      defer { work.isRunning = true }
      return !work.isRunning
    }
    if starts { detach { [self] in while writeNext() {} } }
  }

  /// Waits until everything is kept.
  func finish() {
    // Whoever holds the lock writes what was older.
    while writeNext(leavesThread: true) {}
  }

  /// Writes what waits; false when nothing does.
  private func writeNext(leavesThread: Bool = false) -> Bool {
    writing.withLock { _ in
      let next = work.withLock { work -> SessionFile? in
        if work.waiting == nil, !leavesThread { work.isRunning = false }
        defer { work.waiting = nil }
        return work.waiting
      }
      guard let next else { return false }
      do throws(FileFault) {
        try store.keep(next, tool: tool)
      } catch {
        let isFirst = work.withLock { work in
          defer { work.hasFailed = true }
          return !work.hasFailed
        }
        if isFirst { failed(error.message) }
      }
      return true
    }
  }
}

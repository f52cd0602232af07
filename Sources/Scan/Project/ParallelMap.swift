import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The results of `body` for `0..<count`, worked out on as many threads as there are processors.
///
/// The threads are our own because the parser recurses deeper than a pool thread's stack allows.
/// - Parameter isCancelled: asked before each piece of work; pieces not done are nil.
func parallelMap<Result: Sendable>(
  count: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
  _ body: @escaping @Sendable (Int) -> Result
) -> [Result?] {
  let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  let job = Job(count: count) { range in
    var results: [(Int, Result)] = []
    for index in range {
      if isCancelled() { break }
      results.append((index, body(index)))
    }
    return results
  }
  let workers = min(processors, (count + Job<Result>.piece - 1) / Job<Result>.piece)
  var threads: [pthread_t] = []
  for _ in 0..<max(0, workers - 1) {
    if let thread = startThread({ job.work() }) { threads.append(thread) }
  }
  // The caller waits anyway, but its own stack may be small.
  if let thread = startThread({ job.work() }) { threads.append(thread) } else { job.work() }
  for thread in threads { pthread_join(thread, nil) }
  return job.results()
}

/// Pieces of work taken by whichever thread is free.
private final class Job<Result: Sendable>: Sendable {
  static var piece: Int { 8 }

  private let count: Int
  private let body: @Sendable (Range<Int>) -> [(Int, Result)]
  private let next = Atomic<Int>(0)
  private let done = Mutex<[(Int, Result)]>([])

  init(count: Int, _ body: @escaping @Sendable (Range<Int>) -> [(Int, Result)]) {
    self.count = count
    self.body = body
  }

  func work() {
    while true {
      let start = next.add(Self.piece, ordering: .relaxed).oldValue
      guard start < count else { return }
      let results = body(start..<min(start + Self.piece, count))
      done.withLock { $0 += results }
    }
  }

  func results() -> [Result?] {
    var results = [Result?](repeating: nil, count: count)
    for (index, result) in done.withLock({ $0 }) { results[index] = result }
    return results
  }
}

/// Runs a closure on a thread of its own and returns at once; on this thread when the system gives none.
public func detach(_ body: @escaping @Sendable () -> Void) {
  if let thread = startThread(body) { pthread_detach(thread) } else { body() }
}

/// Runs a closure on a thread with a stack of 16 MiB; nil when the system gives none.
private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 16 << 20)
  let context = Unmanaged.passRetained(ThreadBody(body))
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      #if canImport(Darwin)
        Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body()
      #else
        if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body() }
      #endif
      return nil
    }, context.toOpaque())
  guard status == 0 else {
    context.release()
    return nil
  }
  return thread
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

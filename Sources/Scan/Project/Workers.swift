import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The threads of a scan: as many as there are processors.
///
/// They are our own because the parser recurses deeper than a pool thread's stack allows.
struct Workers: Sendable {
  /// Run first on each thread.
  var prepare: @Sendable () -> Void = {}
  /// Asked before each piece of work; what is not done then is left out.
  var isCancelled: @Sendable () -> Bool = { false }
  /// Whether whoever asks runs on such a thread itself: then what keeps one thread busy needs no other.
  var isInside = false

  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The results of `body` for `0..<count`; those that were not worked out are nil.
  func map<Result: Sendable>(
    count: Int, piece: Int = 8, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result?] {
    map(count: count, piece: piece, with: {}) { (_: inout Void, index) in body(index) }
  }

  /// As above, where each thread has something of its own to work with.
  /// - Parameter piece: so many pieces of work are taken at once.
  func map<Own, Result: Sendable>(
    count: Int, piece: Int, with own: @escaping @Sendable () -> Own,
    _ body: @escaping @Sendable (inout Own, Int) -> Result
  ) -> [Result?] {
    let job = Job(count: count, piece: piece)
    let done = Mutex<[(Int, Result)]>([])
    let work: @Sendable () -> Void = { [isCancelled] in
      var own = own()
      while let range = job.take() {
        var results: [(Int, Result)] = []
        for index in range where !isCancelled() { results.append((index, body(&own, index))) }
        done.withLock { $0 += results }
      }
    }
    let workers = max(1, min(Self.processors, (count + piece - 1) / piece))
    // The caller waits anyway, but its own stack may be small.
    let threads =
      isInside && workers == 1
      ? []
      : (0..<workers).compactMap { [prepare] _ in
        startThread {
          prepare()
          work()
        }
      }
    if threads.isEmpty { work() }
    for thread in threads { pthread_join(thread, nil) }
    var results = [Result?](repeating: nil, count: count)
    for (index, result) in done.withLock({ $0 }) { results[index] = result }
    return results
  }
}

/// Pieces of work taken by whichever thread is free.
private final class Job: Sendable {
  private let count: Int
  private let piece: Int
  private let next = Atomic<Int>(0)

  init(count: Int, piece: Int) {
    self.count = count
    self.piece = piece
  }

  func take() -> Range<Int>? {
    let start = next.add(piece, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + piece, count) : nil
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

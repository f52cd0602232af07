import Synchronization

/// Which request handlers lead to a coroutine function, directly or through others that they await.
final class Routes: Sendable {
  private let handlers: Set<FunctionReference>
  private let callers: [FunctionReference: [FunctionReference]]
  private let known = Mutex<[FunctionReference: Set<FunctionReference>]>([:])
  /// What more functions lead to is followed no further up.
  private static let mostFunctions = 2000

  init(_ graph: CallGraph) {
    handlers = Set(graph.handlers)
    var callers: [FunctionReference: [FunctionReference]] = [:]
    for function in graph.functions where !graph.handlers.isEmpty {
      for site in graph.sites[function] ?? [] {
        switch site.target {
        case .function(let target), .coroutine(let target): callers[target, default: []].append(function)
        case .blocking, .resource: continue
        }
      }
    }
    self.callers = callers
  }

  func leading(to entry: FunctionReference) -> Set<FunctionReference> {
    if handlers.isEmpty { return [] }
    if let found = known.withLock({ $0[entry] }) { return found }
    var open = [entry]
    var seen: Set<FunctionReference> = [entry]
    var next = 0
    while next < open.count, open.count < Self.mostFunctions {
      for caller in callers[open[next]] ?? [] where seen.insert(caller).inserted { open.append(caller) }
      next += 1
    }
    let found = seen.intersection(handlers)
    known.withLock { $0[entry] = found }
    return found
  }
}

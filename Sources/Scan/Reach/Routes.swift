/// Which request handlers lead to a coroutine function, directly or through others that they await.
final class Routes {
  private let handlers: Set<FunctionReference>
  private var callers: [FunctionReference: [FunctionReference]] = [:]
  private var known: [FunctionReference: Set<FunctionReference>] = [:]
  /// What more functions lead to is followed no further up.
  private static let mostFunctions = 2000

  init(graph: CallGraph, handlers: [FunctionReference]) {
    self.handlers = Set(handlers)
    if handlers.isEmpty { return }
    for function in graph.functions {
      for site in graph.sites[function] ?? [] {
        switch site.target {
        case .function(let target), .coroutine(let target): callers[target, default: []].append(function)
        case .blocking, .resource: continue
        }
      }
    }
  }

  func leading(to entry: FunctionReference) -> Set<FunctionReference> {
    if handlers.isEmpty { return [] }
    if let found = known[entry] { return found }
    var open = [entry]
    var seen: Set<FunctionReference> = [entry]
    var next = 0
    while next < open.count, open.count < Self.mostFunctions {
      for caller in callers[open[next]] ?? [] where seen.insert(caller).inserted { open.append(caller) }
      next += 1
    }
    let found = seen.intersection(handlers)
    known[entry] = found
    return found
  }
}

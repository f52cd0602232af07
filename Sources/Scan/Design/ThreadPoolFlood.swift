import Handbook

/// `thread-pool-flood`: jobs for the loop's own thread pool are collected in a loop or comprehension, to run all at once.
///
/// One that is awaited before the next is made floods nothing.
struct ThreadPoolFlood {
  let context: DesignContext

  /// Python's own ways into that pool; other helpers have pools, or limits, of their own.
  private static let function = "asyncio.to_thread"
  private static let method = "run_in_executor"

  func findings() -> [Finding] {
    context.graph.functions.flatMap { function -> [Finding] in
      let summary = context.inference.project.modules[function.module]
      return summary.functions[Int(function.index)].actions.compactMap { action in
        guard case .call(let index) = action else { return nil }
        let call = summary.calls[Int(index)]
        guard isCollected(call), let name = name(of: call, in: function.module) else { return nil }
        return context.builder.finding(
          "thread-pool-flood", in: function, at: call.span, call: name, confidence: .likely,
          replacement: "one job for the whole list, an executor of the right size, or an async library")
      }
    }
  }

  private func isCollected(_ call: Call) -> Bool {
    guard !call.isAwaited, !call.isUnderAwait else { return false }
    return switch call.repetition {
    case .comprehension: true
    case .loop: call.isArgument
    case .none: false
    }
  }

  /// The name of a call that goes to the loop's own pool.
  private func name(of call: Call, in module: Int) -> String? {
    let summary = context.inference.project.modules[module]
    if case .attribute(_, let name) = summary.expressions[Int(call.callee)],
      summary.names[name] == Self.method
    {
      guard let pool = context.inference.argument(0, of: call, in: module),
        case .literal(let text) = summary.expressions[Int(pool)], summary.names[text] == "None"
      else { return nil }
      return Self.method
    }
    let isToThread = context.inference.values(of: call.callee, in: module).contains { value in
      if case .external(let name) = value { return context.inference.symbols.name(name) == Self.function }
      return false
    }
    return isToThread ? Self.function : nil
  }
}

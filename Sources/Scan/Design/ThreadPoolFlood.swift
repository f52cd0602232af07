import Handbook

/// `thread-pool-flood`: jobs for the loop's own thread pool are collected in a loop or comprehension, to run all at once.
///
/// One that is awaited before the next is made floods nothing.
struct ThreadPoolFlood {
  let context: DesignContext

  /// Python's own ways into that pool; other helpers have pools, or limits, of their own.
  private static let function = "asyncio.to_thread"
  private static let method = "run_in_executor"

  /// A call that hands over many jobs.
  struct Place: Sendable {
    let span: SourceSpan
    let name: String
  }

  func findings() -> [Finding] {
    context.graph.functions.flatMap { function in
      (context.graph.floods[function] ?? []).compactMap { place in
        context.builder.finding(
          "thread-pool-flood", in: function, at: place.span, call: place.name, confidence: .likely,
          replacement: "one job for the whole list, an executor of the right size, or an async library")
      }
    }
  }

  static func places(in function: FunctionReference, _ inference: Inference) -> [Place] {
    let summary = inference.project.modules[function.module]
    var places: [Place] = []
    for case .call(let index) in summary.actions(of: function.index) {
      let call = summary.calls[Int(index)]
      guard isCollected(call), let name = name(of: call, in: function.module, inference) else { continue }
      places.append(Place(span: call.span, name: name))
    }
    return places
  }

  private static func isCollected(_ call: Call) -> Bool {
    guard !call.isAwaited, !call.isUnderAwait else { return false }
    return switch call.repetition {
    case .comprehension: true
    case .loop: call.isArgument
    case .none: false
    }
  }

  /// The name of a call that goes to the loop's own pool.
  private static func name(of call: Call, in module: Int, _ inference: Inference) -> String? {
    let summary = inference.project.modules[module]
    if case .attribute(_, let name) = summary.expressions[Int(call.callee)],
      summary.names[name] == method
    {
      guard let pool = inference.argument(0, of: call, in: module),
        case .literal(let text) = summary.expressions[Int(pool)], summary.text(of: text) == "None"
      else { return nil }
      return method
    }
    let isToThread = inference.values(of: call.callee, in: module).contains { value in
      if case .external(let name) = value { return inference.symbols.name(name) == Self.function }
      return false
    }
    return isToThread ? Self.function : nil
  }
}

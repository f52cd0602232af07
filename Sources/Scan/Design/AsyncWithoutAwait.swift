import Handbook

/// `async-without-await`: a request handler that is a coroutine function, awaits nothing and computes in nested loops.
///
/// Where it makes a call that blocks, that call is reported and this would say nothing new; without any loop it is over
/// before anybody notices.
struct AsyncWithoutAwait {
  let context: DesignContext

  func findings() -> [Finding] {
    context.graph.handlers.compactMap { reference in
      let function = context.definition(of: reference)
      guard function.isAsync, !function.hasAwait, !function.isGenerator, function.loopDepth >= 2,
        !isBlocking(reference)
      else { return nil }
      let name = context.summary(of: reference).qualifiedName(of: reference.index)
      return context.builder.finding(
        "async-without-await", in: reference, at: function.span, call: name, confidence: .possible,
        replacement: "def instead of async def, where the framework runs that in a thread")
    }
  }

  private func isBlocking(_ reference: FunctionReference) -> Bool {
    (context.graph.sites[reference] ?? []).contains { site in
      if case .blocking = site.target { return true }
      return false
    }
  }
}

/// Functions that give something to await in one case, and block in the other: `return work()` beside `return wait_for(work)`.
///
/// Who awaits what they give, counts on the first case.
extension Circumstances {
  private static let deepest = 3

  /// The calls that a plain function only returns the result of.
  struct ReturnedCalls {
    fileprivate(set) var all: [SourceSpan] = []
    /// Those that give nothing to await, where another one does.
    fileprivate(set) var unawaitable: [SourceSpan] = []
  }

  func returnedCalls() -> ReturnedCalls {
    let own = definition(function)
    if own.isAsync { return ReturnedCalls() }
    let returned = summary.returned(by: own)
    var found = ReturnedCalls()
    for expression in returned { found.all += calls(behind: expression) }
    guard returned.count > 1, !found.all.isEmpty else { return found }
    let awaitable = returned.map { givesAwaitable($0, depth: 0) }
    guard awaitable.contains(true) else { return found }
    for (expression, isAwaitable) in zip(returned, awaitable) where !isAwaitable {
      found.unawaitable += calls(behind: expression)
    }
    return found
  }

  /// What becomes of the result of a call.
  func result(of call: CallIndex, to target: FunctionReference, isReturned: Bool) -> Given? {
    let isAwaited = summary.calls[Int(call)].isAwaited
    guard isAwaited || isReturned, !definition(target).isAsync, isCalled(target, by: call) else { return nil }
    return Given(subject: .result, meaning: isAwaited ? .awaited : .handedOn(.result))
  }

  /// The call that an expression is, or those whose results a name stands for.
  private func calls(behind expression: ExpressionIndex) -> [SourceSpan] {
    switch summary.expressions[Int(expression)] {
    case .call(let index): return [summary.calls[Int(index)].span]
    case .name:
      return inference.bindings(of: expression, in: function.module).compactMap { bound in
        guard bound.module == function.module, case .call(let index) = summary.expressions[Int(bound.index)]
        else { return nil }
        return summary.calls[Int(index)].span
      }
    default: return []
    }
  }

  /// Whether an expression may be something to await: what a coroutine function gives, or one that was handed in.
  private func givesAwaitable(_ expression: ExpressionIndex, depth: Int) -> Bool {
    if depth == Self.deepest { return false }
    switch summary.expressions[Int(expression)] {
    case .call(let index):
      let callee = summary.calls[Int(index)].callee
      if inference.parameter(named: callee, in: function.module)?.owner == function.index { return true }
      return inference.values(of: callee, in: function.module).contains { value in
        switch value {
        case .function(let target, _): definition(target).isAsync
        case .external(let name): Language.isAsynchronous(inference.symbols.name(name))
        default: false
        }
      }
    case .name:
      return inference.bindings(of: expression, in: function.module).contains {
        $0.module == function.module && $0.index != expression && givesAwaitable($0.index, depth: depth + 1)
      }
    case .either(let options):
      return summary.parts[options.range].contains { givesAwaitable($0, depth: depth + 1) }
    default: return false
    }
  }
}

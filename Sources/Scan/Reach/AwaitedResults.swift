/// Functions that give something to await in one case, and block in the other: `return work()` beside `return wait_for(work)`.
///
/// Who awaits what they give, counts on the first case.
extension Circumstances {
  private static let deepest = 3

  /// Whether a place is a call that the function only returns the result of, which is nothing to await as another one is.
  func isUnawaitable(_ span: SourceSpan) -> Bool {
    let returned = summary.returned(by: definition(function))
    guard returned.count > 1, let own = returned.first(where: { isCall($0, at: span) }),
      !givesAwaitable(own, depth: 0)
    else { return false }
    return returned.contains { $0 != own && givesAwaitable($0, depth: 0) }
  }

  /// What becomes of the result of a call.
  func result(of call: CallIndex, to target: FunctionReference) -> Given? {
    guard !definition(target).isAsync else { return nil }
    let written = summary.calls[Int(call)]
    if written.isAwaited {
      return isCalled(target, by: call) ? Given(subject: .result, meaning: .awaited) : nil
    }
    let own = definition(function)
    guard !own.isAsync, summary.returned(by: own).contains(where: { isCall($0, at: written.span) }),
      isCalled(target, by: call)
    else { return nil }
    return Given(subject: .result, meaning: .handedOn(.result))
  }

  /// Whether an expression is the call at a place, or a name for what that gives.
  private func isCall(_ expression: ExpressionIndex, at span: SourceSpan) -> Bool {
    switch summary.expressions[Int(expression)] {
    case .call(let index):
      let found = summary.calls[Int(index)].span
      return found.start == span.start && found.end == span.end
    case .name:
      return inference.bindings(of: expression, in: function.module).contains { bound in
        guard bound.module == function.module,
          case .call(let index) = summary.expressions[Int(bound.index)],
          case let found = summary.calls[Int(index)].span
        else { return false }
        return found.start == span.start && found.end == span.end
      }
    default: return false
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

/// Whether an attribute of the object is `None` where it is asked for, since what ran right before has seen to that:
/// `self.close()` and then `if self.connection is not None:`.
struct Emptying {
  let function: FunctionReference
  let inference: Inference
  private static let deepest = 3

  private enum Effect { case none, empties, other }

  private var summary: ModuleSummary { inference.project.modules[function.module] }
  private var definition: Function { summary.functions[Int(function.index)] }

  /// - Parameter question: the attribute as it stands in a condition.
  func isEmpty(at question: ExpressionIndex) -> Bool {
    let summary = summary
    // While a coroutine waits, others may fill it again.
    guard !definition.isAsync, case .attribute(_, let name) = summary.expressions[Int(question)],
      let owner = definition.ownerClass, holdsNone(name, owner, in: summary)
    else { return false }
    var place: SourceSpan?
    for case .use(question, let span, .read) in summary.actions(of: function.index) { place = span }
    return place.map { effect(on: name, before: $0, depth: 0) == .empties } ?? false
  }

  private func holdsNone(_ name: Name, _ owner: ClassIndex, in summary: ModuleSummary) -> Bool {
    summary.attributes.bindings(of: name, in: owner).range.contains { place in
      guard case .value(let value) = summary.attributes[place] else { return false }
      return isNone(value)
    }
  }

  private func isNone(_ expression: ExpressionIndex) -> Bool {
    inference.literal(ExpressionReference(module: function.module, index: expression)) == "None"
  }

  /// What a function does to an attribute of its object: all of it, or what stands before a place.
  private func effect(on name: Name, before end: SourceSpan?, depth: Int) -> Effect {
    guard depth < Self.deepest else { return .other }
    let summary = summary
    var effect = Effect.none
    for action in summary.actions(of: function.index) {
      let (span, change) = change(by: action, of: name, depth: depth)
      if let end, span.start >= end.start { break }
      switch change {
      case .none: continue
      case .other: effect = .other
      case .empties:
        // What is done only now and then leaves it open, but for the question whether it is empty already.
        let isSure = summary.guards(of: definition).allSatisfy { candidate in
          !(candidate.span.start <= span.start && span.end <= candidate.span.end)
            || end.map { candidate.span.start <= $0.start && $0.end <= candidate.span.end } ?? false
            || asks(candidate.condition, name)
        }
        effect = isSure ? .empties : effect == .empties ? .empties : .other
      }
    }
    return effect
  }

  private func change(by action: Action, of name: Name, depth: Int) -> (SourceSpan, Effect) {
    let summary = summary
    switch action {
    case .use(let expression, let span, .write):
      guard case .attribute(let base, name) = summary.expressions[Int(expression)], isOwn(base) else {
        return (span, .none)
      }
      // The value stands right before the name and the attribute.
      return (span, expression >= 2 && isNone(expression - 2) ? .empties : .other)
    case .call(let index):
      let call = summary.calls[Int(index)]
      guard case .attribute(let base, _) = summary.expressions[Int(call.callee)], isOwn(base) else {
        return (call.span, .none)
      }
      let callees = inference.values(of: call.callee, in: function.module)
      guard callees.count == 1, case .function(let target, _) = callees[0], target.module == function.module
      else { return (call.span, .other) }
      let below = Emptying(function: target, inference: inference)
      return (call.span, below.effect(on: name, before: nil, depth: depth + 1))
    default: return (SourceSpan(start: 0, end: 0), .none)
    }
  }

  /// Whether an expression is the object that the method is called on.
  private func isOwn(_ base: ExpressionIndex) -> Bool {
    let definition = definition
    guard case .name(let name, definition.scope) = summary.expressions[Int(base)],
      definition.ownerClass != nil, definition.parameters.count > 0
    else { return false }
    return summary.parameter(0, of: definition).name == name
  }

  /// Whether a condition holds where the attribute is not empty.
  private func asks(_ condition: Guard.Condition, _ name: Name) -> Bool {
    switch condition {
    case .holds(let expression): return asks(expression, name, isSame: false)
    case .fails(let expression): return asks(expression, name, isSame: true)
    default: return false
    }
  }

  private func asks(_ expression: ExpressionIndex, _ name: Name, isSame: Bool) -> Bool {
    switch summary.expressions[Int(expression)] {
    case .attribute(let base, name): return !isSame && isOwn(base)
    case .comparison(let left, let right, let comparison):
      guard case .attribute(let base, name) = summary.expressions[Int(left)], isOwn(base), isNone(right)
      else {
        return false
      }
      return isSame ? comparison == .identical : comparison == .notIdentical
    default: return false
    }
  }
}

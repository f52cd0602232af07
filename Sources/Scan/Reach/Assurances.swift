/// What a function has made sure of where it calls others.
extension Circumstances {
  /// What the conditions around a call say of a name or an attribute that it gives: `if password: save(password)`.
  func assured(_ given: ExpressionIndex, at span: SourceSpan) -> Given.Meaning? {
    let summary = summary
    switch summary.expressions[Int(given)] {
    case .name, .attribute: break
    default: return nil
    }
    var meaning: Given.Meaning?
    for candidate in guards(of: function)
    where candidate.span.start <= span.start && span.end <= candidate.span.end {
      switch candidate.condition {
      case .holds(let question): meaning = told(of: given, by: question, holds: true) ?? meaning
      case .fails(let question): meaning = told(of: given, by: question, holds: false) ?? meaning
      default: continue
      }
    }
    return meaning
  }

  private func told(
    of given: ExpressionIndex, by question: ExpressionIndex, holds: Bool
  ) -> Given.Meaning? {
    let summary = summary
    let asked: ExpressionIndex
    let meaning: Given.Meaning
    switch summary.expressions[Int(question)] {
    case .name, .attribute: (asked, meaning) = (question, .value(isTrue: holds, isNone: holds ? false : nil))
    case .comparison(let left, let right, let comparison):
      guard inference.literal(ExpressionReference(module: function.module, index: right)) == "None",
        comparison == .identical || comparison == .notIdentical
      else { return nil }
      let isNone = (comparison == .identical) == holds
      (asked, meaning) = (left, .value(isTrue: isNone ? false : nil, isNone: isNone))
    default: return nil
    }
    guard summary.isSame(asked, given), !isRebound(given, after: asked) else { return nil }
    return meaning
  }

  /// Whether a name may have got another value since it was asked.
  private func isRebound(_ given: ExpressionIndex, after asked: ExpressionIndex) -> Bool {
    guard case .name(let name, let scope) = summary.expressions[Int(given)] else { return false }
    // In a loop, what comes later in the source may have come before.
    let end = definition(function).loopDepth == 0 ? given : .max
    return summary.bindings.bindings(of: name, in: scope).range.contains { place in
      switch summary.bindings[place] {
      case .value(let value), .iteration(let value), .context(let value, _): value > asked && value < end
      case .parameter, .annotated: false
      default: true
      }
    }
  }
}

/// What a function does not know itself and hands on as it got it: `target(**keywords)`.
extension Circumstances {
  /// Whether an expression is the function's parameter `**keywords`.
  func isOwnKeywords(_ expression: ExpressionIndex) -> Bool {
    let own = definition(function)
    guard case .name(let name, own.scope) = summary.expressions[Int(expression)],
      summary.bindings.bindings(of: name, in: own.scope).range.count == 1
    else { return false }
    return summary.parameters(of: own).contains { $0.kind == .keywordVariadic && $0.name == name }
  }

  /// What decides in other functions, and is among the keywords that this one hands on to them.
  func keywordsHandedOn() -> [Requirement.Subject] {
    let own = definition(function)
    guard summary.parameters(of: own).contains(where: { $0.kind == .keywordVariadic }) else { return [] }
    return summary.actions(of: own).flatMap { action -> [Requirement.Subject] in
      guard case .call(let index) = action, case let call = summary.calls[Int(index)],
        summary.arguments[call.arguments.range].contains(where: {
          $0.kind == .doubleStarred && isOwnKeywords($0.value)
        })
      else { return [] }
      return inference.values(of: call.callee, in: function.module).flatMap { callee in
        guard case .function(let target, _) = callee else { return [Requirement.Subject]() }
        return subjects(of: target).compactMap { keyword(for: $0, of: target) }
      }
    }
  }

  /// What of its own keywords a function gives by `target(**keywords)`.
  func keyword(
    for subject: Requirement.Subject, of target: FunctionReference
  ) -> Requirement.Subject? {
    let word: String
    let text: String
    switch subject {
    case .keyword(let name, let other): (word, text) = (name, other)
    case .parameter(let place):
      let parameter = parameter(place, of: target)
      guard let value = parameter.defaultValue,
        let literal = inference.literal(ExpressionReference(module: target.module, index: value))
      else { return nil }
      (word, text) = (inference.nameReader[parameter.name], literal)
    case .receiver, .result: return nil
    }
    // A parameter of this name would have it instead.
    let isTaken = summary.parameters(of: definition(function)).contains {
      inference.nameReader[$0.name] == word
    }
    return isTaken ? nil : .keyword(word, default: text)
  }
}

/// What a function does not know itself and hands on as it got it: `target(**keywords)`.
extension Circumstances {
  /// Whether an argument is all that the function got besides its other parameters: `*arguments` or `**keywords`.
  func isOwnRest(_ argument: Argument) -> Bool {
    let own = definition(function)
    guard case .name(let name, own.scope) = summary.expressions[Int(argument.value)],
      summary.bindings.bindings(of: name, in: own.scope).range.count == 1
    else { return false }
    let kind = argument.kind == .starred ? Parameter.Kind.variadic : .keywordVariadic
    return summary.parameters(of: own).contains { $0.kind == kind && $0.name == name }
  }

  /// So many arguments at most are for parameters of their own.
  func mostPositional(_ target: FunctionReference) -> Int {
    let own = definition(target)
    let parameters = inference.project.modules[target.module].parameters(of: own)
    let isBound = own.ownerClass != nil && !inference.decoration(of: target).isStatic
    return parameters.count { $0.kind == .positional } - (isBound ? 1 : 0)
  }

  /// What decides in other functions, and is among the keywords that this one hands on to them.
  func keywordsHandedOn() -> [Requirement.Subject] {
    let own = definition(function)
    guard summary.parameters(of: own).contains(where: { $0.kind == .keywordVariadic }) else { return [] }
    return summary.actions(of: own).flatMap { action -> [Requirement.Subject] in
      guard case .call(let index) = action, case let call = summary.calls[Int(index)],
        summary.arguments[call.arguments.range].contains(where: {
          $0.kind == .doubleStarred && isOwnRest($0)
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

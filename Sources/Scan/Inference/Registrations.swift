/// Functions that are handed to another one only to be kept: handlers of events, commands of a bot.
extension Inference {
  /// All functions that are given to the parameter that an expression names: by calls, and by decoration with the function
  /// whose parameter it is.
  func registered(_ expression: ExpressionIndex, in module: Int) -> [Value] {
    guard let (owner, place) = parameter(named: expression, in: module) else { return [] }
    let keeper = FunctionReference(module: module, index: owner)
    return answer(.registered(keeper, place)) {
      let given = calls(of: keeper).flatMap { call -> [Value] in
        guard let argument = argument(for: place, of: keeper, in: call) else { return [] }
        return values(of: argument, in: call.module).filter(isFunction)
      }
      let isFirst = place == (isBoundMethod(keeper) ? 1 : 0)
      return merged(given + (isFirst ? decorated(by: keeper) : []))
    }
  }

  private func isFunction(_ value: Value) -> Bool {
    if case .function = value { true } else { false }
  }

  private func isBoundMethod(_ reference: FunctionReference) -> Bool {
    project.modules[reference.module].functions[Int(reference.index)].ownerClass != nil
      && !decoration(of: reference).isStatic
  }

  /// The functions that have a function as their decorator, or what it is returned by: `@register`, `@on("name")`.
  private func decorated(by keeper: FunctionReference) -> [Value] {
    let summary = project.modules[keeper.module]
    var scope = summary.functions[Int(keeper.index)].scope
    var found: [Value] = []
    // The function itself and those around it, by their names.
    for _ in 0..<Self.deepestDecorator {
      guard scope > ModuleSummary.moduleScope, let name = summary.scopes[Int(scope)].name else { break }
      let candidates = names.decorations(name, atMost: Self.mostRegistered)
      found += candidates.filter { isDecorated($0, by: keeper) }.map { .function($0, receiver: nil) }
      scope = summary.scopes[Int(scope)].parent
    }
    return found
  }

  private static let deepestDecorator = 2
  private static let mostRegistered = 32

  private func isDecorated(_ reference: FunctionReference, by keeper: FunctionReference) -> Bool {
    project.modules[reference.module].decorators(of: reference.index).contains { decorator in
      values(of: decorator, in: reference.module).contains { value in
        if case .function(keeper, _) = value { true } else { false }
      }
    }
  }
}

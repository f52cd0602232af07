/// Functions and classes that are handed to another function only to be kept: handlers of events, commands of a bot, exporters.
extension Inference {
  /// All functions and classes that are given to the parameter that an expression names: by calls, and by decoration with the function
  /// whose parameter it is.
  func registered(_ expression: ExpressionIndex, in module: Int) -> [Value] {
    guard let (owner, place) = parameter(named: expression, in: module) else { return [] }
    let keeper = FunctionReference(module: module, index: owner)
    return answer(.registered(keeper, place)) {
      let given = calls(of: keeper).flatMap { call -> [Value] in
        guard let argument = argument(for: place, of: keeper, in: call) else { return [] }
        return values(of: argument, in: call.module).filter(isDefinition)
      }
      let isFirst = place == (isBoundMethod(keeper) ? 1 : 0)
      return merged(given + (isFirst ? decorated(by: keeper) : []))
    }
  }

  private func isDefinition(_ value: Value) -> Bool {
    switch value {
    case .function, .classObject: true
    default: false
    }
  }

  private func isBoundMethod(_ reference: FunctionReference) -> Bool {
    project.modules[reference.module].functions[Int(reference.index)].ownerClass != nil
      && !decoration(of: reference).isStatic
  }

  /// The functions and classes that have a function as their decorator, or what it is returned by: `@register`, `@on("name")`.
  private func decorated(by keeper: FunctionReference) -> [Value] {
    let summary = project.modules[keeper.module]
    var scope = summary.functions[Int(keeper.index)].scope
    var found: [Value] = []
    // The function itself and those around it, by their names.
    for _ in 0..<Self.deepestDecorator {
      guard scope > ModuleSummary.moduleScope, let name = summary.scopes[Int(scope)].name else { break }
      let candidates = names.decorations(name, atMost: Self.mostRegistered)
      found += candidates.filter { isDecorated($0, by: keeper) }.map { .function($0, receiver: nil) }
      for decorated in names.classDecorations(name, atMost: Self.mostRegistered) {
        let decorators = project.modules[decorated.module].classes[Int(decorated.index)].decorators
        if isAmong(decorators, of: decorated.module, keeper) { found.append(.classObject(decorated)) }
      }
      scope = summary.scopes[Int(scope)].parent
    }
    return found
  }

  private static let deepestDecorator = 2
  private static let mostRegistered = 32

  private func isDecorated(_ reference: FunctionReference, by keeper: FunctionReference) -> Bool {
    isAmong(project.modules[reference.module].decorators(of: reference.index), of: reference.module, keeper)
  }

  private func isAmong(
    _ decorators: some Sequence<ExpressionIndex>, of module: Int, _ keeper: FunctionReference
  ) -> Bool {
    decorators.contains { decorator in
      values(of: decorator, in: module).contains { value in
        if case .function(keeper, _) = value { true } else { false }
      }
    }
  }
}

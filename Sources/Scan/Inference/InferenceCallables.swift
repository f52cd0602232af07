/// Functions that are given to functions: callbacks that are called, and decorators of the project.
extension Inference {
  /// A callback that goes through more functions than this is lost from sight.
  private static let mostHandings = 16

  /// The places of the parameters that a function calls while it runs, directly or through functions that it hands them to.
  func calledParameters(of reference: FunctionReference) -> Set<Int> {
    if let known = knownCalledParameters[reference] { return known }
    knownCalledParameters[reference] = []
    let summary = project.modules[reference.module]
    let function = summary.functions[Int(reference.index)]
    guard !function.parameters.isEmpty, handing < Self.mostHandings else { return [] }
    handing += 1
    defer { handing -= 1 }
    let own = summary.names(ofParameters: function)
    var places: Set<Int> = []
    for case .call(let index) in summary.actions(of: function) {
      let call = summary.calls[Int(index)]
      if summary.isName(call.callee, among: own),
        let (owner, place) = parameter(named: call.callee, in: reference.module), owner == reference.index
      {
        if !isOfCoroutineFunction(call, in: reference) { places.insert(place) }
        continue
      }
      let handed = summary.arguments[call.arguments.range].contains { argument in
        summary.isName(argument.value, among: own)
          && parameter(named: argument.value, in: reference.module)?.owner == reference.index
      }
      guard handed else { continue }
      let site = CallReference(module: reference.module, index: index)
      for case .function(let called, _) in values(of: call.callee, in: reference.module) {
        for inner in calledParameters(of: called) {
          guard let argument = argument(for: inner, of: called, in: site),
            let (owner, place) = parameter(named: argument, in: reference.module), owner == reference.index
          else { continue }
          places.insert(place)
        }
      }
    }
    knownCalledParameters[reference] = places
    return places
  }

  /// The parameter that a name stands for, with the function whose it is.
  func parameter(
    named expression: ExpressionIndex, in module: Int
  ) -> (owner: FunctionIndex, place: Int)? {
    let summary = project.modules[module]
    guard case .name(let name, var scope) = summary.expressions[Int(expression)] else { return nil }
    while scope >= 0 {
      let places = summary.bindings.bindings(of: name, in: scope).range
      if !places.isEmpty {
        for place in places {
          if case .parameter(let owner, let place) = summary.bindings[place] { return (owner, Int(place)) }
        }
        return nil
      }
      scope = summary.scopes[Int(scope)].parent
    }
    return nil
  }

  // MARK: Decorators

  /// What the name of a function stands for.
  func meanings(of reference: FunctionReference, receiver: ClassReference?) -> [Value] {
    let decorators = project.modules[reference.module].decorators(of: reference.index)
    if decorators.isEmpty { return [.function(reference, receiver: receiver)] }
    let made = answer(.decorated(reference)) {
      decorators.flatMap { values(of: $0, in: reference.module) }.compactMap { decorator in
        switch decorator {
        // `@app.task`, and `@app.task(…)`, of which the handbook knows what they make.
        case .external(let name): symbols[name].type.map { .instance($0) }
        case .instance(let type): .instance(type)
        default: nil
        }
      }
    }
    return made + decorated(reference).map { .function($0, receiver: receiver) }
  }

  /// What the name of a function stands for when functions of the project decorate it: what they put in its place, and
  /// the function itself as far as that calls it.
  func decorated(_ reference: FunctionReference) -> [FunctionReference] {
    let decorators = project.modules[reference.module].decorators(of: reference.index)
    if decorators.isEmpty { return [reference] }
    if let known = knownDecorated[reference] { return known }
    // A decorator may lead back to what it decorates.
    knownDecorated[reference] = [reference]
    var current = [reference]
    let isAsync = isCoroutineFunction(reference)
    for decorator in decorators.reversed() {
      for case .function(let function, _) in values(of: decorator, in: reference.module) {
        current = replaced(current, by: function, isAsync: isAsync)
      }
    }
    current += registeredVariants(of: reference)
    knownDecorated[reference] = current
    return current
  }

  private func replaced(
    _ functions: [FunctionReference], by decorator: FunctionReference, isAsync: Bool
  ) -> [FunctionReference] {
    let module = decorator.module
    let definition = project.modules[module].functions[Int(decorator.index)]
    guard !definition.isAsync, !definition.isGenerator else { return functions }
    var result: [FunctionReference] = []
    var keepsOriginal = definition.returned.isEmpty
    for returned in project.modules[module].returned(by: definition) {
      if parameter(named: returned, in: module) != nil {
        keepsOriginal = true
        continue
      }
      let wrappers = values(of: returned, in: module).compactMap { value -> FunctionReference? in
        guard case .function(let wrapper, _) = value, isNested(wrapper, in: decorator) else { return nil }
        return wrapper
      }
      // Something else is returned that nobody knows: the function counts, as if it were not decorated.
      if wrappers.isEmpty { keepsOriginal = true }
      result += wrappers.filter { !result.contains($0) }
      if wrappers.contains(where: { calls(parametersWithin: decorator, in: $0) }) { keepsOriginal = true }
    }
    // Of a wrapper for coroutine functions and one for others, each gets its own.
    let fitting = result.filter { isCoroutineFunction($0) == isAsync }
    if !fitting.isEmpty { result = fitting }
    return keepsOriginal ? result + functions.filter { !result.contains($0) } : result
  }

  private func isNested(_ inner: FunctionReference, in outer: FunctionReference) -> Bool {
    guard inner.module == outer.module else { return false }
    let summary = project.modules[inner.module]
    var scope = summary.functions[Int(inner.index)].scope
    while scope >= 0 {
      scope = summary.scopes[Int(scope)].parent
      if scope == summary.functions[Int(outer.index)].scope { return true }
    }
    return false
  }

  /// Whether a function calls what a decorator was given, or a function in that which stands around it, or hands it to one that
  /// does.
  private func calls(parametersWithin outer: FunctionReference, in wrapper: FunctionReference) -> Bool {
    let summary = project.modules[wrapper.module]
    func isGiven(_ expression: ExpressionIndex) -> Bool {
      guard let owner = parameter(named: expression, in: wrapper.module)?.owner else { return false }
      let place = FunctionReference(module: wrapper.module, index: owner)
      return owner != wrapper.index && (place == outer || isNested(place, in: outer))
    }
    return summary.actions(of: wrapper.index).contains { action in
      guard case .call(let index) = action else { return false }
      let call = summary.calls[Int(index)]
      if isGiven(call.callee) {
        // What it calls only off the loop is found there.
        return ThreadProof(function: wrapper, inference: self).part(around: call.span) == nil
      }
      let handed = summary.arguments[call.arguments.range].contains { isGiven($0.value) }
      guard handed else { return false }
      let site = CallReference(module: wrapper.module, index: index)
      return values(of: call.callee, in: wrapper.module).contains { callee in
        guard case .function(let called, _) = callee else { return false }
        return calledParameters(of: called).contains { place in
          argument(for: place, of: called, in: site).map(isGiven) ?? false
        }
      }
    }
  }
}

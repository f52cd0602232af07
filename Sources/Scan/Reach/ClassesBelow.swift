/// Methods of the classes below, as a method comes to them on its own object.
extension SiteFinder {
  /// The class below the function's own in which a method stands that it comes to on its own object.
  func classBelow(of called: FunctionReference, at action: Action) -> ClassReference? {
    let summary = inference.project.modules[module]
    let target = inference.project.modules[called.module].functions[Int(called.index)]
    guard let owner = summary.functions[Int(function.index)].ownerClass, let below = target.ownerClass,
      let base = object(of: action), isOwnObject(base),
      case let reference = ClassReference(module: called.module, index: below),
      inference.ancestors(of: reference).contains(ClassReference(module: module, index: owner))
    else { return nil }
    return reference
  }

  /// What a method is called on, or an attribute read of.
  private func object(of action: Action) -> ExpressionIndex? {
    let summary = inference.project.modules[module]
    let used: ExpressionIndex
    switch action {
    case .call(let index): used = summary.calls[Int(index)].callee
    case .use(let expression, _, .read), .use(let expression, _, .write), .use(let expression, _, .delete):
      used = expression
    case .use: return nil
    case .enter, .iterate, .spin: return nil
    }
    if case .attribute(let base, _) = summary.expressions[Int(used)] { return base }
    return nil
  }
}

extension [ModuleSummary] {
  /// Whether a class has another method in the place of one, which does not call that: no object of the class comes there.
  func replaces(_ function: FunctionReference, in below: ClassReference) -> Bool {
    let summary = self[function.module]
    let other = self[below.module]
    guard let name = summary.scopes[Int(summary.functions[Int(function.index)].scope)].name,
      let place = other.bindings.bindings(of: name, in: other.classes[Int(below.index)].scope).range.first,
      case .function(let replacement) = other.bindings[place],
      FunctionReference(module: below.module, index: replacement) != function
    else { return false }
    return !other.actions(of: replacement).contains { action in
      guard case .call(let index) = action,
        case .attribute(_, name) = other.expressions[Int(other.calls[Int(index)].callee)]
      else { return false }
      return true
    }
  }
}

import Handbook

/// How objects were made on which methods are called, and where they are kept.
extension SiteFinder {
  /// Whether an object was made such that its method waits, as far as that was seen.
  func isMadeToWait(_ object: ExpressionIndex?, _ blocking: BlockingCall) -> Bool {
    let (only, unless) = (blocking.onlyMadeWith, blocking.unlessMadeWith)
    if only.isEmpty && unless.isEmpty { return true }
    guard let object else { return only.isEmpty }
    let makings = makings(of: ExpressionReference(module: module, index: object), depth: 0)
    return (only.isEmpty || makings.contains { $0.meet(allOf: only) })
      && !makings.contains { $0.meet(anyOf: unless) }
  }

  private static let mostMakers = 3

  /// The calls that made an object: the one that gives it, and those that made what that is a method of.
  private func makings(of object: ExpressionReference, depth: Int) -> [CallArguments] {
    guard depth < Self.mostMakers else { return [] }
    return (inference.bindings(of: object.index, in: object.module, isEntered: true) + [object]).flatMap {
      maker -> [CallArguments] in
      let summary = inference.project.modules[maker.module]
      guard case .call(let index) = summary.expressions[Int(maker.index)] else { return [] }
      let call = summary.calls[Int(index)]
      let making = CallArguments(call, module: maker.module, inference: inference)
      guard case .attribute(let base, _) = summary.expressions[Int(call.callee)] else { return [making] }
      return [making]
        + makings(of: ExpressionReference(module: maker.module, index: base), depth: depth + 1)
    }
  }

  /// Whether a name is that of a parameter of which the function says what it is.
  private func isDeclaredParameter(_ expression: ExpressionIndex) -> Bool {
    let summary = inference.project.modules[module]
    guard let (owner, place) = inference.parameter(named: expression, in: module), owner == function.index
    else { return false }
    return summary.parameter(place, of: summary.functions[Int(owner)]).annotation != nil
  }

  /// Whether a method is called on what an attribute or a global name holds, or on what the function was given.
  func isOnKept(_ call: Call) -> Bool {
    let summary = inference.project.modules[module]
    guard case .attribute(let base, _) = summary.expressions[Int(call.callee)] else { return false }
    switch summary.expressions[Int(base)] {
    case .attribute: return true
    case .name(let name, var scope):
      while scope > ModuleSummary.moduleScope {
        if !summary.bindings.bindings(of: name, in: scope).isEmpty { return isDeclaredParameter(base) }
        scope = summary.scopes[Int(scope)].parent
      }
      return true
    default: return false
    }
  }
}

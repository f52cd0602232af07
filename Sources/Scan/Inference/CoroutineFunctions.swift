/// What code finds out about a callable before it calls it.
extension Inference {
  /// Whether a call is awaited where its callee was found to be a coroutine function: what else the callee might stand for
  /// does not get there.
  func isOfCoroutineFunction(_ call: Call, in reference: FunctionReference) -> Bool {
    guard call.isAwaited, !knowledge.guards.coroutineFunctions.isEmpty else { return false }
    let summary = project.modules[reference.module]
    return summary.guards(of: summary.functions[Int(reference.index)]).contains { candidate in
      guard case .holds(let test) = candidate.condition, candidate.span.start <= call.span.start,
        call.span.end <= candidate.span.end
      else { return false }
      switch summary.expressions[Int(test)] {
      case .call(let index):
        let isSame = { summary.isSame($0, call.callee) }
        return tested(by: index, in: reference.module).map(isSame) ?? false
      // `self.is_async`, which remembers what was found out.
      case .name, .attribute:
        return bindings(of: test, in: reference.module).contains { bound in
          guard case .call(let index) = project.modules[bound.module].expressions[Int(bound.index)] else {
            return false
          }
          return tested(by: index, in: bound.module) != nil
        }
      default: return false
      }
    }
  }

  func isCoroutineFunction(_ reference: FunctionReference) -> Bool {
    project.modules[reference.module].functions[Int(reference.index)].isAsync
  }

  /// What a call asks about, when it asks whether that is a coroutine function.
  private func tested(by index: CallIndex, in module: Int) -> ExpressionIndex? {
    let call = project.modules[module].calls[Int(index)]
    let isTest = values(of: call.callee, in: module).contains { callee in
      if case .external(let name) = callee {
        return knowledge.guards.coroutineFunctions.contains(symbols.name(name))
      }
      return false
    }
    return isTest ? argument(0, of: call, in: module) : nil
  }

  /// What a name or an attribute of an object of the project is bound to.
  /// - Parameter isEntered: whether the managers count that `with … as` takes it from.
  func bindings(
    of expression: ExpressionIndex, in module: Int, isEntered: Bool = false
  ) -> [ExpressionReference] {
    let summary = project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .name(let name, let start):
      var scope = start
      while scope >= 0 {
        let places = summary.bindings.bindings(of: name, in: scope).range
        if !places.isEmpty { return values(places.map { summary.bindings[$0] }, in: module, isEntered) }
        scope = summary.scopes[Int(scope)].parent
      }
      return []
    case .attribute(let base, let name):
      return values(of: base, in: module).flatMap { value -> [ExpressionReference] in
        guard case .object(let reference) = value else { return [] }
        let attributes = project.modules[reference.module].attributes
        let places = attributes.bindings(of: name, in: reference.index).range
        return values(places.map { attributes[$0] }, in: reference.module, isEntered)
      }
    default: return []
    }
  }

  private func values(
    _ bindings: [Binding], in module: Int, _ isEntered: Bool
  ) -> [ExpressionReference] {
    bindings.compactMap { binding in
      switch binding {
      case .value(let expression): ExpressionReference(module: module, index: expression)
      case .context(let manager, isAsync: false) where isEntered:
        ExpressionReference(module: module, index: manager)
      default: nil
      }
    }
  }
}

import Handbook

/// Arguments of calls, and what classes call for each object that is made of them.
extension Inference {
  /// The argument at a place: by keyword, or by position from 1.
  func argument(at place: OnLoop.Place, of call: Call, in module: Int) -> ExpressionIndex? {
    if let word = place.keyword, let given = keyword(word, of: call, in: module) { return given }
    return place.position.flatMap { argument($0 - 1, of: call, in: module) }
  }

  /// The callables that make the values of fields which a call of the class does not give.
  func factories(of reference: ClassReference, madeBy call: Call, in caller: Int) -> [ExpressionReference] {
    let module = reference.module
    let summary = project.modules[module]
    let names = project.modules[caller].names
    let definition = summary.classes[Int(reference.index)]
    if definition.fields.isEmpty { return [] }
    let arguments = project.modules[caller].arguments[call.arguments.range]
    if arguments.contains(where: { $0.kind == .starred || $0.kind == .doubleStarred }) { return [] }
    let given = Set(arguments.compactMap { $0.name.map { names[$0] } })
    let positional = arguments.filter { $0.kind == .positional }.count
    return definition.fields.dropFirst(positional).flatMap { name -> [ExpressionReference] in
      if given.contains(summary.names[name]) { return [] }
      return summary.bindings.bindings(of: name, in: definition.scope).range.compactMap { place in
        guard case .value(let expression) = summary.bindings[place] else { return nil }
        return factory(expression, in: module)
      }
    }
  }

  private func factory(_ expression: ExpressionIndex, in module: Int) -> ExpressionReference? {
    guard case .call(let index) = project.modules[module].expressions[Int(expression)] else { return nil }
    let call = project.modules[module].calls[Int(index)]
    for case .external(let name) in values(of: call.callee, in: module) {
      if let place = knowledge.factories[symbols.name(name)],
        let given = argument(at: place, of: call, in: module)
      {
        return ExpressionReference(module: module, index: given)
      }
    }
    return nil
  }
}

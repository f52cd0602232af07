import Handbook

/// What making an object of a class runs.
extension Inference {
  /// The methods of a class that making an object of it calls besides `__init__`: those that the handbook names, or of which
  /// it names a decorator.
  func initialisers(of reference: ClassReference) -> [FunctionReference] {
    if let known = knownInitialisers[reference] { return known }
    // A class may be made while its own decorators are looked at.
    knownInitialisers[reference] = []
    let lineage = lineage(of: reference)
    let rules = knowledge.onLoop.constructors.filter { rule in
      rule.classes.isEmpty
        || lineage.contains { base in
          if case .external(let name) = base { rule.classes.contains(symbols.name(name)) } else { false }
        }
    }
    var found = rules.flatMap(\.methods).flatMap { name in
      classMember(name, of: reference, isObject: true).compactMap { member -> FunctionReference? in
        if case .function(let function, _) = member { function } else { nil }
      }
    }
    let decorators = Set(rules.flatMap(\.decorators))
    if !decorators.isEmpty {
      for case .classObject(let owner) in [.classObject(reference)] + lineage {
        found += methods(of: owner, decoratedWith: decorators)
      }
    }
    knownInitialisers[reference] = found
    return found
  }

  /// The classes of which a class method that comes from outside the project makes an object: `Order.model_validate(data)`.
  func classesMade(by call: Call, in module: Int) -> [ClassReference] {
    let summary = project.modules[module]
    guard case .attribute(let base, let name) = summary.expressions[Int(call.callee)],
      knowledge.makers.contains(summary.names[name])
    else { return [] }
    return values(of: base, in: module).compactMap { owner in
      if case .classObject(let reference) = owner { reference } else { nil }
    }
  }

  private func methods(of owner: ClassReference, decoratedWith names: Set<String>) -> [FunctionReference] {
    let summary = project.modules[owner.module]
    return summary.methods(of: owner.index).filter { place in
      summary.decorators(of: place).contains { decorator in
        decoratorNames(decorator, in: owner.module).contains(where: names.contains)
      }
    }.map { FunctionReference(module: owner.module, index: $0) }
  }
}

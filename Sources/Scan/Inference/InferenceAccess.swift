/// What runs when an attribute is merely read, assigned to or deleted.
extension Inference {
  /// The methods of properties and descriptors behind an attribute of a class of the project.
  func accessors(_ name: Name, of start: ClassReference, _ use: Use) -> [FunctionReference] {
    let found = nearestAccessors(name, of: start, use)
    if found.isEmpty { return found }
    let isStub = found.allSatisfy(isStub)
    let below = overriding(name, below: start, isStub: isStub).flatMap {
      ownAccessors(name, of: $0, use) ?? []
    }
    .filter { !self.isStub($0) }
    return below.isEmpty ? found : isStub ? below : found + below
  }

  private func isStub(_ function: FunctionReference) -> Bool { isStub(.function(function, receiver: nil)) }

  /// The nearest class that has the name decides.
  private func nearestAccessors(_ name: Name, of start: ClassReference, _ use: Use) -> [FunctionReference] {
    if let found = ownAccessors(name, of: start, use) { return found }
    for case .classObject(let reference) in lineage(of: start) {
      if let found = ownAccessors(name, of: reference, use) { return found }
    }
    return []
  }

  /// nil: the class has no such name.
  private func ownAccessors(_ name: Name, of reference: ClassReference, _ use: Use) -> [FunctionReference]? {
    let summary = project.modules[reference.module]
    let scope = summary.classes[Int(reference.index)].scope
    let places = summary.bindings.bindings(of: name, in: scope).range
    if places.isEmpty { return nil }
    return places.flatMap { accessors(summary.bindings[$0], use, in: reference.module) }
  }

  private func accessors(_ binding: Binding, _ use: Use, in module: Int) -> [FunctionReference] {
    switch binding {
    case .function(let index):
      let function = FunctionReference(module: module, index: index)
      let decoration = decoration(of: function)
      let isMeant =
        switch use {
        case .read: decoration.isProperty
        case .write: decoration.isSetter
        case .delete: decoration.isDeleter
        case .awaited, .text, .shown, .truth, .augmented: false
        }
      return isMeant ? [function] : use == .read ? descriptors(around: function) : []
    case .value(let expression):
      return propertyCall(expression, use, in: module) + descriptor(expression, use, in: module)
    default: return []
    }
  }

  /// `name = property(get, set, delete)`
  private func propertyCall(
    _ expression: ExpressionIndex, _ use: Use, in module: Int
  ) -> [FunctionReference] {
    guard case .call(let index) = project.modules[module].expressions[Int(expression)] else { return [] }
    let call = project.modules[module].calls[Int(index)]
    let isProperty = values(of: call.callee, in: module).contains { callee in
      if case .external(let name) = callee { return symbols.name(name) == "builtins.property" }
      return false
    }
    guard isProperty else { return [] }
    let (place, keyword): (Int, String)
    switch use {
    case .read: (place, keyword) = (0, "fget")
    case .write: (place, keyword) = (1, "fset")
    case .delete: (place, keyword) = (2, "fdel")
    case .awaited, .text, .shown, .truth, .augmented: return []
    }
    guard
      let accessor = argument(place, of: call, in: module) ?? self.keyword(keyword, of: call, in: module)
    else { return [] }
    return values(of: accessor, in: module).compactMap { value in
      if case .function(let function, _) = value { function } else { nil }
    }
  }

  private func descriptor(
    _ expression: ExpressionIndex, _ use: Use, in module: Int
  ) -> [FunctionReference] {
    let method: String
    switch use {
    case .read: method = "__get__"
    case .write: method = "__set__"
    case .delete: method = "__delete__"
    case .awaited, .text, .shown, .truth, .augmented: return []
    }
    return values(of: expression, in: module).flatMap { value -> [FunctionReference] in
      guard case .object(let reference) = value else { return [] }
      return methods(method, of: reference)
    }
  }

  private func methods(_ name: String, of reference: ClassReference) -> [FunctionReference] {
    classMember(name, of: reference, isObject: true).compactMap { member in
      if case .function(let function, _) = member { function } else { nil }
    }
  }

  // MARK: Descriptors as decorators

  /// What reading a method runs that a class of the project decorates: the descriptor's `__get__`, and the method itself as far
  /// as that calls it.
  private func descriptors(around function: FunctionReference) -> [FunctionReference] {
    guard mayBeMethod("__get__") else { return [] }
    let decorators = project.modules[function.module].decorators(of: function.index)
    return decorators.flatMap { values(of: $0, in: function.module) }.flatMap {
      decorator -> [FunctionReference] in
      guard case .classObject(let reference) = decorator else { return [] }
      return methods("__get__", of: reference).flatMap { getter in
        calledWith(getter, reference).isEmpty ? [getter] : [getter, function]
      }
    }
  }

  /// What reading such a method of the class itself runs: where the descriptor calls it with the class.
  func classAccessors(_ name: Name, of start: ClassReference) -> [FunctionReference] {
    classMember(name, of: start, isObject: false).flatMap { member -> [FunctionReference] in
      guard case .function(let function, _) = member else { return [] }
      let decorators = project.modules[function.module].decorators(of: function.index)
      return decorators.flatMap { values(of: $0, in: function.module) }.flatMap {
        decorator -> [FunctionReference] in
        guard case .classObject(let reference) = decorator else { return [] }
        let isOfClass = methods("__get__", of: reference).contains { calledWith($0, reference).contains(2) }
        return isOfClass ? [function] : []
      }
    }
  }

  /// The places of the parameters with which `__get__` calls what its object was made with.
  private func calledWith(_ getter: FunctionReference, _ reference: ClassReference) -> [Int] {
    let summary = project.modules[getter.module]
    return summary.actions(of: getter.index).flatMap { action -> [Int] in
      guard case .call(let index) = action, case let call = summary.calls[Int(index)],
        case .attribute(let base, let kept) = summary.expressions[Int(call.callee)],
        let (owner, place) = parameter(named: base, in: getter.module), owner == getter.index, place == 0,
        isGivenWhenMade(kept, reference)
      else { return [] }
      return summary.arguments[call.arguments.range].compactMap { argument in
        guard let (owner, place) = parameter(named: argument.value, in: getter.module), owner == getter.index
        else { return nil }
        return place
      }
    }
  }

  /// Whether an attribute holds what the constructor was given.
  private func isGivenWhenMade(_ attribute: Name, _ reference: ClassReference) -> Bool {
    ([reference] + ancestors(of: reference)).contains { owner in
      let summary = project.modules[owner.module]
      return summary.attributes.bindings(of: attribute, in: owner.index).range.contains { place in
        guard case .value(let value) = summary.attributes[place] else { return false }
        return parameter(named: value, in: owner.module) != nil
      }
    }
  }
}

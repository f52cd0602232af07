/// What the callers of a function pass to it, and what is set on objects from outside of their class: found by name.
extension Inference {
  /// More callers than this say nothing of what is passed.
  private static let mostCallers = 8
  /// Names that occur more often are not looked into.
  static let mostUses = 64
  /// A constructor with more different values for a field says nothing.
  private static let mostFieldValues = 4

  /// What a parameter gets from the few calls of its function, when they agree.
  func passed(to place: Int, of reference: FunctionReference) -> [Value] {
    answer(.parameter(reference, place)) {
      if let call = project.modules[reference.module].functions[Int(reference.index)].givenTo {
        return elements(handedTo: place, by: call, in: reference.module)
      }
      var found: [Value] = []
      // What a test passes says nothing of the program.
      let calls = calls(of: reference).filter { !isTest($0.module) || isTest(reference.module) }
      guard calls.count <= Self.mostCallers else { return [] }
      for call in calls {
        guard let argument = argument(for: place, of: reference, in: call) else { continue }
        found += values(of: argument, in: call.module).filter(isTelling)
      }
      // A callback counts where it is handed over, not wherever this function is called.
      if calledParameters(of: reference).contains(place) { found.removeAll(where: isCallable) }
      let distinct = merged(found)
      return distinct.count <= (isOfAnyCaller(reference) ? Self.mostFieldValues : 1) ? distinct : []
    }
  }

  /// Whether what one caller passes counts wherever the function runs: a coroutine function is where a chain begins, and what
  /// a constructor keeps is used by others. Of other functions, each caller would seem to pass what any of them does.
  private func isOfAnyCaller(_ reference: FunctionReference) -> Bool {
    project.modules[reference.module].functions[Int(reference.index)].isAsync || makesObjects(reference)
  }

  private func isCallable(_ value: Value) -> Bool {
    switch value {
    case .function, .external, .member: true
    default: false
    }
  }

  /// Strings are no clients, and what stands in for something in a test is nothing of its own.
  private func isTelling(_ value: Value) -> Bool {
    guard case .instance(let type) = value else { return true }
    let name = symbols.name(type)
    return !name.hasPrefix("builtins.") && !name.hasPrefix("unittest.mock.")
  }

  /// The calls that run a function, as far as they call it by its name; of a constructor, by the name of the class.
  func calls(of reference: FunctionReference) -> [CallReference] {
    let summary = project.modules[reference.module]
    guard let name = summary.scopes[Int(summary.functions[Int(reference.index)].scope)].name else {
      return []
    }
    guard summary.names[name] == "__init__", let owner = summary.functions[Int(reference.index)].ownerClass
    else {
      return names.calls(name, atMost: Self.mostUses).filter { call in
        callees(of: call).contains { callee in
          if case .function(reference, _) = callee { return true }
          return false
        }
      }
    }
    let owned = ClassReference(module: reference.module, index: owner)
    let below = subclasses(of: owned)
    let constructed = ([owned] + below).flatMap { made -> [CallReference] in
      constructions(of: made).filter { _ in made == owned || initialiser(of: made) == reference }
    }
    return constructed + below.flatMap { superCalls(in: $0, of: reference) }
  }

  private func callees(of call: CallReference) -> [Value] {
    values(of: project.modules[call.module].calls[Int(call.index)].callee, in: call.module)
  }

  /// The calls of a class by its name.
  private func constructions(of reference: ClassReference) -> [CallReference] {
    let summary = project.modules[reference.module]
    guard let name = summary.scopes[Int(summary.classes[Int(reference.index)].scope)].name else { return [] }
    return names.calls(name, atMost: Self.mostUses).filter { call in
      callees(of: call).contains(.classObject(reference))
    } + ownConstructions(of: reference)
  }

  /// `cls(…)` in the class methods of a class.
  private func ownConstructions(of reference: ClassReference) -> [CallReference] {
    let summary = project.modules[reference.module]
    return summary.methods(of: reference.index).flatMap { place -> [CallReference] in
      let definition = summary.functions[Int(place)]
      guard !definition.decorators.isEmpty, definition.parameters.count > 0,
        decoration(of: FunctionReference(module: reference.module, index: place)).isClassMethod
      else { return [] }
      let own = summary.parameter(0, of: definition).name
      return summary.actions(of: definition).compactMap { action in
        guard case .call(let index) = action,
          case .name(own, definition.scope) = summary.expressions[Int(summary.calls[Int(index)].callee)]
        else { return nil }
        return CallReference(module: reference.module, index: index)
      }
    }
  }

  private func initialiser(of reference: ClassReference) -> FunctionReference? {
    for case .function(let function, _) in classMember("__init__", of: reference, isObject: false) {
      return function
    }
    return nil
  }

  /// `super().__init__(…)` in the initialiser of a subclass.
  private func superCalls(in reference: ClassReference, of target: FunctionReference) -> [CallReference] {
    guard let initialiser = initialiser(of: reference), initialiser.module == reference.module else {
      return []
    }
    let summary = project.modules[reference.module]
    return summary.actions(of: initialiser.index).compactMap { action in
      guard case .call(let index) = action,
        case .attribute(_, let name) = summary.expressions[Int(summary.calls[Int(index)].callee)],
        summary.names[name] == "__init__"
      else { return nil }
      let call = CallReference(module: reference.module, index: index)
      let isMeant = callees(of: call).contains { callee in
        if case .function(target, _) = callee { return true }
        return false
      }
      return isMeant ? call : nil
    }
  }

  /// The argument of a call that a parameter of the called function gets.
  func argument(
    for place: Int, of reference: FunctionReference, in call: CallReference
  ) -> ExpressionIndex? {
    let function = project.modules[reference.module].functions[Int(reference.index)]
    let parameter = project.modules[reference.module].parameter(place, of: function)
    let summary = project.modules[call.module]
    let arguments = summary.arguments[summary.calls[Int(call.index)].arguments.range]
    for argument in arguments {
      if argument.name == parameter.name { return argument.value }
    }
    guard parameter.kind == .positional else { return nil }
    // The first parameter of a method is what it is called on.
    let isBound = function.ownerClass != nil && !decoration(of: reference).isStatic
    let position = isBound ? place - 1 : place
    let positional = arguments.prefix { $0.kind == .positional }
    guard position >= 0, position < positional.count else { return nil }
    return positional[positional.startIndex + position].value
  }

  // MARK: Fields and attributes

  /// What the constructor that a dataclass has by itself puts into a field.
  func field(_ name: Name, of reference: ClassReference) -> [Value] {
    let summary = project.modules[reference.module]
    guard let place = summary.classes[Int(reference.index)].fields.firstIndex(of: name) else { return [] }
    return answer(.field(reference, name)) {
      let constructions = constructions(of: reference)
      guard constructions.count <= Self.mostCallers else { return [] }
      let found = constructions.flatMap { call -> [Value] in
        let caller = project.modules[call.module]
        let arguments = caller.arguments[caller.calls[Int(call.index)].arguments.range]
        let named = arguments.first { $0.name == name }
        let positional = arguments.prefix { $0.kind == .positional }
        let value =
          named?.value
          ?? (place < positional.count ? positional[positional.startIndex + place].value : nil)
        return value.map { values(of: $0, in: call.module).filter(isTelling) } ?? []
      }
      let distinct = merged(found)
      return distinct.count <= Self.mostFieldValues ? distinct : []
    }
  }

  /// What is assigned to an attribute from outside, on bases that may be the owner.
  func foreign(_ name: Name, of owner: Value, isOwner: @escaping (Value) -> Bool) -> [Value] {
    answer(.foreign(owner, name)) {
      names.foreignAttributes(name, atMost: Self.mostUses).flatMap { place -> [Value] in
        let attribute = project.modules[place.module].foreignAttributes[place.index]
        guard values(of: attribute.base, in: place.module).contains(where: isOwner) else { return [] }
        return values(of: attribute.value, in: place.module)
      }
    }
  }

  func foreign(_ name: Name, of reference: ClassReference) -> [Value] {
    foreign(name, of: .object(reference)) { [self] base in
      let other: ClassReference
      switch base {
      // What is set on the class, its objects have as well.
      case .object(let owner), .classObject(let owner): other = owner
      default: return false
      }
      return other == reference || isDerived(other, from: reference) || isDerived(reference, from: other)
    }
  }

  private func isDerived(_ reference: ClassReference, from ancestor: ClassReference) -> Bool {
    ancestors(of: reference).contains(ancestor)
  }
}

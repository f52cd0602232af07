/// What a class makes of names that it does not have: `__getattr__` and its kin, metaclasses, what `singledispatch` chooses.
extension Inference {
  /// The methods that using any attribute may run, as far as a class of the project has them.
  func hooksOfAttributes() -> [Use: [Name]] {
    let all: [Use: [String]] = [
      .read: ["__getattribute__", Self.lackingHook], .write: ["__setattr__"], .delete: ["__delattr__"],
    ]
    return all.mapValues { $0.compactMap { nameReader.find($0) }.filter { unwritten.mayBeMethod($0) } }
      .filter { !$0.value.isEmpty }
  }

  /// Of all hooks the one that runs only where there is no such attribute.
  private static let lackingHook = "__getattr__"

  /// Whether any class of the project may have this special method.
  func mayBeMethod(_ name: String) -> Bool {
    nameReader.find(name).map { unwritten.mayBeMethod($0) } ?? false
  }

  /// What the classes of the project say on whether their objects are true.
  func methodsOfTruth() -> [Name] {
    Language.truthMethods.compactMap { nameReader.find($0) }.filter { unwritten.mayBeMethod($0) }
  }

  // MARK: Attributes

  /// The methods that the use of an attribute runs whatever its name is; `__getattr__` only where the class lacks it.
  func attributeHooks(_ name: Name, of reference: ClassReference, _ use: Use) -> [FunctionReference] {
    guard let hooks = usedHooks[use], !nameReader[name].utf8.starts(with: "__".utf8) else { return [] }
    return hooks.flatMap { hook -> [FunctionReference] in
      let found = inheritedFunctions(hook, of: reference)
      guard !found.isEmpty, nameReader[hook] == Self.lackingHook else { return found }
      return surelyLacks(name, reference) ? found : []
    }
  }

  /// The methods of a class and those it derives from, and of no other.
  private func inheritedFunctions(_ name: Name, of reference: ClassReference) -> [FunctionReference] {
    classMember(name, of: reference, isObject: true, isBelow: false).compactMap { member in
      if case .function(let function, _) = member { function } else { nil }
    }
  }

  /// Whether neither the class nor any that it derives from has a name, all of them being known.
  private func surelyLacks(_ name: Name, _ reference: ClassReference) -> Bool {
    ([reference] + ancestors(of: reference)).allSatisfy { place in
      let summary = project.modules[place.module]
      let definition = summary.classes[Int(place.index)]
      return summary.bindings.bindings(of: name, in: definition.scope).isEmpty
        && summary.attributes.bindings(of: name, in: place.index).isEmpty
        && !definition.fields.contains(name)
        && bases(of: place).allSatisfy { base in
          switch base {
          case .classObject: true
          case .external(let name): symbols.name(name) == "builtins.object"
          default: false
          }
        }
    }
  }

  /// What a class without an attribute gives for it: that of the object which its `__getattr__` asks instead.
  func relayed(_ name: Name, by reference: ClassReference) -> [Value] {
    guard let hooks = usedHooks[.read], !nameReader[name].utf8.starts(with: "__".utf8) else { return [] }
    return deeper {
      hooks.flatMap { inheritedFunctions($0, of: reference) }.flatMap { relayed(name, through: $0) }
    }
  }

  /// `def __getattr__(self, name): return getattr(self.inner, name)`
  private func relayed(_ name: Name, through hook: FunctionReference) -> [Value] {
    let summary = project.modules[hook.module]
    return summary.actions(of: hook.index).flatMap { action -> [Value] in
      guard case .call(let index) = action, case let call = summary.calls[Int(index)],
        let object = argument(0, of: call, in: hook.module),
        let asked = argument(1, of: call, in: hook.module),
        let (owner, place) = parameter(named: asked, in: hook.module), owner == hook.index, place == 1,
        values(of: call.callee, in: hook.module).contains(where: isGetattr)
      else { return [] }
      return values(of: object, in: hook.module).flatMap { attribute(name, of: $0) }
    }
  }

  private func isGetattr(_ value: Value) -> Bool {
    if case .external(let name) = value { symbols.name(name) == Language.attributeReader } else { false }
  }

  // MARK: Metaclasses

  /// What making an object of a class runs before its own constructor: `__call__` of its metaclass.
  func metaclassCalls(of reference: ClassReference) -> [FunctionReference] {
    for place in [reference] + ancestors(of: reference) {
      guard let metaclass = project.modules[place.module].classes[Int(place.index)].metaclass else {
        continue
      }
      return values(of: metaclass, in: place.module).flatMap { value -> [FunctionReference] in
        guard case .classObject(let metaclass) = value else { return [] }
        return inheritedFunctions(nameReader.intern("__call__"), of: metaclass)
      }
    }
    return []
  }

  // MARK: singledispatch

  /// The functions among which `singledispatch` chooses by the type of an argument, beside the one that bears the name.
  func registeredVariants(of reference: FunctionReference) -> [FunctionReference] {
    let summary = project.modules[reference.module]
    let scopes = summary.scopes
    let own = scopes[Int(summary.functions[Int(reference.index)].scope)]
    let isDispatched = summary.decorators(of: reference.index).contains { decorator in
      guard let word = summary.lastWord(of: decorator), Language.dispatchers.contains(summary.names[word])
      else {
        return false
      }
      return values(of: decorator, in: reference.module).contains { value in
        if case .external(let name) = value {
          symbols.name(name).utf8.starts(with: "functools.".utf8)
        } else {
          false
        }
      }
    }
    guard isDispatched, let name = own.name else { return [] }
    return summary.functions.indices.compactMap { index in
      let function = summary.functions[index]
      guard !function.decorators.isEmpty, scopes[Int(function.scope)].parent == own.parent else { return nil }
      let isVariant = summary.decorators(of: function).contains { decorator in
        var target = decorator
        if case .call(let call) = summary.expressions[Int(target)] {
          target = summary.calls[Int(call)].callee
        }
        guard case .attribute(let base, let method) = summary.expressions[Int(target)],
          case .name(name, _) = summary.expressions[Int(base)]
        else { return false }
        return summary.names[method] == "register"
      }
      return isVariant ? FunctionReference(module: reference.module, index: FunctionIndex(index)) : nil
    }
  }
}

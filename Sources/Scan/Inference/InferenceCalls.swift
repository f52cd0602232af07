/// What calls, parameters, annotations and context managers give.
extension Inference {
  func result(of call: CallIndex, in module: Int) -> [Value] {
    let call = project.modules[module].calls[Int(call)]
    return values(of: call.callee, in: module).flatMap { callee -> [Value] in
      switch callee {
      case .external(let name): resultOfExternal(name, call, in: module)
      case .instance(let type): knowledge.type(of: type + ".__call__").map { [.instance($0)] } ?? []
      case .classObject(let reference): [.object(reference)]
      case .function(let function, let receiver): result(ofCalling: function, receiver: receiver)
      case .object(let reference):
        classMember("__call__", of: reference, isObject: true).flatMap { member -> [Value] in
          guard case .function(let function, let receiver) = member else { return [] }
          return result(ofCalling: function, receiver: receiver)
        }
      case .module: []
      }
    }
  }

  private func resultOfExternal(_ name: String, _ call: Call, in module: Int) -> [Value] {
    if let type = knowledge.type(of: name) { return [.instance(type)] }
    switch name {
    case "builtins.super": return superclasses(of: call, in: module)
    case "typing.cast": return call.arguments.first.map { instances(ofAnnotation: $0.value, in: module) } ?? []
    default: break
    }
    // By convention, what begins with a capital letter is a class, and calling it makes an object.
    let last = name.split(separator: ".").last ?? ""
    return last.first?.isUppercase == true ? [.instance(name)] : []
  }

  /// `super()` stands for the classes that the one around derives from.
  private func superclasses(of call: Call, in module: Int) -> [Value] {
    guard let owner = project.modules[module].functions[Int(call.function)].ownerClass else { return [] }
    return bases(of: ClassReference(module: module, index: owner)).compactMap { base in
      switch base {
      case .classObject(let reference): .object(reference)
      case .external(let name): .instance(name)
      default: nil
      }
    }
  }

  /// What a call of a function of the project gives: by its annotation, else by what it returns.
  func result(ofCalling reference: FunctionReference, receiver: ClassReference?) -> [Value] {
    let function = project.modules[reference.module].functions[Int(reference.index)]
    if let annotation = function.returnAnnotation {
      let declared = instances(ofAnnotation: annotation, in: reference.module)
      if !declared.isEmpty { return declared }
      if case .name(let name, _) = project.modules[reference.module].expressions[Int(annotation)],
        project.modules[reference.module].names[name] == "Self", let receiver
      {
        return [.object(receiver)]
      }
    }
    if function.isGenerator { return [] }
    return function.returned.flatMap { values(of: $0, in: reference.module) }
  }

  // MARK: Parameters

  func parameter(_ place: Int, of reference: FunctionReference) -> [Value] {
    let function = project.modules[reference.module].functions[Int(reference.index)]
    let parameter = function.parameters[place]
    guard parameter.kind == .positional || parameter.kind == .keywordOnly else { return [] }
    if place == 0, let owner = function.ownerClass, !isDecorated(reference, by: "staticmethod") {
      let owner = ClassReference(module: reference.module, index: owner)
      let isClassMethod = isDecorated(reference, by: "classmethod") || function.name == "__new__"
      return [isClassMethod ? .classObject(owner) : .object(owner)]
    }
    if let annotation = parameter.annotation {
      let declared = instances(ofAnnotation: annotation, in: reference.module)
      if !declared.isEmpty { return declared }
    }
    return parameter.defaultValue.map { defaultValue($0, in: reference.module) } ?? []
  }

  /// `Depends(factory)` as a default stands for what the factory gives.
  private func defaultValue(_ expression: ExpressionIndex, in module: Int) -> [Value] {
    guard case .call(let index) = project.modules[module].expressions[Int(expression)] else {
      return values(of: expression, in: module)
    }
    let call = project.modules[module].calls[Int(index)]
    let isInjection = values(of: call.callee, in: module).contains { callee in
      if case .external(let name) = callee { return knowledge.injectors.contains(name) }
      return false
    }
    guard isInjection else { return values(of: expression, in: module) }
    return call.arguments.first.map { provided(by: $0.value, in: module) } ?? []
  }

  /// What a dependency factory returns or yields.
  private func provided(by factory: ExpressionIndex, in module: Int) -> [Value] {
    values(of: factory, in: module).flatMap { value -> [Value] in
      switch value {
      case .function(let reference, let receiver):
        let function = project.modules[reference.module].functions[Int(reference.index)]
        if function.isGenerator { return function.yielded.flatMap { values(of: $0, in: reference.module) } }
        return result(ofCalling: reference, receiver: receiver)
      case .classObject(let reference): return [.object(reference)]
      default: return []
      }
    }
  }

  // MARK: Decorators

  func isProperty(_ reference: FunctionReference) -> Bool {
    isDecorated(reference, by: "property") || isDecorated(reference, by: "cached_property")
  }

  /// Whether a decorator's last name is this; the names of the language itself need no look-up.
  func isDecorated(_ reference: FunctionReference, by wanted: String) -> Bool {
    let summary = project.modules[reference.module]
    return summary.functions[Int(reference.index)].decorators.contains { decorator in
      switch summary.expressions[Int(decorator)] {
      case .name(let name, _), .attribute(_, let name): summary.names[name] == wanted
      default: false
      }
    }
  }

  /// The qualified names of a function's decorators, those that are called included.
  func decoratorNames(of reference: FunctionReference) -> [String] {
    project.modules[reference.module].functions[Int(reference.index)].decorators.flatMap { decorator -> [String] in
      var target = decorator
      if case .call(let call) = project.modules[reference.module].expressions[Int(decorator)] {
        target = project.modules[reference.module].calls[Int(call)].callee
      }
      return values(of: target, in: reference.module).compactMap { value in
        if case .external(let name) = value { return name }
        return nil
      }
    }
  }

  // MARK: Annotations

  /// Objects of the classes that an annotation names.
  func instances(ofAnnotation annotation: ExpressionIndex, in module: Int) -> [Value] {
    switch project.modules[module].expressions[Int(annotation)] {
    case .either(let options): return options.flatMap { instances(ofAnnotation: $0, in: module) }
    case .element(let generic, let index): return instances(ofGeneric: generic, index, in: module)
    case .literal(let text): return instances(ofQuoted: text, in: module)
    default:
      return values(of: annotation, in: module).compactMap { value in
        switch value {
        case .classObject(let reference): .object(reference)
        case .external(let name): name.hasPrefix("builtins.") ? nil : .instance(name)
        default: nil
        }
      }
    }
  }

  private func instances(
    ofGeneric generic: ExpressionIndex, _ index: ExpressionIndex, in module: Int
  ) -> [Value] {
    let names = values(of: generic, in: module).compactMap { value -> String? in
      if case .external(let name) = value { return name.split(separator: ".").last.map(String.init) }
      return nil
    }
    switch names.first {
    case "Optional", "Final", "ClassVar":
      return instances(ofAnnotation: index, in: module)
    case "Union":
      guard case .sequence(let options) = project.modules[module].expressions[Int(index)] else {
        return instances(ofAnnotation: index, in: module)
      }
      return options.flatMap { instances(ofAnnotation: $0, in: module) }
    case "Annotated":
      guard case .sequence(let parts) = project.modules[module].expressions[Int(index)], let first = parts.first else {
        return []
      }
      let declared = instances(ofAnnotation: first, in: module)
      return declared.isEmpty ? parts.dropFirst().flatMap { defaultValue($0, in: module) } : declared
    default:
      return instances(ofAnnotation: generic, in: module)
    }
  }

  /// A quoted annotation of the plain form `"a.b.C"`, with or without `Optional[…]` or `| None`.
  private func instances(ofQuoted text: String, in module: Int) -> [Value] {
    var inner = text.drop { !($0 == "\"" || $0 == "'") }.filter { $0 != "\"" && $0 != "'" && $0 != " " }
    if inner.hasSuffix("|None") { inner.removeLast(5) }
    if let open = inner.firstIndex(of: "["), inner.hasSuffix("]"), inner[..<open].hasSuffix("Optional") {
      inner = String(inner[inner.index(after: open)...].dropLast())
    }
    let parts = inner.split(separator: ".").map(String.init)
    guard let first = parts.first, let name = project.modules[module].names.find(first) else { return [] }
    let start = project.modules[module].scopes[ModuleSummary.moduleScope].bindings[name] ?? []
    var values = start.flatMap { self.values(of: $0, in: module) }
    for part in parts.dropFirst() { values = values.flatMap { attribute(part, of: $0) } }
    return values.compactMap { value in
      switch value {
      case .classObject(let reference): .object(reference)
      case .external(let name): .instance(name)
      default: nil
      }
    }
  }

  // MARK: Context managers

  /// What `with … as x` binds `x` to.
  func entered(_ expression: ExpressionIndex, isAsync: Bool, in module: Int) -> [Value] {
    if case .call(let index) = project.modules[module].expressions[Int(expression)] {
      let callee = project.modules[module].calls[Int(index)].callee
      for case .function(let reference, _) in values(of: callee, in: module) {
        let function = project.modules[reference.module].functions[Int(reference.index)]
        if function.isGenerator { return function.yielded.flatMap { values(of: $0, in: reference.module) } }
      }
    }
    let method = isAsync ? "__aenter__" : "__enter__"
    return values(of: expression, in: module).flatMap { value -> [Value] in
      switch value {
      case .instance(let type): return [.instance(knowledge.type(of: type + "." + method) ?? type)]
      case .object(let reference):
        for case .function(let function, let receiver) in classMember(method, of: reference, isObject: true) {
          let given = result(ofCalling: function, receiver: receiver)
          return given.isEmpty ? [value] : given
        }
        return [value]
      default: return []
      }
    }
  }
}

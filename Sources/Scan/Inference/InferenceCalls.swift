/// What calls and parameters give.
extension Inference {
  func result(of call: CallIndex, in module: Int) -> [Value] {
    let call = project.modules[module].calls[Int(call)]
    return values(of: call.callee, in: module).flatMap { callee -> [Value] in
      switch callee {
      case .external(let name): return resultOfExternal(name, call, in: module)
      case .instance(let type): return symbols.result(of: "__call__", on: type).map { [.instance($0)] } ?? []
      case .classObject(let reference): return [.object(reference)]
      case .function(let function, let receiver): return result(ofCalling: function, receiver: receiver)
      case .object(let reference):
        return classMember("__call__", of: reference, isObject: true).flatMap { member -> [Value] in
          guard case .function(let function, let receiver) = member else { return [] }
          return result(ofCalling: function, receiver: receiver)
        }
      case .module, .generator, .container, .containerOf, .mapped, .typeForm: return []
      }
    }
  }

  private func resultOfExternal(_ symbol: Symbol, _ call: Call, in module: Int) -> [Value] {
    let facts = symbols[symbol]
    if let type = facts.type { return [.instance(type)] }
    if let meaning = Language.meanings[facts.name] { return result(of: meaning, call, in: module) }
    // By convention, what begins with a capital letter is a class, and calling it makes an object.
    return facts.isClassLike ? [.instance(symbol)] : []
  }

  func argument(_ place: Int, of call: Call, in module: Int) -> ExpressionIndex? {
    let arguments = project.modules[module].arguments[call.arguments.range]
    guard arguments.count > place else { return nil }
    let argument = arguments[arguments.startIndex + place]
    return argument.kind == .positional ? argument.value : nil
  }

  func keyword(_ name: String, of call: Call, in module: Int) -> ExpressionIndex? {
    let names = project.modules[module].names
    for argument in project.modules[module].arguments[call.arguments.range] {
      if let given = argument.name, names[given] == name { return argument.value }
    }
    return nil
  }

  private func result(of meaning: Language.Meaning, _ call: Call, in module: Int) -> [Value] {
    guard let first = argument(0, of: call, in: module) else {
      switch meaning {
      case .superclasses: return superclasses(of: call, in: module)
      case .defaultFactory: return made(by: "default_factory", call, in: module)
      default: return []
      }
    }
    switch meaning {
    case .superclasses: return superclasses(of: call, in: module)
    case .cast: return instances(ofAnnotation: first, in: module)
    case .firstArgument: return values(of: first, in: module)
    case .elementOfFirst: return values(of: first, in: module).flatMap { elements(of: $0) }
    case .entered: return entered(first, isAsync: false, in: module)
    case .mapped: return [.mapped(ExpressionReference(module: module, index: first))]
    case .defaultFactory: return made(by: "default_factory", call, in: module)
    case .attribute:
      guard let second = argument(1, of: call, in: module), let name = string(second, in: module) else {
        return []
      }
      return values(of: first, in: module).flatMap { attribute(name, of: $0) }
    case .importedModule:
      guard let name = string(first, in: module) else { return [] }
      if let target = project.find(ImportedModule(name: name, level: 0), from: module) {
        return [.module(target)]
      }
      return [.external(symbols.symbol(name))]
    }
  }

  /// The text of a plain string literal.
  private func string(_ expression: ExpressionIndex, in module: Int) -> String? {
    guard case .literal(let name) = project.modules[module].expressions[Int(expression)],
      isString(name, in: module)
    else { return nil }
    let text = project.modules[module].names[name].filter { $0 != "\"" && $0 != "'" }
    return text.isEmpty || text.contains("\\") ? nil : text
  }

  private func made(by keyword: String, _ call: Call, in module: Int) -> [Value] {
    guard let factory = self.keyword(keyword, of: call, in: module) else { return [] }
    return provided(by: factory, in: module)
  }

  /// `super()` stands for what the class around has from those it derives from.
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
    let module = reference.module
    let function = project.modules[module].functions[Int(reference.index)]
    if function.isGenerator { return [.generator(reference)] }
    if let annotation = function.returnAnnotation {
      if let receiver, isSelf(annotation, in: module) { return [.object(receiver)] }
      let declared = instances(ofAnnotation: annotation, in: module)
      if !declared.isEmpty { return declared }
    }
    return function.returned.flatMap { values(of: $0, in: module) }
  }

  private func isSelf(_ annotation: ExpressionIndex, in module: Int) -> Bool {
    let names = project.modules[module].names
    return switch project.modules[module].expressions[Int(annotation)] {
    case .name(let name, _), .attribute(_, let name): names[name] == "Self"
    case .literal(let name): names[name] == "\"Self\"" || names[name] == "'Self'"
    default: false
    }
  }

  // MARK: Parameters

  func parameter(_ place: Int, of reference: FunctionReference) -> [Value] {
    let function = project.modules[reference.module].functions[Int(reference.index)]
    let parameter = function.parameters[place]
    guard parameter.kind == .positional || parameter.kind == .keywordOnly else { return [] }
    if place == 0, let owner = function.ownerClass, !decoration(of: reference).isStatic {
      let owner = ClassReference(module: reference.module, index: owner)
      return [decoration(of: reference).isClassMethod ? .classObject(owner) : .object(owner)]
    }
    if let annotation = parameter.annotation {
      let declared = instances(ofAnnotation: annotation, in: reference.module)
      if !declared.isEmpty { return declared }
    }
    return parameter.defaultValue.map { defaultValue($0, in: reference.module) } ?? []
  }

  /// `Depends(factory)` as a default stands for what the factory gives.
  func defaultValue(_ expression: ExpressionIndex, in module: Int) -> [Value] {
    guard case .call(let index) = project.modules[module].expressions[Int(expression)] else {
      return values(of: expression, in: module)
    }
    let call = project.modules[module].calls[Int(index)]
    let isInjection = values(of: call.callee, in: module).contains { callee in
      if case .external(let name) = callee { return knowledge.injectors.contains(symbols.name(name)) }
      return false
    }
    guard isInjection else { return values(of: expression, in: module) }
    return argument(0, of: call, in: module).map { provided(by: $0, in: module) } ?? []
  }

  /// What a factory returns or yields.
  private func provided(by factory: ExpressionIndex, in module: Int) -> [Value] {
    values(of: factory, in: module).flatMap { value -> [Value] in
      switch value {
      case .function(let reference, let receiver):
        return result(ofCalling: reference, receiver: receiver).flatMap { value -> [Value] in
          if case .generator = value { return elements(of: value) }
          return [value]
        }
      case .classObject(let reference): return [.object(reference)]
      case .external(let name):
        return symbols[name].type.map { [.instance($0)] }
          ?? (symbols[name].isClassLike ? [.instance(name)] : [])
      default: return []
      }
    }
  }
}

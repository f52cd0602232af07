/// What parameters stand for: by their annotations and defaults, and by what is passed to them.
extension Inference {
  func parameter(_ place: Int, of reference: FunctionReference) -> [Value] {
    let function = project.modules[reference.module].functions[Int(reference.index)]
    let parameter = project.modules[reference.module].parameter(place, of: function)
    guard parameter.kind == .positional || parameter.kind == .keywordOnly else {
      if parameter.annotation == nil, parameter.kind == .variadic { return [.rest(reference, place)] }
      return parameter.annotation.map { instances(ofAnnotation: $0, in: reference.module) } ?? []
    }
    if place == 0, let owner = function.ownerClass, !decoration(of: reference).isStatic {
      let owner = ClassReference(module: reference.module, index: owner)
      return [decoration(of: reference).isClassMethod ? .classObject(owner) : .object(owner)]
    }
    var declared: [Value] = []
    if let annotation = parameter.annotation {
      declared = instances(ofAnnotation: annotation, in: reference.module)
      guard isOpen(annotation, in: reference.module) else { return declared }
    }
    let given = parameter.defaultValue.map { defaultValue($0, in: reference.module) } ?? []
    if !given.isEmpty { return declared + given }
    let passed = passed(to: place, of: reference)
    // What is known to be passed says more than what it has to look like.
    if declared.isEmpty, passed.isEmpty { return conventional(parameter.name, in: reference.module) }
    return declared.allSatisfy(isOnlyForm) && !passed.isEmpty ? passed : declared + passed
  }

  /// Whether an annotation leaves open what something is, as `Any` and `Callable` do.
  func isOpen(_ annotation: ExpressionIndex, in module: Int, depth: Int = 8) -> Bool {
    // A type may be defined by itself.
    if depth == 0 { return false }
    switch project.modules[module].expressions[Int(annotation)] {
    case .element(let generic, let index):
      let name = typingName(of: generic, in: module)
      return name == "Callable" || (name == "Optional" && isOpen(index, in: module, depth: depth - 1))
    case .either(let options):
      return project.modules[module].parts[options.range].contains {
        isOpen($0, in: module, depth: depth - 1)
      }
    case .literal: return false
    default: break
    }
    let named = values(of: annotation, in: module)
    return named.isEmpty
      || named.contains { value in
        switch value {
        case .external(let name):
          // What is in a queue, its class does not say.
          Language.openAnnotations.contains(symbols.name(name))
            || Language.queues.contains(symbols.name(name))
        case .typeForm(let form): isOpen(form.index, in: form.module, depth: depth - 1)
        case .classObject(let reference): isProtocol(reference)
        default: false
        }
      }
  }

  /// Whether of a value no more is known than what it has to look like.
  func isOnlyForm(_ value: Value) -> Bool {
    if case .object(let owner) = value { isProtocol(owner) } else { false }
  }

  /// Whether a class only says what others have to look like, which need not derive from it.
  func isProtocol(_ reference: ClassReference) -> Bool {
    bases(of: reference).contains { base in
      if case .external(let name) = base {
        Language.protocolClasses.contains(symbols.name(name))
      } else {
        false
      }
    }
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
  func provided(by factory: ExpressionIndex, in module: Int) -> [Value] {
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

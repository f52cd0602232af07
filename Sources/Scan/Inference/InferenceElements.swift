/// What is inside of things: elements, what iteration gives, what context managers give.
extension Inference {
  /// `base[index]`
  func element(
    of base: ExpressionIndex, _ index: ExpressionIndex, _ whole: ExpressionIndex, in module: Int
  ) -> [Value] {
    values(of: base, in: module).flatMap { value -> [Value] in
      switch value {
      case .container, .containerOf, .mapped: return elements(of: value)
      case .instance(let type):
        return symbols.result(of: "__getitem__", on: type).map { [.instance($0)] } ?? []
      case .external(let name):
        if let given = symbols.result(of: "__getitem__", on: symbols[name].type ?? name) {
          return [.instance(given)]
        }
        // `Optional[T]` under a name, or a generic class with its arguments.
        let isForm = Language.annotationModules.contains { symbols.name(name).hasPrefix($0) }
        if isForm { return [.typeForm(ExpressionReference(module: module, index: whole))] }
        return symbols[name].isClassLike ? [value] : []
      case .classObject: return [value]
      case .object(let reference):
        return classMember("__getitem__", of: reference, isObject: true).flatMap { member -> [Value] in
          guard case .function(let function, let receiver) = member else { return [] }
          return result(ofCalling: function, receiver: receiver)
        }
      case .module, .function, .generator, .typeForm: return []
      }
    }
  }

  /// What iterating over a value gives.
  func elements(of value: Value) -> [Value] {
    switch value {
    case .container(let reference):
      guard case .sequence(let slice) = project.modules[reference.module].expressions[Int(reference.index)]
      else {
        return []
      }
      // A long literal is a table, and nobody's set of clients.
      guard slice.count <= 64 else { return [] }
      return merged(
        project.modules[reference.module].parts[slice.range].flatMap { values(of: $0, in: reference.module) })
    case .containerOf(let reference): return declaredElements(reference)
    case .generator(let reference):
      let function = project.modules[reference.module].functions[Int(reference.index)]
      if function.yielded.isEmpty, let annotation = function.returnAnnotation {
        return instances(ofAnnotation: annotation, in: reference.module).flatMap { value -> [Value] in
          if case .containerOf(let declared) = value { return declaredElements(declared) }
          return []
        }
      }
      return merged(function.yielded.flatMap { values(of: $0, in: reference.module) })
    case .instance(let type): return symbols.result(of: "__next__", on: type).map { [.instance($0)] } ?? []
    case .object(let reference): return ownElements(of: reference)
    case .external, .module, .function, .classObject, .mapped, .typeForm: return []
    }
  }

  private func declaredElements(_ reference: ExpressionReference) -> [Value] {
    let module = reference.module
    guard case .element(let generic, let index) = project.modules[module].expressions[Int(reference.index)]
    else {
      return []
    }
    let parts = self.parts(of: index, in: module)
    let isGenerator = typingName(of: generic, in: module).map { Language.generators.contains($0) } ?? false
    guard let held = isGenerator ? parts.first : parts.last(where: { !isEllipsis($0, in: module) }) else {
      return []
    }
    return instances(ofAnnotation: held, in: module)
  }

  private func isEllipsis(_ expression: ExpressionIndex, in module: Int) -> Bool {
    if case .unknown = project.modules[module].expressions[Int(expression)] { return true }
    return false
  }

  private func ownElements(of reference: ClassReference) -> [Value] {
    for method in ["__next__", "__iter__"] {
      for case .function(let function, let receiver) in classMember(method, of: reference, isObject: true) {
        let given = result(ofCalling: function, receiver: receiver)
        if method == "__next__", !given.isEmpty { return given }
        for case .generator(let generator) in given { return elements(of: .generator(generator)) }
      }
    }
    return []
  }

  /// What `with … as x` binds `x` to.
  func entered(_ expression: ExpressionIndex, isAsync: Bool, in module: Int) -> [Value] {
    let method = isAsync ? "__aenter__" : "__enter__"
    return values(of: expression, in: module).flatMap { value -> [Value] in
      switch value {
      // A generator function that a decorator makes a context manager.
      case .generator: return elements(of: value)
      case .containerOf(let reference): return declaredElements(reference)
      case .instance(let type): return [.instance(symbols.result(of: method, on: type) ?? type)]
      case .external:
        return type(of: value).map { [.instance(symbols.result(of: method, on: $0) ?? $0)] } ?? []
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

/// What is inside of things: elements, what iteration gives, what context managers give.
extension Inference {
  /// `base[index]`
  func element(
    of base: ExpressionIndex, _ index: ExpressionIndex, _ whole: ExpressionIndex, in module: Int
  ) -> [Value] {
    values(of: base, in: module).flatMap { value -> [Value] in
      switch value {
      case .container(let reference), .containerOf(let reference):
        let key = literalKey(index, in: module)
        if let place = key.flatMap({ Int32($0) }), place >= 0, !isMapping(reference) {
          return item(place, of: value)
        }
        return held(by: reference, key: key)
      case .mapped: return elements(of: value)
      case .view(_, .listed): return elements(of: value)
      case .rest:
        guard let place = literalKey(index, in: module).flatMap({ Int32($0) }) else {
          return elements(of: value)
        }
        return item(place, of: value)
      case .entry, .view:
        guard let place = literalKey(index, in: module).flatMap({ Int32($0) }) else { return [] }
        return item(place, of: value)
      case .member(let name, let model): return given(by: "__getitem__", on: name, model) ?? []
      case .instance(let type):
        if let items = items(index, of: type, in: module) { return items }
        return symbols.result(of: "__getitem__", on: type).map { [.instance($0)] } ?? []
      case .external(let name):
        if let type = symbols[name].type, let items = items(index, of: type, in: module) { return items }
        if let given = symbols.result(of: "__getitem__", on: symbols[name].type ?? name) {
          return [.instance(given)]
        }
        // `Optional[T]` under a name, or a generic class with its arguments.
        let isForm = Language.annotationModules.contains { symbols.name(name).hasPrefix($0) }
        if isForm { return [.typeForm(ExpressionReference(module: module, index: whole))] }
        return symbols[name].isClassLike || symbols[name].type != nil ? [value] : []
      case .classObject: return [value]
      case .object(let reference):
        let members = classMember("__getitem__", of: reference, isObject: true)
        // A dictionary with declared keys.
        if members.isEmpty, let key = literalKey(index, in: module), isTypedDictionary(reference) {
          return attribute(key, of: value)
        }
        return members.flatMap { member -> [Value] in
          guard case .function(let function, let receiver) = member else { return [] }
          return result(ofCalling: function, receiver: receiver)
        }
      case .module, .function, .generator, .picker, .typeForm, .parent, .method, .task: return []
      }
    }
  }

  /// What the project puts under a key of objects that it keeps its own things in; nil of other objects.
  private func items(_ index: ExpressionIndex, of type: Symbol, in module: Int) -> [Value]? {
    guard symbols.result(of: Language.itemsMark, on: type) != nil else { return nil }
    let summary = project.modules[module]
    let key: String
    switch summary.expressions[Int(index)] {
    case .literal: key = literalKey(index, in: module) ?? ""
    case .name(let name, _), .attribute(_, let name): key = summary.names[name]
    default: return []
    }
    return nameReader.find(ForeignAttribute.item(key)).map { openAttribute($0, of: type) } ?? []
  }

  func isMapping(_ reference: ExpressionReference) -> Bool {
    switch project.modules[reference.module].expressions[Int(reference.index)] {
    case .dictionary: true
    case .call: mappingCall(reference) != nil
    case .element: generic(reference).map { Language.mappings.contains($0.name) } ?? false
    default: false
    }
  }

  private func isTypedDictionary(_ reference: ClassReference) -> Bool {
    bases(of: reference).contains { base in
      if case .external(let name) = base { return symbols[name].last == "TypedDict" }
      return false
    }
  }

  /// What a method of a query gives; nil when the handbook does not say.
  func given(by method: String, on name: Symbol, _ model: ClassReference) -> [Value]? {
    symbols.result(of: method, on: symbols[name].type ?? name).map { bound($0, to: model) }
  }

  /// What a query gives: an object of the class that it began on, or a query on it.
  func bound(_ type: Symbol, to model: ClassReference) -> [Value] {
    [type == symbols.own ? .object(model) : .member(type, of: model)]
  }

  /// What iterating over a value gives.
  func elements(of value: Value) -> [Value] {
    switch value {
    case .container(let reference), .containerOf(let reference): return iterated(reference)
    case .view(let reference, let view): return elements(of: view, reference)
    case .member(let name, let model): return given(by: "__next__", on: name, model) ?? []
    case .generator(let reference):
      let summary = project.modules[reference.module]
      let function = summary.functions[Int(reference.index)]
      let yielded = merged(summary.yielded(by: function).flatMap { values(of: $0, in: reference.module) })
      if yielded.isEmpty, let annotation = function.returnAnnotation {
        return instances(ofAnnotation: annotation, in: reference.module).flatMap { value -> [Value] in
          if case .containerOf = value { return elements(of: value) }
          return []
        }
      }
      return yielded
    case .instance(let type): return symbols.result(of: "__next__", on: type).map { [.instance($0)] } ?? []
    case .object(let reference): return ownElements(of: reference)
    case .mapped(let reference): return mapped(by: reference)
    case .rest(let function, let place): return rest(of: function, from: place)
    case .external, .module, .function, .classObject, .picker, .typeForm, .parent, .method, .entry, .task:
      return []
    }
  }

  private func ownElements(of reference: ClassReference) -> [Value] {
    for method in ["__next__", "__iter__"] {
      for case .function(let function, let receiver) in classMember(method, of: reference, isObject: true) {
        let given = result(ofCalling: function, receiver: receiver)
        if method == "__next__", !given.isEmpty { return given }
        for value in given where value != .object(reference) {
          let elements = deeper { self.elements(of: value) }
          if !elements.isEmpty { return elements }
        }
      }
    }
    return []
  }

  /// Whether a name stands for what a `with` statement on this manager gives, or for the manager.
  func isEntered(_ object: ExpressionIndex, as manager: ExpressionIndex, in module: Int) -> Bool {
    let summary = project.modules[module]
    if summary.isSame(object, manager) { return true }
    guard case .name(let name, var scope) = summary.expressions[Int(object)] else { return false }
    while scope >= 0 {
      let places = summary.bindings.bindings(of: name, in: scope).range
      if !places.isEmpty {
        return places.contains { place in
          if case .context(manager, _) = summary.bindings[place] { true } else { false }
        }
      }
      scope = summary.scopes[Int(scope)].parent
    }
    return false
  }

  /// What `with … as x` binds `x` to.
  func entered(_ expression: ExpressionIndex, isAsync: Bool, in module: Int) -> [Value] {
    let method = isAsync ? "__aenter__" : "__enter__"
    let managers = values(of: expression, in: module)
    // Of a synchronous class and its asynchronous twin, it is the one that can be entered this way.
    let able = managers.filter { value in
      guard case .object(let reference) = value else { return false }
      return !classMember(method, of: reference, isObject: true).isEmpty
    }
    return (able.isEmpty ? managers : able).flatMap { value -> [Value] in
      switch value {
      // A generator function that a decorator makes a context manager.
      case .generator: return elements(of: value)
      case .containerOf: return elements(of: value)
      case .member: return [value]
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

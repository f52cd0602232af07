import Handbook

/// Code that runs for each element of something: what `map` calls, what consumes a generator, what compares.
extension SiteFinder {
  /// `map(f, elements)`, while somebody iterates over it.
  func mapping(_ reference: ExpressionReference) -> [CallGraph.Target] {
    guard let call = inference.call(reference),
      let callable = inference.argument(0, of: call, in: reference.module)
    else { return [] }
    return calling(callable, in: reference.module) + picking(callable, 1, of: call, in: reference.module)
  }

  /// A function that is called with each element of an argument, when that is `attrgetter("x")` or `methodcaller("x")`.
  func picking(_ callable: ExpressionIndex, _ place: Int, of call: Call, in module: Int) -> [CallGraph.Target]
  {
    for case .picker(let picker) in inference.values(of: callable, in: module) {
      guard let iterable = inference.argument(place, of: call, in: module) else { return [] }
      let values = inference.values(of: iterable, in: module)
      return picking(picker, from: values.flatMap { inference.elements(of: $0) })
    }
    return []
  }

  /// What reading or calling what a picker asks for runs.
  func picking(_ picker: ExpressionReference, from objects: [Value]) -> [CallGraph.Target] {
    guard let (name, isCalled) = inference.picks(picker) else { return [] }
    let word = inference.nameReader.intern(name)
    return objects.flatMap { value -> [CallGraph.Target] in
      guard case .object(let reference) = value else { return [] }
      if isCalled { return members(name, of: reference) }
      return inference.accessors(word, of: reference, .read).flatMap { running($0) }
    }
  }

  /// What takes every element of something runs the generator, or what `map` calls.
  func consuming(_ iterable: ExpressionIndex) -> [CallGraph.Target] {
    let isLazy = inference.values(of: iterable, in: module).contains { value in
      switch value {
      case .generator, .mapped: true
      default: false
      }
    }
    return isLazy ? iterating(iterable, in: module) : []
  }

  func consumingArguments(of call: Call) -> [CallGraph.Target] {
    inference.project.modules[module].arguments[call.arguments.range].flatMap { consuming($0.value) }
  }

  /// `return pages()` in an `__iter__`: the generator runs where somebody iterates.
  func iteratingOver(_ method: FunctionReference) -> [CallGraph.Target] {
    let summary = inference.project.modules[method.module]
    let returned = summary.returned(by: summary.functions[Int(method.index)])
    return returned.flatMap { inference.values(of: $0, in: method.module) }.flatMap {
      value -> [CallGraph.Target] in
      switch value {
      case .generator(let reference): generator(reference)
      case .mapped(let call): mapping(call)
      default: []
      }
    }
  }

  /// `sorted(objects)`: the elements are compared with each other, unless a key is given.
  func comparing(_ elements: ExpressionIndex, _ methods: [String], _ call: Call) -> [CallGraph.Target] {
    let methods = methods.filter { inference.mayBeMethod($0) }
    guard !methods.isEmpty, inference.keyword("key", of: call, in: module) == nil else { return [] }
    let values = inference.values(of: elements, in: module)
    return operating(methods, on: inference.merged(values.flatMap { inference.elements(of: $0) }))
  }

  /// A comparison that `functools.total_ordering` makes of the one which the class has.
  func derived(_ method: String, on operand: ExpressionIndex) -> [CallGraph.Target] {
    guard Language.orderings.contains(method),
      case let methods = Language.orderings.filter({ inference.mayBeMethod($0) }), !methods.isEmpty
    else { return [] }
    return operating(methods, on: inference.values(of: operand, in: module).filter(isTotallyOrdered))
  }

  private func isTotallyOrdered(_ value: Value) -> Bool {
    guard case .object(let reference) = value else { return false }
    return ([reference] + inference.ancestors(of: reference)).contains { owner in
      inference.project.modules[owner.module].classes[Int(owner.index)].isTotallyOrdered
    }
  }

  /// Whether an object is true: what its class has to say on that.
  func testing(_ operand: ExpressionIndex) -> [CallGraph.Target] {
    let methods = inference.truthMethods
    return inference.values(of: operand, in: module).flatMap { value -> [CallGraph.Target] in
      guard case .object(let reference) = value else {
        return inference.type(of: value).map { first(of: Language.truthMethods, on: $0) } ?? []
      }
      for method in methods {
        // An object of a class without it is true by itself, whatever classes below have.
        let own = inference.classMember(method, of: reference, isObject: true, isBelow: false)
        if !own.isEmpty { return members(inference.nameReader[method], of: reference) }
      }
      return []
    }
  }

  /// `left += right`
  func augmenting(_ operation: ExpressionIndex) -> [CallGraph.Target] {
    guard
      case .operation(let left, let right, let sign) =
        inference.project.modules[module].expressions[Int(operation)]
    else { return [] }
    let targets = operating([sign.augmented, sign.method], on: left)
    // A list takes whatever can be iterated over.
    return targets.isEmpty && sign == .addition && mayBeLazy(right) ? consuming(right) : targets
  }

  private func mayBeLazy(_ expression: ExpressionIndex) -> Bool {
    switch inference.project.modules[module].expressions[Int(expression)] {
    case .call, .generator: true
    default: false
    }
  }

  /// `defaultdict(f)[key]` calls `f` for a key that is not there yet.
  func lacking(_ table: ExpressionIndex) -> [CallGraph.Target] {
    switch inference.project.modules[module].expressions[Int(table)] {
    case .name(let name, _), .attribute(_, let name):
      guard inference.unwritten.mayBeDefaulted(name) else { return [] }
    default: return []
    }
    return inference.values(of: table, in: module).flatMap { value -> [CallGraph.Target] in
      guard case .container(let reference) = value, let made = inference.mappingCall(reference),
        case .defaulted = made.meaning,
        let factory = inference.argument(0, of: made.call, in: reference.module)
      else { return [] }
      return calling(factory, in: reference.module)
    }
  }
}

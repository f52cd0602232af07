import Handbook

/// Code that runs without a call being written: properties, operators, context managers, iterators.
extension SiteFinder {
  func using(_ expression: ExpressionIndex, _ use: Use) -> [CallGraph.Target] {
    switch use {
    case .awaited: return awaiting(expression)
    case .text: return operating(["__format__", "__str__", "__repr__"], on: expression)
    case .shown: return operating(["__str__", "__repr__"], on: expression)
    case .truth: return testing(expression)
    case .augmented: return augmenting(expression)
    case .read, .write, .delete: break
    }
    let summary = inference.project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .attribute(let base, let name):
      let mayBeAccessor = inference.unwritten.mayBeAccessor(name)
      // What a class does to its own attributes it does knowing its hooks.
      let mayBeHooked = inference.usedHooks[use] != nil && !isOwnObject(base)
      guard mayBeAccessor || mayBeHooked else { return [] }
      return inference.values(of: base, in: module).flatMap { value -> [CallGraph.Target] in
        if case .classObject(let reference) = value, mayBeAccessor, use == .read {
          return inference.classAccessors(name, of: reference).flatMap { running($0) }
        }
        guard case .object(let reference) = value else { return [] }
        let accessors = mayBeAccessor ? inference.accessors(name, of: reference, use) : []
        let hooks = mayBeHooked ? inference.attributeHooks(name, of: reference, use) : []
        return (accessors + hooks).flatMap { running($0) }
      }
    case .element(let base, let index):
      // A slice of what is fetched from somewhere is mostly fetched later.
      let isSlice = if case .unknown = summary.expressions[Int(index)] { true } else { false }
      switch use {
      case .read:
        return operating(["__getitem__", "__missing__"], on: base, isOwn: isSlice) + choosing(base)
          + lacking(base)
      case .write: return operating(["__setitem__"], on: base)
      default: return operating(["__delitem__"], on: base)
      }
    case .operation(let left, let right, let sign):
      let targets = operating([sign.method], on: left)
      return targets.isEmpty ? operating([sign.reflected], on: right) : targets
    case .comparison(let left, let right, let comparison):
      guard let method = Self.method(of: comparison) else { return [] }
      if comparison.isMembership { return operating([method], on: right) + consuming(right) }
      let targets = operating([method], on: left)
      return targets.isEmpty ? derived(method, on: left) : targets
    default: return []
    }
  }

  private static func method(of comparison: Comparison) -> String? {
    switch comparison {
    case .equal: "__eq__"
    case .notEqual: "__ne__"
    case .less: "__lt__"
    case .lessOrEqual: "__le__"
    case .greater: "__gt__"
    case .greaterOrEqual: "__ge__"
    case .contained, .notContained: "__contains__"
    case .identical, .notIdentical: nil
    }
  }

  /// The first of these methods that the class of an operand has.
  /// - Parameter isOwn: whether only classes of the project count, not what the handbook says of others.
  func operating(
    _ methods: [String], on operand: ExpressionIndex, isOwn: Bool = false
  ) -> [CallGraph.Target] {
    let isForeign = !isOwn && methods.contains { Language.knownOperators.contains($0) }
    guard isForeign || methods.contains(where: { inference.mayBeMethod($0) }) else { return [] }
    return operating(methods, on: inference.values(of: operand, in: module), isOwn: !isForeign)
  }

  func operating(_ methods: [String], on operands: [Value], isOwn: Bool = false) -> [CallGraph.Target] {
    operands.flatMap { value -> [CallGraph.Target] in
      guard case .object(let reference) = value else {
        return isOwn ? [] : inference.type(of: value).map { first(of: methods, on: $0) } ?? []
      }
      for method in methods where inference.mayBeMethod(method) {
        let targets = members(method, of: reference)
        if !targets.isEmpty { return targets }
      }
      return []
    }
  }

  /// Whether an expression is the object that the method around is called on.
  func isOwnObject(_ expression: ExpressionIndex) -> Bool {
    guard let (owner, place) = inference.parameter(named: expression, in: module), place == 0 else {
      return false
    }
    return inference.project.modules[module].functions[Int(owner)].ownerClass != nil
  }

  /// `Class[argument]`
  private func choosing(_ generic: ExpressionIndex) -> [CallGraph.Target] {
    guard inference.mayBeMethod("__class_getitem__") else { return [] }
    return inference.values(of: generic, in: module).flatMap { value -> [CallGraph.Target] in
      guard case .classObject(let reference) = value else { return [] }
      return members("__class_getitem__", of: reference)
    }
  }

  /// `__await__` may be a generator, and `await` runs it through.
  private func awaiting(_ expression: ExpressionIndex) -> [CallGraph.Target] {
    guard inference.mayBeMethod("__await__"), !isCoroutine(expression) else { return [] }
    return inference.values(of: expression, in: module).flatMap { value -> [CallGraph.Target] in
      guard case .object(let reference) = value else { return [] }
      return methods("__await__", of: reference).flatMap { running($0) + generator($0) }
    }
  }

  /// Whether an expression calls coroutine functions of the project: awaiting that awaits none of what they give.
  private func isCoroutine(_ expression: ExpressionIndex) -> Bool {
    let summary = inference.project.modules[module]
    guard case .call(let index) = summary.expressions[Int(expression)] else { return false }
    let callees = inference.values(of: summary.calls[Int(index)].callee, in: module)
    return !callees.isEmpty
      && callees.allSatisfy { callee in
        guard case .function(let reference, _) = callee else { return false }
        return inference.project.modules[reference.module].functions[Int(reference.index)].isAsync
      }
  }

  private func methods(_ name: String, of reference: ClassReference) -> [FunctionReference] {
    inference.classMember(name, of: reference, isObject: true).compactMap { member in
      if case .function(let function, _) = member { function } else { nil }
    }
  }

  func entering(_ manager: ExpressionIndex, isAsync: Bool) -> [CallGraph.Target] {
    let hooks = isAsync ? ["__aenter__", "__aexit__"] : ["__enter__", "__exit__"]
    return inference.values(of: manager, in: module).flatMap { value -> [CallGraph.Target] in
      switch value {
      case .generator(let reference) where !isAsync: return generator(reference)
      case .object(let reference): return hooks.flatMap { members($0, of: reference) }
      default:
        if isAsync { return [] }
        let targets = inference.type(of: value).map { first(of: hooks, on: $0) } ?? []
        return targets.filter { hasToWait($0, leaving: manager) }
      }
    }
  }

  /// Whether leaving a context manager waits, in view of what the function does with it.
  private func hasToWait(_ target: CallGraph.Target, leaving manager: ExpressionIndex) -> Bool {
    guard case .blocking(let blocking, _) = target else { return true }
    if !isMadeToWait(manager, blocking) { return false }
    if blocking.onlyAfter.isEmpty { return true }
    let summary = inference.project.modules[module]
    let calls = summary.actions(of: function.index).compactMap { action -> Call? in
      if case .call(let index) = action { summary.calls[Int(index)] } else { nil }
    }
    let isUsed = calls.contains { call in
      guard !call.isUnderAwait,
        case .attribute(let object, let method) = summary.expressions[Int(call.callee)]
      else { return false }
      return blocking.onlyAfter.contains(summary.names[method])
        && inference.isEntered(object, as: manager, in: module)
    }
    return isUsed
      && !calls.contains { call in
        inference.values(of: call.callee, in: module).contains { callee in
          if case .external(let name) = callee { symbols.name(name) == Language.futureWrapper } else { false }
        }
      }
  }

  func iterating(_ iterable: ExpressionIndex, in module: Int) -> [CallGraph.Target] {
    let values = inference.values(of: iterable, in: module)
    return values.flatMap { value -> [CallGraph.Target] in
      switch value {
      case .generator(let reference): return generator(reference)
      case .mapped(let call): return mapping(call)
      case .object(let reference):
        return ["__iter__", "__next__"].flatMap { name in
          methods(name, of: reference).flatMap { running($0) + generator($0) + iteratingOver($0) }
        }
      default:
        let targets = inference.type(of: value).map { first(of: ["__iter__", "__next__"], on: $0) } ?? []
        return targets.filter { target in
          guard module == self.module, case .blocking(let blocking, _) = target else { return true }
          return isMadeToWait(iterable, blocking)
        }
      }
    } + relayed(iterable, in: module)
  }

  /// `enumerate(x)` iterates over `x`, and so on.
  private func relayed(_ iterable: ExpressionIndex, in module: Int) -> [CallGraph.Target] {
    let summary = inference.project.modules[module]
    guard case .call(let index) = summary.expressions[Int(iterable)] else { return [] }
    let call = summary.calls[Int(index)]
    let isRelay = inference.values(of: call.callee, in: module).contains { callee in
      if case .external(let name) = callee { return Language.relays.contains(symbols.name(name)) }
      return false
    }
    guard isRelay else { return [] }
    return summary.arguments[call.arguments.range].filter { $0.kind == .positional }.flatMap {
      iterating($0.value, in: module)
    }
  }

  func iteratingAsync(_ iterable: ExpressionIndex) -> [CallGraph.Target] {
    inference.values(of: iterable, in: module).flatMap { value -> [CallGraph.Target] in
      guard case .object(let reference) = value else { return [] }
      return ["__aiter__", "__anext__"].flatMap { members($0, of: reference) }
    }
  }

  func first(of methods: [String], on type: Symbol) -> [CallGraph.Target] {
    for method in methods {
      let name = symbols.member(method, of: type)
      if let known = symbols[name].blocking, known.unless.isEmpty, known.onlyWhen.isEmpty {
        return [.blocking(known, name: symbols.name(name))]
      }
    }
    return []
  }

  /// A synchronous generator: its body runs while it is iterated over.
  func generator(_ reference: FunctionReference) -> [CallGraph.Target] {
    let target = inference.project.modules[reference.module].functions[Int(reference.index)]
    guard target.isGenerator, !target.isAsync, !inference.decoration(of: reference).isOffLoop else {
      return []
    }
    return [.function(reference)]
  }
}

extension Comparison {
  fileprivate var isMembership: Bool { self == .contained || self == .notContained }
}

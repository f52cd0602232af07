import Handbook

/// Tells which parts of a function cannot run in the thread of the event loop, by the conditions around them.
struct ThreadProof {
  /// What the truth of an expression tells.
  private struct Meaning {
    var isElsewhereWhenTrue = false
    var isElsewhereWhenFalse = false

    var negated: Self {
      Self(isElsewhereWhenTrue: isElsewhereWhenFalse, isElsewhereWhenFalse: isElsewhereWhenTrue)
    }
  }

  let function: FunctionReference
  let inference: Inference
  private static let deepest = 4

  private var guards: ArraySlice<Guard> {
    inference.project.modules[function.module].guards(of: definition(function))
  }

  /// The part of the function around a place that runs in another thread, or where no loop runs; nil when there is none.
  func part(around span: SourceSpan) -> SourceSpan? {
    guards.first { candidate in
      candidate.span.start <= span.start && span.end <= candidate.span.end && isElsewhere(candidate.condition)
    }?.span
  }

  private func isElsewhere(_ condition: Guard.Condition) -> Bool {
    switch condition {
    case .holds(let expression): meaning(of: expression, in: function, depth: 0).isElsewhereWhenTrue
    case .fails(let expression): meaning(of: expression, in: function, depth: 0).isElsewhereWhenFalse
    case .someHolds(let parts): all(parts) { $0.isElsewhereWhenTrue }
    case .someFails(let parts): all(parts) { $0.isElsewhereWhenFalse }
    case .raised(let place):
      tries(of: function).dropFirst(Int(place)).first.map { isProbe($0, in: function) } ?? false
    }
  }

  private func all(_ parts: Slice, _ tells: (Meaning) -> Bool) -> Bool {
    inference.project.modules[function.module].parts[parts.range].allSatisfy {
      tells(meaning(of: $0, in: function, depth: 0))
    }
  }

  private func tries(of reference: FunctionReference) -> ArraySlice<Try> {
    inference.project.modules[reference.module].tries(of: definition(reference))
  }

  private func definition(_ reference: FunctionReference) -> Function {
    inference.project.modules[reference.module].functions[Int(reference.index)]
  }

  // MARK: Expressions

  private func meaning(of expression: ExpressionIndex, in owner: FunctionReference, depth: Int) -> Meaning {
    guard depth < Self.deepest else { return Meaning() }
    switch inference.project.modules[owner.module].expressions[Int(expression)] {
    case .comparison(let left, let right, let comparison):
      switch comparison {
      case .equal, .identical: return comparing(left, right, in: owner, depth: depth)
      case .notEqual, .notIdentical: return comparing(left, right, in: owner, depth: depth).negated
      default: return Meaning()
      }
    case .call(let call): return calling(call, in: owner, depth: depth)
    case .name, .attribute:
      let bound = inference.bindings(of: expression, in: owner.module)
      return outcome(of: bound, in: owner, depth: depth)
    default: return Meaning()
    }
  }

  /// What `left == right` tells.
  private func comparing(
    _ left: ExpressionIndex, _ right: ExpressionIndex, in owner: FunctionReference, depth: Int
  ) -> Meaning {
    for (one, other) in [(left, right), (right, left)] {
      if isNone(other, in: owner.module) {
        // `loop is None`: the opposite of `if loop`.
        return meaning(of: one, in: owner, depth: depth + 1).negated
      }
      if isCall(one, of: \.threads, in: owner.module) { return meets(other, in: owner) }
    }
    return Meaning()
  }

  /// What it tells that this thread is the one that an expression stands for.
  private func meets(_ other: ExpressionIndex, in owner: FunctionReference) -> Meaning {
    let summary = inference.project.modules[owner.module]
    if isCall(other, of: \.mainThread, in: owner.module) { return Meaning(isElsewhereWhenFalse: true) }
    let bound = inference.bindings(of: other, in: owner.module)
    if !bound.isEmpty, bound.contains(where: { isCall($0.index, of: \.threads, in: $0.module) }) {
      return Meaning(isElsewhereWhenFalse: true)
    }
    switch summary.expressions[Int(other)] {
    case .name(let name, _), .attribute(_, let name):
      let words = summary.names[name].lowercased()
      if words.contains("loop") || words.contains("main") { return Meaning(isElsewhereWhenFalse: true) }
    default: break
    }
    let isWorker = inference.values(of: other, in: owner.module).contains { value in
      if case .instance(let type) = value { return inference.symbols.name(type) == "threading.Thread" }
      return false
    }
    return isWorker ? Meaning(isElsewhereWhenTrue: true) : Meaning()
  }

  private func calling(_ index: CallIndex, in owner: FunctionReference, depth: Int) -> Meaning {
    let call = inference.project.modules[owner.module].calls[Int(index)]
    for callee in inference.values(of: call.callee, in: owner.module) {
      switch callee {
      case .external(let name):
        let guards = inference.knowledge.guards
        let text = inference.symbols.name(name)
        if guards.running.contains(text) || guards.loops.contains(text) {
          return Meaning(isElsewhereWhenFalse: true)
        }
        if text == "builtins.bool", let inner = inference.argument(0, of: call, in: owner.module) {
          return meaning(of: inner, in: owner, depth: depth + 1)
        }
      case .function(let target, _):
        let definition = definition(target)
        if definition.isAsync || definition.isGenerator { return Meaning() }
        let returned = inference.project.modules[target.module].returned(by: definition).map {
          ExpressionReference(module: target.module, index: $0)
        }
        return outcome(of: returned, in: target, depth: depth)
      default: continue
      }
    }
    return Meaning()
  }

  /// What the truth of one of several values tells: of those that a name is bound to, or that a function returns.
  private func outcome(
    of values: [ExpressionReference], in owner: FunctionReference, depth: Int
  ) -> Meaning {
    if values.count == 1, let value = values.first {
      // An attribute may have been set in another module.
      let place =
        value.module == owner.module
        ? owner : FunctionReference(module: value.module, index: ModuleSummary.moduleFunction)
      return meaning(of: value.index, in: place, depth: depth + 1)
    }
    let probes = tries(of: owner).filter { isProbe($0, in: owner) }
    var withoutLoop: Set<Bool> = []
    var withLoop: Set<Bool> = []
    for value in values where value.module == owner.module {
      let isTrue = truth(of: value)
      if probes.contains(where: { $0.handler.contains(value.index) }) {
        guard let isTrue else { return Meaning() }
        withoutLoop.insert(isTrue)
      } else {
        // What is no literal is taken for the loop itself.
        withLoop.insert(isTrue ?? true)
      }
    }
    if withoutLoop == [false], withLoop == [true] { return Meaning(isElsewhereWhenFalse: true) }
    if withoutLoop == [true], withLoop == [false] { return Meaning(isElsewhereWhenTrue: true) }
    return Meaning()
  }

  private func truth(of value: ExpressionReference) -> Bool? {
    let summary = inference.project.modules[value.module]
    guard case .literal(let literal) = summary.expressions[Int(value.index)] else { return nil }
    switch summary.text(of: literal) {
    case "True": return true
    case "False", "None": return false
    default: return nil
    }
  }

  private func isNone(_ expression: ExpressionIndex, in module: Int) -> Bool {
    let summary = inference.project.modules[module]
    guard case .literal(let literal) = summary.expressions[Int(expression)] else { return false }
    return summary.text(of: literal) == "None"
  }

  /// Whether an expression is a call of one of the functions that the handbook names for this.
  private func isCall(
    _ expression: ExpressionIndex, of names: KeyPath<ThreadGuards, Set<String>>, in module: Int
  ) -> Bool {
    let summary = inference.project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .call(let call):
      return inference.values(of: summary.calls[Int(call)].callee, in: module).contains { callee in
        if case .external(let name) = callee {
          return inference.knowledge.guards[keyPath: names].contains(inference.symbols.name(name))
        }
        return false
      }
    // `threading.current_thread().ident`
    case .attribute(let base, _): return isCall(base, of: names, in: module)
    default: return false
    }
  }

  // MARK: try

  /// Whether a `try` asks for the running loop, and its handler runs where there is none.
  private func isProbe(_ statement: Try, in owner: FunctionReference) -> Bool {
    let summary = inference.project.modules[owner.module]
    if let caught = statement.caught, !catches(caught, in: owner.module) { return false }
    // Whoever asks does so first.
    return statement.body.prefix(Self.longestProbe).contains { expression in
      guard case .call = summary.expressions[Int(expression)] else { return false }
      return isCall(expression, of: \.loops, in: owner.module)
    }
  }

  private static let longestProbe = 24

  private func catches(_ caught: ExpressionIndex, in module: Int) -> Bool {
    let summary = inference.project.modules[module]
    switch summary.expressions[Int(caught)] {
    case .sequence(let parts):
      return summary.parts[parts.range].contains { catches($0, in: module) }
    default:
      return inference.values(of: caught, in: module).contains { value in
        if case .external(let name) = value {
          return inference.knowledge.guards.exceptions.contains(inference.symbols.name(name))
        }
        return false
      }
    }
  }
}

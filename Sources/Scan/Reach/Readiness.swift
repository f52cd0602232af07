/// Whether what a call waits for is already there.
///
/// The handbook names questions that tell so, as `done` and `not empty`, and with brackets, as in `set_result()`, what makes it
/// so, for good when it is with a certain argument, as in `setblocking(False)`; with `to`, as in `to add_done_callback`, who calls
/// a function with it once it is; with `await`, what is given the object and awaited until it is.
struct Readiness {
  let function: FunctionReference
  let inference: Inference

  private var summary: ModuleSummary { inference.project.modules[function.module] }

  func holds(at action: Action, for words: [String]) -> Bool {
    guard !words.isEmpty, case .call(let index) = action else { return false }
    let summary = summary
    let call = summary.calls[Int(index)]
    guard case .attribute(let object, _) = summary.expressions[Int(call.callee)] else { return false }
    if isMadeReady(object, before: call, by: words) || isHanded(object, by: words) { return true }
    return summary.guards(of: definition(function)).contains { candidate in
      guard candidate.span.start <= call.span.start, call.span.end <= candidate.span.end else { return false }
      switch candidate.condition {
      case .holds(let question): return asks(question, of: object).map(words.contains) ?? false
      case .fails(let question):
        return asks(question, of: object).map { words.contains("not " + $0) } ?? false
      case .someHolds, .someFails, .raised, .untold: return false
      }
    }
  }

  /// The name of the method that an expression calls, when it is one of this object.
  private func asks(_ question: ExpressionIndex, of object: ExpressionIndex) -> String? {
    let summary = summary
    guard case .call(let call) = summary.expressions[Int(question)],
      case .attribute(let base, let name) = summary.expressions[Int(summary.calls[Int(call)].callee)],
      summary.isSame(base, object)
    else { return nil }
    return summary.names[name]
  }

  private func definition(_ reference: FunctionReference) -> Function {
    inference.project.modules[reference.module].functions[Int(reference.index)]
  }

  /// Whether it is what a function is called with once it is ready: `future.add_done_callback(function)`. Such a function and
  /// what it is handed to stand in one file.
  private func isHanded(_ object: ExpressionIndex, by words: [String]) -> Bool {
    guard words.contains(where: { $0.hasPrefix("to ") }),
      let (owner, place) = inference.parameter(named: object, in: function.module), owner == function.index
    else { return false }
    return isHanded(place, of: owner, by: words, depth: 0)
  }

  private static let deepest = 4

  /// Whether a function gets what is ready at a place: from who calls it back, or from another that got it.
  private func isHanded(_ place: Int, of called: FunctionIndex, by words: [String], depth: Int) -> Bool {
    let summary = summary
    let reference = FunctionReference(module: function.module, index: called)
    // A method that is handed on brings its object along.
    let bound =
      definition(reference).ownerClass != nil && !inference.decoration(of: reference).isStatic ? 1 : 0
    return summary.calls.indices.contains { index in
      let call = summary.calls[index]
      let arguments = summary.arguments[call.arguments.range]
      for (position, argument) in arguments.enumerated() where means(argument.value, reference) {
        if case .attribute(_, let name) = summary.expressions[Int(call.callee)],
          words.contains("to " + summary.names[name])
        {
          return true
        }
        // `call_soon(function, future)`
        let next = position + 1 + place - bound
        if next > position, next < arguments.count,
          isReady(arguments[arguments.startIndex + next].value, by: words, depth)
        {
          return true
        }
      }
      guard depth < Self.deepest, means(call.callee, reference),
        let given = inference.argument(
          for: place, of: reference, in: CallReference(module: function.module, index: CallIndex(index)))
      else { return false }
      return isReady(given, by: words, depth)
    }
  }

  /// Whether an expression is a parameter that is ready.
  private func isReady(_ expression: ExpressionIndex, by words: [String], _ depth: Int) -> Bool {
    guard depth < Self.deepest,
      let (owner, place) = inference.parameter(named: expression, in: function.module)
    else { return false }
    return isHanded(place, of: owner, by: words, depth: depth + 1)
  }

  /// Whether an expression may stand for a function.
  private func means(_ expression: ExpressionIndex, _ reference: FunctionReference) -> Bool {
    switch summary.expressions[Int(expression)] {
    case .name, .attribute, .function: break
    default: return false
    }
    return inference.values(of: expression, in: function.module).contains { value in
      if case .function(reference, _) = value { true } else { false }
    }
  }

  // MARK: Made ready

  /// Whether a statement before made it ready: in this function, or in the one that it comes from.
  private func isMadeReady(_ object: ExpressionIndex, before call: Call, by words: [String]) -> Bool {
    if isAwaited(object, before: call, by: words) { return true }
    if !words.contains(where: { $0.hasSuffix(")") }) { return false }
    if makes(object, ready: words, in: function, before: call.span.start) || isSetReady(object, by: words) {
      return true
    }
    let summary = summary
    guard case .name(let name, let scope) = summary.expressions[Int(object)] else { return false }
    let places = summary.bindings.bindings(of: name, in: scope).range
    guard places.count == 1, case .value(let value) = summary.bindings[places.lowerBound],
      case .call(let maker) = summary.expressions[Int(value)]
    else { return false }
    let callees = inference.values(of: summary.calls[Int(maker)].callee, in: function.module)
    return !callees.isEmpty
      && callees.allSatisfy { callee in
        guard case .function(let target, _) = callee else { return false }
        let returned = inference.project.modules[target.module].returned(by: definition(target))
        return !returned.isEmpty && returned.allSatisfy { makes($0, ready: words, in: target, before: .max) }
      }
  }

  /// Whether the function has awaited a call before that gets the object and lasts until it is ready: `await wrap_future(future)`.
  private func isAwaited(_ object: ExpressionIndex, before call: Call, by words: [String]) -> Bool {
    let waiting = words.filter { $0.hasPrefix("await ") }.map { $0.dropFirst(6) }
    if waiting.isEmpty { return false }
    let summary = summary
    return summary.actions(of: function.index).contains { action in
      guard case .call(let index) = action, case let before = summary.calls[Int(index)],
        before.span.end <= call.span.start, before.isUnderAwait,
        summary.arguments[before.arguments.range].contains(where: { summary.isSame($0.value, object) })
      else { return false }
      return inference.values(of: before.callee, in: function.module).contains { callee in
        if case .external(let name) = callee {
          waiting.contains { $0 == inference.symbols.name(name) }
        } else {
          false
        }
      }
    }
  }

  /// Whether a method of its class sets an attribute of the object to what does not wait.
  private func isSetReady(_ object: ExpressionIndex, by words: [String]) -> Bool {
    let summary = summary
    guard let attribute = ownAttribute(object, of: function), let owner = definition(function).ownerClass,
      words.contains(where: { $0.hasSuffix(")") && !$0.hasSuffix("()") })
    else { return false }
    return summary.functions.indices.contains { index in
      guard summary.functions[index].ownerClass == owner else { return false }
      let method = FunctionReference(module: function.module, index: FunctionIndex(index))
      return summary.actions(of: method.index).contains { action in
        guard case .call(let index) = action, case let call = summary.calls[Int(index)],
          case .attribute(let base, let name) = summary.expressions[Int(call.callee)],
          ownAttribute(base, of: method) == attribute
        else { return false }
        return isMaking(call, name, words, in: function.module)
      }
    }
  }

  /// The name of `self.name`.
  private func ownAttribute(_ expression: ExpressionIndex, of method: FunctionReference) -> Name? {
    let summary = summary
    guard case .attribute(let base, let name) = summary.expressions[Int(expression)],
      let (owner, place) = inference.parameter(named: base, in: method.module), owner == method.index,
      place == 0
    else { return nil }
    return name
  }

  /// Whether calling a method makes its object ready: `set_result()` with whatever, `setblocking(False)` with just that.
  private func isMaking(_ call: Call, _ name: Name, _ words: [String], in module: Int) -> Bool {
    let opening = inference.project.modules[module].names[name] + "("
    return words.contains { word in
      guard word.hasSuffix(")"), word.hasPrefix(opening) else { return false }
      let wanted = word.dropFirst(opening.count).dropLast()
      if wanted.isEmpty { return true }
      guard let given = inference.argument(0, of: call, in: module) else { return false }
      return inference.literal(ExpressionReference(module: module, index: given)) == String(wanted)
    }
  }

  private func makes(
    _ object: ExpressionIndex, ready words: [String], in maker: FunctionReference, before end: UInt32
  ) -> Bool {
    let summary = inference.project.modules[maker.module]
    let guards = summary.guards(of: definition(maker))
    return summary.actions(of: maker.index).contains { action in
      guard case .call(let index) = action, case let call = summary.calls[Int(index)], call.span.end <= end,
        case .attribute(let base, let name) = summary.expressions[Int(call.callee)],
        summary.isSame(base, object), isMaking(call, name, words, in: maker.module)
      else { return false }
      // What is done only under a condition does not count outside of it.
      return guards.allSatisfy { candidate in
        !(candidate.span.start <= call.span.start && call.span.end <= candidate.span.end)
          || candidate.span.end >= end
      }
    }
  }
}

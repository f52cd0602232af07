/// Functions that are called with each element of something, and what they make of it.
extension Inference {
  /// What a lambda's parameter gets where it is an argument of a call: `min(nodes, key=lambda node: …)`.
  func elements(handedTo place: Int, by call: CallIndex, in module: Int) -> [Value] {
    let summary = project.modules[module]
    let call = summary.calls[Int(call)]
    let callees = values(of: call.callee, in: module)
    if callees.isEmpty {
      guard place == 0, case .attribute(let list, let name) = summary.expressions[Int(call.callee)],
        summary.names[name] == Language.sorter
      else { return [] }
      return values(of: list, in: module).flatMap { elements(of: $0) }
    }
    return callees.flatMap { callee -> [Value] in
      guard case .external(let name) = callee, let start = Language.elementPlaces[symbols.name(name)],
        let iterable = argument(start + place, of: call, in: module)
      else { return [] }
      return values(of: iterable, in: module).flatMap { elements(of: $0) }
    }
  }

  /// The elements of what `map`, `filter` and `iter(f, last)` give.
  func mapped(by reference: ExpressionReference) -> [Value] {
    let module = reference.module
    guard let call = call(reference) else { return [] }
    let isSieve = values(of: call.callee, in: module).contains { callee in
      if case .external(let name) = callee { Language.sieves.contains(symbols.name(name)) } else { false }
    }
    guard let place = argument(isSieve ? 1 : 0, of: call, in: module) else { return [] }
    // `xs = filter(f, xs)`
    return answer(.mapped(reference)) {
      isSieve ? values(of: place, in: module).flatMap { elements(of: $0) } : provided(by: place, in: module)
    }
  }

  func call(_ reference: ExpressionReference) -> Call? {
    let summary = project.modules[reference.module]
    guard case .call(let index) = summary.expressions[Int(reference.index)] else { return nil }
    return summary.calls[Int(index)]
  }

  /// What `attrgetter("x")(object)` and `methodcaller("x")(object)` give.
  func picked(by picker: ExpressionReference, _ call: Call, in module: Int) -> [Value] {
    guard let object = argument(0, of: call, in: module), let (name, isCalled) = picks(picker) else {
      return []
    }
    return values(of: object, in: module).flatMap { value -> [Value] in
      let members = attribute(name, of: value)
      if !isCalled { return members }
      return members.flatMap { member -> [Value] in
        guard case .function(let function, let receiver) = member else { return [] }
        return result(ofCalling: function, receiver: receiver)
      }
    }
  }

  /// The one name that a picker asks for, and whether it calls that.
  func picks(_ picker: ExpressionReference) -> (name: String, isCalled: Bool)? {
    guard let call = call(picker), let first = argument(0, of: call, in: picker.module),
      let name = string(first, in: picker.module), !name.contains(".")
    else { return nil }
    let isCalled = values(of: call.callee, in: picker.module).contains { callee in
      if case .external(let name) = callee { symbols.name(name) == Language.methodPicker } else { false }
    }
    return (name, isCalled)
  }

  // MARK: `*rest`

  /// What callers hand over for `*rest`: all of it, or what stands at a place of it.
  func rest(of reference: FunctionReference, from start: Int, at place: Int32? = nil) -> [Value] {
    if let place, place >= 0 {
      let calls = callsGivingRest(reference)
      return merged(calls.flatMap { given(to: start, of: reference, in: $0, at: Int(place)) })
    }
    return answer(.rest(reference)) {
      callsGivingRest(reference).flatMap { given(to: start, of: reference, in: $0, at: nil) }
    }
  }

  /// What a constructor is given, any of its objects may hold; of another function, several calls would seem to give each what
  /// any of them does.
  private func callsGivingRest(_ reference: FunctionReference) -> [CallReference] {
    let calls = calls(of: reference).filter { !isTest($0.module) || isTest(reference.module) }
    return calls.count <= (makesObjects(reference) ? Self.mostMakers : 1) ? calls : []
  }

  private static let mostMakers = 8

  private func given(
    to start: Int, of reference: FunctionReference, in call: CallReference, at place: Int?
  ) -> [Value] {
    let function = project.modules[reference.module].functions[Int(reference.index)]
    let isBound = function.ownerClass != nil && !decoration(of: reference).isStatic
    let summary = project.modules[call.module]
    let arguments = summary.arguments[summary.calls[Int(call.index)].arguments.range]
      .filter { $0.kind == .positional || $0.kind == .starred }.dropFirst(isBound ? start - 1 : start)
    if let place, !arguments.contains(where: { $0.kind == .starred }) {
      let own = arguments.dropFirst(place).first
      return own.map { values(of: $0.value, in: call.module) } ?? []
    }
    return arguments.flatMap { argument -> [Value] in
      let values = values(of: argument.value, in: call.module)
      return argument.kind == .starred ? values.flatMap { value in deeper { elements(of: value) } } : values
    }
  }
}

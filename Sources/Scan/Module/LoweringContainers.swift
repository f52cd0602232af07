import PythonOutline

/// What is put into a container after it was made, as far as one file tells.
extension Lowering {
  /// A filling whose container is still to be found.
  struct OpenFilling {
    var container: ExpressionIndex
    var filling: Filling
  }

  /// A container that more is put into is a table, and nobody's set of clients.
  private static let mostFillings = 64

  mutating func fill(_ container: ExpressionIndex, key: ExpressionIndex?, value: ExpressionIndex) {
    var value = value
    switch module.expressions[Int(value)] {
    case .literal, .text, .prefix, .unknown, .operation: return
    case .sequence(let parts) where !parts.isEmpty && parts.count <= Self.mostParts: value = kept(parts)
    default: break
    }
    if key == nil, let (outer, place) = holder(of: container) {
      // `table[key].append(value)`: the table holds a list in which this is.
      let inner = add(.sequence(Slice()))
      module.fillings[inner] = [Filling(key: nil, value: value)]
      return fill(outer, key: place, value: inner)
    }
    openFillings.append(OpenFilling(container: container, filling: Filling(key: key, value: value)))
  }

  /// More parts are a table.
  private static let mostParts = 8

  /// `(when, callback)`, of which a container keeps what is handed over as the callback.
  private mutating func kept(_ parts: Slice) -> ExpressionIndex {
    var kept: [ExpressionIndex] = []
    for place in parts.range {
      let part = module.parts[place]
      if case .name = module.expressions[Int(part)] {
        kept.append(add(.kept(part)))
      } else {
        kept.append(part)
      }
    }
    return add(.sequence(slice(kept)))
  }

  /// All that `value` holds, under its keys.
  mutating func fill(_ container: ExpressionIndex, allOf value: ExpressionIndex) {
    openFillings.append(
      OpenFilling(container: container, filling: Filling(key: nil, value: value, isAll: true)))
  }

  /// `container += […]`, `container |= {…}`
  mutating func noteAddition(_ container: ExpressionIndex, _ sign: UInt8?, _ value: ExpressionIndex) {
    switch module.expressions[Int(value)] {
    case .sequence(let parts) where sign == UInt8(ascii: "+") && parts.count <= Self.mostFillings:
      for place in parts.range { fill(container, key: nil, value: module.parts[place]) }
    case .dictionary where sign == UInt8(ascii: "|"): fill(container, allOf: value)
    default: break
    }
  }

  /// Of `table[key]` and `table.setdefault(key, …)` the table and the key.
  private func holder(of container: ExpressionIndex) -> (ExpressionIndex, key: ExpressionIndex)? {
    switch module.expressions[Int(container)] {
    case .element(let table, let key): return (table, key)
    case .call(let index):
      let call = module.calls[Int(index)]
      guard case .attribute(let table, module.names.words.setdefault) = module.expressions[Int(call.callee)],
        call.arguments.count == 2
      else { return nil }
      return (table, module.arguments[call.arguments.range.lowerBound].value)
    default: return nil
    }
  }

  /// `container.append(value)` and its like.
  mutating func noteFilling(_ callee: ExpressionIndex, _ arguments: [Argument]) {
    if arguments.isEmpty { return }
    let (container, method): (ExpressionIndex, Name)
    let words: NameWords
    switch module.expressions[Int(callee)] {
    case .attribute(let base, let name): (container, method, words) = (base, name, module.names.words)
    case .name(let name, _) where arguments.count == 2 && name == module.names.words.heappush:
      (container, method, words) = (callee, name, module.names.words)
    default: return
    }
    if method == words.update, arguments.count <= Self.mostParts {
      for argument in arguments {
        if let name = argument.name {
          let key = add(.literal(quoted(name)))
          fill(container, key: key, value: argument.value)
        } else if argument.kind != .starred {
          fill(container, allOf: argument.value)
        }
      }
      return
    }
    guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.kind == .positional }) else { return }
    switch (method, arguments.count) {
    case (words.heappush, 2): fill(arguments[0].value, key: nil, value: arguments[1].value)
    case (words.append, 1), (words.add, 1), (words.appendleft, 1), (words.put, _), (words.putNowait, 1),
      (words.set, 1):
      fill(container, key: nil, value: arguments[0].value)
    case (words.extend, 1): fill(container, key: nil, value: add(.iterated(arguments[0].value)))
    case (words.insert, 2): fill(container, key: nil, value: arguments[1].value)
    case (words.setdefault, 2): fill(container, key: arguments[0].value, value: arguments[1].value)
    default: break
    }
  }

  /// A name as a literal that says it.
  private mutating func quoted(_ name: Name) -> Literal {
    let text = Array(module.names[name].utf8.prefix(100))
    let literal = Literal(start: UInt32(module.literals.count), length: UInt8(text.count + 2))
    module.literals += [UInt8(ascii: "'")] + text + [UInt8(ascii: "'")]
    return literal
  }

  /// To be called when all names of the file are bound.
  mutating func closeFillings() {
    for open in openFillings {
      for container in containers(open) {
        if module.fillings[container, default: []].count < Self.mostFillings {
          module.fillings[container, default: []].append(open.filling)
        }
      }
    }
  }

  /// The expressions that make what a filling is put into.
  private func containers(_ open: OpenFilling) -> [ExpressionIndex] {
    switch module.expressions[Int(open.container)] {
    case .name(let name, var scope):
      while scope >= 0 {
        let current = module.scopes[Int(scope)]
        if !module.declares(name, .global, in: scope), !module.declares(name, .nonlocal, in: scope) {
          let places = module.bindings.bindings(of: name, in: scope)
          if !places.isEmpty { return places.range.compactMap { made(by: module.bindings[$0]) } }
        }
        scope = current.parent
      }
      return []
    case .attribute(let base, let name):
      guard let owner = receiverClass(base) else { return [] }
      let assigned = module.attributes.bindings(of: name, in: owner).range.compactMap {
        made(by: module.attributes[$0])
      }
      let body = module.classes[Int(owner)].scope
      return assigned
        + module.bindings.bindings(of: name, in: body).range.compactMap { made(by: module.bindings[$0]) }
    default: return []
    }
  }

  /// The class that a method's first parameter stands for, also in functions inside of the method.
  private func receiverClass(_ base: ExpressionIndex) -> ClassIndex? {
    guard case .name(let name, var scope) = module.expressions[Int(base)] else { return nil }
    while scope >= 0 {
      let places = module.bindings.bindings(of: name, in: scope).range
      if let place = places.first {
        guard case .parameter(let function, 0) = module.bindings[place] else { return nil }
        return module.functions[Int(function)].ownerClass
      }
      scope = module.scopes[Int(scope)].parent
    }
    return nil
  }

  private func made(by binding: Binding) -> ExpressionIndex? {
    guard case .value(let expression) = binding else { return nil }
    switch module.expressions[Int(expression)] {
    case .sequence, .dictionary, .call: return expression
    default: return nil
    }
  }
}

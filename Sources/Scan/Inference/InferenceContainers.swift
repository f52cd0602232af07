/// Lists, tuples, sets and dictionaries: what they hold and what their methods give.
extension Inference {
  /// What a container holds: the elements of a list, the values of a dictionary.
  /// - Parameter key: the literal key that is asked for; nil: any.
  func held(by reference: ExpressionReference, key: String? = nil) -> [Value] {
    let module = reference.module
    let summary = project.modules[module]
    var found: [Value] = []
    switch summary.expressions[Int(reference.index)] {
    case .sequence(let slice):
      // A long literal is a table, and nobody's set of clients.
      guard slice.count <= 64 else { return [] }
      for part in summary.parts[slice.range] { found += values(of: part, in: module) }
    case .dictionary(let slice):
      guard slice.count <= 128 else { return [] }
      for place in stride(from: slice.range.lowerBound, to: slice.range.upperBound - 1, by: 2)
      where mayBe(key, summary.parts[place], in: module) {
        found += values(of: summary.parts[place + 1], in: module)
      }
    case .element: return declared(by: reference)
    case .call: found += given(to: reference, key)
    default: break
    }
    for filling in summary.fillings[reference.index] ?? [] {
      if filling.isAll {
        found += spread(ExpressionReference(module: module, index: filling.value), into: reference, key)
        continue
      }
      if let own = filling.key, !mayBe(key, own, in: module) { continue }
      found += values(of: filling.value, in: module)
      found += registered(filling.value, in: module)
    }
    return merged(found)
  }

  /// Whether a key as written may be the one that is asked for.
  private func mayBe(_ key: String?, _ written: ExpressionIndex, in module: Int) -> Bool {
    guard let key, case let summary = project.modules[module],
      case .literal(let own) = summary.expressions[Int(written)]
    else { return true }
    return summary.says(own, key)
  }

  /// A string or number that stands as a key or an index.
  func literalKey(_ expression: ExpressionIndex, in module: Int) -> String? {
    guard case .literal(let literal) = project.modules[module].expressions[Int(expression)] else {
      return nil
    }
    return project.modules[module].content(of: literal)
  }

  /// What an annotation such as `list[T]` or `dict[K, V]` says that `[…]` gives.
  private func declared(by reference: ExpressionReference) -> [Value] {
    guard let (_, parts) = generic(reference),
      let held = parts.last(where: { !isEllipsis($0, in: reference.module) })
    else { return [] }
    return instances(ofAnnotation: held, in: reference.module)
  }

  /// The typing name and the arguments of an annotation such as `dict[K, V]`.
  func generic(_ reference: ExpressionReference) -> (name: String, parts: [ExpressionIndex])? {
    let module = reference.module
    guard case .element(let generic, let index) = project.modules[module].expressions[Int(reference.index)],
      let name = typingName(of: generic, in: module)
    else { return nil }
    return (name, parts(of: index, in: module))
  }

  func isEllipsis(_ expression: ExpressionIndex, in module: Int) -> Bool {
    if case .unknown = project.modules[module].expressions[Int(expression)] { return true }
    return false
  }

  // MARK: Iteration

  /// What iterating over a container gives: of a dictionary, its keys.
  func iterated(_ reference: ExpressionReference) -> [Value] {
    let module = reference.module
    switch project.modules[module].expressions[Int(reference.index)] {
    case .dictionary(let slice):
      guard slice.count <= 128 else { return [] }
      let places = stride(from: slice.range.lowerBound, to: slice.range.upperBound - 1, by: 2)
      return merged(places.flatMap { values(of: project.modules[module].parts[$0], in: module) })
    case .element:
      guard let (name, parts) = generic(reference), let first = parts.first else { return [] }
      if Language.mappings.contains(name) || Language.generators.contains(name) {
        return instances(ofAnnotation: first, in: module)
      }
      return held(by: reference)
    case .call where isMapping(reference): return []
    default: return held(by: reference)
    }
  }

  func elements(of view: ContainerView, _ reference: ExpressionReference) -> [Value] {
    switch view {
    case .values: return held(by: reference)
    case .items, .enumerated, .zipped: return [.entry(reference, view)]
    case .listed:
      // `things = list(things)`
      return answer(.listed(reference)) {
        self.arguments(of: reference).first.map { self.values(of: $0, in: reference.module) }?
          .flatMap { self.elements(of: $0) } ?? []
      }
    case .gathered: return merged(arguments(of: reference).flatMap { awaited($0, in: reference.module) })
    }
  }

  // MARK: Unpacking

  /// What unpacking a value puts at a place; a negative place is one that is not known.
  func item(_ place: Int32, of value: Value) -> [Value] {
    switch value {
    case .container(let reference): return item(place, ofContainer: reference)
    case .containerOf(let reference):
      guard let (name, parts) = generic(reference), name == "tuple" || name == "Tuple" else {
        return elements(of: value)
      }
      if parts.contains(where: { isEllipsis($0, in: reference.module) }) { return elements(of: value) }
      guard parts.indices.contains(Int(place)) else { return [] }
      return instances(ofAnnotation: parts[Int(place)], in: reference.module)
    case .entry(let reference, let view): return item(place, of: view, reference)
    case .rest(let function, let start): return rest(of: function, from: start, at: place)
    case .view(let reference, .gathered):
      let arguments = arguments(of: reference)
      guard arguments.indices.contains(Int(place)) else { return elements(of: value) }
      return awaited(arguments[Int(place)], in: reference.module)
    case .object(let reference):
      let fields = project.modules[reference.module].classes[Int(reference.index)].fields
      guard isNamedTuple(reference) else { return elements(of: value) }
      guard fields.indices.contains(Int(place)) else { return [] }
      return attribute(project.modules[reference.module].names[fields[Int(place)]], of: value)
    case .instance(let type):
      return symbols.result(of: "__getitem__", on: type).map { [.instance($0)] } ?? elements(of: value)
    case .member(let name, let model):
      return given(by: "__getitem__", on: name, model) ?? elements(of: value)
    default: return elements(of: value)
    }
  }

  private func item(_ place: Int32, ofContainer reference: ExpressionReference) -> [Value] {
    let summary = project.modules[reference.module]
    guard case .sequence(let slice) = summary.expressions[Int(reference.index)], place >= 0,
      place < slice.count
    else { return iterated(reference) }
    for part in summary.parts[slice.range].prefix(Int(place) + 1) {
      if case .iterated = summary.expressions[Int(part)] { return iterated(reference) }
    }
    return values(of: summary.parts[slice.range.lowerBound + Int(place)], in: reference.module)
  }

  private func item(_ place: Int32, of view: ContainerView, _ reference: ExpressionReference) -> [Value] {
    let arguments = view == .items ? [] : arguments(of: reference)
    switch (view, place) {
    case (.items, 0): return iterated(reference)
    case (.items, 1): return held(by: reference)
    case (.enumerated, 1):
      return arguments.first.map { values(of: $0, in: reference.module).flatMap { elements(of: $0) } } ?? []
    case (.zipped, _) where arguments.indices.contains(Int(place)):
      return values(of: arguments[Int(place)], in: reference.module).flatMap { elements(of: $0) }
    default: return []
    }
  }

  private func isNamedTuple(_ reference: ClassReference) -> Bool {
    bases(of: reference).contains { base in
      if case .external(let name) = base { return symbols.name(name) == "typing.NamedTuple" }
      return false
    }
  }

  /// The positional arguments of the call that an expression is.
  private func arguments(of reference: ExpressionReference) -> [ExpressionIndex] {
    let summary = project.modules[reference.module]
    guard case .call(let call) = summary.expressions[Int(reference.index)] else { return [] }
    let arguments = summary.arguments[summary.calls[Int(call)].arguments.range]
    return arguments.prefix { $0.kind == .positional }.map(\.value)
  }

  // MARK: Methods

  /// A method of a container, to be called.
  func containerMethod(_ name: String, _ reference: ExpressionReference) -> [Value] {
    Language.containerMethods[name].map { [.method(reference, $0)] } ?? []
  }

  func result(
    of method: ContainerMethod, _ reference: ExpressionReference, _ call: Call, in module: Int
  ) -> [Value] {
    let isDeclared =
      if case .element = project.modules[reference.module].expressions[Int(reference.index)] {
        true
      } else {
        false
      }
    switch method {
    case .element:
      let key = argument(0, of: call, in: module)
      let held = held(by: reference, key: key.flatMap { literalKey($0, in: module) })
      // `get(key, default)`
      let otherwise = argument(1, of: call, in: module).map { values(of: $0, in: module) } ?? []
      return held + otherwise
    case .values: return [.view(reference, .values)]
    case .items: return [.view(reference, .items)]
    case .copy: return [isDeclared ? .containerOf(reference) : .container(reference)]
    }
  }
}

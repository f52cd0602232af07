/// Dictionaries that calls make, and what is spread into others.
extension Inference {
  /// The call that makes a dictionary, with what its name means.
  func mappingCall(_ reference: ExpressionReference) -> (call: Call, meaning: Language.Meaning)? {
    let summary = project.modules[reference.module]
    guard case .call(let index) = summary.expressions[Int(reference.index)] else { return nil }
    let call = summary.calls[Int(index)]
    for case .external(let name) in values(of: call.callee, in: reference.module) {
      switch symbols[name].meaning {
      case .dictionary: return (call, .dictionary)
      case .defaulted: return (call, .defaulted)
      default: continue
      }
    }
    return nil
  }

  /// The values of a dictionary that were given to the call which makes it: `dict(name=value)`, `defaultdict(factory)`.
  func given(to reference: ExpressionReference, _ key: String?) -> [Value] {
    guard let (call, meaning) = mappingCall(reference) else { return [] }
    let summary = project.modules[reference.module]
    let first = argument(0, of: call, in: reference.module)
    if case .defaulted = meaning { return first.map { provided(by: $0, in: reference.module) } ?? [] }
    var found: [Value] = []
    for argument in summary.arguments[call.arguments.range] {
      if let name = argument.name {
        if key == nil || key == summary.names[name] {
          found += values(of: argument.value, in: reference.module)
        }
      } else if argument.kind != .starred {
        found += spread(
          ExpressionReference(module: reference.module, index: argument.value), into: reference, key)
      }
    }
    return found
  }

  /// What all that a value holds adds to a container: of a dictionary its values, of pairs the second of each.
  func spread(
    _ source: ExpressionReference, into container: ExpressionReference, _ key: String?
  ) -> [Value] {
    // A dictionary may be put into itself.
    answer(.spread(source, key.map { nameReader.intern($0) })) {
      let isMapping = isMapping(container)
      return values(of: source).flatMap { value -> [Value] in
        switch value {
        case .container(let inner), .containerOf(let inner):
          if self.isMapping(inner) { return held(by: inner, key: key) }
        case .view, .generator, .mapped, .rest: break
        default: return []
        }
        let elements = elements(of: value)
        return isMapping ? elements.flatMap { item(1, of: $0) } : elements
      }
    }
  }
}

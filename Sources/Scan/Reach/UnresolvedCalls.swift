/// Methods of objects that cannot be told, of which the name says enough.
extension SiteFinder {
  /// A method of an object that cannot be told: `x.sort(key=f)`.
  func unresolved(_ call: Call) -> [CallGraph.Target] {
    let summary = inference.project.modules[module]
    guard case .attribute(let base, let name) = summary.expressions[Int(call.callee)] else { return [] }
    let word = summary.names[name]
    if word == Language.sorter { return sorting(base, call) }
    guard call.arguments.count > 0 else { return [] }
    // What is awaited may leave it to a thread.
    if Language.consumingMethods.contains(word), !call.isAwaited {
      return consumingArguments(of: call)
    }
    guard let place = inference.knowledge.callers["*." + word],
      let callable = inference.argument(at: place, of: call, in: module)
    else { return [] }
    return calling(callable, in: module)
  }

  /// `elements.sort(key=f)`
  private func sorting(_ elements: ExpressionIndex, _ call: Call) -> [CallGraph.Target] {
    guard let key = inference.keyword("key", of: call, in: module) else {
      return comparing(elements, Language.comparers["builtins.sorted"] ?? [], call)
    }
    for case .picker(let picker) in inference.values(of: key, in: module) {
      let values = inference.values(of: elements, in: module)
      return picking(picker, from: values.flatMap { inference.elements(of: $0) })
    }
    return calling(key, in: module)
  }
}

/// What annotations say.
extension Inference {
  /// Objects of the classes that an annotation names.
  func instances(ofAnnotation annotation: ExpressionIndex, in module: Int) -> [Value] {
    deeper { instances(named: annotation, in: module) }
  }

  private func instances(named annotation: ExpressionIndex, in module: Int) -> [Value] {
    switch project.modules[module].expressions[Int(annotation)] {
    case .either(let options), .sequence(let options):
      return project.modules[module].parts[options.range].flatMap { instances(ofAnnotation: $0, in: module) }
    case .element(let generic, let index): return instances(ofGeneric: generic, index, annotation, in: module)
    default: return values(of: annotation, in: module).flatMap { instances(of: $0) }
    }
  }

  /// Objects of what a value is when it is taken as an annotation.
  private func instances(of value: Value) -> [Value] {
    switch value {
    case .classObject(let reference): return [.object(reference)]
    case .external(let name): return isBuiltin(name) ? [] : [.instance(symbols[name].type ?? name)]
    case .typeForm(let form): return instances(ofAnnotation: form.index, in: form.module)
    default: return []
    }
  }

  private func isBuiltin(_ name: Symbol) -> Bool { symbols.name(name).utf8.starts(with: "builtins.".utf8) }

  /// The last word of a name of the language that takes arguments in annotations.
  func typingName(of generic: ExpressionIndex, in module: Int) -> String? {
    for case .external(let symbol) in values(of: generic, in: module) {
      let name = symbols.name(symbol)
      if Language.annotationModules.contains(where: { name.hasPrefix($0) }) { return symbols[symbol].last }
    }
    return nil
  }

  private func instances(
    ofGeneric generic: ExpressionIndex, _ index: ExpressionIndex, _ whole: ExpressionIndex, in module: Int
  ) -> [Value] {
    guard let name = typingName(of: generic, in: module) else {
      return instances(ofAnnotation: generic, in: module)
    }
    if name == "type" || name == "Type" {
      return parts(of: index, in: module).flatMap { values(of: $0, in: module) }
    }
    if Language.containers.contains(name) || Language.awaitables.contains(name) {
      return [.containerOf(ExpressionReference(module: module, index: whole))]
    }
    if Language.wrappers.contains(name) || name == "Union" {
      return instances(ofAnnotation: index, in: module)
    }
    if Language.generators.contains(name) {
      return [.containerOf(ExpressionReference(module: module, index: whole))]
    }
    let queues = instances(ofAnnotation: generic, in: module).filter(isQueue)
    if !queues.isEmpty { return queues + [.containerOf(ExpressionReference(module: module, index: whole))] }
    guard name == "Annotated" else { return [] }
    let parts = self.parts(of: index, in: module)
    guard let first = parts.first else { return [] }
    let declared = instances(ofAnnotation: first, in: module)
    return declared.isEmpty ? parts.dropFirst().flatMap { defaultValue($0, in: module) } : declared
  }

  func isQueue(_ value: Value) -> Bool {
    if case .instance(let type) = value { Language.queues.contains(symbols.name(type)) } else { false }
  }

  /// The elements of `x[a, b]`, or the one of `x[a]`.
  func parts(of index: ExpressionIndex, in module: Int) -> [ExpressionIndex] {
    guard case .sequence(let slice) = project.modules[module].expressions[Int(index)] else { return [index] }
    return Array(project.modules[module].parts[slice.range])
  }
}

/// What modules do while they are imported, which is before any loop runs: what a function keeps from then on is there.
struct ImportTime {
  let inference: Inference

  /// Whether a function that keeps what it gave was called with the same arguments before.
  func hasKept(_ reference: FunctionReference, for call: CallReference?) -> Bool {
    let definition = inference.project.modules[reference.module].functions[Int(reference.index)]
    guard !definition.decorators.isEmpty, inference.decoration(of: reference).isCached,
      definition.ownerClass == nil
    else { return false }
    let calls = calls(of: reference)
    if calls.isEmpty { return false }
    if definition.parameters.isEmpty { return true }
    guard let wanted = call.flatMap(literals) else { return false }
    return calls.contains { literals($0) == wanted }
  }

  /// Whether a name that a function makes global has a value by then: `if connection is None: connection = connect()`.
  func hasFilled(_ name: Name, in scope: ScopeIndex, by reference: FunctionReference) -> Bool {
    let summary = inference.project.modules[reference.module]
    guard summary.declares(name, .global, in: scope) else { return false }
    var (empty, filled) = (0, 0)
    for place in summary.bindings.bindings(of: name, in: ModuleSummary.moduleScope).range {
      switch summary.bindings[place] {
      case .annotated: continue
      case .value(let value):
        let place = ExpressionReference(module: reference.module, index: value)
        if inference.literal(place) == "None" { empty += 1 } else { filled += 1 }
      default: return false
      }
    }
    // Whoever empties it again, has it filled again.
    return empty == 1 && filled > 0 && !calls(of: reference).isEmpty
  }

  /// The calls of a function that run in any case when a module is imported.
  private func calls(of reference: FunctionReference) -> [CallReference] {
    if let known = inference.knownImportCalls[reference] { return known }
    let summary = inference.project.modules[reference.module]
    let definition = summary.functions[Int(reference.index)]
    let named = summary.scopes[Int(definition.scope)].name.flatMap { inference.names.calls($0) } ?? []
    let calls = named.filter { isMadeAtImport($0) && isCalled(reference, by: $0) }
    inference.knownImportCalls[reference] = calls
    return calls
  }

  private func isMadeAtImport(_ call: CallReference) -> Bool {
    let summary = inference.project.modules[call.module]
    let span = summary.calls[Int(call.index)].span
    func holds(_ part: SourceSpan) -> Bool { part.start <= span.start && span.end <= part.end }
    return summary.calls[Int(call.index)].function == ModuleSummary.moduleFunction
      && !summary.mainGuards.contains(where: holds)
      && !summary.guards(of: summary.functions[Int(ModuleSummary.moduleFunction)]).contains { holds($0.span) }
      && !inference.isTest(call.module)
  }

  private func isCalled(_ reference: FunctionReference, by call: CallReference) -> Bool {
    let callee = inference.project.modules[call.module].calls[Int(call.index)].callee
    return inference.values(of: callee, in: call.module).contains { value in
      if case .function(reference, _) = value { true } else { false }
    }
  }

  /// The arguments of a call, when all are literals that are given by position.
  private func literals(_ call: CallReference) -> [String]? {
    let summary = inference.project.modules[call.module]
    var texts: [String] = []
    for argument in summary.arguments[summary.calls[Int(call.index)].arguments.range] {
      guard argument.kind == .positional,
        let text = inference.literal(ExpressionReference(module: call.module, index: argument.value))
      else { return nil }
      texts.append(text)
    }
    return texts
  }
}

/// Where functions are named without a call that inference can follow: looked up by name, found out on demand.
final class Mentions {
  /// A call of a method on an object that inference knows nothing of.
  struct MethodCall {
    let written: String
    let module: Int
    let span: SourceSpan
    let isOnLoop: Bool
  }

  private struct Use {
    let module: Int
    let expression: ExpressionIndex
  }

  private let inference: Inference
  private let onLoop: [FunctionReference]
  /// By the name of the method; those on the loop before others, the first in the order of modules.
  private lazy var methodCalls: [String: MethodCall] = findMethodCalls()
  /// Names and attributes that are neither called nor arguments, by the name.
  private lazy var values: [String: [Use]] = findValues()

  init(inference: Inference, onLoop: [FunctionReference]) {
    self.inference = inference
    self.onLoop = onLoop
  }

  /// A call that may be one of this method, since nobody can tell whose method it calls.
  func ofMethod(_ function: FunctionReference, named name: String) -> MethodCall? {
    inference.project.modules[function.module].functions[Int(function.index)].ownerClass == nil
      ? nil : methodCalls[name]
  }

  /// A function in which this one is used as a value: stored, returned, put into a dictionary.
  func asValue(_ function: FunctionReference, named name: String) -> FunctionReference? {
    for use in values[name] ?? [] {
      let stands = inference.values(of: use.expression, in: use.module).contains { value in
        if case .function(let found, _) = value { return found == function }
        return false
      }
      if stands { return functionAround(use) }
    }
    return nil
  }

  private func findMethodCalls() -> [String: MethodCall] {
    var found: [String: MethodCall] = [:]
    let onLoop = Set(onLoop)
    let modules = inference.project.modules
    let all = modules.indices.flatMap { module in
      modules[module].functions.indices.map {
        FunctionReference(module: module, index: FunctionIndex($0))
      }
    }
    let view = SourceView(inference: inference)
    for function in onLoop.sorted() + all.filter({ !onLoop.contains($0) }) {
      let summary = modules[function.module]
      for case .call(let index) in summary.actions(of: function.index) {
        let call = summary.calls[Int(index)]
        guard !call.isAwaited, case .attribute(let base, let name) = summary.expressions[Int(call.callee)],
          found[summary.names[name]] == nil, isUnknown(base, in: function.module)
        else { continue }
        found[summary.names[name]] = MethodCall(
          written: view.written(call.callee, in: function.module), module: function.module, span: call.span,
          isOnLoop: onLoop.contains(function))
      }
    }
    return found
  }

  /// Whether an object may be one of a class of the project for all that can be told.
  private func isUnknown(_ object: ExpressionIndex, in module: Int) -> Bool {
    guard inference.values(of: object, in: module).isEmpty else { return false }
    let summary = inference.project.modules[module]
    switch summary.expressions[Int(object)] {
    // Shown to be of another class, or plain text.
    case .narrowed, .literal, .text: return false
    case .call(let call):
      // What a library makes is the library's.
      let callee = summary.calls[Int(call)].callee
      return !inference.values(of: callee, in: module).contains { value in
        switch value {
        case .external, .member, .instance: true
        default: false
        }
      }
    default: return true
    }
  }

  private func findValues() -> [String: [Use]] {
    var found: [String: [Use]] = [:]
    for (module, summary) in inference.project.modules.enumerated() {
      var isCalled = [Bool](repeating: false, count: summary.expressions.count)
      for call in summary.calls {
        isCalled[Int(call.callee)] = true
        for argument in summary.arguments[call.arguments.range] { isCalled[Int(argument.value)] = true }
      }
      for function in summary.functions {
        for decorator in summary.decorators(of: function) { isCalled[Int(decorator)] = true }
      }
      for (index, expression) in summary.expressions.enumerated() where !isCalled[index] {
        switch expression {
        case .name(let name, _), .attribute(_, let name):
          found[summary.names[name], default: []].append(
            Use(module: module, expression: ExpressionIndex(index)))
        case .function(let function):
          let name = summary.name(of: function)
          found[name, default: []].append(Use(module: module, expression: ExpressionIndex(index)))
        default: continue
        }
      }
    }
    return found
  }

  /// The function whose scope an expression stands in, as far as its names tell.
  private func functionAround(_ use: Use) -> FunctionReference {
    let summary = inference.project.modules[use.module]
    var expression = use.expression
    while case .attribute(let base, _) = summary.expressions[Int(expression)] { expression = base }
    var scope = ModuleSummary.moduleScope
    switch summary.expressions[Int(expression)] {
    case .name(_, let found): scope = found
    case .function(let function): scope = summary.scopes[Int(summary.functions[Int(function)].scope)].parent
    default: break
    }
    while scope > ModuleSummary.moduleScope {
      if let index = summary.functions.firstIndex(where: { $0.scope == scope }) {
        return FunctionReference(module: use.module, index: FunctionIndex(index))
      }
      scope = summary.scopes[Int(scope)].parent
    }
    return FunctionReference(module: use.module, index: ModuleSummary.moduleFunction)
  }
}

import Handbook

/// What decorators of the project put around the functions they decorate.
final class Wrappings {
  /// What calling a decorated function runs.
  struct Wrapping {
    /// Functions that run in its place, or around it.
    var wrappers: [FunctionReference] = []
    /// Whether it still runs itself, in the thread of its caller.
    var runsItself = true
    /// What calling it does by the handbook.
    var blocking: BlockingCall?
  }

  private let inference: Inference
  private var known: [FunctionReference: Wrapping] = [:]

  init(_ inference: Inference) { self.inference = inference }

  func wrapping(of reference: FunctionReference) -> Wrapping {
    let decorators = inference.project.modules[reference.module].functions[Int(reference.index)].decorators
    if decorators.isEmpty { return Wrapping() }
    if let wrapping = known[reference] { return wrapping }
    var wrapping = Wrapping()
    // The one that stands last is the innermost.
    for decorator in decorators.reversed() {
      for value in inference.values(of: decorator, in: reference.module) { add(value, to: &wrapping) }
    }
    known[reference] = wrapping
    return wrapping
  }

  private func add(_ decorator: Value, to wrapping: inout Wrapping) {
    switch decorator {
    case .function(let function, _): addWrapper(madeBy: function, to: &wrapping)
    case .classObject(let reference):
      wrapping.wrappers += methods("__call__", of: reference)
    case .object(let reference):
      for function in methods("__call__", of: reference) { addWrapper(madeBy: function, to: &wrapping) }
    case .external(let name):
      guard let type = inference.symbols[name].type else { return }
      let call = inference.symbols.member("__call__", of: type)
      wrapping.blocking = inference.symbols[call].blocking
    default: return
    }
  }

  private func methods(_ name: String, of reference: ClassReference) -> [FunctionReference] {
    inference.classMember(name, of: reference, isObject: true).compactMap { member in
      if case .function(let function, _) = member { function } else { nil }
    }
  }

  /// Takes in the inner functions that a decorator gives back in place of its argument.
  private func addWrapper(madeBy decorator: FunctionReference, to wrapping: inout Wrapping) {
    let given = inference.result(ofCalling: decorator, receiver: nil)
    for case .function(let wrapper, _) in given where isInside(wrapper, decorator) {
      wrapping.wrappers.append(wrapper)
      if !runsDecorated(wrapper, decorator) { wrapping.runsItself = false }
    }
  }

  private func isInside(_ inner: FunctionReference, _ outer: FunctionReference) -> Bool {
    guard inner.module == outer.module, inner != outer else { return false }
    let summary = inference.project.modules[inner.module]
    let target = summary.functions[Int(outer.index)].scope
    var scope = summary.scopes[Int(summary.functions[Int(inner.index)].scope)].parent
    while scope > target { scope = summary.scopes[Int(scope)].parent }
    return scope == target
  }

  /// Whether a wrapper runs what was decorated in its own thread: it calls it, or hands it to nothing that we know to
  /// take it elsewhere.
  private func runsDecorated(_ wrapper: FunctionReference, _ decorator: FunctionReference) -> Bool {
    let summary = inference.project.modules[wrapper.module]
    let definition = summary.functions[Int(decorator.index)]
    // A method that decorates has `self` first.
    let names = Set(definition.parameters.prefix(2).map(\.name))
    var isHandedOff = false
    for case .call(let index) in summary.functions[Int(wrapper.index)].actions {
      let call = summary.calls[Int(index)]
      if case .name(let name, _) = summary.expressions[Int(call.callee)], names.contains(name) { return true }
      if isHelper(call.callee, in: wrapper.module) { isHandedOff = true }
    }
    return !isHandedOff
  }

  private func isHelper(_ callee: ExpressionIndex, in module: Int) -> Bool {
    let summary = inference.project.modules[module]
    let helpers = inference.knowledge.offLoopHelpers
    if case .attribute(_, let name) = summary.expressions[Int(callee)], helpers.contains(summary.names[name]) {
      return true
    }
    return inference.values(of: callee, in: module).contains { value in
      if case .external(let name) = value { return helpers.contains(inference.symbols.name(name)) }
      return false
    }
  }
}

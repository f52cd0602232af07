import Handbook

/// What decorators that are no functions put around what they decorate: objects, and what the handbook knows.
///
/// What a function of the project puts in the place of another is what the name of that stands for.
final class Wrappings {
  struct Wrapping {
    /// Functions that run before it, or around it.
    var wrappers: [FunctionReference] = []
    /// What calling it does by the handbook.
    var blocking: BlockingCall?
  }

  private let inference: Inference
  private var known: [FunctionReference: Wrapping] = [:]

  init(_ inference: Inference) { self.inference = inference }

  func wrapping(of reference: FunctionReference) -> Wrapping {
    let decorators = inference.project.modules[reference.module].decorators(of: reference.index)
    if decorators.isEmpty { return Wrapping() }
    if let wrapping = known[reference] { return wrapping }
    var wrapping = Wrapping()
    let isAsync = inference.project.modules[reference.module].functions[Int(reference.index)].isAsync
    for decorator in decorators {
      for value in inference.values(of: decorator, in: reference.module) { add(value, to: &wrapping) }
      if !isAsync, let around = around(decorator, in: reference.module) { wrapping.blocking = around }
    }
    known[reference] = wrapping
    return wrapping
  }

  /// What a decorator from outside the project runs around a plain function.
  private func around(_ decorator: ExpressionIndex, in module: Int) -> BlockingCall? {
    let summary = inference.project.modules[module]
    var (target, call) = (decorator, Call?.none)
    if case .call(let index) = summary.expressions[Int(decorator)] {
      call = summary.calls[Int(index)]
      target = summary.calls[Int(index)].callee
    }
    for case .external(let name) in inference.values(of: target, in: module) {
      let around = inference.symbols.member("__wrap__", of: name)
      guard let blocking = inference.symbols[around].blocking else { continue }
      let isMeant = call.map { CallArguments($0, module: module, inference: inference).allow(blocking) }
      return isMeant ?? blocking.onlyWhen.isEmpty ? blocking : nil
    }
    return nil
  }

  private func add(_ decorator: Value, to wrapping: inout Wrapping) {
    switch decorator {
    case .classObject(let reference):
      wrapping.wrappers += methods("__call__", of: reference)
    case .generator(let reference):
      // A context manager as a decorator: the body is entered around each call.
      let isManager = inference.project.modules[reference.module].decorators(of: reference.index).contains {
        inference.decoratorNames($0, in: reference.module).contains(Language.contextManagerMaker)
      }
      if isManager { wrapping.wrappers.append(reference) }
    case .object(let reference):
      let isManager = inference.lineage(of: reference).contains { base in
        if case .external(let name) = base {
          inference.symbols.name(name) == Language.contextDecorator
        } else {
          false
        }
      }
      if isManager {
        wrapping.wrappers += methods("__enter__", of: reference) + methods("__exit__", of: reference)
      }
      for function in methods("__call__", of: reference) {
        for case .function(let wrapper, _) in inference.result(ofCalling: function, receiver: reference) {
          wrapping.wrappers.append(wrapper)
        }
      }
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
}

import Handbook

/// `engine-per-request`: an engine, pool or client that belongs to the process is made for each request.
///
/// That is so in a request handler and in what it reaches. A coroutine function that nobody calls may be a handler that is
/// registered in a way we do not see; there it is only possible, and only for what the handbook is certain of, when the function keeps
/// it to itself under a name and has no name of start-up code.
struct EnginePerRequest {
  let context: DesignContext
  /// Words in the names of functions that run once, in lower case.
  let startUpWords: Set<String>

  func findings() -> [Finding] {
    let reached = context.graph.reached(from: context.graph.handlers)
    var findings: [Finding] = []
    for function in context.graph.functions {
      for site in context.graph.sites[function] ?? [] {
        guard case .resource(let call, let name) = site.target, let index = site.call,
          case let made = context.inference.project.modules[function.module].calls[Int(index)], !made.isKept,
          !context.inference.decoration(of: function).isCached
        else { continue }
        if reached.contains(function) {
          findings += context.builder.findings(
            of: call, named: name, in: function, at: site.span, requirements: site.requirements)
        } else if made.isBound, call.confidence == .certain, isEntry(function) {
          findings += context.builder.findings(
            of: call, named: name, in: function, at: site.span, confidence: .possible)
        }
      }
    }
    return findings
  }

  /// Whether a function looks as if a framework called it: a coroutine function that nobody else calls.
  private func isEntry(_ function: FunctionReference) -> Bool {
    let name = context.name(of: function)
    guard context.definition(of: function).isAsync, context.definition(of: function).decorators.isEmpty,
      !name.hasPrefix("<"), !name.hasPrefix("_"), !isStartUp(name)
    else { return false }
    return !isCalled(name)
  }

  private func isStartUp(_ name: String) -> Bool {
    let name = name.lowercased()
    return startUpWords.contains { name.contains($0) }
  }

  /// Whether anything in the project calls something of this name.
  private func isCalled(_ text: String) -> Bool {
    guard let name = context.inference.nameReader.find(text) else { return false }
    guard let calls = context.inference.names.calls(name) else { return true }
    return calls.contains { call in
      let module = context.inference.project.modules[call.module]
      return switch module.expressions[Int(module.calls[Int(call.index)].callee)] {
      case .name, .attribute: true
      default: false
      }
    }
  }
}

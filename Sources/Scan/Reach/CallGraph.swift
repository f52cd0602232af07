import Handbook

/// What runs on the event loop, from the coroutine functions down through every synchronous function they call.
struct CallGraph {
  /// A place in a function where something is run.
  struct Site {
    let range: TextRange
    let target: Target
  }

  enum Target {
    /// A known blocking call, under the name by which it is known.
    case blocking(BlockingCall, name: String)
    /// A synchronous function of the project.
    case function(FunctionReference)
  }

  private(set) var sites: [FunctionReference: [Site]] = [:]
  /// Functions in the order in which they were found to run on the loop; the coroutine functions first.
  private(set) var functions: [FunctionReference] = []
  private(set) var coroutines: [FunctionReference] = []

  init(_ inference: Inference) {
    let modules = inference.project.modules
    for module in modules.indices {
      for index in modules[module].functions.indices where modules[module].functions[index].isAsync {
        coroutines.append(FunctionReference(module: module, index: FunctionIndex(index)))
      }
    }
    var open = coroutines
    var seen = Set(coroutines)
    var next = 0
    while next < open.count {
      let function = open[next]
      next += 1
      let found = SiteFinder(function: function).sites(inference)
      sites[function] = found
      for case .function(let target) in found.map(\.target) where seen.insert(target).inserted { open.append(target) }
    }
    functions = open
  }
}

/// Works out what the actions of one function run.
struct SiteFinder {
  let function: FunctionReference

  private static let consumers: Set<String> = Set(
    ["list", "tuple", "set", "frozenset", "sorted", "sum", "min", "max", "any", "all", "dict", "next"].map {
      "builtins." + $0
    })

  func sites(_ inference: Inference) -> [CallGraph.Site] {
    let module = inference.project.modules[function.module]
    return module.functions[Int(function.index)].actions.flatMap { action -> [CallGraph.Site] in
      switch action {
      case .call(let index):
        let call = module.calls[Int(index)]
        return targets(of: call, inference).map { CallGraph.Site(range: call.range, target: $0) }
      case .enter(let manager, let range, let isAsync):
        return entering(manager, isAsync: isAsync, inference).map { CallGraph.Site(range: range, target: $0) }
      case .iterate(let iterable, let range, let isAsync):
        return isAsync
          ? [] : iterating(iterable, inference).map { CallGraph.Site(range: range, target: $0) }
      }
    }
  }

  // MARK: Calls

  private func targets(of call: Call, _ inference: Inference) -> [CallGraph.Target] {
    var targets: [CallGraph.Target] = []
    for callee in inference.values(of: call.callee, in: function.module) {
      switch callee {
      case .external(let name):
        // What is awaited is asynchronous, whatever it looks like.
        if !call.isAwaited, let found = blocking(name, call, inference) { targets.append(found) }
        if Self.consumers.contains(name), let first = call.arguments.first {
          targets += iterating(first.value, inference)
        }
      case .instance(let type):
        if !call.isAwaited, let found = blocking(type + ".__call__", call, inference) { targets.append(found) }
      case .function(let reference, _): targets += running(reference, inference)
      case .classObject(let reference):
        for method in ["__new__", "__init__", "__post_init__"] {
          targets += members(method, of: reference, inference)
        }
      case .object(let reference): targets += members("__call__", of: reference, inference)
      case .module: break
      }
    }
    // Several meanings of one call: one blocking call is enough to report.
    let first = targets.firstIndex { if case .blocking = $0 { true } else { false } }
    return targets.enumerated().filter { index, target in
      if case .blocking = target { index == first } else { true }
    }.map(\.element)
  }

  private func blocking(_ name: String, _ call: Call, _ inference: Inference) -> CallGraph.Target? {
    guard let known = inference.knowledge.blockingCall(name) else { return nil }
    let arguments = CallArguments(call, in: inference.project.modules[function.module])
    return arguments.allow(known) ? .blocking(known, name: name) : nil
  }

  /// A function of the project, unless calling it runs nothing here.
  private func running(_ reference: FunctionReference, _ inference: Inference) -> [CallGraph.Target] {
    let target = inference.project.modules[reference.module].functions[Int(reference.index)]
    guard !target.isAsync, !target.isGenerator, !isTakenOffLoop(reference, inference) else { return [] }
    return [.function(reference)]
  }

  private func isTakenOffLoop(_ reference: FunctionReference, _ inference: Inference) -> Bool {
    inference.decoratorNames(of: reference).contains { inference.knowledge.isOffLoopDecorator($0) }
  }

  private func members(
    _ name: String, of reference: ClassReference, _ inference: Inference
  ) -> [CallGraph.Target] {
    inference.classMember(name, of: reference, isObject: true).flatMap { member -> [CallGraph.Target] in
      if case .function(let function, _) = member { return running(function, inference) }
      return []
    }
  }

  // MARK: Code that runs without a call being written

  private func entering(
    _ manager: ExpressionIndex, isAsync: Bool, _ inference: Inference
  ) -> [CallGraph.Target] {
    let generators = generators(calledBy: manager, inference)
    if !generators.isEmpty { return generators }
    return inference.values(of: manager, in: function.module).flatMap { value -> [CallGraph.Target] in
      guard !isAsync else { return [] }
      switch value {
      case .object(let reference):
        return ["__enter__", "__exit__"].flatMap { members($0, of: reference, inference) }
      case .instance(let type): return first(of: ["__enter__", "__exit__"], on: type, inference)
      default: return []
      }
    }
  }

  private func iterating(_ iterable: ExpressionIndex, _ inference: Inference) -> [CallGraph.Target] {
    let generators = generators(calledBy: iterable, inference)
    if !generators.isEmpty { return generators }
    return inference.values(of: iterable, in: function.module).flatMap { value -> [CallGraph.Target] in
      switch value {
      case .object(let reference):
        return ["__iter__", "__next__"].flatMap { name in
          members(name, of: reference, inference) + generatorMembers(name, of: reference, inference)
        }
      case .instance(let type): return first(of: ["__iter__", "__next__"], on: type, inference)
      default: return []
      }
    }
  }

  private func first(of methods: [String], on type: String, _ inference: Inference) -> [CallGraph.Target] {
    for method in methods {
      let name = type + "." + method
      if let known = inference.knowledge.blockingCall(name), known.unless.isEmpty, known.onlyWhen.isEmpty {
        return [.blocking(known, name: name)]
      }
    }
    return []
  }

  /// The synchronous generator functions that a call expression calls: their bodies run while they are iterated over.
  private func generators(calledBy expression: ExpressionIndex, _ inference: Inference) -> [CallGraph.Target] {
    let module = inference.project.modules[function.module]
    guard case .call(let index) = module.expressions[Int(expression)] else { return [] }
    let callees = inference.values(of: module.calls[Int(index)].callee, in: function.module)
    return callees.flatMap { callee -> [CallGraph.Target] in
      guard case .function(let reference, _) = callee else { return [] }
      return generator(reference, inference)
    }
  }

  private func generatorMembers(
    _ name: String, of reference: ClassReference, _ inference: Inference
  ) -> [CallGraph.Target] {
    inference.classMember(name, of: reference, isObject: true).flatMap { member -> [CallGraph.Target] in
      if case .function(let function, _) = member { return generator(function, inference) }
      return []
    }
  }

  private func generator(_ reference: FunctionReference, _ inference: Inference) -> [CallGraph.Target] {
    let target = inference.project.modules[reference.module].functions[Int(reference.index)]
    guard target.isGenerator, !target.isAsync, !isTakenOffLoop(reference, inference) else { return [] }
    return [.function(reference)]
  }
}

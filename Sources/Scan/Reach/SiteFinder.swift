import Handbook

/// Works out what the actions of one function run.
struct SiteFinder {
  let function: FunctionReference
  let inference: Inference
  let wrappings: Wrappings

  var module: Int { function.module }
  var symbols: Symbols { inference.symbols }

  /// What the function runs, and what it runs only where the loop's thread is ruled out.
  func sites() -> (sites: [CallGraph.Site], guarded: [CallGraph.GuardedSite]) {
    var sites: [CallGraph.Site] = []
    var guarded: [CallGraph.GuardedSite] = []
    let summary = inference.project.modules[module]
    let proof = ThreadProof(function: function, inference: inference)
    let circumstances = Circumstances(function: function, inference: inference)
    for action in summary.functions[Int(function.index)].actions {
      let (span, call, targets) = targets(of: action)
      // Most actions run nothing that matters, so that the guards around them need no look.
      if targets.isEmpty { continue }
      let confidence = call.map { self.confidence(in: targets, of: $0) } ?? Confidence.certain
      let requirements = circumstances.requirements(around: span)
      let found = targets.compactMap { target -> CallGraph.Site? in
        var site = CallGraph.Site(
          span: span, target: target, call: call, confidence: confidence, requirements: requirements)
        if let call {
          switch target {
          case .blocking(let blocking, _):
            if circumstances.isReady(call, for: blocking.ready) { return nil }
          case .function(let called): site.given = circumstances.given(by: call, to: called)
          case .coroutine, .resource: break
          }
        }
        return site
      }
      if let part = proof.part(around: span) {
        guarded += found.map { CallGraph.GuardedSite(site: $0, part: part) }
      } else {
        sites += found
      }
    }
    return (sites, guarded)
  }

  private func targets(of action: Action) -> (SourceSpan, CallIndex?, [CallGraph.Target]) {
    switch action {
    case .call(let index):
      let call = inference.project.modules[module].calls[Int(index)]
      return (call.span, index, targets(of: call, index))
    case .use(let expression, let span, let use): return (span, nil, using(expression, use))
    case .enter(let manager, let span, let isAsync):
      return (span, nil, entering(manager, isAsync: isAsync))
    case .iterate(let iterable, let span, let isAsync):
      return (span, nil, isAsync ? iteratingAsync(iterable) : iterating(iterable, in: module))
    case .spin(let spin, let span):
      let name = symbols.symbol(Language.spins[spin] ?? "")
      return (span, nil, symbols[name].blocking.map { [.blocking($0, name: symbols.name(name))] } ?? [])
    }
  }

  /// Of several functions only one runs, and nobody knows which.
  private func confidence(in targets: [CallGraph.Target], of call: CallIndex) -> Confidence {
    let callee = inference.project.modules[module].calls[Int(call)].callee
    // What one callee runs, such as `__new__` and `__init__`, all runs.
    if inference.values(of: callee, in: module).count < 2 { return .certain }
    let functions = targets.count { target in
      if case .function = target { return true }
      return false
    }
    return functions < 2 ? .certain : functions < 4 ? .likely : .possible
  }

  // MARK: Calls

  private func targets(of call: Call, _ index: CallIndex) -> [CallGraph.Target] {
    let callees = inference.values(of: call.callee, in: module)
    if callees.isEmpty { return unresolved(call) }
    var targets: [CallGraph.Target] = []
    for callee in call.isAwaited ? withoutTwins(callees) : callees {
      targets += self.targets(of: call, index, as: callee)
    }
    // Several meanings of one call: one blocking call is enough to report.
    var isReported = false
    return targets.filter { target in
      guard case .blocking = target else { return true }
      defer { isReported = true }
      return !isReported
    }
  }

  /// Of a synchronous method and its asynchronous twin in another class, the awaited one is the latter.
  private func withoutTwins(_ callees: [Value]) -> [Value] {
    guard callees.count > 1 else { return callees }
    let areCoroutines = callees.map { callee -> Bool? in
      guard case .function(let reference, _) = callee,
        case let function = inference.project.modules[reference.module].functions[Int(reference.index)],
        function.ownerClass != nil
      else { return nil }
      return function.isAsync
    }
    guard areCoroutines.contains(true) else { return callees }
    return zip(callees, areCoroutines).compactMap { $1 == false ? nil : $0 }
  }

  private func targets(of call: Call, _ index: CallIndex, as callee: Value) -> [CallGraph.Target] {
    switch callee {
    case .external(let name), .member(let name, _): return external(name, call)
    case .instance(let type): return known(symbols.member("__call__", of: type), call)
    case .function(let reference, _): return running(reference) + callbacks(of: reference, index)
    case .classObject(let reference): return constructing(reference, call)
    case .object(let reference): return members("__call__", of: reference)
    case .module, .generator, .container, .containerOf, .mapped, .typeForm, .parent, .method, .view, .entry,
      .task:
      return []
    }
  }

  /// What a function of the project is given here and calls while it runs.
  private func callbacks(of reference: FunctionReference, _ index: CallIndex) -> [CallGraph.Target] {
    let site = CallReference(module: module, index: index)
    return inference.calledParameters(of: reference).sorted().flatMap { place in
      inference.argument(for: place, of: reference, in: site).map { calling($0, in: module) } ?? []
    }
  }

  /// A method of an object that cannot be told: `x.sort(key=f)`.
  private func unresolved(_ call: Call) -> [CallGraph.Target] {
    let summary = inference.project.modules[module]
    guard call.arguments.count > 0, case .attribute(_, let name) = summary.expressions[Int(call.callee)],
      let place = inference.knowledge.callers["*." + summary.names[name]],
      let callable = inference.argument(at: place, of: call, in: module)
    else { return [] }
    return calling(callable, in: module)
  }

  private func external(_ name: Symbol, _ call: Call) -> [CallGraph.Target] {
    var targets = known(name, call)
    let text = symbols.name(name)
    guard text.utf8.starts(with: "builtins.".utf8) || symbols[name].blocking == nil else { return targets }
    if Language.consumers.contains(text), let first = inference.argument(0, of: call, in: module) {
      targets += iterating(first, in: module)
    }
    if case .entered = Language.meanings[text], let manager = inference.argument(0, of: call, in: module) {
      targets += entering(manager, isAsync: false)
    }
    if let methods = Language.conversions[text], let first = inference.argument(0, of: call, in: module) {
      targets += operating(methods, on: first)
    }
    if let place = inference.knowledge.callers[text],
      let callable = inference.argument(at: place, of: call, in: module)
    {
      targets += calling(callable, in: module)
    }
    return targets
  }

  /// What the handbook says of calling something by this name.
  private func known(_ name: Symbol, _ call: Call) -> [CallGraph.Target] {
    let facts = symbols[name]
    var targets: [CallGraph.Target] = []
    // What is awaited is asynchronous, whatever it looks like.
    if let blocking = facts.blocking, !call.isAwaited, !blocking.isOnlyKept || isOnKept(call),
      CallArguments(call, module: module, inference: inference).allow(blocking)
    {
      targets.append(.blocking(blocking, name: facts.name))
    }
    if let shared = facts.shared { targets.append(.resource(shared, name: facts.name)) }
    return targets
  }

  /// Whether a method is called on what an attribute or a global name holds.
  private func isOnKept(_ call: Call) -> Bool {
    let summary = inference.project.modules[module]
    guard case .attribute(let base, _) = summary.expressions[Int(call.callee)] else { return false }
    switch summary.expressions[Int(base)] {
    case .attribute: return true
    case .name(let name, var scope):
      while scope > ModuleSummary.moduleScope {
        if !summary.bindings.bindings(of: name, in: scope).isEmpty { return false }
        scope = summary.scopes[Int(scope)].parent
      }
      return true
    default: return false
    }
  }

  /// What happens when something calls the value of an expression.
  func calling(_ callable: ExpressionIndex, in module: Int) -> [CallGraph.Target] {
    inference.values(of: callable, in: module).flatMap { value -> [CallGraph.Target] in
      switch value {
      case .function(let reference, _): return running(reference)
      case .external(let name), .member(let name, _):
        // Without the arguments only what blocks in any case is sure to block.
        guard let known = symbols[name].blocking, known.onlyWhen.isEmpty else { return [] }
        return [.blocking(known, name: symbols.name(name))]
      case .object(let reference): return members("__call__", of: reference)
      default: return []
      }
    }
  }

  /// A function of the project, unless calling it runs nothing here, with what its decorators have put around it.
  func running(_ reference: FunctionReference) -> [CallGraph.Target] {
    let target = inference.project.modules[reference.module].functions[Int(reference.index)]
    if !target.isAsync {
      if let (call, name) = inference.declaredCall(reference) { return [.blocking(call, name: name)] }
      if inference.declaredOffLoopName(reference) != nil { return [] }
    }
    let wrapping = wrappings.wrapping(of: reference)
    var targets: [CallGraph.Target] = wrapping.wrappers.map { wrapper in
      inference.project.modules[wrapper.module].functions[Int(wrapper.index)].isAsync
        ? .coroutine(wrapper) : .function(wrapper)
    }
    if let blocking = wrapping.blocking { targets.append(.blocking(blocking, name: blocking.name)) }
    if target.isAsync {
      targets.append(.coroutine(reference))
    } else if !target.isGenerator, !inference.decoration(of: reference).isOffLoop {
      targets.append(.function(reference))
    }
    return targets
  }

  private func constructing(_ reference: ClassReference, _ call: Call) -> [CallGraph.Target] {
    var targets = members("__new__", of: reference)
    let initialisers = members("__init__", of: reference)
    targets += initialisers
    targets += members("__post_init__", of: reference)
    if initialisers.isEmpty {
      for case .external(let base) in inference.bases(of: reference) { targets += known(base, call) }
      for factory in inference.factories(of: reference, madeBy: call, in: module) {
        targets += calling(factory.index, in: factory.module)
      }
    }
    return targets
  }

  func members(_ name: String, of reference: ClassReference) -> [CallGraph.Target] {
    inference.classMember(name, of: reference, isObject: true).flatMap { member -> [CallGraph.Target] in
      if case .function(let function, _) = member { return running(function) }
      return []
    }
  }
}

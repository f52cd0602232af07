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
    let readiness = Readiness(function: function, inference: inference)
    var returned: Circumstances.ReturnedCalls?
    for action in summary.actions(of: function.index) {
      let (span, call, targets) = targets(of: action)
      // Most actions run nothing that matters, so that the guards around them need no look.
      if targets.isEmpty { continue }
      let confidence = call.map { self.confidence(in: targets, of: $0) } ?? Confidence.certain
      guard var around = circumstances.around(span) else { continue }
      let returnedCalls = returned ?? circumstances.returnedCalls()
      returned = returnedCalls
      if returnedCalls.unawaitable.contains(span) { around.requirements.append(.notAwaited) }
      let found = targets.compactMap { target -> CallGraph.Site? in
        var site = CallGraph.Site(
          span: span, target: target, call: call, confidence: confidence, around: around)
        switch target {
        case .blocking(let blocking, _):
          if readiness.holds(at: action, for: blocking.ready) { return nil }
          site.around.requirements += circumstances.needs(of: blocking, at: action)
        case .function(let called):
          if let below = classBelow(of: called, at: action) {
            if inference.project.modules.replaces(function, in: below) { return nil }
            site.around.requirements.append(Requirement(subject: .receiver, test: .isOf(below)))
          }
          site.given =
            self.call(in: action).map {
              circumstances.given(by: $0, to: called, isReturned: returnedCalls.all.contains(span))
            } ?? []
          site.receiver = circumstances.receiver(of: action, for: called)
        case .coroutine, .resource: break
        }
        return site
      }
      if let part = proof.part(around: span) {
        guarded += found.map { CallGraph.GuardedSite(site: $0, part: part) }
      } else {
        sites += found
      }
    }
    return (sites.filter { !isPaced($0, among: sites) }, guarded)
  }

  /// Whether a site is a loop until some time, and something in it blocks: that is what it spends its time on.
  private func isPaced(_ site: CallGraph.Site, among sites: [CallGraph.Site]) -> Bool {
    let summary = inference.project.modules[module]
    guard site.call == nil, case .blocking = site.target else { return false }
    for case .spin(.timing, site.span, let end) in summary.actions(of: function.index) {
      return sites.contains { other in
        guard case .blocking = other.target else { return false }
        return other.span.start > site.span.start && other.span.end <= end && other.call != nil
      }
    }
    return false
  }

  /// The call that an action makes, or that makes what it enters or iterates over.
  private func call(in action: Action) -> CallIndex? {
    switch action {
    case .call(let index): return index
    case .enter(let expression, _, _), .iterate(let expression, _, _):
      guard case .call(let index) = inference.project.modules[module].expressions[Int(expression)] else {
        return nil
      }
      return index
    case .use, .spin: return nil
    }
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
    case .spin(let spin, let span, _):
      let name = symbols.symbol(Language.spins[spin] ?? "")
      return (span, nil, symbols[name].blocking.map { [.blocking($0, name: symbols.name(name))] } ?? [])
    }
  }

  /// Of several functions only one runs, and nobody knows which.
  private func confidence(in targets: [CallGraph.Target], of call: CallIndex) -> Confidence {
    let callee = inference.project.modules[module].calls[Int(call)].callee
    // What one callee runs, such as `__new__` and `__init__`, all runs.
    let callees = inference.values(of: callee, in: module)
    if callees.count < 2 { return .certain }
    // Where the object may as well be the asynchronous one, nobody knows.
    let mayBeAsynchronous = callees.contains { callee in
      guard case .external(let name) = callee else { return false }
      return Language.isAsynchronous(symbols.name(name)) && symbols[name].blocking == nil
    }
    if mayBeAsynchronous { return .possible }
    let functions = targets.count { target in
      if case .function = target { return true }
      return false
    }
    return functions < 2 ? .certain : functions < 4 ? .likely : .possible
  }

  // MARK: Calls

  private func targets(of call: Call, _ index: CallIndex) -> [CallGraph.Target] {
    let callees = inference.values(of: call.callee, in: module)
    if callees.isEmpty {
      return unresolved(call)
        + inference.classesMade(by: call, in: module).flatMap { inference.initialisers(of: $0) }.flatMap {
          running($0)
        }
    }
    var targets: [CallGraph.Target] = []
    for callee in withoutTwins(callees, call) {
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

  /// Of a synchronous method and its asynchronous twin in another class, the latter is awaited, and is one of an object that
  /// `async with` enters. Of functions, those that a test has ruled out do not run.
  private func withoutTwins(_ callees: [Value], _ call: Call) -> [Value] {
    if inference.isOfCoroutineFunction(call, in: function) { return callees.filter(isCoroutineFunction) }
    guard callees.count > 1, call.isAwaited || isEnteredAsynchronously(call) else { return callees }
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

  private func isCoroutineFunction(_ value: Value) -> Bool {
    if case .function(let reference, _) = value { inference.isCoroutineFunction(reference) } else { false }
  }

  /// Whether the function enters the object that a method is called on by `async with`.
  private func isEnteredAsynchronously(_ call: Call) -> Bool {
    let summary = inference.project.modules[module]
    guard case .attribute(let base, _) = summary.expressions[Int(call.callee)] else { return false }
    return summary.actions(of: function.index).contains { action in
      if case .enter(let manager, _, isAsync: true) = action {
        summary.isSame(manager, base)
      } else {
        false
      }
    }
  }

  private func targets(of call: Call, _ index: CallIndex, as callee: Value) -> [CallGraph.Target] {
    switch callee {
    case .external(let name), .member(let name, _): return external(name, call)
    case .instance(let type): return known(symbols.member("__call__", of: type), call)
    case .function(let reference, _):
      let site = CallReference(module: module, index: index)
      if ImportTime(inference: inference).hasKept(reference, for: site) { return [] }
      return running(reference) + callbacks(of: reference, index)
    case .classObject(let reference): return constructing(reference, call)
    case .object(let reference): return members("__call__", of: reference)
    case .picker(let picker):
      guard let object = inference.argument(0, of: call, in: module) else { return [] }
      return picking(picker, from: inference.values(of: object, in: module))
    case .module, .generator, .container, .containerOf, .mapped, .rest, .typeForm, .parent, .method, .view,
      .entry, .task:
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

  private func external(_ name: Symbol, _ call: Call) -> [CallGraph.Target] {
    var targets = known(name, call)
    let facts = symbols[name]
    if facts.isBlocking, !call.isAwaited, Language.consumingMethods.contains(facts.last) {
      targets += consumingArguments(of: call)
    }
    guard facts.isBuiltin || !facts.isBlocking else { return targets }
    if facts.isConsumer, let first = inference.argument(0, of: call, in: module) {
      targets += iterating(first, in: module)
    }
    if case .entered = facts.meaning, let manager = inference.argument(0, of: call, in: module) {
      targets += entering(manager, isAsync: false)
    }
    if let methods = facts.conversions, let first = inference.argument(0, of: call, in: module) {
      targets += operating(methods, on: first)
    }
    if let place = facts.callable, let callable = inference.argument(at: place, of: call, in: module) {
      targets += calling(callable, in: module)
      if let start = Language.elementPlaces[facts.name] {
        targets += picking(callable, start, of: call, in: module)
      }
    }
    if let methods = facts.comparison, let first = inference.argument(0, of: call, in: module) {
      targets += comparing(first, methods, call)
    }
    return targets
  }

  /// What the handbook says of calling something by this name.
  private func known(_ name: Symbol, _ call: Call) -> [CallGraph.Target] {
    let facts = symbols[name]
    var targets: [CallGraph.Target] = []
    // What is awaited is asynchronous, whatever it looks like.
    if facts.isBlocking, !call.isAwaited, let blocking = facts.blocking,
      !blocking.isOnlyKept || isOnKept(call),
      isMadeToWait(objectCalled(by: call), blocking),
      CallArguments(call, module: module, inference: inference).allow(blocking)
    {
      targets.append(.blocking(blocking, name: facts.name))
    }
    if let shared = facts.shared { targets.append(.resource(shared, name: facts.name)) }
    return targets
  }

  private func objectCalled(by call: Call) -> ExpressionIndex? {
    if case .attribute(let base, _) = inference.project.modules[module].expressions[Int(call.callee)] {
      base
    } else {
      nil
    }
  }

  /// What happens when something calls the value of an expression.
  func calling(_ callable: ExpressionIndex, in module: Int) -> [CallGraph.Target] {
    inference.values(of: callable, in: module).flatMap { value -> [CallGraph.Target] in
      switch value {
      case .function(let reference, _):
        return ImportTime(inference: inference).hasKept(reference, for: nil) ? [] : running(reference)
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
      if inference.declaredOffLoopName(reference) != nil || hasAsynchronousTwin(reference) { return [] }
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

  /// Whether a decorator of a synchronous function is given a coroutine function of a like name: on the loop it runs that one.
  private func hasAsynchronousTwin(_ reference: FunctionReference) -> Bool {
    let summary = inference.project.modules[reference.module]
    let definition = summary.functions[Int(reference.index)]
    if definition.decorators.isEmpty { return false }
    let name = summary.name(of: reference.index)
    return summary.decorators(of: definition).contains { decorator in
      guard case .call(let call) = summary.expressions[Int(decorator)] else { return false }
      return summary.arguments[summary.calls[Int(call)].arguments.range].contains { argument in
        inference.values(of: argument.value, in: reference.module).contains { value in
          guard case .function(let twin, _) = value, case let other = inference.project.modules[twin.module],
            other.functions[Int(twin.index)].isAsync
          else { return false }
          return other.name(of: twin.index).contains(name)
        }
      }
    }
  }

  private func constructing(_ reference: ClassReference, _ call: Call) -> [CallGraph.Target] {
    var targets = inference.metaclassCalls(of: reference).flatMap { running($0) }
    targets += members("__new__", of: reference)
    let initialisers = members("__init__", of: reference)
    targets += initialisers
    targets += inference.initialisers(of: reference).flatMap { running($0) }
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

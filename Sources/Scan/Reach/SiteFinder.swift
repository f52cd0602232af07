import Handbook

/// Works out what the actions of one function run.
struct SiteFinder {
  let function: FunctionReference
  let inference: Inference

  private var module: Int { function.module }
  private var symbols: Symbols { inference.symbols }

  func sites() -> [CallGraph.Site] {
    var sites: [CallGraph.Site] = []
    let modules = inference.project.modules
    for action in modules[module].functions[Int(function.index)].actions {
      switch action {
      case .call(let index):
        let span = modules[module].calls[Int(index)].span
        let targets = targets(of: modules[module].calls[Int(index)], index)
        let confidence = confidence(in: targets)
        for target in targets {
          sites.append(CallGraph.Site(span: span, target: target, call: index, confidence: confidence))
        }
      case .read(let expression, let span):
        for target in reading(expression) {
          sites.append(CallGraph.Site(span: span, target: target, call: nil))
        }
      case .enter(let manager, let span, let isAsync):
        for target in entering(manager, isAsync: isAsync) {
          sites.append(CallGraph.Site(span: span, target: target, call: nil))
        }
      case .iterate(let iterable, let span, let isAsync) where !isAsync:
        for target in iterating(iterable) {
          sites.append(CallGraph.Site(span: span, target: target, call: nil))
        }
      case .iterate: continue
      case .spin(let spin, let span):
        let name = symbols.symbol(Language.spins[spin] ?? "")
        if let known = symbols[name].blocking {
          sites.append(
            CallGraph.Site(span: span, target: .blocking(known, name: symbols.name(name)), call: nil))
        }
      }
    }
    return sites
  }

  /// Of several functions only one runs, and nobody knows which.
  private func confidence(in targets: [CallGraph.Target]) -> Confidence {
    let functions = targets.count { target in
      if case .function = target { return true }
      return false
    }
    return functions < 2 ? .certain : functions < 4 ? .likely : .possible
  }

  // MARK: Calls

  private func targets(of call: Call, _ index: CallIndex) -> [CallGraph.Target] {
    let callees = inference.values(of: call.callee, in: module)
    if callees.isEmpty { return [] }
    var targets: [CallGraph.Target] = []
    for callee in callees { targets += self.targets(of: call, index, as: callee) }
    // Several meanings of one call: one blocking call is enough to report.
    var isReported = false
    return targets.filter { target in
      guard case .blocking = target else { return true }
      defer { isReported = true }
      return !isReported
    }
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
      inference.argument(for: place, of: reference, in: site).map { calling($0) } ?? []
    }
  }

  private func external(_ name: Symbol, _ call: Call) -> [CallGraph.Target] {
    var targets = known(name, call)
    let text = symbols.name(name)
    guard text.utf8.starts(with: "builtins.".utf8) || symbols[name].blocking == nil else { return targets }
    if Language.consumers.contains(text), let first = inference.argument(0, of: call, in: module) {
      targets += iterating(first)
    }
    if let caller = Language.callers[text], let callable = callable(caller, of: call) {
      targets += calling(callable)
    }
    return targets
  }

  /// What the handbook says of calling something by this name.
  private func known(_ name: Symbol, _ call: Call) -> [CallGraph.Target] {
    let facts = symbols[name]
    var targets: [CallGraph.Target] = []
    // What is awaited is asynchronous, whatever it looks like.
    if let blocking = facts.blocking, !call.isAwaited,
      CallArguments(call, module: module, inference: inference).allow(blocking)
    {
      targets.append(.blocking(blocking, name: facts.name))
    }
    if let shared = facts.shared { targets.append(.resource(shared, name: facts.name)) }
    return targets
  }

  private func callable(_ caller: (keyword: String, position: Int?), of call: Call) -> ExpressionIndex? {
    let summary = inference.project.modules[module]
    for argument in summary.arguments[call.arguments.range] {
      if let name = argument.name, summary.names[name] == caller.keyword { return argument.value }
    }
    return caller.position.flatMap { inference.argument($0, of: call, in: module) }
  }

  /// What happens when something calls the value of an expression.
  private func calling(_ callable: ExpressionIndex) -> [CallGraph.Target] {
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

  /// A function of the project, unless calling it runs nothing here.
  private func running(_ reference: FunctionReference) -> [CallGraph.Target] {
    let target = inference.project.modules[reference.module].functions[Int(reference.index)]
    if target.isAsync { return [.coroutine(reference)] }
    guard !target.isGenerator, !inference.decoration(of: reference).isOffLoop else { return [] }
    return [.function(reference)]
  }

  private func constructing(_ reference: ClassReference, _ call: Call) -> [CallGraph.Target] {
    var targets = members("__new__", of: reference)
    let initialisers = members("__init__", of: reference)
    targets += initialisers
    targets += members("__post_init__", of: reference)
    if initialisers.isEmpty {
      for case .external(let base) in inference.bases(of: reference) { targets += known(base, call) }
    }
    return targets
  }

  private func members(_ name: String, of reference: ClassReference) -> [CallGraph.Target] {
    inference.classMember(name, of: reference, isObject: true).flatMap { member -> [CallGraph.Target] in
      if case .function(let function, _) = member { return running(function) }
      return []
    }
  }

  // MARK: Code that runs without a call being written

  private func reading(_ expression: ExpressionIndex) -> [CallGraph.Target] {
    guard case .attribute(let base, let name) = inference.project.modules[module].expressions[Int(expression)]
    else {
      return []
    }
    return inference.values(of: base, in: module).flatMap { value -> [CallGraph.Target] in
      guard case .object(let reference) = value else { return [] }
      let text = inference.project.modules[module].names[name]
      return inference.property(text, of: reference).map { running($0) } ?? []
    }
  }

  private func entering(_ manager: ExpressionIndex, isAsync: Bool) -> [CallGraph.Target] {
    if isAsync { return [] }
    return inference.values(of: manager, in: module).flatMap { value -> [CallGraph.Target] in
      switch value {
      case .generator(let reference): return generator(reference)
      case .object(let reference): return ["__enter__", "__exit__"].flatMap { members($0, of: reference) }
      default:
        return inference.type(of: value).map { first(of: ["__enter__", "__exit__"], on: $0) } ?? []
      }
    }
  }

  private func iterating(_ iterable: ExpressionIndex) -> [CallGraph.Target] {
    inference.values(of: iterable, in: module).flatMap { value -> [CallGraph.Target] in
      switch value {
      case .generator(let reference): return generator(reference)
      case .mapped(let callable) where callable.module == module: return calling(callable.index)
      case .object(let reference):
        return ["__iter__", "__next__"].flatMap { name in
          inference.classMember(name, of: reference, isObject: true).flatMap { member -> [CallGraph.Target] in
            guard case .function(let function, _) = member else { return [] }
            return running(function) + generator(function)
          }
        }
      default:
        return inference.type(of: value).map { first(of: ["__iter__", "__next__"], on: $0) } ?? []
      }
    }
  }

  private func first(of methods: [String], on type: Symbol) -> [CallGraph.Target] {
    for method in methods {
      let name = symbols.member(method, of: type)
      if let known = symbols[name].blocking, known.unless.isEmpty, known.onlyWhen.isEmpty {
        return [.blocking(known, name: symbols.name(name))]
      }
    }
    return []
  }

  /// A synchronous generator: its body runs while it is iterated over.
  private func generator(_ reference: FunctionReference) -> [CallGraph.Target] {
    let target = inference.project.modules[reference.module].functions[Int(reference.index)]
    guard target.isGenerator, !target.isAsync, !inference.decoration(of: reference).isOffLoop else {
      return []
    }
    return [.function(reference)]
  }
}

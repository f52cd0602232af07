import Handbook

/// Where a function of the project, or a known blocking call, is given to somebody who may call it.
struct HandOver {
  /// Who gets it, in words: "handed to `asyncio.to_thread`".
  let words: String
  let isOffLoop: Bool
  /// Whether it is a decorator, which most often hands on to those who call the function by name.
  var isDecorator = false
  let module: Int
  let span: SourceSpan
}

/// All that is handed over in a project.
struct HandOvers {
  /// A blocking call that goes to a helper without being called here.
  struct Blocking {
    let call: BlockingCall
    let name: String
    /// The function in whose body that happens.
    let function: FunctionReference
    let handOver: HandOver
  }

  private(set) var functions: [FunctionReference: [HandOver]] = [:]
  private(set) var blocking: [Blocking] = []
  /// Classes whose `run` method a thread or process of their own runs.
  let runners: Set<String>

  private let inference: Inference
  private let view: SourceView
  private let helpers: [String: [OffLoopHelper]]
  /// By framework: functions whose argument a framework runs.
  private let injectors: [String: Framework]

  init(inference: Inference, knowledge: Knowledge) {
    self.inference = inference
    view = SourceView(inference: inference)
    helpers = Dictionary(grouping: knowledge.offLoop.helpers, by: \.name)
    runners = Set(knowledge.offLoop.helpers.filter { $0.keyword == "target" }.map(\.name))
    injectors = Dictionary(
      knowledge.frameworks.flatMap { framework in framework.injectors.map { ($0, framework) } },
      uniquingKeysWith: { first, _ in first })
    for module in inference.project.modules.indices {
      for (index, call) in inference.project.modules[module].calls.enumerated()
      where call.arguments.count > 0 {
        add(call, CallReference(module: module, index: CallIndex(index)))
      }
      for index in inference.project.modules[module].functions.indices {
        addDecorators(of: FunctionReference(module: module, index: FunctionIndex(index)))
      }
    }
  }

  private mutating func add(_ call: Call, _ site: CallReference) {
    let module = site.module
    let summary = inference.project.modules[module]
    let arguments = summary.arguments[call.arguments.range]
    guard arguments.contains(where: { mayBeCallable($0.value, in: summary) }) else { return }
    let (names, isProjects) = callees(call, in: module)
    if names.contains(where: { $0 != "functools.partial" && Language.isTransparent($0) }) { return }
    let known = names.flatMap { helpers[$0] ?? [] } + wildcard(call, names, in: module)
    let called = calledArguments(of: call, site)
    let injector = names.compactMap { injectors[$0] }.first
    for (place, argument) in arguments.enumerated() where mayBeCallable(argument.value, in: summary) {
      let helper = known.first { helper in
        argument.name.map { summary.names[$0] == helper.keyword }
          ?? (argument.kind == .positional && place + 1 == helper.argument)
      }
      let words: String
      if let injector, injector.syncHandlers == .thread {
        words = "\(injector.title) runs this `def` dependency in a thread"
      } else {
        let name = isProjects ? nil : names.first
        words = "handed to `\(Self.shown(name ?? view.written(call.callee, in: module)))`"
      }
      if helper == nil, called.contains(argument.value) { continue }
      let handOver = HandOver(words: words, isOffLoop: helper != nil, module: module, span: call.span)
      for value in inference.values(of: argument.value, in: module) {
        switch value {
        case .function(let target, _): functions[target, default: []].append(handOver)
        case .external(let symbol), .member(let symbol, _):
          let facts = inference.symbols[symbol]
          guard helper != nil, let known = facts.blocking else { continue }
          let owner = FunctionReference(module: module, index: call.function)
          blocking.append(Blocking(call: known, name: facts.name, function: owner, handOver: handOver))
        default: continue
        }
      }
    }
  }

  /// The arguments that a function of the project calls itself: for them the call graph has an answer.
  private func calledArguments(of call: Call, _ site: CallReference) -> Set<ExpressionIndex> {
    var called: Set<ExpressionIndex> = []
    for case .function(let callee, _) in inference.values(of: call.callee, in: site.module) {
      for place in inference.calledParameters(of: callee) {
        if let argument = inference.argument(for: place, of: callee, in: site) { called.insert(argument) }
      }
    }
    return called
  }

  /// Whether an argument may stand for something to call.
  private func mayBeCallable(_ expression: ExpressionIndex, in summary: ModuleSummary) -> Bool {
    switch summary.expressions[Int(expression)] {
    case .name, .attribute, .function, .call, .either, .both: true
    default: false
    }
  }

  /// The qualified names of what is called, and whether it is the project's own.
  private func callees(_ call: Call, in module: Int) -> (names: [String], isProjects: Bool) {
    var isProjects = false
    let names = inference.values(of: call.callee, in: module).compactMap { value -> String? in
      switch value {
      case .external(let symbol), .member(let symbol, _): return inference.symbols.name(symbol)
      case .instance(let type): return inference.symbols.name(type) + ".__call__"
      default:
        isProjects = true
        return nil
      }
    }
    return (names, isProjects && names.isEmpty)
  }

  /// Helpers that are known by the name of the method alone.
  private func wildcard(_ call: Call, _ names: [String], in module: Int) -> [OffLoopHelper] {
    let summary = inference.project.modules[module]
    guard case .attribute(_, let name) = summary.expressions[Int(call.callee)] else { return [] }
    return (helpers["*." + summary.names[name]] ?? []).filter { helper in
      !names.contains { helper.except.contains($0) }
    }
  }

  private mutating func addDecorators(of function: FunctionReference) {
    let definition = view.definition(function)
    let summary = inference.project.modules[function.module]
    for decorator in summary.decorators(of: definition) {
      var target = decorator
      if case .call(let call) = summary.expressions[Int(decorator)] {
        target = summary.calls[Int(call)].callee
      }
      let names = inference.decoratorNames(decorator, in: function.module)
      if names.contains(where: Language.isTransparent) { continue }
      let isOffLoop = names.contains { inference.knowledge.isOffLoopDecorator($0) }
      let name = isOffLoop ? names.first : nil
      let written = Self.shown(name ?? view.written(target, in: function.module))
      let words =
        isOffLoop
        ? "`@\(written)` takes it off the loop" : "the decorator `@\(written)` decides who calls it"
      functions[function, default: []].append(
        HandOver(
          words: words, isOffLoop: isOffLoop, isDecorator: true, module: function.module,
          span: definition.span))
    }
  }

  private static func shown(_ name: String) -> String {
    let name = name.hasSuffix(".__call__") ? String(name.dropLast(9)) : name
    return FindingBuilder.shown(name)
  }
}

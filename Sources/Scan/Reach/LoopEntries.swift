import Handbook

/// Plain functions that the loop or a framework calls on the loop, although no coroutine function of the project does.
struct LoopEntries: Sendable {
  /// A known blocking call that is handed to the loop itself, where it is handed over.
  struct Handed: Sendable {
    let call: BlockingCall
    let name: String
    let function: FunctionReference
    let span: SourceSpan
    /// The callback taker, by its name.
    let taker: String
  }

  /// What makes the loop call a function, in words, and where that is written.
  struct Source: Sendable {
    let words: String
    let module: Int
    let span: SourceSpan
  }

  private(set) var sources: [FunctionReference: Source] = [:]
  private(set) var handed: [Handed] = []
  /// What is handed over or decorated, and methods that a framework calls: the former go before the latter.
  private var handedOver: [FunctionReference: Source] = [:]
  private var methods: [FunctionReference: Source] = [:]

  init() {}

  /// What some modules hand over or define.
  /// - Parameter hasMethods: `mayHaveMethods` of the project.
  init(_ inference: Inference, modules: Range<Int>, hasMethods: Bool) {
    let finder = EntryFinder(inference: inference)
    for module in modules {
      finder.callbacks(in: module, &handedOver, &handed)
      finder.decorated(in: module, &handedOver)
    }
    if hasMethods { finder.methods(in: modules, &methods) }
    handedOver = handedOver.filter { !inference.decoration(of: $0.key).isOffLoop }
    methods = methods.filter { !inference.decoration(of: $0.key).isOffLoop }
    sources = handedOver.merging(methods) { first, _ in first }
  }

  /// Takes in what runs where a framework makes an argument of a handler.
  mutating func add(
    _ initialiser: FunctionReference, making handler: FunctionReference, _ inference: Inference
  ) {
    let summary = inference.project.modules[handler.module]
    if inference.project.modules[initialiser.module].functions[Int(initialiser.index)].isAsync
      || sources[initialiser] != nil
    {
      return
    }
    let source = Source(
      words: "run where an argument of `\(summary.qualifiedName(of: handler.index))` is made",
      module: handler.module, span: summary.functions[Int(handler.index)].span)
    handedOver[initialiser] = source
    sources[initialiser] = source
  }

  /// Adds what modules further on hand over or define.
  mutating func add(_ other: LoopEntries) {
    for (function, source) in other.handedOver where handedOver[function] == nil {
      handedOver[function] = source
      sources[function] = source
    }
    for (function, source) in other.methods where methods[function] == nil {
      methods[function] = source
      if sources[function] == nil { sources[function] = source }
    }
    handed += other.handed
  }

  /// Whether the project names any of the classes of which a framework calls methods: nobody derives from another.
  static func mayHaveMethods(_ ground: InferenceGround) -> Bool {
    let names = NameReader(ground.nameStorage)
    let words = Set(ground.knowledge.onLoop.methods.flatMap(\.classes).map(EntryFinder.lastWord)).compactMap {
      names.find($0)
    }
    return ground.modules.contains { module in module.watched.contains { words.contains($0) } }
  }

  /// The words without which a file makes nothing an entry.
  static func words(_ onLoop: OnLoop) -> [String] {
    let named =
      onLoop.callbacks.map(\.name) + onLoop.decorators.map(\.name) + onLoop.methods.flatMap(\.classes)
    return named.map(EntryFinder.lastWord) + onLoop.methods.flatMap(\.methods)
  }
}

private struct EntryFinder {
  typealias Sources = [FunctionReference: LoopEntries.Source]

  let inference: Inference
  /// By the last word of their names.
  private let callbacks: [String: [OnLoop.LoopCallback]]
  private let decorators: [String: [OnLoop.LoopDecorator]]
  private let callbackWords: Set<Name>
  private let decoratorWords: Set<Name>

  private var modules: [ModuleSummary] { inference.project.modules }

  init(inference: Inference) {
    self.inference = inference
    callbacks = Dictionary(grouping: inference.knowledge.onLoop.callbacks) { Self.lastWord($0.name) }
    decorators = Dictionary(grouping: inference.knowledge.onLoop.decorators) { Self.lastWord($0.name) }
    callbackWords = Set(callbacks.keys.compactMap { inference.nameReader.find($0) })
    decoratorWords = Set(decorators.keys.compactMap { inference.nameReader.find($0) })
  }

  static func lastWord(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// `*loop.call_later` as `call_later`.
  private static func shown(_ name: String) -> String { name.hasPrefix("*") ? lastWord(name) : name }

  /// The names of a module that are among some words.
  private func names(_ words: Set<Name>, in module: Int) -> Set<Name> {
    let watched = modules[module].watched
    return watched.isEmpty ? [] : Set(watched.filter { words.contains($0) })
  }

  // MARK: Callbacks

  func callbacks(
    in module: Int, _ sources: inout Sources, _ handed: inout [LoopEntries.Handed]
  ) {
    let summary = modules[module]
    let words = names(callbackWords, in: module)
    if words.isEmpty { return }
    for call in summary.calls {
      let word: Name
      switch summary.expressions[Int(call.callee)] {
      case .name(let name, _), .attribute(_, let name): word = name
      default: continue
      }
      guard words.contains(word), call.arguments.count > 0 else { continue }
      for callback in callbacks[summary.names[word]] ?? [] where isMeant(callback, by: call, in: module) {
        let owner = FunctionReference(module: module, index: call.function)
        if callback.isFromCoroutine, !summary.functions[Int(call.function)].isAsync { continue }
        guard let callable = inference.argument(at: callback.callable, of: call, in: module) else { continue }
        let taker = Self.shown(callback.name)
        let source = LoopEntries.Source(words: "handed to `\(taker)`", module: module, span: call.span)
        take(callable, taker, source, of: owner, &sources, &handed)
        break
      }
    }
  }

  /// What an expression may stand for that is handed over to be called.
  private func take(
    _ callable: ExpressionIndex, _ taker: String, _ source: LoopEntries.Source, of owner: FunctionReference,
    _ sources: inout Sources, _ handed: inout [LoopEntries.Handed]
  ) {
    for value in inference.values(of: callable, in: owner.module) {
      switch value {
      case .function(let function, _): add(function, source, &sources)
      case .object(let reference):
        for case .function(let function, _) in inference.classMember(
          "__call__", of: reference, isObject: true)
        {
          add(function, source, &sources)
        }
      case .container:
        for case .function(let function, _) in inference.elements(of: value) {
          add(function, source, &sources)
        }
      case .external(let name):
        guard let known = inference.symbols[name].blocking, known.onlyWhen.isEmpty else { continue }
        handed.append(
          LoopEntries.Handed(
            call: known, name: inference.symbols.name(name), function: owner, span: source.span, taker: taker)
        )
      default: continue
      }
    }
  }

  /// Takes in a function that is called by its name; calling a generator function runs nothing.
  private func add(_ function: FunctionReference, _ source: LoopEntries.Source, _ sources: inout Sources) {
    if !modules[function.module].functions[Int(function.index)].isGenerator {
      insert(function, source, &sources)
    }
  }

  /// Takes in what decorators of the project leave of a function; a coroutine function is on the loop anyway.
  private func insert(_ function: FunctionReference, _ source: LoopEntries.Source, _ sources: inout Sources) {
    for called in inference.decorated(function)
    where !modules[called.module].functions[Int(called.index)].isAsync && sources[called] == nil {
      sources[called] = source
    }
  }

  private func isMeant(_ callback: OnLoop.LoopCallback, by call: Call, in module: Int) -> Bool {
    let callees = inference.values(of: call.callee, in: module)
    if callees.isEmpty { return isLooselyMeant(callback, by: call, in: module) }
    return callees.contains { callee in
      if case .external(let name) = callee { return inference.symbols.name(name) == callback.name }
      return false
    }
  }

  /// `*loop.call_later`: an object that cannot be told, under a name that says what it is.
  private func isLooselyMeant(_ callback: OnLoop.LoopCallback, by call: Call, in module: Int) -> Bool {
    let summary = modules[module]
    guard callback.name.hasPrefix("*"), case .attribute(let base, _) = summary.expressions[Int(call.callee)]
    else { return false }
    let word = callback.name.dropFirst().prefix { $0 != "." }
    if word.isEmpty { return true }
    return switch summary.expressions[Int(base)] {
    case .name(let name, _), .attribute(_, let name): summary.names[name].lowercased().hasSuffix(word)
    default: false
    }
  }

  // MARK: Decorators

  func decorated(in module: Int, _ sources: inout Sources) {
    let summary = modules[module]
    let words = names(decoratorWords, in: module)
    if words.isEmpty { return }
    for (index, function) in summary.functions.enumerated() where !function.decorators.isEmpty {
      if function.isAsync { continue }
      for decorator in summary.decorators(of: function) {
        guard let name = loopDecorator(decorator, words, in: module) else { continue }
        let source = LoopEntries.Source(
          words: "under the decorator `@\(name)`", module: module, span: function.span)
        insert(FunctionReference(module: module, index: FunctionIndex(index)), source, &sources)
      }
    }
  }

  /// The name of a decorator whose function the loop calls; nil of any other.
  private func loopDecorator(_ decorator: ExpressionIndex, _ words: Set<Name>, in module: Int) -> String? {
    let summary = modules[module]
    var (target, written): (ExpressionIndex, Call?) = (decorator, nil)
    if case .call(let index) = summary.expressions[Int(decorator)] {
      let call = summary.calls[Int(index)]
      (target, written) = (call.callee, call)
    }
    let word: Name
    switch summary.expressions[Int(target)] {
    case .name(let name, _), .attribute(_, let name): word = name
    default: return nil
    }
    // A name may have been given to it by the import.
    let values = inference.values(of: target, in: module)
    guard words.contains(word) || values.count == 1 else { return nil }
    return values.lazy.compactMap { value -> String? in
      guard case .external(let name) = value else { return nil }
      let text = inference.symbols.name(name)
      let isMeant = (decorators[Self.lastWord(text)] ?? []).contains { known in
        guard known.name == text else { return false }
        guard let written else { return true }
        let arguments = CallArguments(written, module: module, inference: inference)
        return !arguments.meet(anyOf: known.unless)
      }
      return isMeant ? text : nil
    }.first
  }

  // MARK: Methods

  func methods(in range: Range<Int>, _ sources: inout Sources) {
    var methods: [String: [String]] = [:]
    for entry in inference.knowledge.onLoop.methods {
      for name in entry.classes { methods[name, default: []] += entry.methods }
    }
    let wanted = Set(methods.values.joined().compactMap { inference.nameReader.find($0) })
    for module in range {
      let names = names(wanted, in: module)
      if names.isEmpty { continue }
      for (index, definition) in modules[module].classes.enumerated() where !definition.bases.isEmpty {
        let own = names.filter { !modules[module].bindings.bindings(of: $0, in: definition.scope).isEmpty }
        if own.isEmpty { continue }
        let reference = ClassReference(module: module, index: ClassIndex(index))
        for base in ancestors(of: reference) {
          guard let called = methods[base] else { continue }
          for name in own where called.contains(modules[module].names[name]) {
            addMethods(name, of: definition, "a method that `\(base)` calls", in: module, &sources)
          }
        }
      }
    }
  }

  private func addMethods(
    _ name: Name, of definition: Class, _ words: String, in module: Int, _ sources: inout Sources
  ) {
    let bindings = modules[module].bindings
    for place in bindings.bindings(of: name, in: definition.scope).range {
      if case .function(let function) = bindings[place] {
        let source = LoopEntries.Source(
          words: words, module: module, span: modules[module].functions[Int(function)].span)
        add(FunctionReference(module: module, index: function), source, &sources)
      }
    }
  }

  /// The classes outside the project that a class derives from.
  private func ancestors(of reference: ClassReference) -> [String] {
    var open = inference.bases(of: reference)
    var seen: Set<ClassReference> = [reference]
    var names: [String] = []
    while let base = open.popLast() {
      switch base {
      case .classObject(let parent):
        guard seen.insert(parent).inserted, seen.count < 64 else { continue }
        open += inference.bases(of: parent)
      case .external(let name): names.append(inference.symbols.name(name))
      default: continue
      }
    }
    return names
  }
}

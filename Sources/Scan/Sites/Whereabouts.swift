import Handbook
import Timeline

/// Where each function of a project runs, and what proves it: read off the call graph and off what is handed to whom.
final class Whereabouts {
  let graph: CallGraph
  let inference: Inference
  let view: SourceView
  let handOvers: HandOvers
  /// What blocks, in functions that do not run on the loop.
  private(set) var sitesElsewhere: [FunctionReference: [CallGraph.Site]] = [:]

  private struct Caller {
    let function: FunctionReference
    let span: SourceSpan
  }

  private let onLoop: Set<FunctionReference>
  /// The nearest caller on the way up to the loop; none for coroutine functions.
  private var parents: [FunctionReference: Caller] = [:]
  private var callers: [FunctionReference: [Caller]] = [:]
  /// Where functions are called only under a condition that rules the loop's thread out.
  private var guardedCalls: [FunctionReference: Place] = [:]
  private let mentions: Mentions
  private let routes: HandlerFinder
  private var known: [FunctionReference: Verdict] = [:]
  /// What more functions lead to is followed no further up.
  private static let mostFunctions = 2000

  init(graph: CallGraph, inference: Inference, ground: InferenceGround) {
    self.graph = graph
    self.inference = inference
    view = SourceView(inference: inference)
    handOvers = HandOvers(inference: inference, knowledge: ground.knowledge)
    onLoop = Set(graph.functions)
    mentions = Mentions(inference: inference, onLoop: graph.functions)
    routes = HandlerFinder(inference: inference, HandlerFinder.Ground(ground))
    // Breadth first, so the first caller met is on a shortest way.
    for function in graph.functions {
      for site in graph.sites[function] ?? [] {
        if case .function(let target) = site.target, parents[target] == nil {
          parents[target] = Caller(function: function, span: site.span)
        }
      }
    }
    for function in graph.functions {
      for guarded in graph.guarded[function] ?? [] {
        if case .function(let target) = guarded.site.target, guardedCalls[target] == nil {
          guardedCalls[target] = view.place(guarded.part, in: function.module)
        }
      }
    }
    let wrappings = Wrappings(inference)
    for module in inference.project.modules.indices {
      for index in inference.project.modules[module].functions.indices {
        let function = FunctionReference(module: module, index: FunctionIndex(index))
        if onLoop.contains(function) { continue }
        let sites = graph.sites(of: function, inference, wrappings)
        for site in sites {
          if case .function(let target) = site.target {
            callers[target, default: []].append(Caller(function: function, span: site.span))
          }
        }
        if !sites.isEmpty { sitesElsewhere[function] = sites }
      }
    }
  }

  /// Where a call in a function runs.
  func verdict(of function: FunctionReference, at span: SourceSpan) -> Verdict {
    if view.isModuleBody(function), !onLoop.contains(function) {
      let isGuarded = isUnderMainGuard(span, in: function.module)
      return Verdict(
        verdict: .notReached,
        reason: isGuarded
          ? "under `if __name__ == '__main__'`, before any loop runs" : "runs when the module is imported",
        place: view.place(span, in: function.module))
    }
    if let verdict = known[function] { return verdict }
    let verdict = onLoop.contains(function) ? wayFromLoop(to: function) : elsewhere(function)
    known[function] = verdict
    return verdict
  }

  private func isUnderMainGuard(_ span: SourceSpan, in module: Int) -> Bool {
    inference.project.modules[module].mainGuards.contains { $0.start <= span.start && span.end <= $0.end }
  }

  // MARK: On the loop

  private func wayFromLoop(to function: FunctionReference) -> Verdict {
    var current = function
    var through: [String] = []
    var last: Caller?
    while !view.definition(current).isAsync, graph.entries.sources[current] == nil,
      let caller = parents[current], through.count < 100
    {
      if last != nil { through.append(view.shown(current)) }
      last = caller
      current = caller.function
    }
    let name = view.definition(current).isAsync ? coroutine(current) : view.shown(current)
    guard let last else {
      if let source = graph.entries.sources[current] {
        return Verdict(
          verdict: .onLoop, reason: "in \(name), \(source.words)",
          place: view.place(source.span, in: source.module))
      }
      return Verdict(verdict: .onLoop, reason: "in \(name)", place: view.place(current))
    }
    let way =
      through.isEmpty
      ? ""
      : " through " + through.reversed().prefix(3).joined(separator: ", ") + (through.count > 3 ? ", …" : "")
    return Verdict(
      verdict: .onLoop, reason: "called from \(name)\(way)",
      place: view.place(last.span, in: last.function.module))
  }

  private func coroutine(_ function: FunctionReference) -> String {
    let name = view.name(function)
    return name.hasSuffix(">") ? view.shown(function) : "`async def \(name)`"
  }

  // MARK: Elsewhere

  /// A reason why a function that leads to the one in question does not run on the loop.
  private struct Lead {
    let rank: Int
    let verdict: Verdict
  }

  private func elsewhere(_ function: FunctionReference) -> Verdict {
    var open = [function]
    var seen: Set<FunctionReference> = [function]
    var leads: [Lead] = []
    var next = 0
    while next < open.count, open.count < Self.mostFunctions {
      let current = open[next]
      next += 1
      let above = callers[current] ?? []
      leads += self.leads(current, isCalled: !above.isEmpty, for: function)
      for caller in above {
        if view.isModuleBody(caller.function) {
          leads.append(atTop(caller, calling: current, for: function))
        } else if seen.insert(caller.function).inserted {
          open.append(caller.function)
        }
      }
    }
    let best = leads.enumerated().min { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    guard var verdict = best?.element.verdict else {
      // Only functions that call each other in a ring lead here.
      return Verdict(
        verdict: .notReached, reason: "\(view.shown(function)) is called only by what nothing else calls",
        place: view.place(function))
    }
    if onLoop.isEmpty, verdict.verdict == .unknown {
      return Verdict(verdict: .notReached, reason: "nothing in the project is asynchronous", place: nil)
    }
    if leads.count == 1, verdict.reason.hasPrefix("called ") { verdict.reason = "only " + verdict.reason }
    return verdict
  }

  private func atTop(_ caller: Caller, calling called: FunctionReference, for function: FunctionReference)
    -> Lead
  {
    let isGuarded = isUnderMainGuard(caller.span, in: caller.function.module)
    let from = called == function ? "called" : "called from \(view.shown(called))"
    return Lead(
      rank: isGuarded ? 2 : 3,
      verdict: Verdict(
        verdict: .notReached,
        reason: from + (isGuarded ? " under `if __name__ == '__main__'`" : " when the module is imported"),
        place: view.place(caller.span, in: caller.function.module)))
  }

  /// What is known of one of the functions that lead to the one in question, its callers apart.
  private func leads(_ current: FunctionReference, isCalled: Bool, for function: FunctionReference) -> [Lead]
  {
    let subject = current == function ? "" : "called from \(view.shown(current)), "
    var leads: [Lead] = []
    func lead(_ rank: Int, _ verdict: Site.Verdict, _ reason: String, _ place: Place?) {
      leads.append(
        Lead(rank: rank, verdict: Verdict(verdict: verdict, reason: subject + reason, place: place)))
    }
    if let place = guardedCalls[current] {
      lead(0, .offLoop, "called where a condition rules the loop's thread out", place)
      return leads
    }
    if let framework = routes.frameworkRouting(current) {
      switch framework.syncHandlers {
      case .thread:
        lead(0, .offLoop, "\(framework.title) runs this `def` route in a thread", view.place(current))
      case .loop, .none:
        lead(1, .unknown, "\(framework.title) runs this route", view.place(current))
      }
      return leads
    }
    for handOver in handOvers.functions[current] ?? [] {
      if handOver.isDecorator, !handOver.isOffLoop, isCalled { continue }
      lead(
        handOver.isOffLoop ? 0 : 1, handOver.isOffLoop ? .offLoop : .unknown, handOver.words,
        view.place(handOver.span, in: handOver.module))
    }
    guard leads.isEmpty, !isCalled else { return leads }
    let name = inference.project.modules[current.module].name(of: current.index)
    let place = view.place(current)
    if let runner = outsideBase(of: current) {
      if name == "run", handOvers.runners.contains(runner) {
        lead(0, .offLoop, "`\(runner)` runs `run` off the loop", place)
      } else {
        lead(1, .unknown, "`\(runner)`, the base class, may call `\(name)`", place)
      }
    } else if Language.runsUnnamed(name) {
      lead(1, .unknown, "`\(name)` runs without a call being written", place)
    } else if let mention = mentions.ofMethod(current, named: name), mention.isOnLoop {
      lead(
        1, .unknown, "`\(mention.written)()` may call it: the type of the object is not known",
        view.place(mention.span, in: mention.module))
    } else if let user = mentions.asValue(current, named: name) {
      let isTop = view.isModuleBody(user)
      lead(
        1, .unknown,
        "\(view.shown(current)) is passed on as a value "
          + (isTop ? "at the top of \(view.place(user).path)" : "in \(view.shown(user))"),
        isTop ? nil : view.place(user))
    } else if let mention = mentions.ofMethod(current, named: name) {
      lead(
        4, .notReached,
        "no call on the loop found; `\(mention.written)()`, on an object of unknown type, may be one elsewhere",
        view.place(mention.span, in: mention.module))
    } else {
      let what =
        ["__init__", "__new__", "__post_init__"].contains(name) ? owner(of: current) : view.shown(current)
      lead(4, .notReached, "no call to \(what) found in the project", place)
    }
    return leads
  }

  private func owner(of function: FunctionReference) -> String {
    "`\(view.name(function).split(separator: ".").dropLast().joined(separator: "."))`"
  }

  /// The class outside the project from which a method's class derives.
  private func outsideBase(of function: FunctionReference) -> String? {
    guard let owner = view.definition(function).ownerClass else { return nil }
    return outsideBase(of: ClassReference(module: function.module, index: owner), depth: 0)
  }

  private func outsideBase(of reference: ClassReference, depth: Int) -> String? {
    // Classes may derive from each other in a ring.
    if depth > 8 { return nil }
    for base in inference.bases(of: reference) {
      switch base {
      case .external(let symbol):
        let name = inference.symbols.name(symbol)
        if !Language.isTransparent(name), !name.utf8.starts(with: "enum.".utf8) { return name }
      case .classObject(let inner):
        if let found = outsideBase(of: inner, depth: depth + 1) { return found }
      default: continue
      }
    }
    return nil
  }
}

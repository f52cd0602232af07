import Handbook

/// Who calls each function that runs on the loop.
struct Callers: Sendable {
  struct Caller: Sendable {
    let function: FunctionReference
    let span: SourceSpan
    /// How sure it is that it does.
    let confidence: Confidence
    /// What has to hold of its parameters for it to call, and what it gives for those of the function.
    let around: Circumstances.Around
    let given: [Given]
    let receiver: Given.Receiver
  }

  private var callers: [FunctionReference: [Caller]] = [:]
  private let entries: LoopEntries

  init(_ graph: CallGraph) {
    entries = graph.entries
    for function in graph.functions {
      for site in graph.sites[function] ?? [] {
        if case .function(let target) = site.target {
          callers[target, default: []].append(
            Caller(
              function: function, span: site.span, confidence: site.confidence,
              around: site.around, given: site.given, receiver: site.receiver))
        }
      }
    }
  }

  subscript(_ function: FunctionReference) -> [Caller] { callers[function] ?? [] }

  /// Whether the loop calls a plain function itself.
  func isEntry(_ function: FunctionReference) -> Bool { entries.sources[function] != nil }
}

/// The ways from coroutine functions, and others that the loop calls, down to one call, the shortest first.
struct WaysIn {
  /// A synchronous function on the way, and what its parameters must be for it to lead on.
  struct Stop: Hashable {
    let function: FunctionReference
    let requirements: [Requirement]
  }

  /// What a function that leads to the call does next on the shortest way there.
  struct Step {
    let span: SourceSpan
    /// The function it calls; nil when it makes the call itself.
    let next: Stop?
    /// How sure it is that it does.
    var confidence = Confidence.certain
    /// The turns that the way there takes in the function itself.
    var turns = 0
    /// The conditions below that it meets for sure.
    var met = 0
  }

  /// A place in such a function from which the call is reached.
  struct Entry {
    let function: FunctionReference
    let step: Step
    /// The function that calls the one with the call in it: where two ways differ here, they differ in more than where
    /// they begin.
    let directCaller: FunctionReference
  }

  private struct Place: Hashable {
    let function: FunctionReference
    let start: UInt32
  }

  /// The next step of each stop on the way.
  private(set) var steps: [Stop: Step] = [:]
  /// Nearest first.
  private(set) var entries: [Entry] = []
  /// A call that more functions lead to is followed no further up.
  private static let mostFunctions = 10_000
  /// Nor are more places counted.
  static let mostEntries = 1000

  /// More conditions than these are not kept in mind.
  private static let mostRequirements = 8

  /// - Parameters:
  ///   - around: the conditions around the call.
  ///   - allows: whether a place, by its module, may be one of the entries.
  init(
    to owner: FunctionReference, at span: SourceSpan, around: Circumstances.Around, callers: Callers,
    modules: [ModuleSummary],
    allows: (Int, SourceSpan) -> Bool
  ) {
    let start = Step(span: span, next: nil, turns: around.turns)
    func isAsync(_ function: FunctionReference) -> Bool {
      modules[function.module].functions[Int(function.index)].isAsync
    }
    if isAsync(owner) {
      entries = [Entry(function: owner, step: start, directCaller: owner)]
      return
    }
    func isReplaced(_ function: FunctionReference, by requirement: Requirement) -> Bool {
      if case .isOf(let below) = requirement.test { modules.replaces(function, in: below) } else { false }
    }
    let first = Stop(function: owner, requirements: around.requirements)
    steps[first] = start
    // The loop calls methods of objects that are finished.
    if callers.isEntry(owner), !around.requirements.contains(.unfinished) {
      entries = [Entry(function: owner, step: start, directCaller: owner)]
    }
    var directCallers: [FunctionReference: FunctionReference] = [:]
    var open = [first]
    var seen: Set<Place> = []
    var next = 0
    while next < open.count, open.count < Self.mostFunctions, entries.count < Self.mostEntries {
      let stop = open[next]
      next += 1
      for caller in callers[stop.function] {
        guard let lifted = Lifted(stop.requirements, through: caller.given, on: caller.receiver),
          !Requirement.isContradiction(lifted.requirements, caller.around.requirements),
          !lifted.requirements.contains(where: { isReplaced(caller.function, by: $0) })
        else { continue }
        let step = Step(
          span: caller.span, next: stop, confidence: caller.confidence, turns: caller.around.turns,
          met: lifted.met)
        let direct = directCallers[stop.function] ?? caller.function
        if isAsync(caller.function) {
          // A coroutine function is where the loop comes in: who awaits it waits without blocking.
          guard entries.count < Self.mostEntries, !lifted.requirements.contains(.unfinished),
            seen.insert(Place(function: caller.function, start: caller.span.start)).inserted,
            allows(caller.function.module, caller.span)
          else { continue }
          entries.append(Entry(function: caller.function, step: step, directCaller: direct))
          continue
        }
        let above = Stop(
          function: caller.function,
          requirements: Array(
            (lifted.requirements + caller.around.requirements).prefix(Self.mostRequirements)))
        // What a function does in any case needs no look at what it does under conditions.
        guard steps[above] == nil, steps[Stop(function: caller.function, requirements: [])] == nil else {
          continue
        }
        steps[above] = step
        directCallers[caller.function] = directCallers[caller.function] ?? direct
        open.append(above)
        if callers.isEntry(caller.function), !above.requirements.contains(.unfinished),
          allows(caller.function.module, caller.span),
          seen.insert(Place(function: caller.function, start: 0)).inserted
        {
          entries.append(Entry(function: caller.function, step: step, directCaller: direct))
        }
      }
    }
  }

  /// So many entries, the nearest first, but rather from different functions and by different ways than from one.
  func chosen(_ most: Int) -> [Entry] {
    if entries.count <= most { return entries }
    var inFunction: [FunctionReference: Int] = [:]
    var through: [FunctionReference: Int] = [:]
    var ranked: [(rank: Int, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      // What stands in the same function again says least.
      ranked.append(
        (inFunction[entry.function, default: 0] * 1000 + through[entry.directCaller, default: 0], place))
      inFunction[entry.function, default: 0] += 1
      through[entry.directCaller, default: 0] += 1
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(most).map { entries[$0.place] }
  }
}

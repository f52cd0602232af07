import Handbook

/// Finds out what runs on the loop: from the coroutine functions, and what else the loop calls, down through all that they
/// run.
///
/// A large project is worked through in portions of neighbouring modules, on all processors, each with an inference of its
/// own. A function is looked at by the portion of its module, in rounds, as others lead to it: so the outcome depends on the
/// project alone and not on which thread was faster.
struct GraphSearch {
  /// What a portion has found, or all of them.
  struct Found: Sendable {
    var sites: [FunctionReference: [CallGraph.Site]] = [:]
    var guarded: [FunctionReference: [CallGraph.GuardedSite]] = [:]
    var floods: [FunctionReference: [ThreadPoolFlood.Place]] = [:]
    var handlers: [FunctionReference] = []
    var entries = LoopEntries()
    /// The functions that were looked at.
    var seen: Set<FunctionReference> = []
    /// Those of other portions that are to be looked at.
    var beyond: Set<FunctionReference> = []

    mutating func add(_ other: Found) {
      // No two portions look at the same function.
      sites.merge(other.sites) { first, _ in first }
      guarded.merge(other.guarded) { first, _ in first }
      floods.merge(other.floods) { first, _ in first }
      handlers += other.handlers
      entries.add(other.entries)
      seen.formUnion(other.seen)
      beyond.formUnion(other.beyond)
    }
  }

  private let ground: InferenceGround
  private let portions: [Range<Int>]
  private let finder: HandlerFinder.Ground
  private let hasLoopMethods: Bool

  /// How a project is cut. The number of processors has no say in it, so that all machines find the same.
  struct Cut: Sendable {
    /// What is worked through in one piece has so many expressions at least.
    var leastPortion = 300_000
    /// Each piece works out anew what it asks of the others, so that many cost more than they gain.
    var mostPortions = 8
    /// As few functions as this are not worth threads.
    var fewFunctions = 200
  }

  private let fewFunctions: Int

  init(_ ground: InferenceGround, _ cut: Cut) {
    self.ground = ground
    fewFunctions = cut.fewFunctions
    portions = Self.portions(of: ground.modules, cut)
    finder = HandlerFinder.Ground(ground)
    hasLoopMethods = LoopEntries.mayHaveMethods(ground)
  }

  private static func portions(of modules: [ModuleSummary], _ cut: Cut) -> [Range<Int>] {
    var portions: [Range<Int>] = []
    let total = modules.reduce(0) { $0 + $1.expressions.count }
    let portionSize = max(cut.leastPortion, total / cut.mostPortions + 1)
    var (start, size) = (0, 0)
    for index in modules.indices {
      size += modules[index].expressions.count
      if size >= portionSize {
        portions.append(start..<index + 1)
        (start, size) = (index + 1, 0)
      }
    }
    if start < modules.count || portions.isEmpty { portions.append(start..<modules.count) }
    return portions
  }

  /// - Parameter lasting: the inference that is used for all that comes later; a small project needs no other.
  func run(_ lasting: Inference) -> Found {
    let all = 0..<ground.modules.count
    if portions.count == 1 {
      let step = GraphStep(lasting, modules: all)
      step.begin(finder, hasLoopMethods: hasLoopMethods)
      return step.found
    }
    var found = Found()
    var portions = portions
    let first = each(portions.map { ($0, nil) })
    for part in first { found.add(part) }
    var open = (found.beyond.union(found.entries.sources.keys)).subtracting(found.seen)
    while open.count > fewFunctions {
      found.beyond = []
      // There is less to do in each round, and what few pieces ask of each other is worked out less often.
      portions = Self.joined(portions)
      var shares: [Int: [FunctionReference]] = [:]
      for function in open.sorted() {
        shares[Self.place(of: function.module, in: portions), default: []].append(function)
      }
      for part in each(shares.sorted { $0.key < $1.key }.map { (portions[$0.key], $0.value) }) {
        found.add(part)
      }
      open = found.beyond.subtracting(found.seen)
    }
    if !open.isEmpty {
      let step = GraphStep(lasting, modules: all)
      step.found.seen = found.seen
      step.look(at: open.sorted())
      found.add(step.found)
    }
    return found
  }

  /// Neighbours in pairs.
  private static func joined(_ portions: [Range<Int>]) -> [Range<Int>] {
    stride(from: 0, to: portions.count, by: 2).map {
      portions[$0].lowerBound..<portions[min($0 + 1, portions.count - 1)].upperBound
    }
  }

  private static func place(of module: Int, in portions: [Range<Int>]) -> Int {
    var (low, high) = (0, portions.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if portions[middle].upperBound <= module { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Lets portions look at functions; those without any begin.
  private func each(_ work: [(portion: Range<Int>, functions: [FunctionReference]?)]) -> [Found] {
    let (ground, finder, hasLoopMethods) = (ground, finder, hasLoopMethods)
    return ground.workers.map(
      count: work.count, piece: 1,
      with: { Symbols(KnowledgeIndex(ground.knowledge), names: ground.nameStorage) }
    ) { symbols, index in
      let step = GraphStep(Inference(ground, symbols), modules: work[index].portion)
      if let functions = work[index].functions {
        step.look(at: functions)
      } else {
        step.begin(finder, hasLoopMethods: hasLoopMethods)
      }
      return step.found
    }.compactMap { $0 }
  }
}

/// One portion at work.
private final class GraphStep {
  var found = GraphSearch.Found()
  private let inference: Inference
  private let wrappings: Wrappings
  private let modules: Range<Int>

  init(_ inference: Inference, modules: Range<Int>) {
    self.inference = inference
    self.modules = modules
    wrappings = Wrappings(inference)
  }

  /// Looks at what the loop itself calls.
  func begin(_ ground: HandlerFinder.Ground, hasLoopMethods: Bool) {
    found.entries = LoopEntries(inference, modules: modules, hasMethods: hasLoopMethods)
    var starts: [FunctionReference] = []
    for module in modules {
      let functions = inference.project.modules[module].functions
      for index in functions.indices where functions[index].isAsync {
        starts.append(FunctionReference(module: module, index: FunctionIndex(index)))
      }
    }
    let finder = HandlerFinder(inference: inference, ground)
    if finder.isPossible {
      found.handlers = starts.filter { finder.isHandler($0) }
      for module in modules {
        for (initialiser, handler) in finder.initialisers(ofArgumentsIn: module) {
          found.entries.add(initialiser, making: handler, inference)
        }
      }
    }
    look(at: starts + found.entries.sources.keys.filter { modules.contains($0.module) }.sorted())
  }

  /// Looks at functions of this portion and all of it that they run.
  func look(at starts: [FunctionReference]) {
    var open = starts.filter { found.seen.insert($0).inserted }
    var next = 0
    while next < open.count {
      let function = open[next]
      next += 1
      let (sites, guarded) = SiteFinder(
        function: function, inference: inference, wrappings: wrappings
      ).sites()
      let floods = ThreadPoolFlood.places(in: function, inference)
      if !floods.isEmpty { found.floods[function] = floods }
      if !guarded.isEmpty { found.guarded[function] = guarded }
      if sites.isEmpty { continue }
      found.sites[function] = sites
      for case .function(let target) in sites.map(\.target) {
        if !modules.contains(target.module) {
          found.beyond.insert(target)
        } else if found.seen.insert(target).inserted {
          open.append(target)
        }
      }
    }
  }
}

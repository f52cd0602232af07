import Handbook

/// What runs on the event loop, from the coroutine functions and what else the loop calls down through every synchronous
/// function they call.
struct CallGraph: Sendable {
  /// A place in a function where something is run.
  struct Site: Sendable {
    let span: SourceSpan
    let target: Target
    /// The call as written; nil where code runs without one.
    let call: CallIndex?
    /// Less than certain where several functions may be meant, as when an abstract method is called.
    var confidence = Confidence.certain
    /// What has to hold of the function's parameters for it to happen.
    var requirements: [Requirement] = []
    /// What it gives to the parameters that decide what the function it calls does.
    var given: [Given] = []
  }

  /// A place in a function on the loop that only another thread, or nobody with a loop, gets to.
  struct GuardedSite: Sendable {
    let site: Site
    /// The part of the function under the condition that says so.
    let part: SourceSpan
  }

  /// What the handbook says of a call stands elsewhere, so that the many targets that are functions stay small.
  enum Target: Sendable {
    /// A known blocking call, under the name by which it is known.
    indirect case blocking(BlockingCall, name: String)
    /// A client, pool or engine is made that belongs to the process.
    indirect case resource(BlockingCall, name: String)
    /// A synchronous function of the project.
    case function(FunctionReference)
    /// A coroutine function of the project: its body runs on the loop as well, but lets others in.
    case coroutine(FunctionReference)
  }

  private(set) var sites: [FunctionReference: [Site]] = [:]
  private(set) var guarded: [FunctionReference: [GuardedSite]] = [:]
  /// Functions in the order in which they were found to run on the loop; the coroutine functions first.
  private(set) var functions: [FunctionReference] = []
  private(set) var coroutines: [FunctionReference] = []
  let entries: LoopEntries
  /// The coroutine functions that a web framework calls for each request.
  let handlers: [FunctionReference]
  /// Calls that hand many jobs at once to the loop's own thread pool.
  let floods: [FunctionReference: [ThreadPoolFlood.Place]]

  init(_ found: GraphSearch.Found, modules: [ModuleSummary]) {
    sites = found.sites
    guarded = found.guarded
    floods = found.floods
    handlers = found.handlers
    entries = found.entries
    for module in modules.indices {
      for index in modules[module].functions.indices where modules[module].functions[index].isAsync {
        coroutines.append(FunctionReference(module: module, index: FunctionIndex(index)))
      }
    }
    var open = coroutines + entries.sources.keys.sorted()
    var seen = Set(open)
    var next = 0
    while next < open.count {
      for site in sites[open[next]] ?? [] {
        if case .function(let target) = site.target, seen.insert(target).inserted { open.append(target) }
      }
      next += 1
    }
    functions = open
  }

  /// The places in any function where something is run, whether or not that is on the loop.
  func sites(of function: FunctionReference, _ inference: Inference, _ wrappings: Wrappings) -> [Site] {
    let found = SiteFinder(function: function, inference: inference, wrappings: wrappings).sites()
    return found.sites + found.guarded.map(\.site)
  }

  /// The functions that run because of some, those included: down through coroutines as well.
  func reached(from starts: some Sequence<FunctionReference>) -> Set<FunctionReference> {
    var open = Array(starts)
    var seen = Set(open)
    while let function = open.popLast() {
      for site in sites[function] ?? [] {
        switch site.target {
        case .function(let target), .coroutine(let target):
          if seen.insert(target).inserted { open.append(target) }
        case .blocking, .resource: continue
        }
      }
    }
    return seen
  }
}

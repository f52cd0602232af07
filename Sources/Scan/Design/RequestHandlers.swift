import Handbook

/// The functions that a web framework calls for each request: those with a decorator such as `@app.get(…)`.
struct HandlerFinder {
  /// What is the same for all of a project.
  struct Ground: Sendable {
    let frameworks: [Framework]
    let verbs: Set<String>
    /// The top-level packages of frameworks that have such decorators.
    let packages: Set<Substring>
    let usesFramework: [Bool]
    let isPossible: Bool

    init(_ ground: InferenceGround) {
      frameworks = ground.knowledge.frameworks
      let routed = frameworks.filter { !$0.routes.isEmpty }
      verbs = Set(routed.flatMap(\.routes))
      let packages = Set(routed.flatMap(\.modules).compactMap { $0.split(separator: ".").first })
      self.packages = packages
      let reader = NameReader(ground.nameStorage)
      let tops = Set(packages.compactMap { reader.find(String($0)) })
      usesFramework = ground.modules.map { module in
        module.imports.contains { site in
          site.module.level == 0 && tops.contains(site.top)
        }
      }
      isPossible = usesFramework.contains(true)
    }
  }

  let inference: Inference
  private let ground: Ground

  init(inference: Inference, _ ground: Ground) {
    self.inference = inference
    self.ground = ground
  }

  private var frameworks: [Framework] { ground.frameworks }
  var verbs: Set<String> { ground.verbs }
  private var packages: Set<Substring> { ground.packages }
  private var usesFramework: [Bool] { ground.usesFramework }
  var isPossible: Bool { ground.isPossible }

  /// The framework that calls a function for requests; nil when none is seen to.
  func frameworkRouting(_ reference: FunctionReference) -> Framework? {
    guard isHandler(reference) else { return nil }
    let module = inference.project.modules[reference.module]
    let tops = Set(module.imports.filter { $0.module.level == 0 }.map { Substring(module.names[$0.top]) })
    return frameworks.first { framework in
      !framework.routes.isEmpty
        && framework.modules.contains { tops.contains($0.prefix { $0 != "." }) }
    }
  }

  /// The functions that run on the loop where a framework makes the arguments of the handlers in a module, from the bodies
  /// of requests, each with such a handler.
  func initialisers(ofArgumentsIn module: Int) -> [(
    initialiser: FunctionReference, handler: FunctionReference
  )] {
    guard usesFramework[module] else { return [] }
    let summary = inference.project.modules[module]
    return summary.functions.indices.flatMap { place in
      let handler = FunctionReference(module: module, index: FunctionIndex(place))
      guard !summary.functions[place].decorators.isEmpty,
        frameworkRouting(handler).map({ !$0.injectors.isEmpty }) == true
      else { return [(FunctionReference, FunctionReference)]() }
      return summary.parameters(of: summary.functions[place]).compactMap(\.annotation)
        .flatMap { inference.instances(ofAnnotation: $0, in: module) }
        .flatMap { value -> [FunctionReference] in
          if case .object(let reference) = value { inference.initialisers(of: reference) } else { [] }
        }
        .map { ($0, handler) }
    }
  }

  func isHandler(_ reference: FunctionReference) -> Bool {
    let summary = inference.project.modules[reference.module]
    return summary.decorators(of: reference.index).contains { decorator in
      guard case .call(let call) = summary.expressions[Int(decorator)],
        case .attribute(let base, let name) = summary.expressions[Int(summary.calls[Int(call)].callee)],
        verbs.contains(summary.names[name])
      else { return false }
      let owners = inference.values(of: base, in: reference.module)
      // An application made by a function we cannot follow is still one, where the framework is at hand.
      if owners.isEmpty { return usesFramework[reference.module] }
      return owners.contains { isFrameworks($0) }
    }
  }

  private func isFrameworks(_ owner: Value, depth: Int = 0) -> Bool {
    switch owner {
    case .instance(let name), .external(let name):
      return packages.contains(inference.symbols.name(name).prefix { $0 != "." })
    case .object(let reference), .classObject(let reference):
      // Classes may derive from each other in a ring.
      return depth < 8 && inference.bases(of: reference).contains { isFrameworks($0, depth: depth + 1) }
    default: return false
    }
  }
}

import Handbook

/// The coroutine functions that a web framework calls for each request: those with a decorator such as `@app.get(…)`.
struct RequestHandlers {
  let functions: [FunctionReference]

  init(graph: CallGraph, inference: Inference, frameworks: [Framework]) {
    let finder = HandlerFinder(inference: inference, frameworks: frameworks)
    functions = finder.isPossible ? graph.coroutines.filter { finder.isHandler($0) } : []
  }
}

struct HandlerFinder {
  let inference: Inference
  private let frameworks: [Framework]
  let verbs: Set<String>
  /// The top-level packages of frameworks that have such decorators.
  let packages: Set<Substring>
  private let usesFramework: [Bool]

  init(inference: Inference, frameworks: [Framework]) {
    let routed = frameworks.filter { !$0.routes.isEmpty }
    self.inference = inference
    self.frameworks = frameworks
    verbs = Set(routed.flatMap(\.routes))
    let packages = Set(routed.flatMap(\.modules).compactMap { $0.split(separator: ".").first })
    self.packages = packages
    usesFramework = inference.project.modules.map { module in
      module.imports.contains { site in
        site.module.level == 0 && packages.contains(site.top[...])
      }
    }
  }

  var isPossible: Bool { usesFramework.contains(true) }

  /// The framework that calls a function for requests; nil when none is seen to.
  func frameworkRouting(_ reference: FunctionReference) -> Framework? {
    guard isHandler(reference) else { return nil }
    let module = inference.project.modules[reference.module]
    let tops = Set(module.imports.filter { $0.module.level == 0 }.map { Substring($0.top) })
    return frameworks.first { framework in
      !framework.routes.isEmpty
        && framework.modules.contains { tops.contains($0.prefix { $0 != "." }) }
    }
  }

  func isHandler(_ reference: FunctionReference) -> Bool {
    let summary = inference.project.modules[reference.module]
    return summary.functions[Int(reference.index)].decorators.contains { decorator in
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

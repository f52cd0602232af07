import Handbook

/// `nest-asyncio`: a patch of the loop is wrong wherever it is applied, at module level too, not only on the loop.
struct PatchedLoop {
  let context: DesignContext
  let knowledge: Knowledge

  private static let kind = "nest-asyncio"

  func findings() -> [Finding] {
    let names = context.inference.nameReader
    var imported: Set<Name> = []
    for module in context.inference.project.modules {
      for site in module.imports { imported.insert(site.top) }
    }
    let libraries = Set(
      knowledge.shelf.compactMap { shelved -> Name? in
        guard let name = names.find(shelved.name), imported.contains(name),
          shelved.library.calls.contains(where: { $0.kind == Self.kind })
        else { return nil }
        return name
      })
    if libraries.isEmpty { return [] }
    let onLoop = Set(context.graph.functions)
    let wrappings = Wrappings(context.inference)
    var findings: [Finding] = []
    for (module, summary) in context.inference.project.modules.enumerated() {
      guard
        summary.imports.contains(where: { libraries.contains($0.top) })
      else {
        continue
      }
      for index in summary.functions.indices {
        let function = FunctionReference(module: module, index: FunctionIndex(index))
        guard !onLoop.contains(function) else { continue }
        for site in context.graph.sites(of: function, context.inference, wrappings) {
          guard case .blocking(let call, let name) = site.target, call.kind == Self.kind else { continue }
          findings += context.builder.direct(call, named: name, in: function, at: site.span)
        }
      }
    }
    return findings
  }
}

import Handbook

/// What a project's own file says of functions that the project itself holds.
extension Inference {
  /// The blocking call that a function of the project was declared to be.
  func declaredCall(_ reference: FunctionReference) -> (call: BlockingCall, name: String)? {
    guard !knowledge.declared.isEmpty else { return nil }
    return names(of: reference).lazy.compactMap { name in
      self.knowledge.declared.contains(name) ? self.knowledge.blockingCall(name).map { ($0, name) } : nil
    }.first
  }

  /// The name by which a function of the project was declared to take work off the loop.
  func declaredOffLoopName(_ reference: FunctionReference) -> String? {
    guard !knowledge.declaredOffLoop.isEmpty else { return nil }
    return names(of: reference).first(where: knowledge.declaredOffLoop.contains)
  }

  /// The names under which a function may be imported: from the root of the scan, or from any folder below as source root.
  private func names(of reference: FunctionReference) -> [String] {
    let module = project.modules[reference.module]
    let function = module.qualifiedName(of: reference.index)
    var parts = ModulePaths.importPath(of: module.path).split(separator: "/")
    var names: [String] = []
    while !parts.isEmpty {
      names.append(parts.joined(separator: ".") + "." + function)
      parts.removeFirst()
    }
    return names
  }
}

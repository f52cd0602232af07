/// What parameters without an annotation are by their names, in files that import a library: `request`.
extension Inference {
  func conventional(_ name: Name, in module: Int) -> [Value] {
    guard Language.conventionalParameters.contains(nameReader[name]) else { return [] }
    for conventions in conventions(in: module) {
      if let type = symbols[symbols.member(name, of: conventions)].type { return [.instance(type)] }
    }
    return []
  }

  /// Those of the libraries that a module imports, the nearest first.
  private func conventions(in module: Int) -> [Symbol] {
    if let known = knownConventions[module] { return known }
    var found: [Symbol] = []
    for site in project.modules[module].imports where site.module.level == 0 {
      var library = nameReader[site.module.name][...]
      // `from aiohttp import web`
      if let imported = site.imported, nameReader[imported] == "web" { library += ".web" }
      while !library.isEmpty {
        let conventions = symbols.symbol("\(library).\(Language.conventions)")
        let isKnown = Language.conventionalParameters.contains {
          symbols[symbols.member($0, of: conventions)].type != nil
        }
        if isKnown, !found.contains(conventions) { found.append(conventions) }
        library = library.lastIndex(of: ".").map { library[..<$0] } ?? ""
      }
    }
    knownConventions[module] = found
    return found
  }
}

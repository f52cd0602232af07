/// All modules of a scan, and how their imports find each other.
struct Project {
  let modules: [ModuleSummary]
  /// From the path without `.py` (and without `/__init__`) to the module.
  private var modulesByPath: [String: Int] = [:]
  /// Folders with Python files somewhere below.
  private var folders: Set<String> = []
  /// From the dotted name that the nearest chain of packages gives, to modules.
  private var modulesByName: [String: [Int]] = [:]
  private var packages: Set<String> = []

  /// What a dotted name means to an importing module.
  enum Target: Hashable {
    case module(Int)
    /// A folder without `__init__.py`.
    case folder(String)
  }

  init(modules: [ModuleSummary]) {
    self.modules = modules
    for (index, module) in modules.enumerated() {
      let path = Self.importPath(of: module.path)
      modulesByPath[path] = index
      if module.isPackage { packages.insert(path) }
      var folder = Self.folder(of: module.path)
      while folders.insert(folder).inserted, !folder.isEmpty { folder = Self.folder(of: folder) }
    }
    for (index, module) in modules.enumerated() {
      modulesByName[packageName(of: Self.importPath(of: module.path)), default: []].append(index)
    }
  }

  /// `a/b/c.py` as `a/b/c`, `a/b/__init__.py` as `a/b`.
  static func importPath(of path: String) -> String {
    let bare = path.hasSuffix(".pyi") ? path.dropLast(4) : path.hasSuffix(".py") ? path.dropLast(3) : path[...]
    if bare == "__init__" { return "" }
    return String(bare.hasSuffix("/__init__") ? bare.dropLast(9) : bare)
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func joined(_ folder: String, _ rest: String) -> String {
    folder.isEmpty ? rest : rest.isEmpty ? folder : folder + "/" + rest
  }

  /// The dotted name counted from the first folder above that is no package.
  private func packageName(of path: String) -> String {
    var parts = [path.split(separator: "/").last.map(String.init) ?? ""]
    var folder = Self.folder(of: path)
    while packages.contains(folder), !folder.isEmpty {
      parts.append(folder.split(separator: "/").last.map(String.init) ?? "")
      folder = Self.folder(of: folder)
    }
    return parts.reversed().joined(separator: ".")
  }

  private func target(atPath path: String) -> Target? {
    if let module = modulesByPath[path] { return .module(module) }
    return folders.contains(path) && !path.isEmpty ? .folder(path) : nil
  }

  /// The module that an import names; nil when it is not the project's.
  func find(_ imported: ImportedModule, from importer: Int) -> Target? {
    let module = modules[importer]
    let path = imported.name.replacing(".", with: "/")
    if imported.level > 0 {
      var folder = Self.folder(of: module.path)
      for _ in 1..<imported.level { folder = Self.folder(of: folder) }
      return target(atPath: Self.joined(folder, path))
    }
    guard !imported.name.isEmpty else { return nil }
    // Folders above that are no packages may be on the import path: the nearest wins.
    var folder = Self.folder(of: module.path)
    while true {
      if !packages.contains(folder), let found = target(atPath: Self.joined(folder, path)) { return found }
      if folder.isEmpty { break }
      folder = Self.folder(of: folder)
    }
    // Another source root of the same repository.
    if let found = modulesByName[imported.name], found.count == 1 { return .module(found[0]) }
    return nil
  }

  /// A module or folder inside a package or folder.
  func submodule(_ name: String, of target: Target) -> Target? {
    switch target {
    case .folder(let folder): self.target(atPath: folder + "/" + name)
    case .module(let index):
      modules[index].isPackage ? self.target(atPath: Self.joined(Self.importPath(of: modules[index].path), name)) : nil
    }
  }
}

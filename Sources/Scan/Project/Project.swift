/// All modules of a scan, and how their imports find each other.
///
/// A class, so that what it has found out about imports is kept; used by one thread at a time.
final class Project {
  let modules: [ModuleSummary]
  /// From the path without `.py` (and without `/__init__`) to the module.
  private var modulesByPath: [String: Int] = [:]
  /// Folders with Python files somewhere below.
  private var folders: Set<String> = []
  /// From the dotted name that the nearest chain of packages gives, to modules.
  private var modulesByName: [String: [Int]] = [:]
  private var packages: Set<String> = []
  private let folderOfModule: [String]
  /// The folder of each module by number: imports are looked up often.
  private var folderNumbers: [Int] = []
  private var found: [Search: Target?] = [:]

  /// What a dotted name means to an importing module.
  enum Target: Hashable {
    case module(Int)
    /// A folder without `__init__.py`, by its place in `folderNames`.
    case folder(Int)
  }

  private var folderNames: [String] = []
  private var folderPlaces: [String: Int] = [:]

  private struct Search: Hashable {
    let folder: Int
    let imported: ImportedModule
  }

  /// The package whose folder is the root of the scan, as a path; empty: the root is no package.
  private let rootPackage: String

  init(modules: [ModuleSummary], rootPackage: String = "") {
    self.modules = modules
    self.rootPackage = rootPackage
    folderOfModule = modules.map { Self.folder(of: $0.path) }
    modulesByPath.reserveCapacity(modules.count)
    for (index, module) in modules.enumerated() {
      let path = Self.importPath(of: module.path)
      modulesByPath[path] = index
      if module.isPackage { packages.insert(path) }
      var folder = folderOfModule[index]
      while folders.insert(folder).inserted, !folder.isEmpty { folder = Self.folder(of: folder) }
    }
    var numbers: [String: Int] = [:]
    for folder in folderOfModule {
      let number = numbers[folder] ?? numbers.count
      numbers[folder] = number
      folderNumbers.append(number)
    }
    for (index, module) in modules.enumerated() {
      modulesByName[packageName(of: Self.importPath(of: module.path)), default: []].append(index)
    }
  }

  /// `a/b/c.py` as `a/b/c`, `a/b/__init__.py` as `a/b`.
  static func importPath(of path: String) -> String {
    let bare =
      path.hasSuffix(".pyw") ? path.dropLast(4) : path.hasSuffix(".py") ? path.dropLast(3) : path[...]
    if bare == "__init__" { return "" }
    return String(bare.hasSuffix("/__init__") ? bare.dropLast(9) : bare)
  }

  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  private static func joined(_ folder: String, _ rest: String) -> String {
    folder.isEmpty ? rest : rest.isEmpty ? folder : folder + "/" + rest
  }

  /// The dotted name counted from the first folder above that is no package.
  private func packageName(of path: String) -> String {
    var start =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    var folder = Self.folder(of: path)
    while packages.contains(folder), !folder.isEmpty {
      start =
        folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder.utf8.index(after: $0) } ?? folder.startIndex
      folder = Self.folder(of: folder)
    }
    return String(path[start...]).replacing("/", with: ".")
  }

  private func target(atPath path: String) -> Target? {
    if let module = modulesByPath[path] { return .module(module) }
    guard folders.contains(path), !path.isEmpty else { return nil }
    if let place = folderPlaces[path] { return .folder(place) }
    folderNames.append(path)
    folderPlaces[path] = folderNames.count - 1
    return .folder(folderNames.count - 1)
  }

  /// The module that an import names; nil when it is not the project's.
  func find(_ imported: ImportedModule, from importer: Int) -> Target? {
    let search = Search(folder: folderNumbers[importer], imported: imported)
    if let known = found[search] { return known }
    let folder = folderOfModule[importer]
    let target = imported.level > 0 ? relative(imported, from: folder) : absolute(imported, from: folder)
    found[search] = .some(target)
    return target
  }

  private func relative(_ imported: ImportedModule, from start: String) -> Target? {
    var folder = start
    for _ in 1..<imported.level {
      if folder.isEmpty { return nil }
      folder = Self.folder(of: folder)
    }
    let path = Self.joined(folder, imported.name.replacing(".", with: "/"))
    // `from . import x` in the root: its own `__init__`, when it has one.
    return target(atPath: path)
  }

  private func absolute(_ imported: ImportedModule, from start: String) -> Target? {
    guard !imported.name.isEmpty else { return nil }
    let path = imported.name.replacing(".", with: "/")
    // Folders above that are no packages may be on the import path: the nearest wins.
    var folder = start
    while true {
      if !packages.contains(folder), let found = target(atPath: Self.joined(folder, path)) { return found }
      if folder.isEmpty { break }
      folder = Self.folder(of: folder)
    }
    if let rest = withinRoot(path), let found = target(atPath: rest) { return found }
    // Another source root of the same repository.
    if let found = modulesByName[imported.name], found.count == 1 { return .module(found[0]) }
    return nil
  }

  /// What is left of a path when the root itself is a package, and imported by its whole name.
  private func withinRoot(_ path: String) -> String? {
    guard !rootPackage.isEmpty, path.hasPrefix(rootPackage) else { return nil }
    let rest = path.dropFirst(rootPackage.count)
    return rest.isEmpty ? "" : rest.first == "/" ? String(rest.dropFirst()) : nil
  }

  /// Where `from . import x` in the root folder looks, when there is no `__init__.py`.
  func sibling(_ name: String, of imported: ImportedModule, from importer: Int) -> Target? {
    let whole = imported.name.isEmpty ? name : imported.name + "." + name
    return find(ImportedModule(name: whole, level: imported.level), from: importer)
  }

  /// A module or folder inside a package or folder.
  func submodule(_ name: String, of target: Target) -> Target? {
    switch target {
    case .folder(let place): return self.target(atPath: folderNames[place] + "/" + name)
    case .module(let index):
      guard modules[index].isPackage else { return nil }
      return self.target(atPath: Self.joined(Self.importPath(of: modules[index].path), name))
    }
  }
}

/// All modules of a scan, and how their imports find each other.
///
/// A class, so that what it has found out about imports is kept; used by one thread at a time.
final class Project {
  let paths: ModulePaths
  let modules: [ModuleSummary]
  private let names: NameReader
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

    func _rawHashValue(seed: Int) -> Int {
      let dots = UInt32(truncatingIfNeeded: folder) << 4 ^ UInt32(bitPattern: imported.level)
      return quickHash(dots, imported.name, seed: seed)
    }
  }

  init(paths: ModulePaths, names: NameReader) {
    self.paths = paths
    self.names = names
    modules = paths.modules
  }

  private func target(atPath path: String) -> Target? {
    if let module = paths.modulesByPath[path] { return .module(module) }
    guard paths.folders.contains(path), !path.isEmpty else { return nil }
    if let place = folderPlaces[path] { return .folder(place) }
    folderNames.append(path)
    folderPlaces[path] = folderNames.count - 1
    return .folder(folderNames.count - 1)
  }

  /// The module that a dotted name means to another; nil when it is not the project's.
  func find(_ dotted: String, from importer: Int) -> Target? {
    find(ImportedModule(name: names.intern(dotted), level: 0), from: importer)
  }

  /// The module that an import names; nil when it is not the project's.
  func find(_ imported: ImportedModule, from importer: Int) -> Target? {
    let search = Search(folder: paths.folderNumbers[importer], imported: imported)
    if let known = found[search] { return known }
    let folder = paths.folderOfModule[importer]
    let name = names[imported.name]
    let target =
      imported.level > 0 ? relative(name, Int(imported.level), from: folder) : absolute(name, from: folder)
    found[search] = .some(target)
    return target
  }

  private func relative(_ name: String, _ level: Int, from start: String) -> Target? {
    var folder = start
    for _ in 1..<level {
      if folder.isEmpty { return nil }
      folder = ModulePaths.folder(of: folder)
    }
    let path = ModulePaths.joined(folder, ModulePaths.replacing(".", with: "/", in: name))
    // `from . import x` in the root: its own `__init__`, when it has one.
    return target(atPath: path)
  }

  private func absolute(_ name: String, from start: String) -> Target? {
    guard paths.mayHold(name) else { return nil }
    let path = ModulePaths.replacing(".", with: "/", in: name)
    // Folders above that are no packages may be on the import path: the nearest wins.
    var folder = start
    while true {
      if !paths.packages.contains(folder), !paths.parts.contains(folder),
        let found = target(atPath: ModulePaths.joined(folder, path))
      {
        return found
      }
      if folder.isEmpty { break }
      folder = ModulePaths.folder(of: folder)
    }
    if let rest = withinRoot(path), let found = target(atPath: rest) { return found }
    // Another source root of the same repository.
    if let found = paths.modulesByName[name], found.count == 1 { return .module(found[0]) }
    // A program that is started in a part of a package finds what lies beside it, but no one calls a module of his own
    // `redis` to do without the library.
    guard paths.parts.contains(start), !paths.libraries.contains(String(name.prefix { $0 != "." })) else {
      return nil
    }
    return target(atPath: ModulePaths.joined(start, path))
  }

  /// What is left of a path when the root itself is a package, and imported by its whole name.
  private func withinRoot(_ path: String) -> String? {
    guard !paths.rootPackage.isEmpty, path.hasPrefix(paths.rootPackage) else { return nil }
    let rest = path.dropFirst(paths.rootPackage.count)
    return rest.isEmpty ? "" : rest.first == "/" ? String(rest.dropFirst()) : nil
  }

  /// Where `from . import x` in the root folder looks, when there is no `__init__.py`.
  func sibling(_ name: String, of imported: ImportedModule, from importer: Int) -> Target? {
    let package = names[imported.name]
    let whole = names.intern(package.isEmpty ? name : package + "." + name)
    return find(ImportedModule(name: whole, level: imported.level), from: importer)
  }

  /// A module or folder inside a package or folder.
  func submodule(_ name: String, of target: Target) -> Target? {
    switch target {
    case .folder(let place): return self.target(atPath: folderNames[place] + "/" + name)
    case .module(let index):
      guard modules[index].isPackage else { return nil }
      return self.target(atPath: ModulePaths.joined(ModulePaths.importPath(of: modules[index].path), name))
    }
  }
}

/// The modules of a scan and where they lie: what import paths lead to.
final class ModulePaths: Sendable {
  let modules: [ModuleSummary]
  /// From the path without `.py` (and without `/__init__`) to the module.
  let modulesByPath: [String: Int]
  /// Folders with Python files somewhere below.
  let folders: Set<String>
  /// From the dotted name that the nearest chain of packages gives, to modules.
  let modulesByName: [String: [Int]]
  let packages: Set<String>
  /// Folders without `__init__.py` that lie in a package: parts of it, not places where imports begin.
  let parts: Set<String>
  /// The top-level names of known libraries.
  let libraries: Set<String>
  let folderOfModule: [String]
  /// The folder of each module by number: imports are looked up often.
  let folderNumbers: [Int]
  /// The package whose folder is the root of the scan, as a path; empty: the root is no package.
  let rootPackage: String
  /// The first words that the dotted name of a module or folder can have, wherever it is counted from.
  private let words: Set<Substring>

  init(modules: [ModuleSummary], rootPackage: String = "", libraries: Set<String> = []) {
    self.modules = modules
    self.libraries = libraries
    self.rootPackage = rootPackage
    let importPaths = modules.map { Self.importPath(of: $0.path) }
    folderOfModule = modules.map { Self.folder(of: $0.path) }
    var modulesByPath: [String: Int] = [:]
    var packages: Set<String> = []
    var folders: Set<String> = []
    modulesByPath.reserveCapacity(modules.count)
    var numbers: [String: Int] = [:]
    var folderNumbers: [Int] = []
    for (index, module) in modules.enumerated() {
      modulesByPath[importPaths[index]] = index
      if module.isPackage { packages.insert(importPaths[index]) }
      let own = folderOfModule[index]
      if let number = numbers[own] {
        folderNumbers.append(number)
        continue
      }
      folderNumbers.append(numbers.count)
      numbers[own] = numbers.count
      var folder = own
      while folders.insert(folder).inserted, !folder.isEmpty { folder = Self.folder(of: folder) }
    }
    var words: Set<Substring> = []
    for path in importPaths { words.insert(Self.lastWord(of: path)) }
    for folder in folders { words.insert(Self.lastWord(of: folder)) }
    if let first = rootPackage.split(separator: "/").first { words.insert(first) }
    self.words = words
    var modulesByName: [String: [Int]] = [:]
    modulesByName.reserveCapacity(modules.count)
    // Modules of one folder belong to the same chain of packages.
    var starts: [Int: Int] = [:]
    for (index, path) in importPaths.enumerated() {
      let length: Int
      if modules[index].isPackage {
        length = Self.packageStart(of: path, packages)
      } else if let known = starts[folderNumbers[index]] {
        length = known
      } else {
        length = Self.packageStart(of: path, packages)
        starts[folderNumbers[index]] = length
      }
      let name = Self.replacing("/", with: ".", in: String(path.utf8.dropFirst(length)) ?? path)
      modulesByName[name, default: []].append(index)
    }
    self.modulesByPath = modulesByPath
    self.packages = packages
    parts = folders.filter { !packages.contains($0) && Self.package(above: $0, packages) != nil }
    self.folders = folders
    self.folderNumbers = folderNumbers
    self.modulesByName = modulesByName
  }

  /// Whether a dotted name can be that of a module or folder: most imports are of something outside.
  func mayHold(_ dotted: String) -> Bool { !dotted.isEmpty && words.contains(dotted.prefix { $0 != "." }) }

  private static func lastWord(of path: String) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
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

  static func joined(_ folder: String, _ rest: String) -> String {
    folder.isEmpty ? rest : rest.isEmpty ? folder : folder + "/" + rest
  }

  /// A text with one ASCII character in the place of another.
  static func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar, in text: String) -> String {
    let (old, new) = (UInt8(ascii: old), UInt8(ascii: new))
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(old) else { return String(decoding: bytes, as: UTF8.self) }
      return String(unsafeUninitializedCapacity: bytes.count) { room in
        for place in bytes.indices { room[place] = bytes[place] == old ? new : bytes[place] }
        return bytes.count
      }
    }
  }

  /// Where in a path the dotted name begins that is counted from the first folder above that is no package, nor part of one.
  private static func packageStart(of path: String, _ packages: Set<String>) -> Int {
    func lastWord(_ path: String) -> Int {
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
        path.utf8.distance(from: path.utf8.startIndex, to: $0) + 1
      } ?? 0
    }
    var start = lastWord(path)
    var folder = Self.folder(of: path)
    while let package = packages.contains(folder) ? folder : Self.package(above: folder, packages) {
      if package.isEmpty { return 0 }
      start = lastWord(package)
      folder = Self.folder(of: package)
    }
    return start
  }

  /// Folders of this name hold packages, whatever lies beside them.
  private static let sourceFolders: Set<Substring> = ["src", "lib", "python", "source", "vendor"]

  /// The nearest package that a folder without `__init__.py` is a part of.
  private static func package(above start: String, _ packages: Set<String>) -> String? {
    var folder = start
    while !folder.isEmpty, !sourceFolders.contains(lastWord(of: folder)) {
      folder = Self.folder(of: folder)
      if packages.contains(folder) { return folder }
    }
    return nil
  }
}

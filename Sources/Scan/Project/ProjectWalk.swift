import Files
import SystemPackage

/// Finds the Python files of a project, as ripgrep would choose them.
///
/// Left out: hidden files and folders, what `.gitignore` (inside a git repository) and `.ignore` name, virtual
/// environments, `node_modules`, `__pycache__`, and whatever a symbolic link points to. A file named outright is always in.
struct ProjectWalk {
  struct SourceFile: Sendable {
    let path: FilePath
    /// Relative to the root, with forward slashes.
    let name: String
  }

  private(set) var files: [SourceFile] = []
  private(set) var skipped: [SkippedFile] = []
  private var isInRepository = false
  private var taken: Set<String> = []

  /// - Parameters:
  ///   - root: the folder that names are relative to.
  ///   - paths: files and folders to look at.
  /// - Throws: `FileFault` when one of the paths does not exist.
  init(root: FilePath, paths: [FilePath]) throws(FileFault) {
    isInRepository = Self.isInRepository(root)
    for path in paths {
      let name = Self.name(of: path, in: root)
      switch kind(of: path) {
      case .directory: walk(path, name: name, rules: [], depth: 0)
      case .file: add(path, name: name)
      case nil: throw FileFault(path: path.string, reason: "no such file or folder")
      default: throw FileFault(path: path.string, reason: "neither a file nor a folder")
      }
    }
    files.sort { $0.name < $1.name }
  }

  private static func name(of path: FilePath, in root: FilePath) -> String {
    if path == root { return "" }
    var relative = path
    if relative.removePrefix(root) { return relative.string }
    return path.lexicallyNormalized().string
  }

  private static func isInRepository(_ root: FilePath) -> Bool {
    var folder = absolute(root)
    while true {
      if kind(of: folder.appending(".git")) != nil { return true }
      guard folder.removeLastComponent() else { return false }
    }
  }

  private mutating func add(_ path: FilePath, name: String) {
    if taken.insert(name).inserted { files.append(SourceFile(path: path, name: name)) }
  }

  private mutating func walk(_ folder: FilePath, name: String, rules: [IgnoreRules], depth: Int) {
    guard depth < 200 else {
      skipped.append(SkippedFile(path: name, reason: "folders nested more than 200 deep"))
      return
    }
    let entries: [(name: FilePath.Component, kind: EntryKind)]
    do throws(FileFault) {
      entries = try listDirectory(folder)
    } catch {
      skipped.append(SkippedFile(path: name.isEmpty ? "." : name, reason: error.reason))
      return
    }
    if depth > 0, entries.contains(where: { $0.name.string == "pyvenv.cfg" }) { return }
    let rules = rules + own(rules: folder, name: name, entries: entries)
    for entry in entries {
      let text = entry.name.string
      let inner = name.isEmpty ? text : name + "/" + text
      if text.hasPrefix(".") || Self.isIgnored(inner, isFolder: entry.kind == .directory, rules) { continue }
      switch entry.kind {
      case .directory:
        if text == "node_modules" || text == "__pycache__" { continue }
        walk(folder.appending(entry.name), name: inner, rules: rules, depth: depth + 1)
      case .file where text.hasSuffix(".py") || text.hasSuffix(".pyw"):
        add(folder.appending(entry.name), name: inner)
      default: break
      }
    }
  }

  private func own(
    rules folder: FilePath, name: String, entries: [(name: FilePath.Component, kind: EntryKind)]
  ) -> [IgnoreRules] {
    // The later file wins, so `.ignore` stands after `.gitignore`.
    let names = isInRepository ? [".gitignore", ".ignore"] : [".ignore"]
    return names.compactMap { file in
      guard entries.contains(where: { $0.name.string == file }),
        let bytes = try? readFile(folder.appending(file), limit: 1 << 20)
      else { return nil }
      return IgnoreRules(String(decoding: bytes, as: UTF8.self), in: name)
    }
  }

  private static func isIgnored(_ path: String, isFolder: Bool, _ rules: [IgnoreRules]) -> Bool {
    for rules in rules.reversed() {
      if let verdict = rules.verdict(on: path, isFolder: isFolder) { return verdict }
    }
    return false
  }
}

import Files
import SystemPackage

/// Finds the Python files of a project, as ripgrep would choose them.
///
/// Left out: hidden files and folders, what `.gitignore` (inside a git repository) and `.ignore` name, virtual
/// environments, `node_modules`, `__pycache__`, and whatever a symbolic link points to. A file named outright is always in.
struct ProjectWalk {
  private(set) var files: [ScannedFile] = []
  private(set) var skipped: [SkippedFile] = []
  private var isInRepository = false
  private let isCancelled: @Sendable () -> Bool
  private let found: @Sendable (Int) -> Void
  private var taken: Set<String> = []
  private let options: ScanOptions

  /// - Parameters:
  ///   - root: the folder that names are relative to.
  ///   - paths: files and folders to look at.
  ///   - options: whose exclusions hold for what is not named outright.
  /// - Throws: `FileFault` when one of the paths does not exist.
  ///   - isCancelled: asked at each folder.
  ///   - found: told now and then how many files there are so far.
  init(
    root: FilePath, paths: [FilePath], options: ScanOptions = ScanOptions(),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    found: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(FileFault) {
    self.options = options
    self.isCancelled = isCancelled
    self.found = found
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
    if taken.insert(name).inserted {
      if files.count % 256 == 255 { found(files.count) }
      files.append(ScannedFile(name: name, content: .file(path)))
    }
  }

  private mutating func walk(_ folder: FilePath, name: String, rules: [IgnoreRules], depth: Int) {
    if isCancelled() { return }
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
    let names = entries.map(\.name.string)
    if depth > 0, names.contains("pyvenv.cfg") { return }
    let rules = rules + own(rules: folder, name: name, names: names)
    for (entry, text) in zip(entries, names) where !text.utf8.starts(with: ".".utf8) {
      let isFolder = entry.kind == .directory
      guard isFolder || (entry.kind == .file && Self.isPython(text)) else { continue }
      if text == "node_modules" || text == "__pycache__" { continue }
      let inner = name.isEmpty ? text : name + "/" + text
      if Self.isIgnored(inner, isFolder: isFolder, rules) { continue }
      if options.excludes(inner, isFolder: isFolder) { continue }
      let path = folder.appending(entry.name)
      if isFolder { walk(path, name: inner, rules: rules, depth: depth + 1) } else { add(path, name: inner) }
    }
  }

  private static func isPython(_ name: String) -> Bool { name.hasSuffix(".py") || name.hasSuffix(".pyw") }

  private func own(
    rules folder: FilePath, name: String, names: [String]
  ) -> [IgnoreRules] {
    // The later file wins, so `.ignore` stands after `.gitignore`.
    (isInRepository ? [".gitignore", ".ignore"] : [".ignore"]).compactMap { file in
      guard names.contains(file),
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

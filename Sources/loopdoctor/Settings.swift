import Configuration
import Files
import Handbook
import Scan
import SystemPackage

/// What is in force, and where each value came from: flags go before the file, the file before the defaults.
struct Settings {
  let configuration: Configuration
  let paths: Setting<[String]>
  /// nil: all kinds.
  let select: Setting<[String]?>
  let ignore: Setting<[String]>
  let exclude: Setting<[String]>
  let failOn: Setting<FailureThreshold>

  /// - Parameter problems: takes everything that is wrong with flags and file.
  init(
    paths: [String], options: FindingOptions?, configuration: Configuration, handbook: Handbook,
    problems: inout [String]
  ) {
    self.configuration = configuration
    let kinds = handbook.knowledge.kinds.keys.sorted()
    for path in paths where kind(of: FilePath(path)) == nil {
      problems.append("\(path): no such file or folder")
    }
    func chosen(_ flag: String, _ words: [String]) -> Setting<[String]>? {
      let words = words.flatMap { $0.split(separator: ",").map(String.init) }
      if words.isEmpty { return nil }
      for word in words where !kinds.contains(word) {
        problems.append("\(flag): \(unknown(word, "finding kind", among: kinds))")
      }
      return Setting(words, from: .flag(flag))
    }
    func merged<Value>(_ flag: Setting<Value>?, _ file: Setting<Value>?, _ fallback: Value) -> Setting<Value>
    {
      flag ?? file ?? Setting(fallback, from: .fallback)
    }
    self.paths = merged(
      paths.isEmpty ? nil : Setting(paths, from: .flag("argument")),
      configuration.paths.map { Setting($0.value.map { Self.fromHere($0, configuration) }, from: $0.origin) },
      ["."])
    let selected = chosen("--select", options?.select ?? []) ?? configuration.select
    select = selected.map { Setting($0.value, from: $0.origin) } ?? Setting(nil, from: .fallback)
    ignore = merged(chosen("--ignore", options?.ignore ?? []), configuration.ignore, [])
    let globs = options?.exclude ?? []
    exclude = merged(
      globs.isEmpty ? nil : Setting(globs, from: .flag("--exclude")), configuration.exclude, [])
    let words = FailureThreshold.allCases.map(\.rawValue)
    let threshold = options?.failOn.flatMap { word -> Setting<FailureThreshold>? in
      if let value = FailureThreshold(rawValue: word) { return Setting(value, from: .flag("--fail-on")) }
      problems.append("--fail-on: \(unknown(word, "severity", among: words))")
      return nil
    }
    failOn = merged(threshold, configuration.failOn, .hint)
  }

  /// A path of the file as seen from the current folder, where it lies below.
  private static func fromHere(_ path: String, _ configuration: Configuration) -> String {
    let whole = FilePath(configuration.folder).pushing(FilePath(path)).lexicallyNormalized()
    var relative = whole
    guard relative.removePrefix(absolute("")) else { return whole.string }
    return relative.isEmpty ? "." : relative.string
  }

  /// What the scanner is to leave out of a scan with this root.
  func scanOptions(root: String) -> ScanOptions {
    var options = ScanOptions()
    options.selected = select.value.map { Set($0) }
    options.ignored = Set(ignore.value)
    if !exclude.value.isEmpty {
      // What is typed may mean what is scanned; what is written down holds from where it stands.
      var (folder, isTyped) = (absolute(""), true)
      if case .file = exclude.origin { (folder, isTyped) = (FilePath(configuration.folder), false) }
      var way = absolute(FilePath(root))
      options.exclusions = [
        Exclusion(exclude.value, way: way.removePrefix(folder) ? way.string : nil, isForRoot: isTyped)
      ]
    }
    return options
  }
}

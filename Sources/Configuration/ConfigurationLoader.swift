import Files
import Handbook
import SystemPackage
import TOML

/// Finds and reads a project's configuration.
public struct ConfigurationLoader {
  /// Which file to read.
  public enum Choice: Sendable {
    /// The nearest one above these paths.
    case nearest(to: [String])
    case file(String)
    case none
  }

  private let handbook: Handbook
  private var reader = SettingReader(file: "")
  private var configuration = Configuration()

  /// Everything that is wrong with the file; empty when it is fit.
  public var faults: [SettingFault] {
    reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  static let keys = ["paths", "select", "ignore", "exclude", "fail-on", "blocking", "off-loop"]
  static let callKeys = [
    "kind", "replacement", "severity", "confidence", "fix", "note", "unless", "only_when",
  ]
  static let helperKeys = ["argument", "keyword", "decorator"]

  public init(handbook: Handbook) { self.handbook = handbook }

  /// What the file says, as far as it is right; `faults` tells the rest.
  public mutating func load(_ choice: Choice) -> Configuration {
    do throws(SettingFault) {
      switch choice {
      case .none: break
      case .file(let name): read(try ConfigurationFile.named(name))
      case .nearest(let paths):
        if let file = try ConfigurationFile.nearest(to: Self.folder(above: paths)) { read(file) }
      }
    } catch {
      reader = SettingReader(file: error.file)
      reader.add(error.message, at: TOMLPlace(line: error.line, column: error.column))
    }
    return configuration
  }

  /// The deepest folder that holds all paths.
  private static func folder(above paths: [String]) -> FilePath {
    var folder: FilePath?
    for path in paths {
      var own = absolute(FilePath(path))
      if kind(of: own) != .directory { own.removeLastComponent() }
      while let shared = folder, !own.starts(with: shared) { folder = shared.removingLastComponent() }
      folder = folder ?? own
    }
    return folder ?? ""
  }

  private mutating func read(_ file: ConfigurationFile) {
    reader = SettingReader(file: file.name)
    configuration.file = file.name
    configuration.folder = file.path.removingLastComponent().string
    let kinds = handbook.knowledge.kinds.keys.sorted()
    for entry in reader.entries(of: file.table, named: "[tool.loopdoctor]", keys: Self.keys) {
      let origin = reader.origin(entry)
      switch entry.key {
      case "paths": configuration.paths = paths(entry).map { Setting($0, from: origin) }
      case "select":
        configuration.select = reader.words(entry, of: "finding kind", among: kinds).map {
          Setting($0, from: origin)
        }
      case "ignore":
        configuration.ignore = reader.words(entry, of: "finding kind", among: kinds).map {
          Setting($0, from: origin)
        }
      case "exclude":
        configuration.exclude = reader.texts(entry).map { Setting($0.map(\.text), from: origin) }
      case "fail-on":
        let words = FailureThreshold.allCases.map(\.rawValue)
        configuration.failOn = reader.word(entry, of: "severity", among: words)
          .flatMap(FailureThreshold.init).map { Setting($0, from: origin) }
      case "blocking": named(entry) { $0.readCall($1) }
      default: named(entry) { $0.readHelper($1) }
      }
    }
  }

  /// Paths that are there, relative to the file.
  private mutating func paths(_ entry: TOMLNode.Entry) -> [String]? {
    reader.texts(entry)?.compactMap { text, place in
      let path = FilePath(configuration.folder).pushing(FilePath(text))
      if !text.isEmpty, kind(of: path) != nil { return text }
      reader.add("there is no file or folder “\(text)” beside this file", at: place)
      return nil
    }
  }

  // MARK: The project's own calls

  /// Goes through a table whose keys are qualified names.
  private mutating func named(
    _ entry: TOMLNode.Entry, read: (inout ConfigurationLoader, TOMLNode.Entry) -> Void
  ) {
    guard let entries = entry.value.entries else {
      reader.add(
        "“\(entry.key)” must be a table of qualified names, not \(entry.value.typeName)",
        at: entry.value.place)
      return
    }
    for named in entries {
      if !Self.isQualifiedName(named.key) {
        let inner = named.value.entries?.contains { $0.value.entries != nil } == true
        reader.add(
          inner || Self.isIdentifier(named.key)
            ? "“\(named.key)” is no qualified name; put the whole name into quotes: \"module.function\""
            : "“\(named.key)” is no qualified name; write \"module.function\" or \"module.Class.method\"",
          at: named.keyPlace)
      } else {
        read(&self, named)
      }
    }
  }

  private static func isIdentifier(_ word: some StringProtocol) -> Bool {
    !word.isEmpty && word.first?.isNumber == false
      && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Two words or more with dots between them; the last may be `*`.
  private static func isQualifiedName(_ name: String) -> Bool {
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    return words.count > 1
      && words.enumerated().allSatisfy { place, word in
        isIdentifier(word) || word == "*" && (place == words.count - 1 || place == 0)
      }
  }

  private mutating func readCall(_ entry: TOMLNode.Entry) {
    var words: [String: String] = [:]
    var conditions: [String: [ArgumentCondition]] = [:]
    for field in reader.entries(of: entry.value, named: "“\(entry.key)”", keys: Self.callKeys) {
      switch field.key {
      case "kind":
        words["kind"] = reader.word(field, of: "finding kind", among: handbook.knowledge.kinds.keys.sorted())
      case "severity":
        words["severity"] = reader.word(field, of: "severity", among: Severity.allCases.map(\.rawValue))
      case "confidence":
        words["confidence"] = reader.word(field, of: "confidence", among: Confidence.allCases.map(\.rawValue))
      case "fix": words["fix"] = reader.word(field, of: "article", among: handbook.articles.map(\.id))
      case "unless", "only_when": conditions[field.key] = reader.conditions(field)
      default: words[field.key] = reader.text(field)
      }
    }
    if entry.value.entries != nil, entry.value["kind"] == nil {
      reader.add("“\(entry.key)” needs a kind, such as \"blocking-http\"", at: entry.keyPlace)
    }
    guard let kind = words["kind"], let known = handbook.knowledge.kinds[kind] else { return }
    let call = BlockingCall(
      name: entry.key, kind: kind, severity: words["severity"].flatMap(Severity.init),
      confidence: words["confidence"].flatMap(Confidence.init) ?? .certain,
      replacement: words["replacement"] ?? "the call in asyncio.to_thread", fix: words["fix"] ?? known.fix,
      note: words["note"], unless: conditions["unless"] ?? [], onlyWhen: conditions["only_when"] ?? [])
    configuration.blocking.append(Setting(call, from: reader.origin(entry)))
  }

  private mutating func readHelper(_ entry: TOMLNode.Entry) {
    let origin = reader.origin(entry)
    if case .integer = entry.value.value {
      if let argument = reader.number(entry) { add(helper: entry.key, argument, nil, origin) }
      return
    }
    var argument: Int?
    var keyword: String?
    var isDecorator = false
    for field in reader.entries(of: entry.value, named: "“\(entry.key)”", keys: Self.helperKeys) {
      switch field.key {
      case "argument": argument = reader.number(field)
      case "keyword": keyword = reader.text(field)
      default: isDecorator = reader.flag(field) ?? false
      }
    }
    if isDecorator { configuration.decorators.append(Setting(entry.key, from: origin)) }
    if argument != nil || keyword != nil {
      add(helper: entry.key, argument, keyword, origin)
    } else if !isDecorator, entry.value.entries?.isEmpty == true {
      reader.add(
        "“\(entry.key)” needs the place of the callable: argument = 1, keyword = \"func\", or decorator = true",
        at: entry.keyPlace)
    }
  }

  private mutating func add(helper name: String, _ argument: Int?, _ keyword: String?, _ origin: Origin) {
    let source = configuration.file ?? ""
    configuration.offLoop.append(
      Setting(OffLoopHelper(name: name, argument: argument, keyword: keyword, source: source), from: origin))
  }
}

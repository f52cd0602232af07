import Files
import SystemPackage
import Timeline
import YAML

/// How far a learner has come with the labs, kept in a file that people can read.
public struct LabProgress: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public var isDone = false
    /// How many hints were shown.
    public var hints = 0
    /// Where the lab was copied to last.
    public var folder = ""

    public init() {}
  }

  public var labs: [String: Entry] = [:]

  public init() {}

  /// - Throws: `SessionFault` when the file is not what was written.
  public init(_ bytes: [UInt8], named file: String) throws(SessionFault) {
    func fault(_ message: String, _ place: YAMLPlace) -> SessionFault {
      SessionFault(file: file, line: place.line, column: place.column, message: message)
    }
    let root: YAMLNode
    do throws(YAMLFault) {
      root = try parseYAML(bytes)
    } catch {
      throw fault(error.message, error.place)
    }
    if root.isNull { return }
    guard root["progress"]?.text == "1" else {
      throw fault("this loopdoctor reads progress format 1", root.place)
    }
    for entry in root["labs"]?.entries ?? [] {
      var known = Entry()
      switch entry.value["state"]?.text {
      case "done": known.isDone = true
      case "open": break
      default: throw fault("a lab's state is done or open", entry.value.place)
      }
      guard let hints = Int(entry.value["hints"]?.text ?? "0"), hints >= 0 else {
        throw fault("hints is a number", entry.value.place)
      }
      known.hints = hints
      known.folder = entry.value["folder"]?.text ?? ""
      labs[entry.key] = known
    }
  }

  public var text: String {
    "# Written by loopdoctor. `loopdoctor walkthrough lab --reset NAME` begins a lab anew.\nprogress: 1\n"
      + (labs.isEmpty ? "labs: {}\n" : "labs:\n")
      + labs.sorted { $0.key < $1.key }.map { name, entry in
        "  \(yamlScalar(name)): {state: \(entry.isDone ? "done" : "open"), hints: \(entry.hints), "
          + "folder: \(yamlScalar(entry.folder))}\n"
      }.joined()
  }
}

/// The file that progress is kept in.
public struct LabProgressFile: Sendable {
  public let path: FilePath

  /// As the XDG base directories say.
  /// - Returns: nil when there is neither `XDG_STATE_HOME` nor `HOME`.
  public init?(stateHome: String?, home: String?) {
    if let stateHome, stateHome.hasPrefix("/") {
      path = FilePath(stateHome).appending("loopdoctor").appending("labs.yaml")
    } else if let home, home.hasPrefix("/") {
      path = FilePath(home).pushing(".local/state/loopdoctor")
        .appending("labs.yaml")
    } else {
      return nil
    }
  }

  /// What was kept; nothing when there is no such file.
  /// - Throws: `SessionFault`, `FileFault`.
  public func read() throws -> LabProgress {
    guard kind(of: path) != nil else { return LabProgress() }
    return try LabProgress(try readFile(path, limit: 1 << 20), named: path.string)
  }

  /// Changes what is kept of one lab. Others may have written meanwhile, so the file is read anew.
  /// - Throws: `SessionFault`, `FileFault`.
  public func change(_ lab: String, _ edit: (inout LabProgress.Entry) -> Void) throws {
    var progress = try read()
    edit(&progress.labs[lab, default: LabProgress.Entry()])
    try createFolder(path.removingLastComponent())
    try writeFile(path, progress.text)
  }
}

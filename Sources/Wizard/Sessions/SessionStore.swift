import Files
import Report
import SystemPackage
import Timeline

/// Where sessions that were left are kept: one readable file a project, in the person's state folder, never in the project.
public struct SessionStore: Sendable {
  /// The file of this project.
  public let file: FilePath
  /// The project, by its whole path.
  public let project: String

  /// What is kept of a project.
  public enum Kept: Equatable, Sendable {
    case nothing
    case session(SessionFile)
    /// There is a file, and this is wrong with it.
    case damaged(String)
  }

  /// - Parameters:
  ///   - project: the folder or file under diagnosis.
  ///   - variable: the value of an environment variable, nil when it is unset or empty.
  /// - Returns: nil when there is no state folder: neither `XDG_STATE_HOME` nor `HOME` names one.
  public init?(project: String, variable: (String) -> String?) {
    // What the XDG base directories say: a path that is not absolute is to be passed over.
    let folders = [variable("XDG_STATE_HOME"), variable("HOME").map { $0 + "/.local/state" }]
    guard let folder = folders.compactMap(\.self).first(where: { $0.hasPrefix("/") }) else { return nil }
    let whole = resolved(FilePath(project))
    self.project = whole.string
    let name = whole.lastComponent?.string ?? "root"
    file = FilePath(folder).appending("loopdoctor").appending("\(Self.readable(name))-\(whole.identity).yaml")
  }

  private static func readable(_ name: String) -> String {
    let kept = name.unicodeScalars.prefix(40).map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || ".-_".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    }
    return String(kept.drop { $0 == "." })
  }

  /// What is kept, whatever state the file is in.
  public func load(graph: Graph) -> Kept {
    guard kind(of: file, following: false) != nil else { return .nothing }
    do throws(FileFault) {
      let bytes = try readFile(file, limit: 1 << 20)
      var reader = SessionReader(file: file.string, graph: graph)
      let (session, faults) = reader.read(bytes)
      if let fault = faults.first { return .damaged(fault.description) }
      guard let bookmark = session.bookmark else {
        return .damaged("\(file.string): it does not say where the session stands")
      }
      // Two paths may share a name; that is not this project's session then.
      return bookmark.root == project ? .session(session) : .nothing
    } catch {
      return .damaged(error.message)
    }
  }

  /// Keeps a session in place of what was kept before: whole or not at all.
  public func keep(_ session: SessionFile, tool: Tool) throws(FileFault) {
    var session = session
    session.bookmark?.root = project
    try createFolder(file.removingLastComponent(), permissions: .ownerReadWriteExecute)
    try writeFile(file, session.text(tool: "\(tool.name) \(tool.version)"))
  }
}

extension FilePath {
  /// A number of 64 bits (FNV-1a) that tells this path from others, in hexadecimal digits.
  fileprivate var identity: String {
    let hash = string.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

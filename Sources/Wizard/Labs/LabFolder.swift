import Files
import Handbook
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The folder that a lab was copied to, where the learner works.
public struct LabFolder: Sendable {
  /// Says which lab a folder belongs to.
  static let marker = ".loopdoctor-lab"
  /// More Python files than these are not looked at, nor files longer than so many bytes.
  private static let mostFiles = 200
  private static let longestFile = 1 << 20
  private static let ignoredFolders: Set = ["__pycache__", "venv", "env", "node_modules", "site-packages"]

  public let path: FilePath

  public init(_ path: String) { self.path = absolute(FilePath(path)) }

  /// The lab that was copied here, if any.
  public var lab: String? {
    guard let bytes = try? readFile(path.appending(Self.marker), limit: 4096) else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The files of a lab that are here already, and are not what the lab would put there.
  public func occupied(by lab: Lab) -> [String] {
    lab.files.filter { name, text in
      let file = path.pushing(FilePath(name))
      guard kind(of: file, following: false) != nil else { return false }
      return (try? readFile(file, limit: Self.longestFile)).map { $0 != Array(text.utf8) } ?? true
    }.keys.sorted()
  }

  /// Writes all files of a lab, over what is there.
  public func put(_ lab: Lab) throws(FileFault) {
    try createFolder(path)
    for (name, text) in lab.files.sorted(by: { $0.key < $1.key }) {
      let file = path.pushing(FilePath(name))
      try createFolder(file.removingLastComponent())
      try writeFile(file, text)
    }
    try writeFile(path.appending(Self.marker), lab.name + "\n")
  }

  /// When and how long: changes when a file is saved.
  public struct Stamp: Equatable, Sendable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let node: UInt64
  }

  /// The Python files with their stamps, by path.
  public func stamps() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    collect(path, prefix: "", depth: 0, into: &stamps)
    return stamps
  }

  private func collect(
    _ folder: FilePath, prefix: String, depth: Int, into stamps: inout [String: Stamp]
  ) {
    for (name, type) in (try? listDirectory(folder)) ?? [] where !name.string.hasPrefix(".") {
      guard stamps.count < Self.mostFiles else { return }
      let file = folder.appending(name)
      if type == .directory, depth < 3, !Self.ignoredFolders.contains(name.string) {
        collect(file, prefix: prefix + name.string + "/", depth: depth + 1, into: &stamps)
      } else if name.string.hasSuffix(".py"), let stamp = Self.stamp(of: file) {
        stamps[prefix + name.string] = stamp
      }
    }
  }

  private static func stamp(of file: FilePath) -> Stamp? {
    var status = stat()
    guard file.withPlatformString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(status.st_size),
      node: UInt64(status.st_ino))
  }

  /// The texts of the Python files, by path; what cannot be read counts as not there.
  public func sources() -> [String: String] {
    stamps().keys.reduce(into: [:]) { sources, name in
      if let bytes = try? readFile(path.pushing(FilePath(name)), limit: Self.longestFile) {
        sources[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}

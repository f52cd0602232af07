import Files
import SystemPackage

/// Lines of a scanned project's files, for showing a finding in its place.
public struct SourceFiles: Sendable {
  /// nil: all of it is held in memory.
  private let root: FilePath?
  private let texts: [String: String]

  /// Files below a folder.
  /// - Parameters:
  ///   - root: `ScanResult.root`.
  ///   - replacing: texts, by path, in place of what the files hold.
  public init(root: String, replacing: [String: String] = [:]) {
    self.root = FilePath(root)
    texts = replacing
  }

  /// Files held in memory, by path.
  public init(texts: [String: String]) {
    root = nil
    self.texts = texts
  }

  /// A whole file; nil when it cannot be read.
  public func text(of path: String) -> String? {
    (try? bytes(of: path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Some lines of a file with their 1-based numbers; none when it cannot be read any more.
  public func lines(of path: String, _ range: ClosedRange<Int>) -> [(number: Int, text: String)] {
    (try? excerpt(of: path, range)) ?? []
  }

  /// Some lines of a file with their 1-based numbers.
  /// - Throws: `FileFault` when it cannot be read any more.
  public func excerpt(of path: String, _ range: ClosedRange<Int>) throws(FileFault) -> [(
    number: Int, text: String
  )] {
    let bytes = try bytes(of: path)
    var lines: [(number: Int, text: String)] = []
    var number = 1
    var start = 0
    var index = 0
    func take(_ end: Int) {
      if range.contains(number) {
        lines.append((number, String(decoding: bytes[start..<end], as: UTF8.self)))
      }
    }
    while index < bytes.count, number <= range.upperBound {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        take(index)
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        number += 1
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { take(bytes.count) }
    return lines
  }

  private func bytes(of path: String) throws(FileFault) -> [UInt8] {
    if let text = texts[path] { return Array(text.utf8) }
    guard let file = location(of: path) else { throw FileFault(path: path, reason: "there is no such file") }
    return try readFile(file, limit: Scanner.longestFile)
  }

  /// Where a file is; nil when there are no files.
  ///
  /// In a path, signs stand for the bytes of a name that are not UTF-8: the one name that is shown so is looked for.
  public func location(of path: String) -> FilePath? {
    guard var location = root else { return nil }
    let path = FilePath(path)
    guard path.string.contains("\u{FFFD}") else { return location.pushing(path) }
    for component in path.components {
      let plain = location.appending(component)
      let others =
        kind(of: plain) == nil
        ? ((try? listDirectory(location)) ?? []).filter { $0.name.string == component.string } : []
      location = others.count == 1 ? location.appending(others[0].name) : plain
    }
    return location
  }
}

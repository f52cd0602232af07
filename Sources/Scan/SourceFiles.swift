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
  public func text(of path: String) -> String? { bytes(of: path).map { String(decoding: $0, as: UTF8.self) } }

  /// Some lines of a file with their 1-based numbers; none when it cannot be read any more.
  public func lines(of path: String, _ range: ClosedRange<Int>) -> [(number: Int, text: String)] {
    guard let bytes = bytes(of: path) else { return [] }
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

  private func bytes(of path: String) -> [UInt8]? {
    if let text = texts[path] { return Array(text.utf8) }
    return root.flatMap { try? readFile($0.pushing(FilePath(path)), limit: Scanner.longestFile) }
  }
}

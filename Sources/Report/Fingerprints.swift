import Files
import Scan
import SystemPackage

/// Names findings in a way that stays the same when lines move: by the file, the function, the call, what its line says,
/// and the number among the like.
public struct Fingerprints {
  private let sources: SourceFiles
  private let root: String
  private var seen: [String: Int] = [:]
  private var file: (path: String, lines: [String]) = ("", [])

  /// - Parameter sources: where to read the lines; nil: below the root.
  public init(root: String, sources: SourceFiles? = nil) {
    self.sources = sources ?? SourceFiles(root: root)
    self.root = root
  }

  /// The findings of a scan in its order, each with its name.
  public static func of(_ scan: ScanResult, sources: SourceFiles? = nil) -> [String] {
    var fingerprints = Fingerprints(root: scan.root, sources: sources)
    return scan.findings.map { fingerprints.next(for: $0) }
  }

  public mutating func next(for finding: Finding) -> String {
    let parts = [
      finding.kind, Self.shared(root, finding.path), finding.function, finding.call,
      text(of: finding.path, finding.range.line),
    ]
    // A separator that stands in none of them.
    let name = parts.joined(separator: "\u{0}")
    let number = seen[name, default: 0]
    seen[name] = number + 1
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(name)\u{0}\(number)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A line without the blanks in it: what a formatter changes is no news.
  private mutating func text(of path: String, _ line: Int) -> String {
    if file.path != path { file = (path, sources.lines(of: path, 1...(.max)).map(\.text)) }
    guard file.lines.indices.contains(line - 1) else { return "" }
    return file.lines[line - 1].filter { !$0.isWhitespace }
  }

  /// A path from the current folder, however the scan was started.
  static func shared(_ root: String, _ path: String) -> String {
    let whole = absolute(FilePath(joined(root, path)))
    var relative = whole
    return relative.removePrefix(absolute("")) ? relative.string : whole.string
  }
}

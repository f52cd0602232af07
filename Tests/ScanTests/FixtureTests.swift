import Files
import SystemPackage
import Testing

@testable import Scan

/// Scans every case in `Tests/Fixtures` and holds the findings against what the lines expect.
///
/// `# expect: KIND, KIND` speaks of its own line, `# expect next: KIND` of the one below.
@Suite struct FixtureTests {
  static let folder = FilePath(#filePath).removingLastComponent().removingLastComponent().appending(
    "Fixtures")

  /// A file, or a folder that is a project of its own.
  static let cases: [String] = topics().flatMap { topic -> [String] in
    ((try? listDirectory(folder.appending(topic))) ?? []).map { "\(topic)/\($0.name.string)" }
  }

  private static func topics() -> [String] {
    ((try? listDirectory(folder)) ?? []).filter { $0.kind == .directory }.map(\.name.string)
  }

  @Test func thereAreManyCases() { #expect(Self.cases.count >= 400) }

  @Test(arguments: cases) func finds(_ name: String) throws {
    let path = Self.folder.appending(name)
    let isFolder = kind(of: path) == .directory
    let root = isFolder ? path : path.removingLastComponent()
    let result = try Scanner(handbook: handbook()).scan(root: root.string, paths: [path.string])
    let found = result.findings.map { "\($0.path):\($0.range.line) \($0.kind)" }.sorted()
    let files =
      isFolder
      ? try pythonFiles(in: path, name: "") : [name.split(separator: "/").last.map(String.init) ?? ""]
    let expected = try files.flatMap { try expectations(in: root.appending($0), name: $0) }.sorted()
    let missing = difference(expected, found)
    let surplus = difference(found, expected)
    #expect(missing.isEmpty && surplus.isEmpty, "\(name): missing \(missing), not expected \(surplus)")
  }

  private func difference(_ left: [String], _ right: [String]) -> [String] {
    var rest = left
    for element in right { if let place = rest.firstIndex(of: element) { rest.remove(at: place) } }
    return rest
  }

  private func pythonFiles(in folder: FilePath, name: String) throws -> [String] {
    try listDirectory(folder).flatMap { entry -> [String] in
      let inner = name.isEmpty ? entry.name.string : name + "/" + entry.name.string
      if entry.kind == .directory { return try pythonFiles(in: folder.appending(entry.name), name: inner) }
      return inner.hasSuffix(".py") ? [inner] : []
    }
  }

  private func expectations(in file: FilePath, name: String) throws -> [String] {
    let text = String(decoding: try readFile(file), as: UTF8.self)
    let lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r\n", "\r"].contains($0) })
    return lines.enumerated().flatMap { index, line -> [String] in
      for (mark, offset) in [("# expect: ", 1), ("# expect next: ", 2)] {
        if let found = line.firstRange(of: mark) {
          let kinds = line[found.upperBound...].split { $0 == "," || $0 == " " }
          return kinds.map { "\(name):\(index + offset) \($0)" }
        }
      }
      return []
    }
  }
}

import Files
import Synchronization
import SystemPackage
import Testing

@testable import Scan

/// How files become modules: lines, threads, cancellation.
@Suite struct ReadingTests {
  @Test func linesAreCountedAsEditorsDo() throws {
    let scanner = Scanner(handbook: try handbook())
    for (text, lines) in [
      ("", 0), ("\u{FEFF}", 0), ("x", 1), ("x\n", 1), ("x\r\ny", 2), ("x\ry\r", 2), ("\n\n", 2),
      ("x\n\ry", 3), ("x\r", 1), (String(repeating: "x = 1\n", count: 20_000), 20_000),
      (String(repeating: "\n", count: 9000) + "x", 9001),
    ] { #expect(scanner.scan(source: text).lines == lines) }
  }

  @Test func threadsArePrepared() throws {
    let counter = Counter()
    let folder = try TemporaryFolder()
    try folder.write("a.py")
    _ = try Scanner(handbook: handbook()) { counter.add(1) }.scan(root: folder.path.string)
    #expect(counter.values.count >= 2)
  }

  /// A name that is not UTF-8 is shown with signs in it, and found again by how it is shown.
  @Test func aNameThatIsNotUTF8() throws {
    let folder = try TemporaryFolder()
    let name = try #require(
      FilePath.Component(platformString: [0x63, 0x61, 0x66, CChar(bitPattern: 0xE9), 0x2E, 0x70, 0x79, 0]))
    let text = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
    try writeFile(folder.path.appending(name), text)
    let finding = try #require(try folder.scan().findings.first)
    #expect(finding.path == "caf\u{FFFD}.py")
    let sources = SourceFiles(root: folder.path.string)
    #expect(sources.location(of: finding.path) == folder.path.appending(name))
    #expect(try sources.excerpt(of: finding.path, 5...5).map(\.text) == ["    time.sleep(1)"])
    #expect(throws: FileFault.self) { try sources.excerpt(of: "gone.py", 1...2) }
    #expect(sources.lines(of: "gone.py", 1...2).isEmpty)
    // Where two look alike nobody can tell.
    let other = try #require(
      FilePath.Component(platformString: [0x63, 0x61, 0x66, CChar(bitPattern: 0xE8), 0x2E, 0x70, 0x79, 0]))
    try writeFile(folder.path.appending(other), "")
    #expect(throws: FileFault.self) { try sources.excerpt(of: finding.path, 5...5) }
  }

  @Test func theWalkHeedsCancellationAndTellsHowFarItIs() throws {
    let folder = try TemporaryFolder()
    for index in 0..<300 { try folder.write("m\(index).py") }
    #expect(
      try ProjectWalk(root: folder.path, paths: [folder.path], isCancelled: { true }).files.isEmpty)
    let counter = Counter()
    let walk = try ProjectWalk(root: folder.path, paths: [folder.path], found: { counter.add($0) })
    #expect(walk.files.count == 300)
    #expect(counter.values.contains { (200...300).contains($0) })
  }
}

/// Collects numbers from any thread.
private final class Counter: Sendable {
  private let numbers = Mutex<[Int]>([])
  func add(_ number: Int) { numbers.withLock { $0.append(number) } }
  var values: [Int] { numbers.withLock { $0 } }
}

import Files
import SystemPackage
import Testing

@testable import Scan

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@Suite struct ProjectWalkTests {
  private func names(_ folder: TemporaryFolder, _ paths: [String] = [""]) throws -> [String] {
    try ProjectWalk(
      root: folder.path, paths: paths.map { $0.isEmpty ? folder.path : folder.path.appending($0) }
    )
    .files.map(\.name)
  }

  @Test func choosesPythonFilesSortedByName() throws {
    let folder = try TemporaryFolder()
    for name in ["b.py", "a.py", "pkg/__init__.py", "gui.pyw", "notes.txt", "stub.pyi", "script"] {
      try folder.write(name)
    }
    #expect(try names(folder) == ["a.py", "b.py", "gui.pyw", "pkg/__init__.py"])
  }

  @Test func leavesOutWhatIsHiddenInstalledOrGenerated() throws {
    let folder = try TemporaryFolder()
    for name in [
      ".hidden/a.py", ".hidden.py", "env/pyvenv.cfg", "env/lib/site.py", "node_modules/x/a.py",
      "__pycache__/a.py",
      "kept/a.py",
    ] { try folder.write(name) }
    #expect(try names(folder) == ["kept/a.py"])
  }

  @Test func gitignoreHoldsOnlyWithinARepository() throws {
    let folder = try TemporaryFolder()
    try folder.write(".gitignore", "generated.py\n/build/\n")
    for name in ["a.py", "generated.py", "build/b.py", "x/build/c.py"] { try folder.write(name) }
    #expect(try names(folder) == ["a.py", "build/b.py", "generated.py", "x/build/c.py"])
    try folder.write(".git/HEAD", "ref: refs/heads/main\n")
    #expect(try names(folder) == ["a.py", "x/build/c.py"])
  }

  @Test func ignoreFilesHoldEverywhereAndTheNearestWins() throws {
    let folder = try TemporaryFolder()
    try folder.write(".ignore", "*.py\n")
    try folder.write("inner/.ignore", "!kept.py\n")
    for name in ["a.py", "inner/kept.py", "inner/b.py"] { try folder.write(name) }
    #expect(try names(folder) == ["inner/kept.py"])
  }

  @Test func aFileNamedOutrightIsAlwaysIn() throws {
    let folder = try TemporaryFolder()
    try folder.write(".ignore", "*\n")
    try folder.write("script")
    try folder.write(".hidden.py")
    #expect(try names(folder, ["script", ".hidden.py"]) == [".hidden.py", "script"])
    #expect(try names(folder, ["script", "script"]) == ["script"])
  }

  @Test func linksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("pkg/a.py")
    folder.link("pkg/loop", to: folder.path.string)
    folder.link("b.py", to: "pkg/a.py")
    #expect(try names(folder) == ["pkg/a.py"])
  }

  @Test func aMissingPathIsAFault() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileFault.self) { try self.names(folder, ["nothing"]) }
  }

  /// Nothing is closed to root.
  @Test(.enabled(if: geteuid() != 0)) func whatCannotBeReadIsListed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py")
    try folder.write("closed/b.py")
    try folder.write("c.py")
    let closed = folder.path.appending("closed")
    _ = closed.withPlatformString { chmod($0, 0) }
    _ = folder.path.appending("c.py").withPlatformString { chmod($0, 0) }
    defer { _ = closed.withPlatformString { chmod($0, 0o700) } }
    let result = try folder.scan()
    #expect(result.files == 1)
    #expect(result.skipped.map(\.path) == ["c.py", "closed"])
  }

  @Test func aPipeNamedLikePythonDoesNotHangTheScan() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py")
    _ = folder.path.appending("pipe.py").withPlatformString { mkfifo($0, 0o600) }
    #expect(try folder.scan().files == 1)
  }
}

import Files
import SystemPackage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@Suite struct ReadingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000]) func readsAllBytes(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try scratch.file("data", bytes)
    #expect(try readFile(file) == bytes)
    #expect(try readFile(scratch.link("link", to: "data")) == bytes)
  }

  @Test func readsUpToTheLimitAndNoFarther() throws {
    let file = try scratch.file("ten", Array("0123456789".utf8))
    #expect(try readFile(file, limit: 10).count == 10)
    #expect(throws: FileFault(path: file.string, reason: "10 bytes; at most 9 are read")) {
      try readFile(file, limit: 9)
    }
  }

  #if os(Linux)
    @Test func readsFilesThatTellNoSize() throws {
      #expect(try !readFile("/proc/self/status").isEmpty)
      #expect(throws: FileFault(path: "/proc/self/status", reason: "more than 3 bytes")) {
        try readFile("/proc/self/status", limit: 3)
      }
    }
  #endif

  @Test func refusesWhatIsNoFile() throws {
    #expect(throws: FileFault(path: scratch.path.string, reason: "is a folder")) {
      try readFile(scratch.path)
    }
    let missing = scratch.path.appending("missing")
    #expect(throws: FileFault(path: missing.string, reason: "No such file or directory")) {
      try readFile(missing)
    }
    #expect(FileFault(path: "a", reason: "b").message == "a: b")
    let loop = try scratch.link("loop", to: "loop")
    #expect(throws: FileFault(path: loop.string, reason: "Too many levels of symbolic links")) {
      try readFile(loop)
    }
  }

  @Test func doesNotWaitForAPipe() throws {
    // Without a writer a pipe would hold an ordinary reader for ever.
    let pipe = try scratch.pipe("pipe")
    #expect(throws: FileFault(path: pipe.string, reason: "no regular file")) { try readFile(pipe) }
    #expect(throws: FileFault(path: "/dev/zero", reason: "no regular file")) { try readFile("/dev/zero") }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything")) func tellsWhatMayNotBeRead() throws {
    let file = try scratch.file("secret", [1])
    _ = file.withPlatformString { chmod($0, 0) }
    #expect(throws: FileFault(path: file.string, reason: "Permission denied")) { try readFile(file) }
  }

  // MARK: Folders

  @Test func listsInByteOrder() throws {
    for name in ["b", "a", "B", "10", "9", ".hidden", "ä", "Z", "a.b"] { _ = try scratch.file(name, []) }
    #expect(
      try listDirectory(scratch.path).map(\.name.string) == [
        ".hidden", "10", "9", "B", "Z", "a", "a.b", "b", "ä",
      ])
  }

  @Test func tellsKindsApart() throws {
    _ = try scratch.file("file", [])
    _ = try scratch.folder("folder")
    _ = try scratch.link("to-file", to: "file")
    _ = try scratch.link("to-nothing", to: "nothing")
    _ = try scratch.pipe("pipe")
    let kinds = Dictionary(
      uniqueKeysWithValues: try listDirectory(scratch.path).map { ($0.name.string, $0.kind) })
    #expect(
      kinds == [
        "file": .file, "folder": .directory, "to-file": .symbolicLink, "to-nothing": .symbolicLink,
        "pipe": .other,
      ])
    func kind(_ name: String, following: Bool) -> EntryKind? {
      Files.kind(of: scratch.path.appending(name), following: following)
    }
    for (name, expected) in kinds { #expect(kind(name, following: false) == expected) }
    #expect(kind("to-file", following: true) == .file)
    #expect(kind("to-nothing", following: true) == nil)
    #expect(kind("folder", following: true) == .directory)
    #expect(kind("missing", following: false) == nil)
  }

  @Test func tellsWhyAFolderCannotBeListed() throws {
    let file = try scratch.file("file", [])
    #expect(throws: FileFault(path: file.string, reason: "Not a directory")) { _ = try listDirectory(file) }
    let missing = scratch.path.appending("missing")
    #expect(throws: FileFault(path: missing.string, reason: "No such file or directory")) {
      _ = try listDirectory(missing)
    }
  }

  @Test func absolutePaths() throws {
    #expect(absolute("/a/b/../c/./d") == "/a/c/d")
    #expect(absolute("x/../y").isAbsolute)
    #expect(absolute("x/../y").lastComponent == "y")
    #expect(absolute(".") == absolute("x/.."))
  }
}

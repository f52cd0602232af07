import Files
import SystemPackage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@Suite struct WritingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func names() throws -> [String] { try listDirectory(scratch.path).map(\.name.string) }
  private func text(_ path: FilePath) throws -> String { String(decoding: try readFile(path), as: UTF8.self) }
  private func mode(_ path: FilePath) -> mode_t {
    var status = stat()
    _ = path.withPlatformString { lstat($0, &status) }
    return status.st_mode & 0o7777
  }

  @Test func writesANewFileAndReplacesAnOldOne() throws {
    let file = scratch.path.appending("new.yaml")
    try writeFile(file, "one: ä\n")
    #expect(try text(file) == "one: ä\n")
    try writeFile(file, "")
    #expect(try text(file) == "")
    #expect(try names() == ["new.yaml"], "nothing else stays behind")
  }

  @Test func keepsTheModeOfAnOldFile() throws {
    let file = try scratch.file("script", Array("old".utf8))
    _ = file.withPlatformString { chmod($0, 0o751) }
    try writeFile(file, "new")
    #expect(mode(file) == 0o751)
    #expect(try text(file) == "new")
  }

  @Test func writesThroughALink() throws {
    let file = try scratch.file("real", Array("old".utf8))
    let link = try scratch.link("link", to: "real")
    try writeFile(link, "new")
    #expect(kind(of: link, following: false) == .symbolicLink)
    #expect(try text(file) == "new")
    #expect(try names() == ["link", "real"])
  }

  @Test func refusesWhatIsNoFile() throws {
    let pipe = try scratch.pipe("pipe")
    #expect(throws: FileFault(path: pipe.string, reason: "no regular file")) { try writeFile(pipe, "x") }
    #expect(throws: FileFault(path: scratch.path.string, reason: "is a folder")) {
      try writeFile(scratch.path, "x")
    }
    #expect(try names() == ["pipe"])
  }

  @Test func leavesNothingBehindWhenTheFolderIsMissing() throws {
    let file = scratch.path.appending("missing").appending("file")
    #expect(throws: FileFault(path: file.string, reason: "No such file or directory")) {
      try writeFile(file, "x")
    }
    #expect(try names() == [])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere")) func keepsTheOldContentWhenItMayNotWrite()
    throws
  {
    let file = try scratch.file("file", Array("old".utf8))
    _ = scratch.path.withPlatformString { chmod($0, 0o500) }
    #expect(throws: FileFault(path: file.string, reason: "Permission denied")) { try writeFile(file, "new") }
    #expect(try text(file) == "old")
    #expect(try names() == ["file"])
  }

  @Test func writesTheLongestNames() throws {
    let file = scratch.path.appending(String(repeating: "n", count: 255))
    try writeFile(file, "x")
    #expect(try text(file) == "x")
  }

  @Test func takesTheHalfDoneFileAwayWhenTheLastStepFails() throws {
    // Everything is written when the name turns out to be too long.
    let file = scratch.path.appending(String(repeating: "n", count: 256))
    #expect(throws: FileFault(path: file.string, reason: "File name too long")) { try writeFile(file, "x") }
    #expect(try names() == [])
  }

  @Test func writersAtOnceDoNotDisturbEachOther() async throws {
    let file = scratch.path.appending("shared")
    let texts = (0..<16).map { String(repeating: "\($0) ", count: 5_000) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for text in texts { group.addTask { try writeFile(file, text) } }
      try await group.waitForAll()
    }
    #expect(texts.contains(try text(file)))
    #expect(try names() == ["shared"])
  }
}

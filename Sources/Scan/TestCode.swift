/// Tests, by where Python's test runners look for them.
enum TestCode {
  /// Whether a file is one of a test suite.
  static func holds(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { holds(UnsafeRawBufferPointer($0)) }
  }

  private static func holds(_ path: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    for place in path.indices where path[place] == UInt8(ascii: "/") {
      let folder = UnsafeRawBufferPointer(rebasing: path[start..<place])
      if equal(folder, "tests") || equal(folder, "test") || equal(folder, "testing") { return true }
      start = place + 1
    }
    let file = UnsafeRawBufferPointer(rebasing: path[start...])
    return begins(file, "test_") || equal(file, "conftest.py")
      || file.count >= 8 && begins(UnsafeRawBufferPointer(rebasing: file[(file.count - 8)...]), "_test.py")
  }

  private static func begins(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    for place in 0..<word.utf8CodeUnitCount where bytes[place] != word.utf8Start[place] { return false }
    return true
  }

  private static func equal(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount && begins(bytes, word)
  }
}

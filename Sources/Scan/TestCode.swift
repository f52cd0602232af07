/// Tests, by where Python's test runners look for them.
enum TestCode {
  private static let folders: Set<Substring> = ["test", "tests", "testing"]

  /// Whether a file is one of a test suite.
  static func holds(_ path: String) -> Bool {
    let words = path.split(separator: "/")
    guard let file = words.last else { return false }
    return words.dropLast().contains { folders.contains($0) } || file.hasPrefix("test_")
      || file.hasSuffix("_test.py") || file == "conftest.py"
  }
}

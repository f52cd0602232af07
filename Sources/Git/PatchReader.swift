/// Reads which lines of the new side a patch without context changes.
struct PatchReader {
  private(set) var changed: [String: [ClosedRange<Int>]] = [:]

  init(_ patch: [UInt8]) {
    var path: String?
    // The lines of a hunk may look like anything, so they are counted.
    var left = 0
    for line in patch.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if left > 0, let first = line.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
        left -= 1
      } else if line.starts(with: "+++ ".utf8) {
        path = Self.path(line.dropFirst(4))
      } else if line.starts(with: "@@ ".utf8), let hunk = Self.hunk(line) {
        left = hunk.old + hunk.new
        if let path, hunk.new > 0 {
          changed[path, default: []].append(hunk.start...hunk.start + hunk.new - 1)
        }
      }
    }
  }

  /// The sizes in `@@ -1,2 +3,4 @@`.
  private static func hunk(_ line: ArraySlice<UInt8>) -> (old: Int, start: Int, new: Int)? {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count > 3, words[1].first == UInt8(ascii: "-"), words[2].first == UInt8(ascii: "+") else {
      return nil
    }
    func numbers(_ word: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
      let parts = word.dropFirst().split(separator: UInt8(ascii: ",")).map {
        Int(String(decoding: $0, as: UTF8.self))
      }
      guard let start = parts.first, let start else { return nil }
      return (start, parts.count > 1 ? parts[1] ?? 0 : 1)
    }
    guard let old = numbers(words[1]), let new = numbers(words[2]) else { return nil }
    return (old.count, new.start, new.count)
  }

  /// The name behind `+++ `: `b/` goes before it, a tab may follow it, and odd ones are quoted as in C.
  private static func path(_ name: ArraySlice<UInt8>) -> String? {
    var bytes = Array(name)
    if bytes.first == UInt8(ascii: "\"") {
      bytes = unquoted(bytes)
    } else if bytes.last == UInt8(ascii: "\t") {
      bytes.removeLast()
    }
    guard bytes.starts(with: "b/".utf8) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let letter = bytes[index + 1]
      let octal = bytes[(index + 1)...].prefix(3)
      if octal.count == 3, octal.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }) {
        result.append(octal.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) })
        index += 4
        continue
      }
      let escapes: [Character: UInt8] = ["a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13]
      result.append(escapes[Character(Unicode.Scalar(letter))] ?? letter)
      index += 2
    }
    return result
  }
}

import Foundation
import PythonOutline
import Testing

/// CPython's `ast` judges the parser over whole folders: the standard library of the `python3` on the PATH, or the folder
/// that LOOPDOCTOR_ORACLE_PATH names. Files that this Python cannot parse are left out.
@Suite struct OracleTests {
  static let python = try? lines(of: ["python3", "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"])
  static let folder = ProcessInfo.processInfo.environment["LOOPDOCTOR_ORACLE_PATH"] ?? python?.first

  @Test(.enabled(if: folder != nil, "there is no python3 on the PATH"))
  func agreesWithCPython() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Oracle/outline_oracle.py").path
    var comparison = Comparison()
    try run(["python3", script, Self.folder ?? ""]) { comparison.take($0) }
    comparison.finishFile()
    print(
      "oracle: \(comparison.compared) files compared, \(comparison.skipped) skipped, "
        + "\(comparison.differences.count) differ, in \(Self.folder ?? "")")
    #expect(comparison.compared > 0)
    #expect(comparison.differences.prefix(20) == [])
  }
}

/// Follows the output of `outline_oracle.py` line by line.
private struct Comparison {
  var compared = 0
  var skipped = 0
  var differences = [String]()
  private var fields: Bool?
  private var path: String?
  private var expected = [UInt8]()
  private var rest = [UInt8]()

  private static let fileMark = Array("file ".utf8)

  mutating func take(_ chunk: [UInt8]) {
    rest += chunk
    var begin = 0
    while let end = rest[begin...].firstIndex(of: UInt8(ascii: "\n")) {
      take(line: rest[begin..<end])
      begin = end + 1
    }
    rest.removeSubrange(..<begin)
  }

  private mutating func take(line: ArraySlice<UInt8>) {
    guard fields != nil else {
      fields = line.elementsEqual("fields yes".utf8)
      return
    }
    if line.starts(with: Self.fileMark) {
      finishFile()
      path = String(decoding: line.dropFirst(Self.fileMark.count), as: UTF8.self)
    } else {
      expected += line
      expected.append(UInt8(ascii: "\n"))
    }
  }

  mutating func finishFile() {
    defer {
      path = nil
      expected.removeAll(keepingCapacity: true)
    }
    guard let path else { return }
    guard !expected.elementsEqual("skipped\n".utf8) else {
      skipped += 1
      return
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      differences.append("\(path): cannot be read")
      return
    }
    compared += 1
    let tree = parse(Array(data))
    let ours = outlineDump(of: tree, fields: fields ?? true)
    guard ours != expected || !tree.faults.isEmpty else { return }
    let pairs = zip(ours.split(separator: UInt8(ascii: "\n")), expected.split(separator: UInt8(ascii: "\n")))
    let first = pairs.first { $0 != $1 }.map { ours, theirs in
      "\(String(decoding: ours, as: UTF8.self)) instead of \(String(decoding: theirs, as: UTF8.self))"
    }
    differences.append("\(path): \(first ?? "another length") \(tree.faults.first.map { "\($0)" } ?? "")")
  }
}

private func lines(of command: [String]) throws -> [String] {
  var output = [UInt8]()
  try run(command) { output += $0 }
  return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
}

private struct CommandFailed: Error {
  let command: [String]
  let status: Int32
}

/// Runs a program from the PATH and hands on what it prints, as it comes.
private func run(_ command: [String], output: ([UInt8]) -> Void) throws {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  while let data = try pipe.fileHandleForReading.read(upToCount: 1 << 20), !data.isEmpty { output(Array(data)) }
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw CommandFailed(command: command, status: process.terminationStatus)
  }
}

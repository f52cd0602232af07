import Foundation
import PseudoTerminal
import PythonOutline
import Testing

/// CPython's `ast` judges the parser over whole folders: the standard library of the `python3` on the PATH, or the folder
/// that LOOPDOCTOR_ORACLE_PATH names. Files that this Python cannot parse are left out.
@Suite struct OracleTests {
  static let python = try? lines(of: [
    "python3", "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))",
  ])
  static let folder = ProcessInfo.processInfo.environment["LOOPDOCTOR_ORACLE_PATH"] ?? python?.first

  @Test(.enabled(if: folder != nil, "there is no python3 on the PATH"))
  func agreesWithCPython() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Oracle/outline_oracle.py").path
    var comparison = Comparison()
    try run(["python3", script, Self.folder ?? ""]) { comparison.take(Data($0)) }
    comparison.finish()
    print(
      "oracle: \(comparison.compared) files compared, \(comparison.skipped) skipped, "
        + "\(comparison.differences.count) differ, in \(Self.folder ?? "")")
    #expect(comparison.compared > 0)
    #expect(comparison.differences.prefix(20) == [])
  }
}

/// Follows the output of `outline_oracle.py` file by file.
private struct Comparison {
  var compared = 0
  var skipped = 0
  var differences = [String]()
  private var fields: Bool?
  private var rest = Data()

  private static let fileMark = Data("\nfile ".utf8)

  mutating func take(_ chunk: Data) {
    rest += chunk
    while let mark = rest.range(of: Self.fileMark) {
      take(section: rest[..<mark.lowerBound])
      rest = Data(rest[mark.upperBound...])
    }
  }

  mutating func finish() { take(section: rest.dropLast()) }

  /// What stands before the first file, or its path and its dump without the last line end.
  private mutating func take(section: Data) {
    let text = String(decoding: section, as: UTF8.self)
    guard let fields else {
      fields = text == "fields yes"
      return
    }
    let parts = text.split(separator: "\n", maxSplits: 1)
    guard let path = parts.first.map(String.init), let expected = parts.dropFirst().first else { return }
    guard expected != "skipped" else {
      skipped += 1
      return
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      differences.append("\(path): cannot be read")
      return
    }
    compared += 1
    let tree = parse(Array(data))
    let ours = outlineDump(of: tree, fields: fields).dropLast()
    guard ours != expected || !tree.faults.isEmpty else { return }
    let first = zip(ours.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
    let difference = first.map { "\($0.0) instead of \($0.1)" } ?? "another length"
    differences.append("\(path): \(difference) \(tree.faults.first.map { "\($0)" } ?? "")")
  }
}

private func lines(of command: [String]) throws -> [String] {
  try run(command).output.split(separator: "\n").map(String.init)
}

private struct CommandFailed: Error {
  let command: [String]
  let status: Int32
  let errors: String
}

/// Runs a program from the PATH and hands on what it prints, as it comes.
@discardableResult
private func run(_ command: [String], output: ((ArraySlice<UInt8>) -> Void)? = nil) throws -> Outcome {
  let outcome = try runProgram("/usr/bin/env", command, timeout: .seconds(3600), output: output)
  guard outcome.status == 0 else {
    throw CommandFailed(command: command, status: outcome.status, errors: outcome.errors)
  }
  return outcome
}

import Foundation
import PseudoTerminal

@testable import Handbook

/// What the product ships.
let builtIn: Result<Handbook, ContentFaults> = Result { () throws(ContentFaults) in
  try loadHandbook(from: .builtIn)
}

/// The repository that this file lies in.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// An interpreter found on the path.
struct Python: Hashable, Sendable {
  let path: String
  let version: PythonVersion

  /// Hands each text to one process, which tells for each what is wrong with it, or nothing.
  private static let compiler = """
    import json, sys
    for line in sys.stdin:
        try:
            compile(json.loads(line), "sample", "exec", dont_inherit=True)
            print(json.dumps(""))
        except Exception as fault:
            print(json.dumps(f"line {getattr(fault, 'lineno', '?')}: {fault}"))
    """

  static let standard = find("python3")

  static func newest(atLeast version: PythonVersion) -> Python? {
    (version.minor...version.minor + 8).reversed().lazy.compactMap { find("python\(version.major).\($0)") }
      .first { $0.version >= version }
  }

  private static func find(_ name: String) -> Python? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for folder in folders {
      let path = "\(folder)/\(name)"
      guard FileManager.default.isExecutableFile(atPath: path) else { continue }
      // A name on the path may be a shim for an interpreter that is not installed.
      let answer = try? run(path, ["-c", "import sys; print(*sys.version_info[:2], sep='.')"], input: "")
      if let answer, let version = PythonVersion(answer.trimmingCharacters(in: .whitespacesAndNewlines)) {
        return Python(path: path, version: version)
      }
    }
    return nil
  }

  func faults(in sources: [String]) throws -> [String] {
    let encoder = JSONEncoder()
    let lines = try sources.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    let output = try Self.run(path, ["-c", Self.compiler], input: lines.joined())
    return try output.split(separator: "\n").map {
      try JSONDecoder().decode(String.self, from: Data($0.utf8))
    }
  }

  struct Failure: Error { let status: Int32 }

  private static func run(_ path: String, _ arguments: [String], input: String) throws -> String {
    let outcome = try runProgram(path, ["-X", "utf8"] + arguments, input: Array(input.utf8))
    guard outcome.status == 0 else { throw Failure(status: outcome.status) }
    return outcome.output
  }
}

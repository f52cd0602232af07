import Foundation

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
    // Files in place of pipes: neither side can wait for the other.
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "loopdoctor-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (inputFile, outputFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-X", "utf8"] + arguments
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
  }
}

import Files
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Why git could not say what changed.
public struct GitFault: Error, Equatable, Sendable {
  public let message: String
}

/// The lines of a working tree that differ from a revision.
public struct ChangedLines: Equatable, Sendable {
  private enum Lines: Equatable {
    case all
    case ranges([ClosedRange<Int>])
  }

  /// By path from the root of the file system.
  private var files: [String: Lines] = [:]

  /// Whether any of some lines changed.
  /// - Parameter path: from the root of the file system, without links on the way.
  public func touch(_ path: FilePath, _ lines: ClosedRange<Int>) -> Bool {
    switch files[path.string] {
    case nil: false
    case .all: true
    case .ranges(let changed): changed.contains { $0.overlaps(lines) }
    }
  }

  /// Asks git; what it does not know yet and does not ignore counts as changed.
  /// - Parameters:
  ///   - revision: anything that names a commit.
  ///   - folder: within the working tree.
  public init(since revision: String, in folder: FilePath) throws(GitFault) {
    let top = try Self.git(
      in: folder, ["rev-parse", "--show-toplevel"], failing: "\(folder) is in no git working tree")
    let root = FilePath(Self.line(top))
    let commit = try Self.git(
      in: folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"],
      failing: "“\(revision)” names no commit")
    let patch = try Self.git(
      in: root,
      [
        "-c", "core.quotePath=false", "diff", "--unified=0", "--inter-hunk-context=0", "--no-color",
        "--no-ext-diff", "--no-textconv", "--find-renames", "--ignore-submodules", "--src-prefix=a/",
        "--dst-prefix=b/", Self.line(commit), "--",
      ], failing: "git cannot compare with “\(revision)”")
    for (path, ranges) in PatchReader(patch).changed {
      files[root.pushing(FilePath(path)).string] = .ranges(ranges)
    }
    let unknown = try Self.git(
      in: root, ["ls-files", "--others", "--exclude-standard", "-z"], failing: "git cannot list new files")
    for name in unknown.split(separator: 0) {
      files[root.pushing(FilePath(String(decoding: name, as: UTF8.self))).string] = .all
    }
  }

  private static func line(_ output: [UInt8]) -> String {
    String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...], as: UTF8.self)
  }

  private static func git(
    in folder: FilePath, _ arguments: [String], failing message: String
  ) throws(GitFault) -> [UInt8] {
    let outcome: ProgramOutcome
    do throws(Errno) {
      outcome = try runProgram("git", ["-C", folder.isEmpty ? "." : folder.string] + arguments)
    } catch {
      let reason =
        error == .noSuchFileOrDirectory ? "git was not found" : "git could not be started: \(error)"
      throw GitFault(message: reason)
    }
    if outcome.status == 0 { return outcome.output }
    let said = outcome.errors.split(separator: UInt8(ascii: "\n")).first.map {
      String(decoding: $0, as: UTF8.self)
    }
    throw GitFault(message: message + (said.map { " (git: \($0))" } ?? ""))
  }
}

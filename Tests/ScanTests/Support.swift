import Files
import Handbook
import SystemPackage
import Testing

@testable import Scan

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The handbook that the executable carries, read once.
let builtInHandbook: Handbook? = try? loadHandbook(from: .builtIn)

func handbook() throws -> Handbook {
  try #require(builtInHandbook, "the built-in content has faults: run `loopdoctor content check`")
}

/// A folder for one test, removed with it.
final class TemporaryFolder {
  let path: FilePath

  init() throws {
    var template = Array("/tmp/loopdoctor-scan-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
    try #require(made)
    path = FilePath(platformString: template)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: FilePath) {
    if kind(of: path, following: false) == .directory {
      _ = path.withPlatformString { chmod($0, 0o700) }
      if let entries = try? listDirectory(path) {
        for entry in entries { remove(path.appending(entry.name)) }
      }
      _ = path.withPlatformString { rmdir($0) }
    } else {
      _ = path.withPlatformString { unlink($0) }
    }
  }

  /// Writes a file, and the folders it needs.
  func write(_ name: String, _ text: String = "x = 1\n") throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder.append(String(part))
      _ = folder.withPlatformString { mkdir($0, 0o755) }
    }
    try writeFile(path.appending(name), text)
  }

  func link(_ name: String, to target: String) {
    _ = path.appending(name).withPlatformString { symlink(target, $0) }
  }
}

extension TemporaryFolder {
  func scan(_ paths: [String] = []) throws -> ScanResult {
    try Scanner(handbook: handbook()).scan(root: path.string, paths: paths.map { path.appending($0).string })
  }
}

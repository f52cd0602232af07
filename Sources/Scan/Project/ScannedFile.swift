import Files
import SystemPackage

/// One file of a scan.
struct ScannedFile: Sendable {
  /// Relative to the root, with forward slashes.
  let name: String
  let content: Content

  enum Content: Sendable {
    case file(FilePath)
    case memory([UInt8])
  }

  func read() throws(FileFault) -> [UInt8] {
    switch content {
    case .file(let path): try readFile(path, limit: Scanner.longestFile)
    case .memory(let bytes): bytes
    }
  }
}

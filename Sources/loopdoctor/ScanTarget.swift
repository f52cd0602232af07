import Files
import SystemPackage

/// What to scan, and the folder that paths in reports are relative to.
struct ScanTarget {
  let root: String
  let paths: [String]

  /// One folder is its own root; anything else is seen from the current folder.
  init(paths: [String]) {
    if paths.count == 1, kind(of: FilePath(paths[0])) == .directory {
      // The working directory by any of its names normalizes to nothing.
      let normalized = FilePath(paths[0]).lexicallyNormalized()
      root = normalized.isEmpty ? "." : normalized.string
      self.paths = [root]
    } else {
      root = "."
      self.paths = paths.isEmpty ? ["."] : paths
    }
  }
}

import Handbook

/// What a scan is to leave out.
public struct ScanOptions: Sendable {
  /// The finding kinds to report; nil: all.
  public var selected: Set<String>?
  public var ignored: Set<String> = []
  public var exclusions: [Exclusion] = []

  public init() {}

  func reports(_ kind: String) -> Bool {
    selected?.contains(kind) != false && !ignored.contains(kind)
  }

  func excludes(_ path: String, isFolder: Bool) -> Bool {
    exclusions.contains { $0.covers(path, isFolder: isFolder) }
  }
}

/// Paths to leave out, as patterns in the language of `.gitignore`.
public struct Exclusion: Sendable {
  private let rules: IgnoreRules
  /// From the folder that the patterns are written for to the root of the scan, with a final slash; nil: it lies elsewhere.
  private let way: String?

  /// - Parameters:
  ///   - patterns: hold from the folder they are written for, or from the root of the scan.
  ///   - way: the root of the scan, relative to that folder; empty: the same; nil: it is not below it.
  public init(_ patterns: [String], way: String?) {
    rules = IgnoreRules(patterns.joined(separator: "\n"), in: "")
    self.way = way.map { $0.isEmpty ? "" : $0 + "/" }
  }

  func covers(_ path: String, isFolder: Bool) -> Bool {
    if rules.verdict(on: path, isFolder: isFolder) == true { return true }
    guard let way, !way.isEmpty else { return false }
    return rules.verdict(on: way + path, isFolder: isFolder) == true
  }
}

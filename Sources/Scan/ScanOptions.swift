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
  /// Whether the patterns also hold from the root of the scan.
  private let isForRoot: Bool

  /// - Parameters:
  ///   - way: the root of the scan, relative to the folder that the patterns are written for; empty: the same; nil: it is not
  ///     below it.
  ///   - isForRoot: whether they may be written for the root of the scan as well.
  public init(_ patterns: [String], way: String?, isForRoot: Bool) {
    self.isForRoot = isForRoot || way == nil
    rules = IgnoreRules(patterns.joined(separator: "\n"), in: "")
    self.way = way.map { $0.isEmpty ? "" : $0 + "/" }
  }

  func covers(_ path: String, isFolder: Bool) -> Bool {
    if isForRoot, rules.verdict(on: path, isFolder: isFolder) == true { return true }
    guard let way else { return false }
    return rules.verdict(on: way + path, isFolder: isFolder) == true
  }
}

import Scan

extension Reach {
  /// "7 routes, 2 coroutine functions and 1 test".
  public var inWords: String {
    var parts: [String] = []
    if routes > 0 { parts.append(counted(routes, "route")) }
    if others > 0 { parts.append(counted(others, "coroutine function")) }
    if tests > 0 { parts.append(counted(tests, "test")) }
    guard let last = parts.popLast() else { return counted(entryPoints, "coroutine function") }
    return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
  }
}

extension Site.Verdict {
  /// As people read it.
  public var inWords: String {
    switch self {
    case .onLoop: "on the loop"
    case .offLoop: "off the loop"
    case .notReached: "not reached"
    case .unknown: "unknown"
    }
  }
}

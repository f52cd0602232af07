import Scan

/// What tells a cause from the others of its scan, and makes it known again in a later one.
public struct CauseIdentity: Hashable, Sendable {
  /// `Finding.rootCause`: exact, but only until a line is put in above it.
  let rootCause: String
  let path: String
  /// The function that the blocking call stands in.
  let function: String
  let call: String

  init(rootCause: String, path: String, function: String, call: String) {
    self.rootCause = rootCause
    self.path = path
    self.function = function
    self.call = call
  }

  init(_ cause: RootCause) {
    let frame = cause.nearest.cause
    rootCause = cause.nearest.rootCause
    path = frame.path
    function = frame.function
    call = frame.call
  }

  /// What stays when lines move.
  fileprivate struct Lasting: Hashable {
    let path: String
    let function: String
    let call: String
  }

  fileprivate var lasting: Lasting { Lasting(path: path, function: function, call: call) }
}

/// Which cause of a later scan is which of an earlier one, although its lines may have moved meanwhile.
struct CauseMatching: Sendable {
  /// The later cause by the `rootCause` of the earlier.
  private(set) var later: [String: CauseIdentity] = [:]

  /// - Parameters: both in the order of their lines.
  init(from earlier: [CauseIdentity], to later: [CauseIdentity]) {
    if earlier.isEmpty { return }
    let before = Dictionary(grouping: earlier, by: \.lasting)
    // Of a few, all but a few of the others need no look.
    let paths = Set(earlier.map(\.path))
    let after = Dictionary(grouping: later.lazy.filter { paths.contains($0.path) }, by: \.lasting)
    for (lasting, old) in before {
      var old = old
      guard var new = after[lasting] else { continue }
      // As many as before: they have moved at most. Otherwise what has not moved is the same, and the rest goes by order.
      if old.count != new.count {
        for identity in old where new.contains(identity) {
          self.later[identity.rootCause] = identity
          new.removeAll { $0 == identity }
        }
        old.removeAll { self.later[$0.rootCause] != nil }
      }
      for (identity, same) in zip(old, new) { self.later[identity.rootCause] = same }
    }
  }
}

import PythonOutline

/// Loops that keep the processor busy: what they wait for cannot come true while they run.
extension Lowering {
  /// Methods that only look, by their usual names; besides these, all that begins with `is_` and `has_`.
  private static let looks: Set<String> = [
    "alive", "cancelled", "closed", "done", "empty", "full", "locked", "pending", "poll", "qsize", "ready",
    "running",
  ]
  /// What tells the time, by its last word.
  private static let clocks: Set<String> = [
    "monotonic", "monotonic_ns", "now", "perf_counter", "perf_counter_ns", "time", "time_ns", "utcnow",
  ]

  /// A `while` statement in which nothing awaits.
  mutating func spinWhile(_ node: NodeID) {
    guard let test = first(node), let body = next(test), tree[body].kind == .body else { return }
    let span = SourceSpan(start: tree[node].start, end: tree[test].end)
    if isPure(test) || isLook(test), tree.children(of: body).allSatisfy({ isIdle($0) }) {
      spin(.waiting, span)
    } else if tree[test].kind == .comparison, tellsTime(test), !module.functions[Int(function)].isGenerator {
      spin(.timing, span, end: tree[node].end)
    }
  }

  mutating func spin(_ spin: Spin, _ span: SourceSpan, end: UInt32? = nil) {
    act(.spin(spin, span, end: end ?? span.end))
  }

  /// Whether a statement does nothing, but maybe leaves the loop.
  private func isIdle(_ statement: NodeID) -> Bool {
    switch tree[statement].kind {
    case .passStatement, .continueStatement: true
    case .expressionStatement: first(statement).map { tree[$0].kind == .ellipsis } ?? false
    case .ifStatement:
      first(statement).map { isPure($0) || isLook($0) } ?? false
        && tree.children(of: statement).dropFirst().allSatisfy { branch in
          tree.children(of: branch).allSatisfy { isLeaving($0) || isIdle($0) }
        }
    default: false
    }
  }

  private func isLeaving(_ statement: NodeID) -> Bool {
    switch tree[statement].kind {
    case .breakStatement, .returnStatement, .raiseStatement: true
    default: false
    }
  }

  /// Whether a test only looks, as `not done` and `not event.is_set()` do: a call by itself may be the work of the loop.
  private func isPure(_ test: NodeID) -> Bool {
    switch tree[test].kind {
    case .call, .namedExpression: return false
    case .notOperation: return first(test).map { tree[$0].kind == .call || isPure($0) } ?? true
    case .booleanOperation: return tree.children(of: test).allSatisfy { isPure($0) || isLook($0) }
    default: return true
    }
  }

  /// `thread.is_alive()`, `queue.empty()`
  private func isLook(_ test: NodeID) -> Bool {
    guard tree[test].kind == .call, let callee = first(test), tree[callee].kind == .attribute
    else { return false }
    let word = tree.name(of: callee)
    return Self.looks.contains(word) || word.hasPrefix("is_") || word.hasPrefix("has_")
  }

  private func tellsTime(_ expression: NodeID) -> Bool {
    switch tree[expression].kind {
    case .call:
      guard let callee = first(expression) else { return false }
      let isNamed = tree[callee].kind == .attribute || tree[callee].kind == .identifier
      return isNamed && Self.clocks.contains(tree.name(of: callee))
    case .comparison, .binaryOperation: return tree.children(of: expression).contains { tellsTime($0) }
    default: return false
    }
  }

  /// Whether a `range` has a million turns or more, as written.
  func isLong(_ iterable: NodeID) -> Bool {
    guard tree[iterable].kind == .call, let callee = first(iterable), tree[callee].kind == .identifier,
      isNamed(callee, "range")
    else { return false }
    let limits = tree.children(of: iterable).dropFirst().prefix(2).map { first($0).flatMap(number) }
    guard let last = limits.last, let end = last, let start = limits.count == 2 ? limits[0] : 0 else {
      return false
    }
    return end - start >= 1_000_000
  }

  /// A number as written, also as `10 ** 7`.
  private func number(_ node: NodeID) -> Double? {
    if tree[node].kind == .binaryOperation, let left = first(node), let right = next(left) {
      let sign = tree.source[Int(tree[left].end)..<Int(tree[right].start)].filter { $0 == UInt8(ascii: "*") }
      guard let left = number(left), let right = number(right), right <= 12 else { return nil }
      if sign.count == 1 { return left * right }
      return sign.count == 2 ? (0..<Int(right)).reduce(1) { power, _ in power * left } : nil
    }
    guard tree[node].kind == .number else { return nil }
    return Double(tree.text(of: node).filter { $0 != "_" })
  }
}

import PythonOutline

extension Lowering {
  /// What a test can tell something of: a name, or an attribute of a name.
  struct Subject: Hashable {
    var name: Name
    var attribute: Name?
  }

  mutating func subject(_ node: NodeID) -> Subject? {
    switch tree[node].kind {
    case .identifier: return Subject(name: name(of: node))
    case .namedExpression: return first(node).flatMap { subject($0) }
    case .attribute:
      guard let base = first(node), tree[base].kind == .identifier else { return nil }
      let owner = name(of: base)
      return Subject(name: owner, attribute: name(of: node))
    default: return nil
    }
  }

  /// Lowers something that is under a test, and forgets afterwards what the test has shown.
  mutating func narrowed<Result>(
    by test: NodeID, holds: Bool, _ body: (inout Lowering) -> Result
  ) -> Result {
    let outer = narrowed
    narrow(by: test, holds: holds)
    defer { narrowed = outer }
    return body(&self)
  }

  /// Takes in what `isinstance` shows when a test holds, or when it does not.
  mutating func narrow(by test: NodeID, holds: Bool) {
    switch tree[test].kind {
    case .notOperation: if let operand = first(test) { narrow(by: operand, holds: !holds) }
    case .booleanOperation where isConjunction(test) == holds:
      for operand in tree.children(of: test) { narrow(by: operand, holds: holds) }
    case .call: narrow(byCall: test, holds: holds)
    default: break
    }
  }

  private mutating func narrow(byCall test: NodeID, holds: Bool) {
    guard let callee = first(test), tree[callee].kind == .identifier, isNamed(callee, "isinstance"),
      let argument = next(callee), let tested = first(argument), let kind = next(argument).flatMap(first),
      let subject = subject(tested)
    else { return }
    let actions = module.actions.count
    let type = expression(kind)
    if holds {
      narrowed[subject] = add(.narrowed(type))
    } else {
      let whole = expression(tested)
      narrowed[subject] = add(.excluding(whole, type))
    }
    // The test itself has already been lowered.
    dropActions(from: actions)
  }

  // MARK: Patterns

  mutating func matchStatement(_ node: NodeID) {
    guard let tested = first(node) else { return }
    let value = expression(tested)
    let subject = subject(tested)
    var part = next(tested)
    while let current = part {
      let outer = narrowed
      if let pattern = first(current), tree[pattern].kind == .pattern {
        let shown = capture(pattern, of: value)
        if let subject, let shown { narrowed[subject] = shown }
        var rest = next(pattern)
        while let child = rest {
          statementOrExpression(child)
          rest = next(child)
        }
      } else {
        statementOrExpression(current)
      }
      narrowed = outer
      part = next(current)
    }
  }

  /// Binds the names in a pattern, and gives what it shows of the value that matches it.
  private mutating func capture(_ pattern: NodeID, of value: ExpressionIndex?) -> ExpressionIndex? {
    let parts = Array(tree.children(of: pattern))
    if tree[pattern].nameLength > 0 {
      let inner = parts.first { tree[$0].kind == .pattern }
      let shown = inner.flatMap { capture($0, of: value) }
      let name = name(of: pattern)
      bind(name, to: (shown ?? value).map { .value($0) } ?? .unknown)
      return shown
    }
    guard let first = parts.first else { return nil }
    if tree[first].kind != .pattern {
      let kind = expression(first)
      for part in parts.dropFirst() {
        if tree[part].kind == .pattern { _ = capture(part, of: nil) } else { _ = expression(part) }
      }
      // A class is written like a call.
      let isClass = tree.source[Int(tree[pattern].end) - 1] == UInt8(ascii: ")")
      return isClass ? add(.narrowed(kind)) : nil
    }
    let isAlternative =
      parts.count > 1
      && tree.source[Int(tree[first].end)..<Int(tree[parts[1]].start)].contains(UInt8(ascii: "|"))
    if isAlternative {
      let shown = parts.map { capture($0, of: value) }
      let known = shown.compactMap { $0 }
      return known.count == shown.count ? add(.either(slice(known))) : nil
    }
    var place: Int32 = 0
    for part in parts {
      if tree.source[Int(tree[part].start)] == UInt8(ascii: "*") {
        _ = capture(part, of: value)
        place = -1
      } else {
        let item = value.map { add(.item($0, place)) }
        _ = capture(part, of: item)
        if place >= 0 { place += 1 }
      }
    }
    return nil
  }
}

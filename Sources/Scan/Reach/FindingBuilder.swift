import Handbook

/// From the call graph to findings: for each blocking call, up through its callers to the places in coroutine functions, or
/// in others that the loop calls, that run it, by the shortest way.
struct FindingBuilder: Sendable {
  private let graph: CallGraph
  private let modules: [ModuleSummary]
  private let kinds: [String: FindingKind]
  private let callers: Callers
  private let routes: Routes
  private let extent: ScanExtent

  init(graph: CallGraph, modules: [ModuleSummary], kinds: [String: FindingKind], extent: ScanExtent) {
    self.graph = graph
    self.modules = modules
    self.kinds = kinds
    self.extent = extent
    callers = Callers(graph)
    routes = Routes(graph)
  }

  /// What blocks.
  func blockingCalls(_ workers: Workers) -> [Finding] {
    let blocking = graph.functions.filter { function in
      (graph.sites[function] ?? []).contains { site in
        if case .blocking = site.target { true } else { false }
      }
    }
    let found = workers.map(count: blocking.count, piece: 64) { index -> [Finding] in
      let function = blocking[index]
      return (graph.sites[function] ?? []).flatMap { site -> [Finding] in
        guard case .blocking(let call, let name) = site.target else { return [] }
        return findings(
          of: call, named: name, in: function, at: site.span, around: site.around,
          confidence: site.confidence)
      }
    }
    return found.flatMap { $0 ?? [] }
      + graph.entries.handed.flatMap { direct($0.call, named: $0.name, in: $0.function, at: $0.span) }
  }

  /// The findings that one call gives: one for each place in a coroutine function that leads to it, as far as they are
  /// listed.
  /// - Parameters:
  ///   - around: the conditions around the call.
  ///   - confidence: when it is less than that of the call as such.
  func findings(
    of call: BlockingCall, named name: String, in owner: FunctionReference, at span: SourceSpan,
    around: Circumstances.Around = .init(), confidence: Confidence = .certain
  ) -> [Finding] {
    guard let kind = kinds[call.kind], !isSilenced(kind, in: owner.module, span) else { return [] }
    let ways = WaysIn(
      to: owner, at: span, around: around, callers: callers, modules: modules
    ) {
      !isSilenced(kind, in: $0, $1)
    }
    let reach = reach(of: ways)
    return ways.chosen(extent.mostPlaces).map { entry in
      var finding = finding(call, name, kind, confidence, from: entry.function, entry.step, ways.steps)
      finding.reach = reach
      return finding
    }
  }

  private func reach(of ways: WaysIn) -> Reach {
    let entries = Set(ways.entries.map(\.function))
    var handlers: Set<FunctionReference> = []
    var others = 0
    var tests = 0
    for entry in entries {
      let leading = routes.leading(to: entry)
      handlers.formUnion(leading)
      if !leading.isEmpty { continue }
      if TestCode.holds(modules[entry.module].path) { tests += 1 } else { others += 1 }
    }
    return Reach(
      entryPoints: entries.count, routes: handlers.count, others: others, tests: tests,
      places: ways.entries.count)
  }

  /// The finding at a call itself, whether or not it runs on the loop.
  func direct(
    _ call: BlockingCall, named name: String, in owner: FunctionReference, at span: SourceSpan
  ) -> [Finding] {
    guard let kind = kinds[call.kind], !isSilenced(kind, in: owner.module, span) else { return [] }
    return [finding(call, name, kind, .certain, from: owner, WaysIn.Step(span: span, next: nil), [:])]
  }

  private func finding(
    _ call: BlockingCall, _ name: String, _ kind: FindingKind, _ confidence: Confidence,
    from start: FunctionReference, _ first: WaysIn.Step, _ steps: [WaysIn.Stop: WaysIn.Step]
  ) -> Finding {
    let shown = Self.shown(name)
    var chain: [Finding.Frame] = []
    var current = (function: start, step: first)
    var confidence = confidence
    var (turns, met) = (0, 0)
    while true {
      confidence = min(confidence, current.step.confidence)
      // What stands in the function that the loop runs, is there to be run at some time.
      turns += chain.isEmpty ? 0 : max(0, current.step.turns - met)
      met = current.step.met
      let called = current.step.next
      chain.append(
        frame(current.function, current.step.span, called.map { qualifiedName($0.function) } ?? shown))
      guard let called, let step = steps[called] else { break }
      current = (called.function, step)
    }
    let owner = qualifiedName(start)
    let last = chain[chain.count - 1]
    // Notes are whole sentences; what messages end with is up to whoever shows them.
    let note = call.note.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    let message = note.map { "\(shown): \($0)" } ?? kind.message(call: shown, function: owner)
    confidence = min(
      call.confidence, confidence, Self.confidence(afterSteps: chain.count),
      Self.confidence(afterTurns: turns))
    return Finding(
      kind: kind.id, severity: Self.severity(call.severity ?? kind.severity, confidence),
      confidence: confidence, path: modules[start.module].path,
      range: modules[start.module].places.range(of: first.span),
      function: owner, call: shown, message: message, replacement: call.replacement, fix: call.fix,
      also: call.also, rootCause: "\(last.path):\(last.line):\(last.column)", chain: chain)
  }

  /// What only may happen is no error.
  private static func severity(_ severity: Severity, _ confidence: Confidence) -> Severity {
    severity == .error && confidence == .possible ? .warning : severity
  }

  /// The conditions of one function are met at some time, those of several on a way need not go together.
  private static func confidence(afterTurns turns: Int) -> Confidence {
    turns <= 2 ? .certain : turns <= 3 ? .likely : .possible
  }

  /// Every function on the way may have a reason not to go on: a long way is less sure to be taken.
  private static func confidence(afterSteps steps: Int) -> Confidence {
    steps <= 4 ? .certain : steps <= 6 ? .likely : .possible
  }

  /// A finding about how a function is written, without a blocking call below it.
  func finding(
    _ id: String, in function: FunctionReference, at span: SourceSpan, call: String, confidence: Confidence,
    replacement: String
  ) -> Finding? {
    guard let kind = kinds[id], !isSilenced(kind, in: function.module, span) else { return nil }
    let frame = frame(function, span, call)
    let message = kind.message(call: call, function: frame.function)
    return Finding(
      kind: kind.id, severity: kind.severity, confidence: confidence, path: frame.path,
      range: modules[function.module].places.range(of: span), function: frame.function, call: call,
      message: message, replacement: replacement, fix: kind.fix, also: [],
      rootCause: "\(frame.path):\(frame.line):\(frame.column)", chain: [frame])
  }

  private func frame(_ function: FunctionReference, _ span: SourceSpan, _ call: String) -> Finding.Frame {
    let range = modules[function.module].places.range(of: span)
    return Finding.Frame(
      path: modules[function.module].path, line: range.line, column: range.column,
      function: qualifiedName(function), call: call)
  }

  func qualifiedName(_ reference: FunctionReference) -> String {
    modules[reference.module].qualifiedName(of: reference.index)
  }

  /// A comment counts on the first and on the last line of what it is about.
  func isSilenced(_ kind: FindingKind, in module: Int, _ span: SourceSpan) -> Bool {
    let suppressions = modules[module].suppressions
    // Most files silence nothing, and need not be read again for the places of their lines.
    if suppressions.isEmpty { return false }
    let places = modules[module].places
    return suppressions.silences(kind.id, codes: kind.noqa, line: places.line(of: span.start))
      || suppressions.silences(kind.id, codes: kind.noqa, line: places.line(of: span.end))
  }

  /// The name as people write it.
  static func shown(_ name: String) -> String {
    if name.hasSuffix(".__wrap__") || name.hasSuffix(".map.__iter__") { return String(name.dropLast(9)) }
    return name.hasPrefix("builtins.") ? String(name.dropFirst(9)) : name
  }
}

extension FindingKind {
  /// The message with what it is about in its places.
  fileprivate func message(call: String, function: String) -> String {
    var text = ""
    var rest = message[...]
    // A search for each placeholder in turn would take longer than all else about a finding.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("{call}") {
        text += call
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{function}") {
        text += function
        rest = rest.dropFirst(10)
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}

extension Finding {
  /// The order of findings in every report.
  public static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let (a, b) = (left.range, right.range)
    if (a.line, a.column) != (b.line, b.column) { return (a.line, a.column) < (b.line, b.column) }
    return (left.kind, left.call, left.rootCause) < (right.kind, right.call, right.rootCause)
  }
}

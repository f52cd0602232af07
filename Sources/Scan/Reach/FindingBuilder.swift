import Handbook

/// From the call graph to findings: for each blocking call, up through its callers to every coroutine function that runs
/// it, by the shortest way.
struct FindingBuilder {
  private struct Caller {
    let function: FunctionReference
    let range: TextRange
  }

  /// What a function that leads to a blocking call does next on the shortest way there.
  private struct Step {
    let distance: Int
    let range: TextRange
    /// The function it calls; nil when it makes the blocking call itself.
    let next: FunctionReference?
  }

  private let graph: CallGraph
  private let modules: [ModuleSummary]
  private let kinds: [String: FindingKind]
  private var callers: [FunctionReference: [Caller]] = [:]

  init(graph: CallGraph, modules: [ModuleSummary], kinds: [String: FindingKind]) {
    self.graph = graph
    self.modules = modules
    self.kinds = kinds
    for function in graph.functions {
      for site in graph.sites[function] ?? [] {
        if case .function(let target) = site.target {
          callers[target, default: []].append(Caller(function: function, range: site.range))
        }
      }
    }
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    for function in graph.functions {
      for site in graph.sites[function] ?? [] {
        if case .blocking(let call, let name) = site.target {
          findings += self.findings(of: call, named: name, in: function, at: site.range)
        }
      }
    }
    return findings.sorted { left, right in
      (left.path, left.range.line, left.range.column, left.rootCause)
        < (right.path, right.range.line, right.range.column, right.rootCause)
    }
  }

  private func findings(
    of call: BlockingCall, named name: String, in owner: FunctionReference, at range: TextRange
  ) -> [Finding] {
    guard let kind = kinds[call.kind], !isSilenced(kind, in: owner.module, line: range.line) else { return [] }
    var steps = [owner: Step(distance: 0, range: range, next: nil)]
    var open = [owner]
    var found: [Finding] = []
    var next = 0
    while next < open.count {
      let function = open[next]
      next += 1
      guard let step = steps[function] else { continue }
      if definition(function).isAsync {
        // A coroutine function is where the loop comes in: who awaits it waits without blocking.
        if !isSilenced(kind, in: function.module, line: step.range.line) {
          found.append(finding(call, name, kind, from: function, steps))
        }
        continue
      }
      for caller in callers[function] ?? [] where steps[caller.function] == nil {
        steps[caller.function] = Step(distance: step.distance + 1, range: caller.range, next: function)
        open.append(caller.function)
      }
    }
    return found
  }

  private func finding(
    _ call: BlockingCall, _ name: String, _ kind: FindingKind, from start: FunctionReference,
    _ steps: [FunctionReference: Step]
  ) -> Finding {
    var chain: [Finding.Frame] = []
    var function: FunctionReference? = start
    while let current = function, let step = steps[current] {
      let called = step.next.map { definition($0).qualifiedName } ?? Self.shown(name)
      chain.append(
        Finding.Frame(
          path: modules[current.module].path, line: step.range.line, column: step.range.column,
          function: definition(current).qualifiedName, call: called))
      function = step.next
    }
    let shown = Self.shown(name)
    let owner = definition(start).qualifiedName
    let last = chain[chain.count - 1]
    let message =
      call.note.map { "\(shown): \($0)" }
      ?? kind.message.replacing("{call}", with: shown).replacing("{function}", with: owner)
    return Finding(
      kind: kind.id, severity: call.severity ?? kind.severity, confidence: call.confidence,
      path: modules[start.module].path, range: steps[start]?.range ?? TextRange(line: 1, column: 1, endLine: 1, endColumn: 1),
      function: owner, call: shown, message: message, replacement: call.replacement, fix: call.fix, also: call.also,
      rootCause: "\(last.path):\(last.line):\(last.column)", chain: chain)
  }

  private func definition(_ reference: FunctionReference) -> Function {
    modules[reference.module].functions[Int(reference.index)]
  }

  private func isSilenced(_ kind: FindingKind, in module: Int, line: Int) -> Bool {
    modules[module].suppressions.silences(kind.id, codes: kind.noqa, line: line)
  }

  /// The name as people write it.
  static func shown(_ name: String) -> String {
    name.hasPrefix("builtins.") ? String(name.dropFirst(9)) : name
  }
}

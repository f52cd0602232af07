import Handbook

/// `sequential-awaits`: three or more awaits on end of which none needs what an earlier one gave.
struct SequentialAwaits {
  let context: DesignContext

  /// Words of methods whose order matters: protocols, transactions, queues, conversations.
  private static let ordered: Set<String> = [
    "read", "recv", "receive", "write", "send", "execute", "fetch", "fetchone", "fetchall", "fetchval",
    "fetchrow",
    "commit", "rollback", "flush", "begin", "acquire", "release", "next", "anext", "ask", "prompt", "wait",
    "sleep",
    "connect", "open", "close", "start", "stop", "lock", "login", "enter", "exit", "put", "pop", "create",
    "add",
    "insert", "update", "delete", "save", "set", "remove", "gather", "readline", "readexactly", "step", "run",
    "setup", "init", "async_setup", "click", "goto", "press", "scalar", "scalars",
  ]

  func findings() -> [Finding] {
    var findings: [Finding] = []
    for module in context.inference.project.modules.indices {
      for run in context.inference.project.modules[module].awaitRuns {
        if let finding = finding(run, in: module) { findings.append(finding) }
      }
    }
    return findings
  }

  private func finding(_ run: AwaitRun, in module: Int) -> Finding? {
    let function = FunctionReference(module: module, index: run.function)
    let summary = context.inference.project.modules[module]
    guard !summary.name(of: run.function).hasPrefix("test") else { return nil }
    let names = run.spans.compactMap { span in
      summary.calls.first { $0.span.start == span.start && $0.span.end == span.end }.flatMap {
        called($0, in: summary)
      }
    }
    guard names.count == run.spans.count, Set(names).count == names.count,
      !names.contains(where: { isOrdered($0) }), let first = names.first
    else { return nil }
    return context.builder.finding(
      "sequential-awaits", in: function, at: run.spans[0], call: first, confidence: .possible,
      replacement: "asyncio.gather or asyncio.TaskGroup")
  }

  /// How a call is written, when it is a plain name with attributes.
  private func called(_ call: Call, in summary: ModuleSummary) -> String? {
    var words: [String] = []
    var expression = call.callee
    while true {
      switch summary.expressions[Int(expression)] {
      case .name(let name, _):
        words.append(summary.names[name])
        return words.reversed().joined(separator: ".")
      case .attribute(let base, let name):
        words.append(summary.names[name])
        expression = base
      default: return nil
      }
    }
  }

  private func isOrdered(_ name: String) -> Bool {
    guard let last = name.split(separator: ".").last else { return true }
    if Self.ordered.contains(String(last)) { return true }
    return last.split(separator: "_").contains { Self.ordered.contains(String($0)) }
  }
}

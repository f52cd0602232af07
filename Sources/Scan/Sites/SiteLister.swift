import Handbook
import Timeline

/// Every known blocking call of a project with its verdict.
struct SiteLister {
  let whereabouts: Whereabouts
  let builder: FindingBuilder
  let kinds: [String: FindingKind]
  /// All findings, also those that are not listed.
  let findings: [Finding]

  private var inference: Inference { whereabouts.inference }

  private struct Key: Hashable {
    let function: FunctionReference
    let start: UInt32
    let call: String
  }

  func sites() -> [Site] {
    var sites: [Site] = []
    var seen: Set<Key> = []
    let causes = Set(findings.map(\.rootCause))
    for (functions, found) in [
      (whereabouts.graph.functions, whereabouts.graph.sites),
      (whereabouts.sitesElsewhere.keys.sorted(), whereabouts.sitesElsewhere),
    ] {
      for function in functions {
        for site in found[function] ?? [] {
          guard case .blocking(let call, let name) = site.target,
            seen.insert(Key(function: function, start: site.span.start, call: name)).inserted
          else { continue }
          var verdict = whereabouts.verdict(of: function, at: site.span)
          adjust(&verdict, call, function, site.span, causes)
          sites.append(self.site(name, call.kind, in: function, at: site.span, verdict))
        }
      }
    }
    for function in whereabouts.graph.functions {
      for guarded in whereabouts.graph.guarded[function] ?? [] {
        guard case .blocking(let call, let name) = guarded.site.target,
          seen.insert(Key(function: function, start: guarded.site.span.start, call: name)).inserted
        else { continue }
        let verdict = Verdict(
          verdict: .offLoop, reason: "under a condition that rules the loop's thread out",
          place: whereabouts.view.place(guarded.part, in: function.module))
        sites.append(site(name, call.kind, in: function, at: guarded.site.span, verdict))
      }
    }
    for handed in whereabouts.graph.entries.handed {
      guard seen.insert(Key(function: handed.function, start: handed.span.start, call: handed.name)).inserted
      else { continue }
      let verdict = Verdict(
        verdict: .onLoop, reason: "handed to `\(handed.taker)`",
        place: whereabouts.view.place(handed.span, in: handed.function.module))
      sites.append(site(handed.name, handed.call.kind, in: handed.function, at: handed.span, verdict))
    }
    for handed in whereabouts.handOvers.blocking {
      let span = handed.handOver.span
      guard seen.insert(Key(function: handed.function, start: span.start, call: handed.name)).inserted else {
        continue
      }
      let verdict = Verdict(
        verdict: .offLoop, reason: handed.handOver.words,
        place: whereabouts.view.place(span, in: handed.function.module))
      sites.append(site(handed.name, handed.call.kind, in: handed.function, at: span, verdict))
    }
    return (sites + onUnknownObjects()).sorted(by: Site.precedes)
  }

  /// What comments silence, and what is reported although the loop does not reach it.
  private func adjust(
    _ verdict: inout Verdict, _ call: BlockingCall, _ function: FunctionReference, _ span: SourceSpan,
    _ causes: Set<String>
  ) {
    let range = inference.project.modules[function.module].places.range(of: span)
    let path = inference.project.modules[function.module].path
    if verdict.verdict == .onLoop {
      if let kind = kinds[call.kind], builder.isSilenced(kind, in: function.module, span) {
        verdict.reason += "; a comment at the call silences it"
      }
    } else if causes.contains("\(path):\(range.line):\(range.column)") {
      verdict = Verdict(
        verdict: .onLoop, reason: "changes the loop wherever it stands",
        place: Place(path: path, line: range.line))
    }
  }

  private func site(
    _ name: String, _ kind: String, in function: FunctionReference, at span: SourceSpan, _ verdict: Verdict
  ) -> Site {
    let module = inference.project.modules[function.module]
    return Site(
      path: module.path, range: module.places.range(of: span), function: whereabouts.view.name(function),
      call: FindingBuilder.shown(name), kind: kind, verdict: verdict.verdict, reason: verdict.reason,
      place: verdict.place)
  }

  /// Methods on the loop whose name speaks for a blocking call, on objects that nobody can tell the type of.
  private func onUnknownObjects() -> [Site] {
    var methods: [String: String] = [:]
    for kind in kinds.values { for method in kind.methods { methods[method] = kind.id } }
    return whereabouts.graph.functions.flatMap { function -> [Site] in
      let summary = inference.project.modules[function.module]
      return summary.actions(of: function.index).compactMap { action -> Site? in
        guard case .call(let index) = action, case let call = summary.calls[Int(index)], !call.isAwaited,
          case .attribute(let base, let name) = summary.expressions[Int(call.callee)],
          let kind = methods[summary.names[name]],
          inference.values(of: base, in: function.module).isEmpty
        else { return nil }
        let object = whereabouts.view.written(base, in: function.module)
        let verdict = Verdict(
          verdict: .unknown, reason: "the type of `\(object)` is not known",
          place: whereabouts.view.place(call.span, in: function.module))
        return site(
          "\(object).\(summary.names[name])", kind, in: function, at: call.span, verdict)
      }
    }
  }
}

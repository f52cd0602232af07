import Handbook
import Timeline

/// What a scan's results say about the questions of the timeline.
struct EvidenceFinder {
  let result: ScanResult
  let kinds: [String: FindingKind]

  func evidence() -> [Evidence] { evidence(of: result.rootCauses) }

  func evidence(of causes: [RootCause]) -> [Evidence] { frameworks() + blockers(causes) }

  private func frameworks() -> [Evidence] {
    result.sightings.filter { $0.fact == "framework" }.map { sighting in
      Evidence(question: "framework", value: sighting.value, summary: "imported", place: sighting.place)
    }
  }

  private func blockers(_ causes: [RootCause]) -> [Evidence] {
    var evidence: [Evidence] = []
    var seen: Set<String> = []
    for cause in causes where cause.nearest.severity > .hint {
      guard let blocker = kinds[cause.nearest.kind]?.blocker, blocker != "none", seen.insert(blocker).inserted
      else { continue }
      let place = Place(path: cause.nearest.cause.path, line: cause.nearest.cause.line)
      if evidence.isEmpty {
        evidence.append(
          Evidence(
            question: "direction", value: "sync-in-async", summary: "\(cause.nearest.call) runs on the loop",
            place: place))
      }
      evidence.append(
        Evidence(
          question: "blocker", value: blocker, summary: "\(cause.nearest.call) in \(cause.nearest.function)",
          place: place))
    }
    if evidence.isEmpty {
      evidence.append(
        Evidence(
          question: "blocker", value: "none",
          summary:
            "no known blocking call in \(result.asyncFunctions) coroutine functions of \(result.files) files")
      )
    }
    return evidence
  }
}

extension ScanResult {
  /// What would speak for answers if these were all causes.
  /// - Parameters:
  ///   - causes: some of its root causes, in their order.
  ///   - kinds: all finding kinds, by id.
  public func evidence(of causes: [RootCause], kinds: [String: FindingKind]) -> [Evidence] {
    EvidenceFinder(result: self, kinds: kinds).evidence(of: causes)
  }

  /// This result as if some causes had not been found, because a person judged that they are none.
  /// - Parameter kinds: all finding kinds, by id.
  public func without(_ rootCauses: Set<String>, kinds: [String: FindingKind]) -> ScanResult {
    guard !rootCauses.isEmpty else { return self }
    var result = self
    result.findings.removeAll { rootCauses.contains($0.rootCause) }
    result.evidence = EvidenceFinder(result: result, kinds: kinds).evidence()
    return result
  }
}

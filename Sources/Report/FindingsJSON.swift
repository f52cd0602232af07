import Scan
import Timeline

/// The stable JSON of findings and diagnoses: fields are added, never renamed. `docs/json.md` explains each.
///
/// `findings` are sorted by path, line and column; `causes` groups them by the blocking call they share, ranked, and names
/// them by their place in `findings`. `sites` is there only when a scan for everything was asked for: every known blocking
/// call with `verdict` (`on_loop`, `off_loop`, `not_reached`, `unknown`), `reason`, and `place`, the line that proves it.
public struct JSONReport {
  private let tool: Tool

  public init(tool: Tool) { self.tool = tool }

  public func json(_ scan: ScanResult) -> JSON { .object(fields(of: scan)) }

  /// - Parameter setAside: causes that the person judged not to be it; they are no findings any more, and are named apart.
  public func json(_ diagnosis: Diagnosis, setAside: [RootCause] = []) -> JSON {
    var fields = fields(of: diagnosis.scan)
    if !setAside.isEmpty {
      fields.append(("set_aside", .array(setAside.map { .object(self.fields(of: $0)) })))
    }
    return .object(fields + [("diagnosis", self.diagnosis(diagnosis))])
  }

  private func fields(of scan: ScanResult) -> [(String, JSON)] {
    var fields: [(String, JSON)] = [
      ("schema", .number(1)),
      ("tool", .object([("name", .string(tool.name)), ("version", .string(tool.version))])),
      ("root", .string(scan.root)),
      (
        "summary",
        .object([
          ("files", .number(scan.files)), ("lines", .number(scan.lines)),
          ("async_functions", .number(scan.asyncFunctions)), ("milliseconds", .number(scan.milliseconds)),
        ])
      ),
      ("findings", .elements(count: scan.findings.count) { Self.finding(scan.findings[$0]) }),
      ("causes", .array(causes(of: scan))),
      (
        "unlisted",
        .object(scan.unlisted.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
      ),
      (
        "skipped",
        .array(scan.skipped.map { .object([("path", .string($0.path)), ("reason", .string($0.reason))]) })
      ),
    ]
    if let sites = scan.sites { fields.append(("sites", .array(sites.map(site)))) }
    return fields
  }

  private func causes(of scan: ScanResult) -> [JSON] {
    var indices: [String: [Int]] = [:]
    for (index, finding) in scan.findings.enumerated() {
      indices[finding.rootCause, default: []].append(index)
    }
    return scan.rootCauses.map { cause in
      .object(fields(of: cause) + [("findings", .array((indices[cause.id] ?? []).map { .number($0) }))])
    }
  }

  private func fields(of cause: RootCause) -> [(String, JSON)] {
    let nearest = cause.nearest
    return [
      ("id", .string(cause.id)), ("kind", .string(nearest.kind)),
      ("severity", .string(nearest.severity.rawValue)),
      ("confidence", .string(nearest.confidence.rawValue)), ("path", .string(nearest.cause.path)),
      ("line", .number(nearest.cause.line)), ("column", .number(nearest.cause.column)),
      ("call", .string(nearest.call)), ("entry_points", .number(cause.reach.entryPoints)),
      ("routes", .number(cause.reach.routes)), ("places", .number(cause.reach.places)),
    ]
  }

  private func site(_ site: Site) -> JSON {
    .object([
      ("path", .string(site.path)), ("line", .number(site.range.line)),
      ("column", .number(site.range.column)),
      ("function", .string(site.function)), ("call", .string(site.call)), ("kind", .string(site.kind)),
      ("verdict", .string(site.verdict.rawValue)), ("reason", .string(site.explanation)),
      (
        "place",
        site.place.map { .object([("path", .string($0.path)), ("line", .number($0.line))]) } ?? .null
      ),
    ])
  }

  private static func finding(_ finding: Finding) -> JSON {
    .object([
      ("kind", .string(finding.kind)), ("severity", .string(finding.severity.rawValue)),
      ("confidence", .string(finding.confidence.rawValue)), ("path", .string(finding.path)),
      ("line", .number(finding.range.line)), ("column", .number(finding.range.column)),
      ("end_line", .number(finding.range.endLine)), ("end_column", .number(finding.range.endColumn)),
      ("function", .string(finding.function)), ("call", .string(finding.call)),
      ("message", .string(finding.message)), ("fix", .string(finding.fix)),
      ("root_cause", .string(finding.rootCause)),
      (
        "chain",
        .array(
          finding.chain.map { frame in
            .object([
              ("path", .string(frame.path)), ("line", .number(frame.line)), ("column", .number(frame.column)),
              ("function", .string(frame.function)), ("call", .string(frame.call)),
            ])
          })
      ),
    ])
  }

  private func diagnosis(_ diagnosis: Diagnosis) -> JSON {
    let answers = diagnosis.session.answers
    let steps = diagnosis.session.path.map { step -> JSON in
      var fields: [(String, JSON)] = [("minute", .number(step.minute)), ("step", .string(step.id))]
      if let question = step.question {
        let answer = answers[question.id]
        fields.append(("question", .string(question.id)))
        fields.append(("answer", answer.map { .string($0.value) } ?? .null))
        fields.append(("provenance", answer.map { .string($0.provenance.word) } ?? .null))
        if let place = answer?.provenance.place { fields.append(("place", .string(place.description))) }
      }
      return .object(fields)
    }
    return .object([
      ("steps", .array(steps)), ("outcome", .string(diagnosis.outcome.id)),
      ("conclusion", .string(diagnosis.conclusion.rawValue)),
      ("fixes", .array(diagnosis.fixes.map { .string($0) })),
    ])
  }
}

extension Provenance {
  /// The line that an answer was read from, or read off.
  public var place: Place? {
    switch self {
    case .file(let place): place
    case .evidence(let evidence): evidence.place
    case .typed, .flag, .fallback: nil
    }
  }
}

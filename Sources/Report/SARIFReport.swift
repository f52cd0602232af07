import Handbook
import Scan

/// Findings as SARIF 2.1.0, the exchange format of static analysers: each finding with the way down to it as a code flow.
public struct SARIFReport {
  private let tool: Tool
  private let handbook: Handbook
  private let sources: SourceFiles?

  /// - Parameter sources: where to read the lines that fingerprints are made of; nil: below the scan's root.
  public init(tool: Tool, handbook: Handbook, sources: SourceFiles? = nil) {
    self.tool = tool
    self.handbook = handbook
    self.sources = sources
  }

  /// - Parameter setAside: causes that a person judged not to be it, which the scan no longer holds; they come with a
  ///   suppression, as the format has it.
  public func json(_ scan: ScanResult, setAside: [RootCause] = []) -> JSON {
    let suppressed = Set(setAside.map(\.id))
    // In their places among the others, since what tells findings on like lines apart is their order.
    let findings =
      setAside.isEmpty
      ? scan.findings : (scan.findings + setAside.flatMap(\.findings)).sorted(by: Finding.precedes)
    let kinds = Set(findings.map(\.kind)).sorted()
    let places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    var fingerprints = Fingerprints(root: scan.root, sources: sources)
    let results = findings.map { finding in
      result(
        finding, rule: places[finding.kind] ?? 0, fingerprint: fingerprints.next(for: finding),
        root: scan.root, isSuppressed: suppressed.contains(finding.rootCause))
    }
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .string(tool.name)), ("version", .string(tool.version)),
                    ("rules", .array(kinds.map(rule))),
                  ])
                )
              ])
            ),
            ("invocations", .array([invocation(scan)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
          ])
        ])
      ),
    ])
  }

  private func rule(_ id: String) -> JSON {
    let kind = handbook.knowledge.kinds[id]
    let article = handbook.article(id)
    return .object([
      ("id", .string(id)),
      ("shortDescription", .object([("text", .string(kind?.title ?? id))])),
      ("fullDescription", .object([("text", .string(article?.summary ?? kind?.title ?? id))])),
      ("help", help(id, article)),
      ("defaultConfiguration", .object([("level", .string(level(kind?.severity ?? .error)))])),
    ])
  }

  private func help(_ id: String, _ article: Article?) -> JSON {
    let summary = article.map { $0.summary + " " } ?? ""
    let fix = handbook.knowledge.kinds[id].flatMap { handbook.article($0.fix) }
    let cure = fix.map { "\($0.heading): \($0.summary) " } ?? ""
    return .object([
      ("text", .string("\(summary)\(cure)More: loopdoctor explain \(id)")),
      ("markdown", .string("\(summary)\n\n\(cure)\n\nMore: `loopdoctor explain \(id)`")),
    ])
  }

  /// That the run went well, and what it could not look at.
  private func invocation(_ scan: ScanResult) -> JSON {
    let skipped = scan.skipped.map { file in
      JSON.object([
        ("level", .string("warning")), ("message", .object([("text", .string("skipped: \(file.reason)"))])),
        (
          "locations",
          .array([
            .object([("physicalLocation", .object([("artifactLocation", artifact(file.path, scan.root))]))])
          ])
        ),
      ])
    }
    var fields: [(String, JSON)] = [("executionSuccessful", .bool(true))]
    if !skipped.isEmpty { fields.append(("toolExecutionNotifications", .array(skipped))) }
    return .object(fields)
  }

  private func result(_ finding: Finding, rule: Int, fingerprint: String, root: String, isSuppressed: Bool)
    -> JSON
  {
    let range = finding.range
    let region = JSON.object([
      ("startLine", .number(range.line)), ("startColumn", .number(range.column)),
      ("endLine", .number(range.endLine)),
      ("endColumn", .number(range.endColumn)),
    ])
    var fields: [(String, JSON)] = [
      ("ruleId", .string(finding.kind)), ("ruleIndex", .number(rule)),
      ("level", .string(level(finding.severity))),
      ("message", .object([("text", .string(message(finding)))])),
      ("locations", .array([.object([("physicalLocation", physical(finding.path, region, root))])])),
      ("partialFingerprints", .object([("loopdoctor/v1", .string(fingerprint))])),
    ]
    if isSuppressed {
      let suppression = JSON.object([
        ("kind", .string("external")), ("status", .string("accepted")),
        ("justification", .string("Marked as not the cause during the diagnosis")),
      ])
      fields.append(("suppressions", .array([suppression])))
    }
    if finding.chain.count > 1 { fields.append(("codeFlows", .array([codeFlow(finding, root)]))) }
    return .object(fields)
  }

  private func message(_ finding: Finding) -> String {
    let way =
      finding.chain.count > 1 ? " Reached by \(finding.chain.map(\.function).joined(separator: " → "))." : ""
    return "\(finding.message).\(way) Instead: \(finding.replacement)."
  }

  private func codeFlow(_ finding: Finding, _ root: String) -> JSON {
    let steps = finding.chain.map { frame in
      let region = JSON.object([("startLine", .number(frame.line)), ("startColumn", .number(frame.column))])
      return JSON.object([
        (
          "location",
          .object([
            ("physicalLocation", physical(frame.path, region, root)),
            ("message", .object([("text", .string("\(frame.function) calls \(frame.call)"))])),
          ])
        )
      ])
    }
    return .object([("threadFlows", .array([.object([("locations", .array(steps))])]))])
  }

  private func physical(_ path: String, _ region: JSON, _ root: String) -> JSON {
    .object([("artifactLocation", artifact(path, root)), ("region", region)])
  }

  private func artifact(_ path: String, _ root: String) -> JSON {
    let path = joined(root, path)
    return .object([("uri", .string((path.hasPrefix("/") ? "file://" : "") + Self.uri(path)))])
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }

  /// A path as the path part of a URI.
  static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return uri
  }
}

/// A path of a report as one can open it from where the command was run.
func joined(_ root: String, _ path: String) -> String {
  root == "." || path.hasPrefix("/") ? path : root.hasSuffix("/") ? root + path : root + "/" + path
}

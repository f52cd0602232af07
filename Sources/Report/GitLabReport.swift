import Handbook
import Scan

/// Findings as GitLab's code quality report.
public struct GitLabReport {
  private let sources: SourceFiles?

  /// - Parameter sources: where to read the lines that fingerprints are made of; nil: below the scan's root.
  public init(sources: SourceFiles? = nil) { self.sources = sources }

  public func json(_ scan: ScanResult) -> JSON {
    .array(
      zip(scan.findings, Fingerprints.of(scan, sources: sources)).map { finding, fingerprint in
        .object([
          ("description", .string("\(finding.message). Instead: \(finding.replacement)")),
          ("check_name", .string(finding.kind)), ("fingerprint", .string(fingerprint)),
          ("severity", .string(severity(finding.severity))),
          (
            "location",
            .object([
              ("path", .string(joined(scan.root, finding.path))),
              (
                "lines",
                .object([("begin", .number(finding.range.line)), ("end", .number(finding.range.endLine))])
              ),
            ])
          ),
        ])
      })
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .hint: "info"
    }
  }
}

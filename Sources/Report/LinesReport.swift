import Handbook
import Scan
import Text

/// Findings one a line, as compilers write them: what editors and their error lists understand.
public struct LinesReport {
  public init() {}

  public func text(_ scan: ScanResult) -> String {
    scan.findings.map { finding in
      let place = "\(joined(scan.root, finding.path)):\(finding.range.line):\(finding.range.column)"
      let way =
        finding.chain.count > 1
        ? ", reached through " + finding.chain.dropFirst().map(\.function).joined(separator: " → ") : ""
      let text = "\(word(finding.severity)): \(finding.message)\(way); instead: \(finding.replacement)"
      return "\(place): \(text) [\(finding.kind)]".sanitized() + "\n"
    }.joined()
  }

  private func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }
}

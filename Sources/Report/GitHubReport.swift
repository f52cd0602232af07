import Handbook
import Scan
import Text

/// Findings as the workflow commands from which GitHub makes annotations.
public struct GitHubReport {
  public init() {}

  public func text(_ scan: ScanResult) -> String {
    scan.findings.map { finding in
      let range = finding.range
      var properties = [
        ("file", joined(scan.root, finding.path)), ("line", "\(range.line)"), ("endLine", "\(range.endLine)"),
      ]
      // Columns of two different lines would be refused; the last one counts as marked.
      if range.line == range.endLine {
        properties += [
          ("col", "\(range.column)"), ("endColumn", "\(max(range.column, range.endColumn - 1))"),
        ]
      }
      properties.append(("title", "\(finding.kind): \(finding.call)"))
      let written = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }.joined(separator: ",")
      var message = "\(finding.message)\nInstead: \(finding.replacement)"
      if finding.chain.count > 1 {
        message +=
          "\nReached by "
          + finding.chain.map { "\($0.function) (\($0.path):\($0.line))" }.joined(separator: " → ")
      }
      return "::\(command(finding.severity)) \(written)::\(Self.escaped(message, isProperty: false))\n"
    }.joined()
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "notice"
    }
  }

  /// GitHub's own escapes; everything else that would control a terminal or hide is made visible.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.sanitized(keepingLineBreaks: true).unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

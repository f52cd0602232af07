import Scan
import YAML

/// Findings that somebody accepted, by fingerprint: a scan with a baseline speaks only of the others.
public struct Baseline: Equatable, Sendable {
  private let fingerprints: Set<String>

  /// What is wrong with a baseline file.
  public struct Fault: Error, Equatable, Sendable {
    public let message: String
  }

  private static let mark = "loopdoctor-baseline"

  /// The file that accepts all findings of a scan.
  public static func text(accepting scan: ScanResult, sources: SourceFiles? = nil) -> String {
    var text = "# Findings that are accepted: `loopdoctor scan --baseline` reports only others.\n\(mark): 1\n"
    if scan.findings.isEmpty { return text + "findings: []\n" }
    text += "findings:\n"
    for (finding, fingerprint) in zip(scan.findings, Fingerprints.of(scan, sources: sources)) {
      text += "  - id: \"\(fingerprint)\"\n    kind: \(yamlScalar(finding.kind))\n"
      text += "    path: \(yamlScalar(Fingerprints.shared(scan.root, finding.path)))\n"
      text += "    function: \(yamlScalar(finding.function))\n    call: \(yamlScalar(finding.call))\n"
    }
    return text
  }

  /// Reads such a file.
  /// - Parameter name: the file's name, for what is wrong with it.
  public init(_ bytes: [UInt8], named name: String) throws(Fault) {
    func fault(_ place: YAMLPlace, _ message: String) -> Fault {
      Fault(message: "\(name):\(place.line):\(place.column): \(message)")
    }
    let root: YAMLNode
    do throws(YAMLFault) {
      root = try parseYAML(bytes)
    } catch {
      throw fault(error.place, error.message)
    }
    guard root[Self.mark]?.text == "1", let findings = root["findings"]?.elements else {
      throw fault(root.place, "this is no baseline; write one with --write-baseline")
    }
    var fingerprints: Set<String> = []
    for finding in findings {
      guard let id = finding["id"]?.text else { throw fault(finding.place, "a finding without an id") }
      fingerprints.insert(id)
    }
    self.fingerprints = fingerprints
  }

  /// Which findings of a scan are new, by their place in its list.
  public func isNew(in scan: ScanResult, sources: SourceFiles? = nil) -> [Bool] {
    Fingerprints.of(scan, sources: sources).map { !fingerprints.contains($0) }
  }
}

import Handbook
import Scan

/// What a lab claims, held against the scan.
public struct LabCheck {
  private let scanner: Scanner

  public init(handbook: Handbook) { scanner = Scanner(handbook: handbook) }

  /// What does not hold: the broken service has its fault where the lab says, and the solved one is solved.
  public func faults(of lab: Lab) -> [String] {
    var faults: [String] = []
    let file = "labs/\(lab.name).yaml"
    let broken = LabVerdict(of: lab, sources: lab.files, scanner: scanner)
    let isThere = broken.scan.findings.contains {
      $0.kind == lab.fault.kind && $0.cause.path == lab.fault.file && $0.cause.line == lab.fault.line
    }
    if !isThere {
      let found = broken.scan.findings.map { "\($0.kind) at \($0.cause.path):\($0.cause.line)" }
      faults.append(
        "\(file): the scan finds no \(lab.fault.kind) at \(lab.fault.file):\(lab.fault.line) but "
          + (found.isEmpty ? "nothing" : found.joined(separator: ", ")))
    }
    faults += broken.objections.map { "\(file): in the broken service, \($0)" }
    let solved = LabVerdict(of: lab, sources: lab.solved, scanner: scanner)
    faults += solved.scan.findings.map {
      "\(file): the solved service still has \($0.kind) at \($0.cause.path):\($0.cause.line)"
    }
    return faults + solved.objections.map { "\(file): in the solved service, \($0)" }
  }
}

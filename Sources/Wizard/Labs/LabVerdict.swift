import Handbook
import PythonOutline
import Scan

/// Whether a lab is solved: nothing holds up the loop any more, and the service still does its job.
public struct LabVerdict: Equatable, Sendable {
  /// What was found, without hints that have nothing to do with the lab.
  public let scan: ScanResult
  /// Why it does not count as solved although nothing blocks: sentences.
  public let objections: [String]

  public var isFree: Bool { scan.findings.isEmpty }
  public var isSolved: Bool { isFree && objections.isEmpty }

  /// - Parameter sources: the learner's files, by path.
  public init(of lab: Lab, sources: [String: String], scanner: Scanner) {
    var scan = scanner.scan(sources: sources)
    scan.findings = scan.findings.filter { $0.severity > .hint || $0.kind == lab.fault.kind }
    scan.unlisted = [:]
    self.scan = scan
    var functions = FunctionNames()
    var silenced: [String] = []
    for (path, text) in sources.sorted(by: { $0.key < $1.key }) {
      let tree = parse(Array(text.utf8))
      functions.read(tree)
      silenced += Self.silencing(in: tree).map { "\(path):\($0)" }
    }
    objections =
      scan.skipped.map { "\($0.path) cannot be read: \($0.reason)" }
      + silenced.map { "\($0) has a comment that silences the scan; mend the call instead" }
      + lab.keeps.compactMap { functions.objection(to: $0) } + functions.forgottenAwaits
  }

  /// The lines with comments that silence findings.
  private static func silencing(in tree: SyntaxTree) -> [Int] {
    let lines = LineTable(tree.source)
    return tree.comments.compactMap { comment in
      let text = String(decoding: tree.source[Int(comment.start)..<Int(comment.end)], as: UTF8.self)
      guard text.contains("loopdoctor:") || text.lowercased().contains("noqa") else { return nil }
      return lines.position(of: Int(comment.start)).line
    }
  }
}

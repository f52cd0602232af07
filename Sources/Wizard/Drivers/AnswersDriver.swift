import Handbook
import Report
import Scan
import Text
import Timeline

/// Runs a diagnosis from answers that are all known beforehand. It never asks.
public struct AnswersDriver {
  public struct Outcome: Sendable {
    public let diagnosis: Diagnosis
    /// The question that has no answer although one is needed; nil when the diagnosis is complete.
    public let missing: Question?
    /// Answers that the way did not pass.
    public let unused: [Answer]
  }

  public static func run(handbook: Handbook, scan: ScanResult, given: [Answer], tool: Tool) -> Outcome {
    var session = Session(graph: handbook.graph)
    session.replaceEvidence(with: scan.evidence)
    let given = given.compactMap { Self.seenAnew($0, in: scan, handbook) }
    let answers = Dictionary(given.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    let missing = session.resolve(given: answers)
    let used = Set(session.path.compactMap { $0.question?.id })
    return Outcome(
      diagnosis: Diagnosis(session: session, scan: scan, handbook: handbook, tool: tool), missing: missing,
      unused: given.filter { !used.contains($0.question) && !$0.provenance.isFromProject })
  }

  /// An answer that was read off the project, with what is seen there now; nil when nothing speaks for it any more.
  private static func seenAnew(_ answer: Answer, in scan: ScanResult, _ handbook: Handbook) -> Answer? {
    guard case .evidence(let then) = answer.provenance else { return answer }
    let now =
      scan.evidence.filter { $0.question == answer.question && $0.value == answer.value }
      + (answer.question == "blocker" ? scan.rootCauses.map { Evidence(of: $0, in: handbook) } : [])
      .filter { $0.value == answer.value }
    guard let evidence = now.first(where: { $0.shown == then.shown }) ?? now.first else { return nil }
    return Answer(question: answer.question, value: answer.value, provenance: .evidence(evidence))
  }
}

extension Evidence {
  /// What one cause says about the question which call blocks.
  init(of cause: RootCause, in handbook: Handbook) {
    let finding = cause.nearest
    self.init(
      question: "blocker", value: handbook.knowledge.kinds[finding.kind]?.blocker ?? Choice.unknown,
      summary: "\(finding.call) in \(finding.function)",
      place: Place(path: finding.cause.path, line: finding.cause.line))
  }
}

/// Takes answers from flags and files together: what is wrong with them, and which one counts for each question.
public struct AnswerCollector {
  private let graph: Graph
  public private(set) var problems: [String] = []
  private var flags: [Answer] = []
  private var files: [Answer] = []

  public init(graph: Graph) { self.graph = graph }

  /// Takes one `ID=VALUE` from the command line.
  public mutating func addFlag(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else {
      let hint =
        nearest(to: text, among: graph.questions.map(\.id)).map { ", for instance \($0)=unknown" } ?? ""
      problems.append("“\(text.truncated(to: 80))” is no answer; write --answer ID=VALUE\(hint)")
      return
    }
    let question = String(text[..<equals])
    let value = String(text[text.index(after: equals)...])
    if let fault = graph.fault(question: question, value: value) {
      problems.append(fault.message)
    } else if let other = flags.first(where: { $0.question == question && $0.value != value }) {
      problems.append("\(question) is answered both \(other.value) and \(value)")
    } else {
      flags.append(Answer(question: question, value: value, provenance: .flag))
    }
  }

  /// Takes the answers of a session file.
  public mutating func addFile(_ bytes: [UInt8], named name: String) {
    var reader = SessionReader(file: name, graph: graph)
    let (session, faults) = reader.read(bytes)
    problems += faults.map(\.description)
    files += session.answers
  }

  /// One answer a question; flags go before files, and what someone said before what was seen.
  public var answers: [Answer] {
    var seen: Set<String> = []
    let said = files.filter { !$0.provenance.isFromProject }
    return (flags + said + files).filter { seen.insert($0.question).inserted }
  }
}

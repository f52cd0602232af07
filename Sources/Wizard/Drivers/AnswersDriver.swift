import Handbook
import Report
import Scan
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
    let answers = Dictionary(given.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    let missing = session.resolve(given: answers)
    let used = Set(session.path.compactMap { $0.question?.id })
    return Outcome(
      diagnosis: Diagnosis(session: session, scan: scan, handbook: handbook, tool: tool), missing: missing,
      unused: given.filter { !used.contains($0.question) })
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
      let hint = nearest(to: text, among: graph.questions.map(\.id)).map { ", for instance \($0)=unknown" } ?? ""
      problems.append("“\(text)” is no answer; write --answer ID=VALUE\(hint)")
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

  /// One answer a question; flags go before files.
  public var answers: [Answer] {
    var seen: Set<String> = []
    return (flags + files).filter { seen.insert($0.question).inserted }
  }
}

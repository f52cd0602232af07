import Timeline

/// Which answers and edges of the timeline were passed.
public struct Coverage: Sendable {
  /// `question=value`.
  private var answers: Set<String> = []
  /// `step → target`, with the place among the step's edges.
  private var edges: Set<String> = []

  public init() {}

  mutating func add(_ session: Session) {
    for step in session.path.dropLast() {
      if let answer = step.question.flatMap({ session.answers[$0.id] }) {
        answers.insert("\(answer.question)=\(answer.value)")
      }
    }
    for (step, edge) in session.edgesTaken {
      if let step = session.graph[step] { edges.insert(Self.name(step, edge)) }
    }
  }

  public mutating func add(_ other: Coverage) {
    answers.formUnion(other.answers)
    edges.formUnion(other.edges)
  }

  private static func name(_ step: Step, _ edge: Int) -> String {
    let conditions = step.edges[edge].conditions.map { "\($0.question)=\($0.values.joined(separator: ","))" }
    return "\(step.id) → \(step.edges[edge].target)"
      + (conditions.isEmpty ? "" : " with " + conditions.joined(separator: " "))
  }

  /// All answers and edges that a timeline has, and those among them that were not passed, in its order.
  public func compared(with graph: Graph) -> (total: Int, missing: [String]) {
    let allAnswers = graph.questions.flatMap { question in question.values.map { "\(question.id)=\($0)" } }
    let allEdges = graph.steps.flatMap { step in step.edges.indices.map { Self.name(step, $0) } }
    return (
      allAnswers.count + allEdges.count,
      allAnswers.filter { !answers.contains($0) } + allEdges.filter { !edges.contains($0) }
    )
  }
}

/// Something wrong with a graph, at one of its steps.
public struct GraphProblem: Equatable, Sendable {
  /// The id of the step; nil when it concerns the graph as a whole.
  public let step: String?
  public let message: String
}

extension Graph {
  /// Everything that would strand a diagnosis: edges to nowhere, answers without an edge, steps never reached, rings.
  public func problems() -> [GraphProblem] {
    var problems: [GraphProblem] = []
    if self[start] == nil { problems.append(GraphProblem(step: nil, message: "the start “\(start)” is no step")) }
    var ids: Set<String> = []
    for step in steps where !ids.insert(step.id).inserted {
      problems.append(GraphProblem(step: step.id, message: "there are two steps “\(step.id)”"))
    }
    for step in steps { problems += self.problems(of: step) }
    problems += unreachable().map { GraphProblem(step: $0, message: "no edge leads to “\($0)”") }
    if let step = ring() { problems.append(GraphProblem(step: step, message: "edges lead from “\(step)” back to it")) }
    return problems
  }

  private func problems(of step: Step) -> [GraphProblem] {
    var messages: [String] = []
    for edge in step.edges {
      if self[edge.target] == nil {
        let hint = nearest(to: edge.target, among: steps.map(\.id)).map { "; did you mean “\($0)”?" } ?? ""
        messages.append("an edge leads to “\(edge.target)”, which is no step" + hint)
      }
      for condition in edge.conditions {
        for value in condition.values {
          if let fault = fault(question: condition.question, value: value) { messages.append(fault.message) }
        }
      }
    }
    if let question = step.question {
      if !question.values.contains(Choice.unknown) { messages.append("the answer “unknown” is missing") }
      if Set(question.values).count != question.values.count { messages.append("two choices have the same value") }
      if let fallback = question.fallback, !question.values.contains(fallback) {
        messages.append("the default “\(fallback)” is none of the choices")
      }
      for value in question.values where !hasEdge(step, question: question.id, value: value) {
        messages.append("no edge for the answer “\(value)” alone; add one without other conditions")
      }
    }
    return messages.map { GraphProblem(step: step.id, message: $0) }
  }

  /// Whether some edge is taken for this answer whatever else was answered.
  private func hasEdge(_ step: Step, question: String, value: String) -> Bool {
    step.edges.contains { edge in
      edge.conditions.allSatisfy { $0.question == question && $0.values.contains(value) }
    }
  }

  private func unreachable() -> [String] {
    var reached: Set<String> = [start]
    var open = [start]
    while let id = open.popLast() {
      for edge in self[id]?.edges ?? [] where reached.insert(edge.target).inserted { open.append(edge.target) }
    }
    return steps.map(\.id).filter { !reached.contains($0) }
  }

  /// A step from which edges lead back to itself, or nil.
  private func ring() -> String? {
    var finished: Set<String> = []
    func visit(_ id: String, _ above: Set<String>) -> String? {
      if above.contains(id) { return id }
      guard finished.insert(id).inserted else { return nil }
      for edge in self[id]?.edges ?? [] {
        if let found = visit(edge.target, above.union([id])) { return found }
      }
      return nil
    }
    return visit(start, [])
  }
}

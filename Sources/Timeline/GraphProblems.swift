/// Something wrong with a graph, what it concerns, and what to do about it.
public struct GraphProblem: Equatable, Sendable {
  /// A part of a graph. All numbers are indices into the graph's own arrays.
  public enum Spot: Hashable, Sendable {
    case start
    case step(Int)
    case choice(step: Int, Int)
    case fallback(step: Int)
    case edge(step: Int, Int)
    case target(step: Int, edge: Int)
    case condition(step: Int, edge: Int, Int)
    case value(step: Int, edge: Int, condition: Int, Int)
  }

  public let spot: Spot
  public let message: String
  public let remedy: String
}

extension Graph {
  /// Everything that would strand a diagnosis: edges to nowhere, answers without an edge, steps never reached, rings.
  public func problems() -> [GraphProblem] {
    var problems: [GraphProblem] = []
    var ids: Set<String> = []
    for (index, step) in steps.enumerated() {
      if !ids.insert(step.id).inserted {
        problems.append(
          GraphProblem(
            spot: .step(index), message: "there are two steps “\(step.id)”", remedy: "rename one of them"))
      }
      problems += edgeProblems(step, index)
      problems += step.question.map { questionProblems($0, step, index) } ?? pageProblems(step, index)
    }
    guard self[start] != nil else {
      let message = "the start “\(start)” is no step"
      problems.append(GraphProblem(spot: .start, message: message, remedy: nameHint(start)))
      return problems
    }
    // An edge that leads nowhere leaves steps unreached that it was meant for.
    if steps.flatMap(\.edges).contains(where: { self[$0.target] == nil }) { return problems + ringProblems() }
    let reached = reachable()
    for (index, step) in steps.enumerated() where !reached.contains(step.id) {
      problems.append(
        GraphProblem(
          spot: .step(index), message: "no edge leads to “\(step.id)”",
          remedy: "lead one to it, or take the step away"))
    }
    return problems + ringProblems()
  }

  private func nameHint(_ id: String) -> String {
    nearest(to: id, among: steps.map(\.id)).map { "did you mean “\($0)”?" } ?? "name a step, or add this one"
  }

  private func edgeProblems(_ step: Step, _ stepIndex: Int) -> [GraphProblem] {
    var problems: [GraphProblem] = []
    for (index, edge) in step.edges.enumerated() {
      if self[edge.target] == nil {
        problems.append(
          GraphProblem(
            spot: .target(step: stepIndex, edge: index),
            message: "an edge leads to “\(edge.target)”, which is no step", remedy: nameHint(edge.target)))
      }
      for (number, condition) in edge.conditions.enumerated() {
        problems += conditionProblems(condition, stepIndex, index, number)
      }
      if step.edges[..<index].contains(where: { edge.isCovered(by: $0) }) {
        problems.append(
          GraphProblem(
            spot: .edge(step: stepIndex, index), message: "this edge is never taken: one before it always is",
            remedy: "put it first, or take it away"))
      }
    }
    return problems
  }

  private func conditionProblems(
    _ condition: Edge.Condition, _ step: Int, _ edge: Int, _ number: Int
  ) -> [GraphProblem] {
    let spot = GraphProblem.Spot.condition(step: step, edge: edge, number)
    if condition.values.isEmpty {
      let message = "no answer to “\(condition.question)” is named, so the edge is never taken"
      return [GraphProblem(spot: spot, message: message, remedy: "name one")]
    }
    return condition.values.enumerated().compactMap { index, value in
      switch fault(question: condition.question, value: value) {
      case nil: nil
      case .noSuchQuestion where index > 0: nil
      case .noSuchQuestion(_, let near, let all):
        GraphProblem(
          spot: spot, message: "there is no question “\(condition.question)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "the questions are " + all.joined(separator: ", "))
      case .noSuchValue(_, _, let near, let all):
        GraphProblem(
          spot: .value(step: step, edge: edge, condition: number, index),
          message: "“\(value)” is no answer to \(condition.question)",
          remedy: near.map { "did you mean “\($0)”?" } ?? "the answers are " + all.joined(separator: ", "))
      }
    }
  }

  private func questionProblems(_ question: Question, _ step: Step, _ index: Int) -> [GraphProblem] {
    var problems: [GraphProblem] = []
    if !question.values.contains(Choice.unknown) {
      problems.append(
        GraphProblem(
          spot: .step(index), message: "the answer “unknown” is missing",
          remedy: "add a choice `value: unknown`"))
    }
    if let fallback = question.fallback, !question.values.contains(fallback) {
      problems.append(
        GraphProblem(
          spot: .fallback(step: index), message: "the default “\(fallback)” is none of the choices",
          remedy: "write one of " + question.values.joined(separator: ", ")))
    }
    var seen: Set<String> = []
    for (number, value) in question.values.enumerated() {
      let spot = GraphProblem.Spot.choice(step: index, number)
      if !seen.insert(value).inserted {
        problems.append(
          GraphProblem(
            spot: spot, message: "two choices have the value “\(value)”", remedy: "rename one of them"))
      } else if !hasEdge(step, question: question.id, value: value) {
        problems.append(
          GraphProblem(
            spot: spot, message: "no edge is sure to be taken for the answer “\(value)”",
            remedy: "add one without other conditions"))
      }
    }
    return problems
  }

  private func pageProblems(_ step: Step, _ index: Int) -> [GraphProblem] {
    guard !step.edges.isEmpty, !step.edges.contains(where: \.conditions.isEmpty) else { return [] }
    return [
      GraphProblem(
        spot: .step(index), message: "no edge of this page is sure to be taken",
        remedy: "add one without conditions, or take all away")
    ]
  }

  /// Whether some edge is taken for this answer whatever else was answered.
  private func hasEdge(_ step: Step, question: String, value: String) -> Bool {
    step.edges.contains { edge in
      edge.conditions.allSatisfy { $0.question == question && $0.values.contains(value) }
    }
  }

  private func reachable() -> Set<String> {
    var reached: Set<String> = [start]
    var open = [start]
    while let id = open.popLast() {
      for edge in self[id]?.edges ?? [] where reached.insert(edge.target).inserted {
        open.append(edge.target)
      }
    }
    return reached
  }

  /// The first edge found that leads back to a step above it.
  private func ringProblems() -> [GraphProblem] {
    var finished: Set<String> = []
    func visit(_ id: String, _ above: Set<String>) -> GraphProblem? {
      guard let index = steps.firstIndex(where: { $0.id == id }), finished.insert(id).inserted else {
        return nil
      }
      let above = above.union([id])
      for (number, edge) in steps[index].edges.enumerated() {
        if above.contains(edge.target) {
          return GraphProblem(
            spot: .edge(step: index, number), message: "this edge leads back to “\(edge.target)”",
            remedy: "lead it forward: the timeline has no rings")
        }
        if let found = visit(edge.target, above) { return found }
      }
      return nil
    }
    return visit(start, []).map { [$0] } ?? []
  }
}

extension Edge {
  /// Whether `earlier` holds whenever this edge does.
  fileprivate func isCovered(by earlier: Edge) -> Bool {
    earlier.conditions.allSatisfy { condition in
      conditions.contains { own in
        own.question == condition.question && Set(own.values).isSubset(of: condition.values)
      }
    }
  }
}

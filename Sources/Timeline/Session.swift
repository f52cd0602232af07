/// A diagnosis under way: what was answered, what was seen, and where on the timeline it stands.
///
/// A value: every driver holds one, feeds it answers and evidence, and shows what it says. Answers are kept by question,
/// and the way taken is worked out from them; so going back loses nothing, and an answer that the way no longer passes
/// is remembered but has no say.
public struct Session: Equatable, Sendable {
  public let graph: Graph
  /// The answer to each question that has one, whether or not the way passes it now.
  public private(set) var answers: [String: Answer] = [:]
  /// What was seen, the strongest first for each question.
  public private(set) var evidence: [Evidence] = []
  /// The id of the step it stands at.
  public private(set) var position: String

  public init(graph: Graph) {
    self.graph = graph
    position = graph.start
  }

  // MARK: Where it stands

  /// The step it stands at.
  public var step: Step {
    // `position` only ever takes ids of steps of the graph.
    graph[position] ?? graph.steps[0]
  }

  /// All steps from the first to as far as the answers lead, the first one without an answer included.
  public var way: [Step] {
    var steps: [Step] = []
    var seen: [String: String] = [:]
    var next = graph[graph.start]
    while let step = next, steps.count <= graph.steps.count {
      steps.append(step)
      if let question = step.question {
        guard let answer = answers[question.id] else { break }
        seen[question.id] = answer.value
      }
      next = target(from: step, given: seen)
    }
    return steps
  }

  /// The steps from the first to the one it stands at.
  public var path: [Step] {
    let way = way
    let end = way.firstIndex { $0.id == position } ?? way.count - 1
    return Array(way[...end])
  }

  /// The answers on the path, in the order of the timeline; the current step's own included when it has one.
  public var answersOnPath: [Answer] {
    path.compactMap { $0.question.flatMap { answers[$0.id] } }
  }

  /// The value of an answer that is on the path.
  public func value(of question: String) -> String? {
    answersOnPath.first { $0.question == question }?.value
  }

  /// Whether the step it stands at ends the diagnosis.
  public var isAtEnd: Bool { step.edges.isEmpty }

  /// The conclusion of the last page on the path; nil before one was reached.
  public var conclusion: Page.Conclusion? { path.last { $0.page != nil }?.page?.conclusion }

  /// The step that an answer to the current question would lead to.
  public func target(ifAnswered value: String) -> Step? {
    var seen = Dictionary(uniqueKeysWithValues: answersOnPath.map { ($0.question, $0.value) })
    if let question = step.question { seen[question.id] = value }
    return target(from: step, given: seen)
  }

  /// Each edge that the way took to where it stands: the step that it leaves, and its place among that step's edges.
  public var edgesTaken: [(step: String, edge: Int)] {
    var seen: [String: String] = [:]
    return path.dropLast().compactMap { step in
      if let question = step.question, let answer = answers[question.id] { seen[question.id] = answer.value }
      return Self.edge(from: step, given: seen).map { (step.id, $0) }
    }
  }

  private func target(from step: Step, given seen: [String: String]) -> Step? {
    Self.edge(from: step, given: seen).flatMap { graph[step.edges[$0].target] }
  }

  private static func edge(from step: Step, given seen: [String: String]) -> Int? {
    step.edges.firstIndex { edge in
      edge.conditions.allSatisfy { condition in
        seen[condition.question].map(condition.values.contains) ?? false
      }
    }
  }

  // MARK: Moving

  /// Answers the question of the current step and goes on to the next.
  /// - Throws: `AnswerFault` when the value is none of the question's; nothing changes then.
  public mutating func answer(_ value: String, provenance: Provenance) throws(AnswerFault) {
    guard let question = step.question else { return }
    if let fault = graph.fault(question: question.id, value: value) { throw fault }
    answers[question.id] = Answer(question: question.id, value: value, provenance: provenance)
    goOn()
  }

  /// From a page, or from a question that has an answer, to the next step; false when there is none.
  @discardableResult
  public mutating func goOn() -> Bool {
    let way = way
    guard let index = way.firstIndex(where: { $0.id == position }), index + 1 < way.count else {
      return false
    }
    position = way[index + 1].id
    return true
  }

  /// To the step before this one; false at the first. All answers stay.
  @discardableResult
  public mutating func goBack() -> Bool {
    let path = path
    guard path.count > 1 else { return false }
    position = path[path.count - 2].id
    return true
  }

  /// To any step on the way, before or after this one; false when the way does not pass it.
  @discardableResult
  public mutating func jump(to id: String) -> Bool {
    guard way.contains(where: { $0.id == id }) else { return false }
    position = id
    return true
  }

  /// To the first step on the way that stands at this minute; false when there is none yet.
  @discardableResult
  public mutating func jump(toMinute minute: Int) -> Bool {
    guard let step = way.first(where: { $0.minute == minute }) else { return false }
    position = step.id
    return true
  }

  // MARK: Evidence

  /// Adds something seen in the project. It pre-answers a question; it never overrules an answer.
  public mutating func add(_ new: Evidence) {
    if !evidence.contains(new) { evidence.append(new) }
  }

  /// Takes what was seen anew, for instance after a second scan.
  public mutating func replaceEvidence(with new: [Evidence]) { evidence = new }

  /// What speaks for an answer to a question, the strongest first.
  public func evidence(for question: String) -> [Evidence] {
    evidence.filter { $0.question == question }
  }

  // MARK: Without a person

  /// Goes on by itself as far as answers carry it: those given first, then those in the session, evidence, defaults.
  /// - Precondition: the given answers are legal (`Graph.fault`).
  /// - Returns: the question that stopped it for want of an answer, or nil at an end or an optional question.
  public mutating func resolve(given: [String: Answer]) -> Question? {
    while !isAtEnd {
      guard let question = step.question else {
        guard goOn() else { return nil }
        continue
      }
      if let answer = given[question.id] ?? answers[question.id] ?? automaticAnswer(to: question) {
        answers[question.id] = answer
        guard goOn() else { return nil }
      } else {
        return question.isOptional ? nil : question
      }
    }
    return nil
  }

  private func automaticAnswer(to question: Question) -> Answer? {
    if let seen = evidence(for: question.id).first {
      return Answer(question: question.id, value: seen.value, provenance: .evidence(seen))
    }
    return question.fallback.map { Answer(question: question.id, value: $0, provenance: .fallback) }
  }
}

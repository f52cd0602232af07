import Handbook
import Testing

@testable import Timeline

/// The decision tree that the product ships.
let shipped: Result<Graph, ContentFaults> = Result { () throws(ContentFaults) in
  try loadHandbook(from: .builtIn).graph
}

extension Session {
  /// Answers in turn, each to the question that it names; pages in between are left behind.
  static func answering(_ answers: KeyValuePairs<String, String>, on graph: Graph) throws -> Session {
    var session = Session(graph: graph)
    for (question, value) in answers {
      while session.step.page != nil, session.goOn() {}
      #expect(session.step.id == question)
      try session.answer(value, provenance: .typed)
    }
    return session
  }

  /// From a page, or an answered question, as far as the answers lead.
  mutating func goToEnd() { while goOn() {} }
}

extension Graph {
  /// For each question the values that differ: of those which no condition anywhere tells apart, the first.
  var differentValues: [String: [String]] {
    let conditions = steps.flatMap(\.edges).flatMap(\.conditions)
    return Dictionary(
      uniqueKeysWithValues: questions.map { question in
        let own = conditions.filter { $0.question == question.id }
        var seen: Set<[Bool]> = []
        return (
          question.id,
          question.values.filter { value in seen.insert(own.map { $0.values.contains(value) }).inserted }
        )
      })
  }
}

/// Every state that a person can get into by answering forward, each handed to `visit` once; answers that no edge tells
/// apart count as one.
func forEachState(of graph: Graph, visit: (Session) throws -> Void) throws {
  let values = graph.differentValues
  var open = [Session(graph: graph)]
  while let session = open.popLast() {
    try visit(session)
    if let question = session.step.question {
      for value in values[question.id] ?? [] {
        var next = session
        try next.answer(value, provenance: .typed)
        open.append(next)
      }
    } else {
      var next = session
      if next.goOn() { open.append(next) }
    }
  }
}

/// A small tree: `a` (yes/no/unknown) → `b` (left/right/unknown) or a page; what `a` said decides after `b` as well.
func sampleGraph(fallback: String? = nil, isOptional: Bool = false) -> Graph {
  Graph(
    start: "a",
    steps: [
      question("a", 0, ["yes", "no", "unknown"]) {
        [edge(["a": ["yes", "unknown"]], "b"), edge(["a": ["no"]], "end-no")]
      },
      question("b", 2, ["left", "right", "unknown"], fallback: fallback, isOptional: isOptional) {
        [
          edge(["a": ["yes"], "b": ["left"]], "middle"), edge(["b": ["left"]], "end-left"),
          edge(["b": ["right", "unknown"]], "end-right"),
        ]
      },
      page("middle", 5, .cause, [edge([:], "end-left")]),
      page("end-no", 9, .clear), page("end-left", 9, .cause), page("end-right", 9, .inconclusive),
    ])
}

func question(
  _ id: String, _ minute: Int, _ values: [String], fallback: String? = nil, isOptional: Bool = false,
  edges: () -> [Edge]
) -> Step {
  let choices = values.map { Choice(value: $0, label: $0.uppercased(), sign: "as if \($0)") }
  let question = Question(
    id: id, prompt: "\(id)?", why: "because", choices: choices, findOut: "look", fallback: fallback,
    isOptional: isOptional)
  return Step(id: id, minute: minute, title: "Question \(id)", body: .question(question), edges: edges())
}

func page(_ id: String, _ minute: Int, _ conclusion: Page.Conclusion, _ edges: [Edge] = []) -> Step {
  Step(
    id: id, minute: minute, title: "Page \(id)", body: .page(Page(articles: [id], conclusion: conclusion)),
    edges: edges)
}

func edge(_ conditions: [String: [String]], _ target: String) -> Edge {
  Edge(
    conditions: conditions.sorted { $0.key < $1.key }.map {
      Edge.Condition(question: $0.key, values: $0.value)
    },
    target: target)
}

/// `#expect` for a call that changes what it is called on.
func expectDone(_ isDone: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(isDone, sourceLocation: sourceLocation)
}

import Testing

@testable import Timeline

@Suite struct GraphProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let graph: Graph
    let problems: [GraphProblem]

    init(_ name: String, start: String = "a", _ steps: [Step], _ problems: [GraphProblem]) {
      self.name = name
      graph = Graph(start: start, steps: steps)
      self.problems = problems
    }

    var testDescription: String { name }
  }

  static func problem(_ spot: GraphProblem.Spot, _ message: String, _ remedy: String) -> GraphProblem {
    GraphProblem(spot: spot, message: message, remedy: remedy)
  }

  static let end = page("end", 9, .clear)
  static func ask(_ edges: [Edge]) -> Step { ask(["unknown"], edges) }
  static func ask(_ values: [String], fallback: String? = nil, _ edges: [Edge]) -> Step {
    question("a", 0, values, fallback: fallback) { edges }
  }

  static let cases: [Case] = [
    Case("nothing wrong", [ask([edge(["a": ["unknown"]], "end")]), end], []),
    Case(
      "start nowhere", start: "enf", [end],
      [problem(.start, "the start “enf” is no step", "did you mean “end”?")]),
    Case(
      "two steps of one id", [ask([edge([:], "end")]), end, end],
      [
        problem(.step(2), "there are two steps “end”", "rename one of them")
      ]),
    Case(
      "edge to nowhere", [ask([edge(["a": ["unknown"]], "edn")]), page("b", 1, .cause)],
      [
        problem(
          .target(step: 0, edge: 0), "an edge leads to “edn”, which is no step",
          "name a step, or add this one")
      ]),
    Case(
      "edge to a near name", [ask([edge(["a": ["unknown"]], "ned")]), page("end", 1, .cause)],
      [
        problem(.target(step: 0, edge: 0), "an edge leads to “ned”, which is no step", "did you mean “end”?")
      ]),
    Case(
      "condition on no question", [ask([edge(["aa": ["x", "y"]], "end"), edge([:], "end")]), end],
      [problem(.condition(step: 0, edge: 0, 0), "there is no question “aa”", "did you mean “a”?")]),
    Case(
      "condition on no answer",
      [ask(["yes", "unknown"], [edge(["a": ["yes", "unknwon"]], "end"), edge([:], "end")]), end],
      [
        problem(
          .value(step: 0, edge: 0, condition: 0, 1), "“unknwon” is no answer to a", "did you mean “unknown”?")
      ]),
    Case(
      "condition without answers", [ask([edge(["a": []], "end"), edge([:], "end")]), end],
      [
        problem(
          .condition(step: 0, edge: 0, 0), "no answer to “a” is named, so the edge is never taken", "name one"
        )
      ]),
    Case(
      "edge behind one that always holds",
      [ask(["x", "unknown"], [edge(["a": ["x", "unknown"]], "end"), edge(["a": ["x"]], "end")]), end],
      [
        problem(
          .edge(step: 0, 1), "this edge is never taken: one before it always is",
          "put it first, or take it away")
      ]),
    Case(
      "no unknown", [ask(["x"], [edge([:], "end")]), end],
      [problem(.step(0), "the answer “unknown” is missing", "add a choice `value: unknown`")]),
    Case(
      "default is no choice", [ask(["unknown"], fallback: "x", [edge([:], "end")]), end],
      [problem(.fallback(step: 0), "the default “x” is none of the choices", "write one of unknown")]),
    Case(
      "the same choice twice", [ask(["x", "x", "unknown"], [edge([:], "end")]), end],
      [problem(.choice(step: 0, 1), "two choices have the value “x”", "rename one of them")]),
    Case(
      "answer without an edge", [ask(["x", "unknown"], [edge(["a": ["unknown"]], "end")]), end],
      [
        problem(
          .choice(step: 0, 0), "no edge is sure to be taken for the answer “x”",
          "add one without other conditions")
      ]),
    Case(
      "answer with only a conditional edge",
      [
        ask(["x", "unknown"], [edge(["a": ["x"]], "b"), edge(["a": ["unknown"]], "end")]),
        question("b", 2, ["unknown"]) { [edge(["a": ["x"], "b": ["unknown"]], "end")] }, end,
      ],
      [
        problem(
          .choice(step: 1, 0), "no edge is sure to be taken for the answer “unknown”",
          "add one without other conditions")
      ]),
    Case(
      "page that may strand",
      [ask([edge([:], "p")]), page("p", 1, .cause, [edge(["a": ["unknown"]], "end")]), end],
      [
        problem(
          .step(1), "no edge of this page is sure to be taken", "add one without conditions, or take all away"
        )
      ]),
    Case(
      "step never reached", [end, page("lonely", 9, .clear)].reversed() + [ask([edge([:], "end")])],
      [problem(.step(0), "no edge leads to “lonely”", "lead one to it, or take the step away")]),
    Case(
      "ring", [ask([edge([:], "p")]), page("p", 1, .cause, [edge([:], "a")])],
      [
        problem(
          .edge(step: 1, 0), "this edge leads back to “a”", "lead it forward: the timeline has no rings")
      ]),
    Case(
      "ring of one", [page("a", 1, .cause, [edge([:], "a")])],
      [
        problem(
          .edge(step: 0, 0), "this edge leads back to “a”", "lead it forward: the timeline has no rings")
      ]),
  ]

  @Test(arguments: cases) func finds(_ example: Case) {
    #expect(example.graph.problems() == example.problems)
  }

  @Test func meetingAgainBelowIsNoRing() {
    let graph = Graph(
      start: "a",
      steps: [
        Self.ask(["x", "unknown"], [edge(["a": ["x"]], "l"), edge(["a": ["unknown"]], "r")]),
        page("l", 1, .cause, [edge([:], "end")]), page("r", 1, .cause, [edge([:], "end")]), Self.end,
      ])
    #expect(graph.problems() == [])
  }
}

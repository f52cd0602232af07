import Timeline
import YAML

/// Reads `timeline.yaml`.
struct TimelineLoader {
  let log: FaultLog

  /// A step with the places of its parts, in the order of its arrays.
  private struct PlacedStep {
    let step: Step
    let place: YAMLPlace
    let fallback: YAMLPlace
    let choices: [YAMLPlace]
    let edges: [PlacedEdge]
  }

  private struct PlacedEdge {
    let edge: Edge
    let place: YAMLPlace
    let target: YAMLPlace
    let conditions: [(place: YAMLPlace, values: [YAMLPlace])]
  }

  func graph(_ node: YAMLNode) -> Graph? {
    guard let fields = Fields(node, keys: ["start", "steps"], log: log) else { return nil }
    let start = fields.text("start")
    let steps = fields.elements("steps").compactMap(step)
    guard !steps.isEmpty else {
      if !fields.has("steps") || fields.node["steps"]?.elements?.isEmpty == true {
        fields.logMissing("steps")
      }
      return nil
    }
    let graph = Graph(start: start, steps: steps.map(\.step))
    // What could not be read is told once, and not again for what is missing in the graph because of it.
    let misread = Set(log.faults.map { YAMLPlace(line: $0.line, column: $0.column) })
    for problem in graph.problems() {
      let place = place(of: problem.spot, in: steps, start: fields.placeOf("start"))
      if !misread.contains(place) {
        log.add(problem.message, at: place, remedy: problem.remedy, code: .timeline)
      }
    }
    return graph
  }

  private func place(of spot: GraphProblem.Spot, in steps: [PlacedStep], start: YAMLPlace) -> YAMLPlace {
    switch spot {
    case .start: start
    case .step(let step): steps[step].place
    case .choice(let step, let choice): steps[step].choices[choice]
    case .fallback(let step): steps[step].fallback
    case .edge(let step, let edge): steps[step].edges[edge].place
    case .target(let step, let edge): steps[step].edges[edge].target
    case .condition(let step, let edge, let condition): steps[step].edges[edge].conditions[condition].place
    case .value(let step, let edge, let condition, let value):
      steps[step].edges[edge].conditions[condition].values[value]
    }
  }

  private func step(_ node: YAMLNode) -> PlacedStep? {
    guard let fields = Fields(node, keys: ["id", "minute", "title", "question", "page", "edges"], log: log)
    else {
      return nil
    }
    let id = fields.text("id")
    let minute = fields.number("minute")
    let title = fields.text("title")
    var body = Step.Body.page(Page(articles: [], conclusion: .inconclusive))
    var choices: [YAMLPlace] = []
    var fallback = node.place
    switch (fields.node["question"], fields.node["page"]) {
    case (let question?, nil):
      if let read = Fields(question, keys: Self.questionKeys, log: log) {
        let placed = read.elements("choices").compactMap(choice)
        choices = placed.map(\.place)
        fallback = read.placeOf("default")
        body = .question(self.question(read, id: id, choices: placed.map(\.choice)))
      }
    case (nil, let page?):
      if let read = Fields(page, keys: ["articles", "conclusion"], log: log) {
        _ = read.someTexts("articles")
        if !read.has("conclusion") { read.logMissing("conclusion") }
        body = .page(
          Page(
            articles: read.references("articles", to: .article),
            conclusion: read.choice("conclusion", default: .inconclusive)))
      }
    default:
      log.add("a step needs either “question” or “page”", at: node.place, remedy: "write one of them")
    }
    let edges = fields.elements("edges").compactMap(edge)
    return PlacedStep(
      step: Step(id: id, minute: minute, title: title, body: body, edges: edges.map(\.edge)),
      place: node.place,
      fallback: fallback, choices: choices, edges: edges)
  }

  private static let questionKeys = ["ask", "why", "unknown", "default", "optional", "choices"]

  private func question(_ fields: Fields, id: String, choices: [Choice]) -> Question {
    Question(
      id: id, prompt: fields.text("ask"), why: fields.text("why"), choices: choices,
      findOut: fields.text("unknown"), fallback: fields.optionalText("default"),
      isOptional: fields.flag("optional"))
  }

  private func choice(_ node: YAMLNode) -> (choice: Choice, place: YAMLPlace)? {
    Fields(node, keys: ["value", "label", "see"], log: log).map { fields in
      let choice = Choice(
        value: fields.text("value"), label: fields.text("label"), sign: fields.text("see"))
      return (choice, fields.placeOf("value"))
    }
  }

  private func edge(_ node: YAMLNode) -> PlacedEdge? {
    guard let fields = Fields(node, keys: ["when", "to"], log: log) else { return nil }
    var conditions: [Edge.Condition] = []
    var places: [(place: YAMLPlace, values: [YAMLPlace])] = []
    for entry in fields.entries("when") {
      let nodes = entry.value.elements ?? (entry.value.isNull ? [] : [entry.value])
      let values = nodes.compactMap { value -> (text: String, place: YAMLPlace)? in
        if let text = value.text { return (text, value.place) }
        log.add("an answer must be text", at: value.place, remedy: "write one value, or a list of values")
        return nil
      }
      conditions.append(Edge.Condition(question: entry.key, values: values.map(\.text)))
      places.append((entry.keyPlace, values.map(\.place)))
    }
    return PlacedEdge(
      edge: Edge(conditions: conditions, target: fields.text("to")), place: node.place,
      target: fields.placeOf("to"), conditions: places)
  }
}

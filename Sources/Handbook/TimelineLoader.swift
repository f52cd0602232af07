import Timeline
import YAML

/// Reads `timeline.yaml`.
struct TimelineLoader {
  let log: FaultLog

  func graph(_ node: YAMLNode) -> (graph: Graph, places: [String: YAMLPlace])? {
    guard let fields = Fields(node, keys: ["start", "steps"], log: log) else { return nil }
    var places: [String: YAMLPlace] = [:]
    let steps = fields.elements("steps").compactMap { element -> Step? in
      guard let step = step(element) else { return nil }
      places[step.id] = element.place
      return step
    }
    guard !steps.isEmpty else {
      log.add("there are no steps", at: fields.place, remedy: "add `steps:`")
      return nil
    }
    let graph = Graph(start: fields.text("start"), steps: steps)
    for problem in graph.problems() {
      log.add(
        problem.message, at: problem.step.flatMap { places[$0] } ?? fields.place,
        remedy: "mend the step’s choices or edges")
    }
    return (graph, places)
  }

  private func step(_ node: YAMLNode) -> Step? {
    guard let fields = Fields(node, keys: ["id", "minute", "title", "question", "page", "edges"], log: log) else {
      return nil
    }
    let id = fields.text("id")
    let edges = fields.elements("edges").compactMap(edge)
    let body: Step.Body
    if let question = fields.node["question"], fields.node["page"] == nil {
      guard let question = self.question(question, id: id) else { return nil }
      body = .question(question)
    } else if let page = fields.node["page"], fields.node["question"] == nil {
      guard let page = Fields(page, keys: ["articles", "conclusion"], log: log) else { return nil }
      body = .page(
        Page(articles: page.texts("articles").map(\.text), conclusion: page.choice("conclusion", default: .cause)))
    } else {
      log.add("a step needs either “question” or “page”", at: node.place, remedy: "write one of them")
      return nil
    }
    return Step(id: id, minute: fields.number("minute"), title: fields.text("title"), body: body, edges: edges)
  }

  private func question(_ node: YAMLNode, id: String) -> Question? {
    let keys = ["ask", "why", "unknown", "default", "optional", "choices"]
    guard let fields = Fields(node, keys: keys, log: log) else { return nil }
    let choices = fields.elements("choices").compactMap { element in
      Fields(element, keys: ["value", "label", "see"], log: log).map {
        Choice(value: $0.text("value"), label: $0.text("label"), sign: $0.text("see"))
      }
    }
    return Question(
      id: id, prompt: fields.text("ask"), why: fields.text("why"), choices: choices, findOut: fields.text("unknown"),
      fallback: fields.optionalText("default"), isOptional: fields.flag("optional"))
  }

  private func edge(_ node: YAMLNode) -> Edge? {
    guard let fields = Fields(node, keys: ["when", "to"], log: log) else { return nil }
    var conditions: [Edge.Condition] = []
    for entry in fields.node["when"]?.entries ?? [] {
      let values = entry.value.text.map { [$0] } ?? entry.value.elements?.compactMap(\.text) ?? []
      conditions.append(Edge.Condition(question: entry.key, values: values))
    }
    return Edge(conditions: conditions, target: fields.text("to"))
  }
}

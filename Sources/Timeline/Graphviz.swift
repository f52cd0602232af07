extension Graph {
  /// The decision tree in the language of Graphviz' `dot`: questions as boxes, pages as ellipses.
  public var graphviz: String {
    var text = "digraph timeline {\n  rankdir=LR;\n"
    for step in steps {
      let shape = step.question == nil ? "ellipse" : "box"
      text += "  \(quoted(step.id)) [shape=\(shape), label=\(quoted("\(step.minute) · \(step.title)"))];\n"
    }
    for step in steps {
      for edge in step.edges {
        let label = edge.conditions.map { "\($0.question)=\($0.values.joined(separator: "|"))" }.joined(
          separator: ", ")
        text += "  \(quoted(step.id)) -> \(quoted(edge.target)) [label=\(quoted(label))];\n"
      }
    }
    return text + "}\n"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }
}

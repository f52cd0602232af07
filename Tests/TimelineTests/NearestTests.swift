import Testing

@testable import Timeline

@Suite struct NearestTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abd", 1), ("abc", "ab", 1),
    ("abc", "abcd", 1), ("abc", "acb", 1), ("ca", "abc", 3), ("kitten", "sitting", 3), ("é", "e", 1),
    ("nested-loop", "nestde-lop", 2),
  ]) func editDistance(left: String, right: String, distance: Int) {
    #expect(Timeline.editDistance(Array(left), Array(right)) == distance)
    #expect(Timeline.editDistance(Array(right), Array(left)) == distance)
  }

  @Test(arguments: [
    ("blocking-htpp", "blocking-http"), ("BLOCKING-HTTP", "blocking-http"), ("fix6", "fix-6"),
    ("fix-8", "fix-6"),
    ("sle", "sleep"), ("sleeping-long", "sleep"), ("zzzzzz", nil), ("", nil), ("x", nil),
    (String(repeating: "x", count: 100_000), nil),
  ]) func nearest(word: String, expected: String?) {
    #expect(Timeline.nearest(to: word, among: ["fix-6", "sleep", "blocking-http"]) == expected)
  }

  @Test func ofEquallyNearOnesTheFirst() {
    #expect(Timeline.nearest(to: "fix-0", among: ["fix-3", "fix-1"]) == "fix-3")
    #expect(Timeline.nearest(to: "fix", among: []) == nil)
  }

  @Test func anAnswerFaultSaysWhatWouldBeRight() throws {
    let graph = sampleGraph()
    #expect(
      graph.fault(question: "c", value: "x")?.message
        == "there is no question “c” (did you mean “a”?); the questions are a, b")
    #expect(
      graph.fault(question: "b", value: "lfet")?.message
        == "“lfet” is no answer to b (did you mean “left”?); the answers are left, right, unknown")
    #expect(
      graph.fault(question: "b", value: "zzzzzzz")?.message
        == "“zzzzzzz” is no answer to b; the answers are left, right, unknown")
    #expect(graph.fault(question: "b", value: "left") == nil)
  }
}

@Suite struct GraphvizTests {
  @Test func quotesWhatDotWouldMisread() {
    let graph = Graph(
      start: "a\"b",
      steps: [
        Step(
          id: "a\"b", minute: 0, title: "back\\slash \"quoted\"\nsecond line",
          body: .page(Page(articles: [], conclusion: .cause)),
          edges: [edge(["q": ["x\\", "y"]], "c")]),
        page("c", 3, .clear),
      ])
    #expect(
      graph.graphviz == #"""
        digraph timeline {
          rankdir=LR;
          "a\"b" [shape=ellipse, label="0 · back\\slash \"quoted\"\nsecond line"];
          "c" [shape=ellipse, label="3 · Page c"];
          "a\"b" -> "c" [label="q=x\\|y"];
        }

        """#)
  }

  @Test func drawsQuestionsAsBoxesAndEveryEdge() throws {
    let graph = try shipped.get()
    let lines = graph.graphviz.split(separator: "\n")
    #expect(lines.count { $0.contains("shape=box") } == graph.questions.count)
    #expect(lines.count { $0.contains(" -> ") } == graph.steps.reduce(0) { $0 + $1.edges.count })
    #expect(lines.contains(#"  "blocker" -> "treat-django-orm" [label="blocker=orm, framework=django"];"#))
  }
}

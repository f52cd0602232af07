import Handbook
import Timeline

@testable import Handbook

/// A small handbook in its own words, so that snapshots do not change with the content.
enum FixtureHandbook {
  static let handbook: Handbook = {
    // Nothing in it can be at fault: it is what the executable holds.
    guard let builtIn = try? loadHandbook(from: .builtIn) else {
      fatalError("the built-in content has faults")
    }
    return Handbook(
      graph: Graph(start: "symptom", steps: steps), knowledge: builtIn.knowledge, messages: messages,
      articles: articles,
      files: [])
  }()

  private static let messages = [
    KnownMessage(
      id: "nested-loop", page: "message-nested-loop",
      answers: ["symptom": "traceback", "message": "nested-loop"],
      patterns: ["This event loop is already running"]),
    KnownMessage(
      id: "slow-callback", page: "recovered", answers: ["symptom": "slow"],
      patterns: ["Executing <* took * seconds"]),
  ]

  private static func question(
    _ id: String, _ minute: Int, _ title: String, _ prompt: String, why: String, findOut: String,
    fallback: String?,
    _ choices: [(String, String, String)], _ edges: [Edge]
  ) -> Step {
    let question = Question(
      id: id, prompt: prompt, why: why, choices: choices.map { Choice(value: $0.0, label: $0.1, sign: $0.2) },
      findOut: findOut, fallback: fallback, isOptional: id == "verified")
    return Step(id: id, minute: minute, title: title, body: .question(question), edges: edges)
  }

  private static func page(
    _ id: String, _ minute: Int, _ title: String, _ articles: [String], _ conclusion: Page.Conclusion,
    to next: String?
  ) -> Step {
    Step(
      id: id, minute: minute, title: title, body: .page(Page(articles: articles, conclusion: conclusion)),
      edges: next.map { [Edge(conditions: [], target: $0)] } ?? [])
  }

  private static func edge(_ question: String, _ values: String..., to target: String) -> Edge {
    Edge(conditions: [.init(question: question, values: values)], target: target)
  }

  private static let frameworks = [
    "FastAPI", "Starlette", "Django", "Quart", "aiohttp", "Sanic", "Tornado", "Litestar",
  ]

  private static let steps: [Step] = [
    question(
      "symptom", 0, "The symptom", "What do you see?",
      why: "A traceback names its own cause; slowness must be tracked.",
      findOut: "Send one request while another is served; if it waits, choose slow.", fallback: nil,
      [
        ("traceback", "A traceback about the loop", "RuntimeError: `asyncio.run()` cannot be called …"),
        (
          "slow", "It is slow, or everything pauses",
          "Requests queue behind each other; one slow route slows all others."
        ),
        ("unknown", "I don't know", "Something is wrong, but none of these for sure."),
      ],
      [edge("symptom", "traceback", to: "message"), edge("symptom", "slow", "unknown", to: "framework")]),
    question(
      "message", 2, "The message", "What does its last line say?", why: "Each message has one usual cause.",
      findOut: "Run it once more and read the last line.", fallback: "nested-loop",
      [
        (
          "nested-loop", "A loop inside a running loop",
          "“This event loop is already running”, or `asyncio.run()` in it."
        ),
        ("never-awaited", "coroutine … was never awaited", "The work simply did not happen."),
        ("unknown", "I don't have it", "Nobody kept it."),
      ],
      [edge("message", "nested-loop", "never-awaited", "unknown", to: "framework")]),
    question(
      "framework", 5, "The framework", "What runs your code?", why: "It decides who owns the running loop.",
      findOut: "Look at how the process is started.", fallback: "unknown",
      frameworks.map { ($0.lowercased(), $0, "`import \($0.lowercased())`") }
        + [
          ("script", "A script", "`asyncio.run(main())` at the end"),
          ("unknown", "I don't know", "Somebody else starts it."),
        ],
      [edge("message", "nested-loop", to: "treat-nested-loop")]
        + [
          Edge(
            conditions: [
              .init(
                question: "framework", values: frameworks.map { $0.lowercased() } + ["script", "unknown"])
            ], target: "blocker")
        ]),
    question(
      "blocker", 8, "The call", "Which call blocks the loop?",
      why: "Every other coroutine waits until it returns.",
      findOut: "Sample the stack while the loop is stuck.", fallback: "none",
      [
        ("http", "An HTTP request", "`requests`, `urllib`"), ("file", "Files", "`open`"),
        ("sleep", "time.sleep", "A regular beat"),
        ("none", "None of the calls found", "The scan found nothing"),
        ("unknown", "I don't know", "Could be several."),
      ],
      [
        edge("blocker", "http", to: "treat-http"), edge("blocker", "file", to: "treat-file"),
        edge("blocker", "sleep", to: "treat-sleep"), edge("blocker", "none", "unknown", to: "nothing-found"),
      ]),
    page("treat-http", 12, "An async HTTP client", ["fix-2", "fix-1"], .cause, to: "verified"),
    page("treat-file", 12, "File work in a thread", ["fix-1"], .cause, to: "verified"),
    page("treat-sleep", 12, "asyncio.sleep", ["fix-1"], .cause, to: "verified"),
    page("treat-nested-loop", 12, "A loop inside a loop", ["fix-1"], .cause, to: "verified"),
    question(
      "verified", 15, "Verify", "Is it cured?", why: "A fix that was not measured is a guess.",
      findOut: "Send two slow requests at once.", fallback: nil,
      [("fixed", "Yes", "Requests overlap"), ("unknown", "I have not measured", "How to verify")],
      [edge("verified", "fixed", "unknown", to: "recovered")]),
    page("recovered", 15, "Recovered", ["recovered"], .clear, to: nil),
    page("nothing-found", 15, "Nothing found", ["recovered"], .clear, to: nil),
  ]

  private static let articles: [Article] = [
    article(
      "fix-1", .fix(1), "A thread",
      [.paragraph([.text("Hand the call to "), .code("asyncio.to_thread"), .text(".")])],
      [
        .init(
          title: "Python 3.9 and later", conditions: [.pythonAtLeast(PythonVersion(major: 3, minor: 9))],
          blocks: [sample("body = await asyncio.to_thread(load, \"f\")  # off the loop\n")])
      ]),
    article(
      "fix-2", .fix(2), "An async library",
      [.paragraph([.text("Replace the library, and "), .strong([.text("await")]), .text(" its calls.")])],
      [
        .init(
          title: "HTTP", conditions: [],
          blocks: [
            sample("async def rates():\n    reply = await client.get(\"/rates\")\n    return reply.json()\n"),
            .paragraph((1...12).map { .text("Sentence \($0) of a long paragraph. ") }),
          ])
      ]),
    article(
      "message-nested-loop", .message, "A loop inside a running loop",
      [.paragraph([.text("Use "), .code("await"), .text(".")])],
      [.init(title: "Instead", conditions: [], blocks: [sample("await main()\n")])]),
    article(
      "recovered", .page, "Recovered; keep it so", [.paragraph([.text("The call no longer blocks.")])], []),
  ]

  private static func article(
    _ id: String, _ category: Article.Category, _ title: String, _ introduction: [Block],
    _ sections: [Article.Section]
  ) -> Article {
    Article(
      id: id, category: category, title: title, summary: "Summary of \(id).", tried: "", sources: [], see: [],
      introduction: introduction, sections: sections)
  }

  private static func sample(_ text: String) -> Block {
    .code(CodeSample(language: "python", claim: .after, python: nil, text: text, line: 1))
  }
}

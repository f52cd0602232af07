import Handbook
import Testing

@testable import Timeline

@Suite struct ShippedTimelineTests {
  let graph: Graph

  init() throws { graph = try shipped.get() }

  @Test func everyEdgeIsTakenAndEveryWalkEnds() throws {
    var taken: Set<String> = []
    var ends: Set<String> = []
    try forEachState(of: graph) { session in
      // The ways to the states above were looked at when those were visited.
      if let (step, next) = session.path.suffix(2).pair {
        // The first edge that fits is the one taken.
        let index = step.edges.firstIndex { edge in
          edge.conditions.allSatisfy {
            session.answers[$0.question].map(\.value).map($0.values.contains) ?? false
          }
        }
        let edge = try #require(index)
        #expect(step.edges[edge].target == next.id)
        taken.insert("\(step.id) \(edge)")
      }
      if session.step.edges.isEmpty {
        #expect(session.isAtEnd && session.step.page != nil)
        ends.insert(session.position)
      } else if session.step.page != nil {
        #expect(session.way.last?.id != session.position, "\(session.position) strands")
      }
    }
    let all = graph.steps.flatMap { step in step.edges.indices.map { "\(step.id) \($0)" } }
    #expect(Set(all).subtracting(taken).sorted() == [])
    #expect(ends == Set(graph.steps.filter(\.edges.isEmpty).map(\.id)))
    #expect(ends.allSatisfy { graph[$0]?.page != nil })
  }

  @Test func backFromEverywhereLosesNothing() throws {
    try forEachState(of: graph) { state in
      var session = state
      var steps = [session.position]
      while session.goBack() { steps.append(session.position) }
      #expect(session.position == graph.start)
      #expect(session.answers == state.answers)
      #expect(steps.reversed() == state.path.map(\.id))
      var forward = [session.position]
      while session.position != state.position, session.goOn() { forward.append(session.position) }
      #expect(forward == steps.reversed() && session == state)
    }
  }

  @Test func answeringAgainTheSameOnTheWayForwardGivesTheSame() throws {
    let state = try Session.answering(
      [
        "symptom": "slow", "direction": "unknown", "debug-warnings": "no", "framework": "quart",
        "blocker": "cpu", "verified": "fixed",
      ],
      on: graph)
    var session = state
    while session.goBack() {}
    while let question = session.step.question, let value = session.answers[question.id]?.value {
      try session.answer(value, provenance: .typed)
      while session.step.page != nil, session.goOn() {}
    }
    #expect(session == state)
  }

  @Test func jumpsToEachStepAndMinuteOnTheWay() throws {
    let state = try Session.answering(
      [
        "symptom": "hang", "direction": "sync-in-async", "debug-warnings": "yes", "framework": "django",
        "blocker": "orm",
      ],
      on: graph)
    let way = [
      "symptom", "direction", "debug-warnings", "framework", "blocker", "treat-django-orm", "verified",
    ]
    #expect(state.way.map(\.id) == way)
    for from in way {
      for to in way {
        var session = state
        #expect(session.jump(to: from) && session.jump(to: to))
        #expect(session.position == to && session.answers == state.answers)
        #expect(session.path.map(\.id) == Array(way.prefix { $0 != to } + [to]))
      }
    }
    var session = state
    for (minute, step) in [
      (0, "symptom"), (2, "direction"), (5, "framework"), (8, "blocker"), (12, "treat-django-orm"),
      (15, "verified"),
    ] {
      #expect(session.jump(toMinute: minute) && session.position == step)
    }
    #expect(graph.minutes == [0, 2, 5, 8, 12, 15])
    let before = session
    #expect(!session.jump(to: "message") && !session.jump(to: "treat-http") && !session.jump(to: "nonsense"))
    expectDone(!session.jump(toMinute: 3))
    #expect(session == before)
  }

  @Test func jumpsNoFartherThanTheAnswersLead() {
    var session = Session(graph: graph)
    #expect(!session.jump(toMinute: 2) && !session.jump(to: "direction"))
    expectDone(session.jump(toMinute: 0))
  }

  @Test func anEarlyAnswerChangedKeepsTheLaterOnes() throws {
    var session = try Session.answering(
      ["symptom": "traceback", "message": "nested-loop", "framework": "fastapi"], on: graph)
    #expect(session.position == "treat-nested-loop")
    expectDone(session.jump(to: "symptom"))
    try session.answer("slow", provenance: .typed)
    #expect(session.position == "direction")
    // `message` is remembered but off the way: it must not steer the framework's edge any more.
    #expect(session.answers["message"]?.value == "nested-loop")
    #expect(session.value(of: "message") == nil)
    try session.answer("sync-in-async", provenance: .typed)
    try session.answer("yes", provenance: .typed)
    #expect(session.position == "framework")
    #expect(session.target(ifAnswered: "fastapi")?.id == "blocker")
    #expect(session.way.last?.id == "blocker", "the framework was answered before, so the way goes on")
    #expect(session.goOn() && session.position == "blocker")
    #expect(session.answersOnPath.map(\.question) == ["symptom", "direction", "debug-warnings", "framework"])
    // Back to the traceback: the old answer counts again.
    expectDone(session.jump(to: "symptom"))
    try session.answer("traceback", provenance: .typed)
    session.goToEnd()
    #expect(session.path.map(\.id) == ["symptom", "message", "framework", "treat-nested-loop", "verified"])
    #expect(session.answers["direction"]?.value == "sync-in-async")
  }

  @Test func aStaleFrameworkDoesNotSteerTheOrm() throws {
    var session = try Session.answering(
      [
        "symptom": "slow", "direction": "unknown", "debug-warnings": "unknown", "framework": "django",
        "blocker": "orm",
      ], on: graph)
    #expect(session.position == "treat-django-orm")
    expectDone(session.jump(to: "framework"))
    try session.answer("fastapi", provenance: .typed)
    #expect(session.goOn() && session.position == "treat-orm")
  }

  @Test(arguments: ["symptom", "message", "direction", "debug-warnings", "framework", "blocker", "verified"])
  func unknownIsLegalWithAnEdgeOfItsOwn(id: String) throws {
    let step = try #require(graph[id])
    let question = try #require(step.question)
    #expect(question.values.contains(Choice.unknown))
    #expect(!question.findOut.isEmpty)
    #expect(
      step.edges.contains { edge in
        edge.conditions.allSatisfy { $0.question == id && $0.values.contains(Choice.unknown) }
          && edge.conditions.count == 1
      })
  }

  @Test func answersThatDifferAreWalkedApart() {
    // The walks above would prove little if they took too many answers for one.
    #expect(graph.differentValues["blocker"] == graph.question("blocker")?.values)
    #expect(graph.differentValues["message"] == graph.question("message")?.values)
    #expect(graph.differentValues["framework"] == ["fastapi", "django", "unknown"])
    #expect(graph.differentValues["symptom"] == ["traceback", "slow", "unknown"])
  }

  @Test func thatIsEveryQuestion() {
    #expect(
      graph.questions.map(\.id) == [
        "symptom", "message", "direction", "debug-warnings", "framework", "blocker", "verified",
      ])
    #expect(graph.problems() == [])
  }
}

extension ArraySlice<Step> {
  /// The two elements of a slice of two.
  fileprivate var pair: (Step, Step)? {
    guard count == 2, let first, let last else { return nil }
    return (first, last)
  }
}

import Testing

@testable import Timeline

@Suite struct SessionTests {
  static let seen = Evidence(
    question: "b", value: "left", summary: "imports left", place: Place(path: "x.py", line: 3))
  static let seenAlso = Evidence(question: "b", value: "right", summary: "imports right")

  @Test func beginsAtTheStart() {
    let session = Session(graph: sampleGraph())
    #expect(session.position == "a" && session.step.id == "a")
    #expect(session.way.map(\.id) == ["a"] && session.path.map(\.id) == ["a"])
    #expect(session.answersOnPath.isEmpty && session.conclusion == nil && !session.isAtEnd)
    var other = session
    #expect(!other.goBack() && !other.goOn() && other == session)
  }

  @Test func aWrongAnswerChangesNothing() {
    var session = Session(graph: sampleGraph())
    #expect(
      throws: AnswerFault.noSuchValue("ye", question: "a", nearest: "yes", all: ["yes", "no", "unknown"])
    ) {
      try session.answer("ye", provenance: .typed)
    }
    #expect(session == Session(graph: sampleGraph()))
  }

  @Test func anAnswerOnAPageIsIgnored() throws {
    let end = try Session.answering(["a": "no"], on: sampleGraph())
    var session = end
    try session.answer("yes", provenance: .typed)
    #expect(session == end)
  }

  @Test func concludesByTheLastPageOnThePath() throws {
    var session = try Session.answering(["a": "yes", "b": "left"], on: sampleGraph())
    #expect(session.position == "middle" && session.conclusion == .cause && !session.isAtEnd)
    #expect(session.goOn() && session.position == "end-left" && session.isAtEnd)
    #expect(session.jump(to: "b") && session.conclusion == nil)
  }

  @Test func tellsWhereAnAnswerWouldLead() throws {
    var session = try Session.answering(["a": "yes"], on: sampleGraph())
    #expect(session.target(ifAnswered: "left")?.id == "middle")
    #expect(session.target(ifAnswered: "right")?.id == "end-right")
    #expect(session.target(ifAnswered: "nonsense") == nil)
    expectDone(session.goBack())
    try session.answer("unknown", provenance: .typed)
    #expect(session.target(ifAnswered: "left")?.id == "end-left")
  }

  @Test func keepsWhereEachAnswerCameFrom() throws {
    var session = Session(graph: sampleGraph())
    try session.answer("yes", provenance: .file(Place(path: "answers.yaml", line: 2)))
    try session.answer("left", provenance: .evidence(Self.seen))
    #expect(
      session.answersOnPath.map(\.provenance) == [
        .file(Place(path: "answers.yaml", line: 2)), .evidence(Self.seen),
      ])
    // Confirming an answer makes it one's own.
    expectDone(session.jump(to: "b"))
    try session.answer("left", provenance: .typed)
    #expect(session.answers["b"] == Answer(question: "b", value: "left", provenance: .typed))
    #expect(session.answers["a"]?.provenance == .file(Place(path: "answers.yaml", line: 2)))
    let words = [Provenance.typed, .flag, .file(Place(path: "f", line: 1)), .evidence(Self.seen), .fallback]
      .map(\.word)
    #expect(words == ["typed", "flag", "file", "evidence", "default"])
  }

  @Test func evidencePreAnswersButNeverOverrules() throws {
    var session = try Session.answering(["a": "yes"], on: sampleGraph())
    session.add(Self.seen)
    session.add(Self.seenAlso)
    session.add(Self.seen)
    #expect(session.evidence(for: "b") == [Self.seen, Self.seenAlso], "the strongest first, each once")
    #expect(session.evidence(for: "a") == [])
    #expect(session.answers["b"] == nil && session.position == "b", "evidence alone moves nothing")
    try session.answer("right", provenance: .typed)
    session.add(Evidence(question: "b", value: "left", summary: "more"))
    #expect(session.value(of: "b") == "right")
    expectDone(session.resolve(given: [:]) == nil)
    #expect(session.answers["b"] == Answer(question: "b", value: "right", provenance: .typed))
    session.replaceEvidence(with: [Self.seenAlso])
    #expect(session.evidence == [Self.seenAlso] && session.value(of: "b") == "right")
  }

  // MARK: resolve

  @Test func takesGivenBeforeEvidenceBeforeDefault() throws {
    let given = ["a": Answer(question: "a", value: "yes", provenance: .flag)]
    var bare = Session(graph: sampleGraph(fallback: "unknown"))
    expectDone(bare.resolve(given: given) == nil)
    #expect(bare.answers["b"] == Answer(question: "b", value: "unknown", provenance: .fallback))
    #expect(bare.position == "end-right")

    var seeing = Session(graph: sampleGraph(fallback: "unknown"))
    seeing.add(Self.seen)
    seeing.add(Self.seenAlso)
    expectDone(seeing.resolve(given: given) == nil)
    #expect(seeing.answers["b"] == Answer(question: "b", value: "left", provenance: .evidence(Self.seen)))
    #expect(seeing.path.map(\.id) == ["a", "b", "middle", "end-left"], "pages on the way are passed")

    var told = Session(graph: sampleGraph(fallback: "unknown"))
    told.add(Self.seen)
    let both = given.merging(["b": Answer(question: "b", value: "right", provenance: .flag)]) { $1 }
    expectDone(told.resolve(given: both) == nil)
    #expect(told.answers["b"]?.value == "right" && told.answers["b"]?.provenance == .flag)
  }

  @Test func stopsAtTheQuestionThatNeedsAnAnswer() {
    var session = Session(graph: sampleGraph())
    expectDone(session.resolve(given: [:])?.id == "a")
    let missing = session.resolve(given: ["a": Answer(question: "a", value: "unknown", provenance: .flag)])
    #expect(missing?.id == "b" && session.position == "b")
  }

  @Test func stopsSatisfiedAtAnOptionalQuestion() {
    var session = Session(graph: sampleGraph(isOptional: true))
    expectDone(session.resolve(given: ["a": Answer(question: "a", value: "yes", provenance: .flag)]) == nil)
    #expect(session.position == "b" && !session.isAtEnd)
  }

  @Test func usesWhatIsInTheSessionAlready() throws {
    var session = try Session.answering(["a": "yes", "b": "left"], on: sampleGraph(fallback: "right"))
    while session.goBack() {}
    session.add(Self.seenAlso)
    expectDone(session.resolve(given: [:]) == nil)
    #expect(session.position == "end-left")
    #expect(session.answersOnPath.allSatisfy { $0.provenance == .typed })
  }
}

import Testing

@testable import Timeline

/// What people script against: which answers lead where, and what is prescribed there.
@Suite struct ContractTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let answers: [String: String]
    /// The pages passed, the last one being where it stands.
    let pages: [String]
    let articles: [String]
    let conclusion: Page.Conclusion

    init(_ answers: [String: String], _ pages: [String], _ articles: [String], _ conclusion: Page.Conclusion)
    {
      self.answers = answers
      self.pages = pages
      self.articles = articles
      self.conclusion = conclusion
    }

    var testDescription: String {
      answers.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
    }
  }

  static let slow = [
    "symptom": "slow", "direction": "sync-in-async", "debug-warnings": "yes", "framework": "fastapi",
  ]
  static func slow(_ more: [String: String]) -> [String: String] { slow.merging(more) { $1 } }

  static let checks = [
    "check-sync-sdk", "check-not-concurrency", "check-shared-engine", "check-sequential-awaits",
    "check-thread-pool",
    "check-nest-asyncio", "check-django-orm", "check-blind-spots",
  ]

  static let cases: [Case] = [
    Case(
      ["symptom": "traceback", "message": "nested-loop", "framework": "notebook"], ["treat-nested-loop"],
      ["fix-6"], .cause),
    Case(
      ["symptom": "traceback", "message": "no-running-loop"], ["page-no-running-loop"],
      ["message-no-running-loop"], .cause),
    Case(
      ["symptom": "traceback", "message": "never-awaited"], ["page-never-awaited"], ["message-never-awaited"],
      .cause),
    Case(
      ["symptom": "traceback", "message": "different-loop"], ["page-different-loop"],
      ["message-different-loop"], .cause),
    Case(
      ["symptom": "traceback", "message": "sync-orm"], ["page-sync-orm"],
      ["message-sync-orm", "message-missing-greenlet", "check-django-orm", "fix-7"], .cause),
    Case(
      ["symptom": "traceback", "message": "pool-timeout"], ["page-pool-timeout"],
      ["message-pool-timeout", "check-shared-engine", "fix-7"], .cause),
    Case(
      ["symptom": "traceback", "message": "other"], ["page-other-message"],
      ["message-other", "message-loop-closed", "neighbours"], .inconclusive),
    Case(
      ["symptom": "slow", "direction": "async-in-sync", "framework": "django"], ["treat-nested-loop"],
      ["fix-6"], .cause),
    Case(slow(["blocker": "http"]), ["treat-http"], ["fix-2", "fix-1"], .cause),
    Case(slow(["blocker": "file"]), ["treat-file"], ["fix-1"], .cause),
    Case(slow(["blocker": "database"]), ["treat-database"], ["fix-2", "fix-1"], .cause),
    Case(slow(["blocker": "orm"]), ["treat-orm"], ["fix-7", "fix-1"], .cause),
    Case(
      slow(["blocker": "orm", "framework": "django"]), ["treat-django-orm"], ["check-django-orm", "fix-1"],
      .cause),
    Case(slow(["blocker": "sleep"]), ["treat-sleep"], ["fix-4"], .cause),
    Case(slow(["blocker": "subprocess"]), ["treat-subprocess"], ["blocking-subprocess", "fix-1"], .cause),
    Case(slow(["blocker": "socket"]), ["treat-socket"], ["fix-2", "fix-1"], .cause),
    Case(slow(["blocker": "lock"]), ["treat-lock"], ["blocking-lock", "fix-1"], .cause),
    Case(slow(["blocker": "sdk"]), ["treat-sdk"], ["check-sync-sdk", "fix-1"], .cause),
    Case(slow(["blocker": "cpu"]), ["treat-cpu"], ["fix-3"], .cause),
    Case(slow(["blocker": "nested-loop"]), ["treat-nested-loop"], ["fix-6"], .cause),
    Case(
      slow(["blocker": "none", "debug-warnings": "no"]), ["outside-asyncio"], ["outside-asyncio"], .clear),
    Case(
      slow(["blocker": "none", "debug-warnings": "unknown"]), ["nothing-found"],
      ["nothing-found", "fix-5", "outside-asyncio"], .clear),
    Case(
      slow(["blocker": "none"]), ["find-by-running"], ["find-by-running", "fix-5", "check-blind-spots"],
      .inconclusive),
    Case(
      slow(["blocker": "unknown"]), ["find-by-running"], ["find-by-running", "fix-5", "check-blind-spots"],
      .inconclusive),
    Case(
      slow(["blocker": "http", "verified": "fixed"]), ["treat-http", "recovered"], ["recovered"], .clear),
    Case(
      slow(["blocker": "http", "verified": "unknown"]), ["treat-http", "verify"], ["verify", "fix-5"], .cause),
    Case(
      slow(["blocker": "sleep", "verified": "not-fixed"]), ["treat-sleep", "still-not-working"],
      ["still-not-working"] + checks, .inconclusive),
  ]

  @Test(arguments: cases) func leadsThere(_ example: Case) throws {
    var session = Session(graph: try shipped.get())
    let given = example.answers.mapValues { ($0, Provenance.flag) }
    let missing = session.resolve(
      given: Dictionary(
        uniqueKeysWithValues: given.map { ($0, Answer(question: $0, value: $1.0, provenance: $1.1)) }))
    #expect(missing == nil)
    #expect(session.path.filter { $0.page != nil }.map(\.id) == example.pages)
    #expect(session.path.compactMap(\.page).last?.articles == example.articles)
    #expect(session.conclusion == example.conclusion)
    // The path asks exactly what was given: nothing was decided by a default.
    #expect(Set(session.answersOnPath.map(\.question)) == Set(example.answers.keys))
    #expect(session.answersOnPath.allSatisfy { $0.provenance == .flag })
  }

  @Test func everyMessageAndBlockerHasACase() throws {
    let graph = try shipped.get()
    for id in ["message", "blocker"] {
      let values = try #require(graph.question(id)).values
      let covered = Set(Self.cases.compactMap { $0.answers[id] })
      // No message at hand leads on to the direction, like slowness.
      #expect(Set(values).subtracting(covered) == (id == "message" ? ["unknown"] : []))
    }
  }

  @Test func aTracebackNobodyKeptIsLookedForLikeSlowness() throws {
    let session = try Session.answering(
      ["symptom": "traceback", "message": "unknown"], on: try shipped.get())
    #expect(session.position == "direction")
  }
}

import Testing

@testable import Handbook

@Suite struct TailoringTests {
  static func section(_ title: String, _ conditions: String...) -> Article.Section {
    Article.Section(title: title, conditions: conditions.compactMap { FactCondition($0) }, blocks: [])
  }

  static let article = Article(
    id: "x", category: .page, title: "X", summary: "X.", tried: "", sources: [], see: [], introduction: [],
    sections: [
      section("general"), section("new", "python>=3.9"), section("old", "python<3.9"),
      section("new fastapi", "python>=3.9", "framework=fastapi,starlette"),
      section("psycopg2", "library=psycopg2"),
      section("also general"),
    ])

  @Test(
    arguments: [
      (ProjectFacts(), ["general", "new", "old", "new fastapi", "psycopg2", "also general"], 0),
      (ProjectFacts(python: PythonVersion("3.8")), ["old", "general", "psycopg2", "also general"], 2),
      (
        ProjectFacts(python: PythonVersion("3.9")),
        ["new", "general", "new fastapi", "psycopg2", "also general"], 1
      ),
      (
        ProjectFacts(python: PythonVersion("3.13"), framework: "starlette", libraries: ["psycopg2"]),
        ["new", "new fastapi", "psycopg2", "general", "also general"], 1
      ),
      (ProjectFacts(framework: "django", libraries: []), ["general", "new", "old", "also general"], 2),
      (
        ProjectFacts(framework: "fastapi"),
        ["general", "new", "old", "new fastapi", "psycopg2", "also general"], 0
      ),
    ] as [(ProjectFacts, [String], Int)])
  func sectionsForTheProjectFirst(facts: ProjectFacts, titles: [String], leftOut: Int) {
    let (tailored, left) = Self.article.tailored(to: facts)
    #expect(tailored.sections.map(\.title) == titles)
    #expect(left == leftOut)
    #expect(tailored.id == "x" && tailored.introduction == Self.article.introduction)
  }

  @Test(
    arguments: [
      ("python>=3.9", "Python 3.9 and later"), ("python<3.10", "before Python 3.10"),
      ("python>=3", "Python 3.0 and later"),
      ("framework=fastapi,starlette", "fastapi, starlette"), ("library=psycopg2", "psycopg2"),
      ("python>3.9", nil),
      ("python>=", nil), ("python>=x", nil), ("python>=3.x", nil), ("framework=", nil), ("library=,", nil),
      ("", nil), ("x", nil),
    ] as [(String, String?)])
  func conditions(text: String, description: String?) {
    #expect(FactCondition(text)?.description == description)
  }

  @Test(
    arguments: [
      ("3", PythonVersion(major: 3, minor: 0)), ("3.12", PythonVersion(major: 3, minor: 12)),
      ("3.12.1", PythonVersion(major: 3, minor: 12)), ("", nil), ("3.", nil), ("a.b", nil), ("-3.1", nil),
      ("3.-1", nil),
      ("999999999999999999999.1", nil),
    ] as [(String, PythonVersion?)])
  func versions(text: String, version: PythonVersion?) {
    #expect(PythonVersion(text) == version)
  }

  @Test func versionsAreOrderedAsNumbers() throws {
    #expect(try #require(PythonVersion("3.9")) < #require(PythonVersion("3.10")))
    #expect(try #require(PythonVersion("2.7")) < #require(PythonVersion("3.0")))
  }

  // MARK: The contract, on the handbook that ships

  private func tailored(_ id: String, _ facts: ProjectFacts) throws -> [Article.Section] {
    try #require(try builtIn.get().article(id)).tailored(to: facts).article.sections
  }

  private func code(_ sections: some Sequence<Article.Section>) -> String {
    sections.flatMap(\.blocks).map { block in if case .code(let sample) = block { sample.text } else { "" } }
      .joined()
  }

  @Test func onPython38TheExecutorComesFirst() throws {
    for framework in [nil, "script", "fastapi", "aiohttp"] {
      let sections = try tailored("fix-1", ProjectFacts(python: PythonVersion("3.8"), framework: framework))
      let first = try #require(sections.first)
      #expect(code([first]).contains("run_in_executor"))
      #expect(!code([first]).contains("to_thread"))
      #expect(!sections.contains { $0.conditions.contains { $0.description.contains("3.9 and later") } })
    }
    let newer = try tailored("fix-1", ProjectFacts(python: PythonVersion("3.9"), framework: "script"))
    #expect(code(newer.prefix(1)).contains("asyncio.to_thread"))
  }

  @Test func whoUsesPsycopg2SeesItsAsyncKin() throws {
    let sections = try tailored("fix-2", ProjectFacts(framework: "fastapi", libraries: ["psycopg2"]))
    let first = try #require(sections.first)
    #expect(first.conditions.contains { $0.holds(for: ProjectFacts(libraries: ["psycopg2"])) == true })
    #expect(first.title.contains("asyncpg") && first.title.contains("psycopg 3"))
    #expect(code([first]).contains("psycopg_pool import AsyncConnectionPool"))
    #expect(!code(sections).contains("pymysql"))
  }

  @Test func whoUsesDjangoSeesSyncToAsync() throws {
    let sections = try tailored("fix-1", ProjectFacts(python: PythonVersion("3.12"), framework: "django"))
    let fitting = sections.prefix { !$0.conditions.isEmpty }
    #expect(code(fitting).contains("sync_to_async"))
    #expect(!code(sections).contains("run_in_threadpool"), "that is FastAPI's")
  }
}

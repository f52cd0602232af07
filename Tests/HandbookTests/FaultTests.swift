import Testing

@testable import Handbook

@Suite struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let edits: [MarkedContent.Edit]
    /// What is said at each mark, in order of file, line and column.
    let faults: [String]
    /// Whole lines about places where no mark can stand.
    let others: [String]

    init(_ name: String, _ edits: MarkedContent.Edit..., faults: [String] = [], others: [String] = []) {
      self.name = name
      self.edits = edits
      self.faults = faults
      self.others = others
    }

    var testDescription: String { name }
  }

  @Test(arguments: yamlCases + referenceCases + timelineCases + articleCases + labCases)
  func reportsExactly(_ example: Case) throws {
    let content = MarkedContent(example.edits)
    #expect(content.misses == [])
    try #require(content.marks.count == example.faults.count, "\(content.marks)")
    let expected = zip(content.marks, example.faults).map { "\($0): \($1)" } + example.others
    #expect(Self.report(of: content) == expected.sorted())
  }

  private static func report(of content: MarkedContent) -> [String] {
    do throws(ContentFaults) {
      _ = try content.load()
      return []
    } catch {
      return error.faults.map(\.description).sorted()
    }
  }

  @Test func theSoundContentIsSound() throws {
    let handbook = try MarkedContent([]).load()
    #expect(handbook.articles.map(\.id) == ["fix-1", "blocking-http", "end"])
    #expect(
      handbook.knowledge.libraries.first?.calls.map(\.name) == [
        "requests.get", "requests.post", "requests.Session.send",
      ])
  }

  @Test func tellsEverythingAtOnceInOrder() throws {
    let content = MarkedContent([
      .replace("timeline.yaml", "to: framework", "to: ▸framwork"),
      .replace("kinds.yaml", "fix: fix-1", "fix: ▸fix-2"),
      .replace("blocking/requests.yaml", "also: [end]", "also: [▸ende, ▸fxi-1]"),
      .replace("blocking/requests.yaml", "title: Requests", "▸titel: Requests"),
      .replace("fixes/fix-1.md", "see: [end]", "see: [▸edn]"),
      .replace("messages.yaml", "page: end", "page: ▸nowhere"),
      .replace("messages.yaml", "symptom: slow", "symptom: ▸slwo"),
      .bytes("pages/more.md", [0xFF]),
    ])
    #expect(content.misses == [])
    do throws(ContentFaults) {
      _ = try content.load()
      Issue.record("it loads")
    } catch {
      let places = error.faults.map { "\($0.file):\($0.line):\($0.column)" }
      // Besides the marks: the title that is missing.
      let expected = content.marks + ["blocking/requests.yaml:1:1", "pages/more.md:1:1"]
      #expect(Set(places) == Set(expected))
      #expect(
        error.faults.map { ($0.file, $0.line, $0.column) }.elementsEqual(
          error.faults.map { ($0.file, $0.line, $0.column) }.sorted { $0 < $1 }, by: ==))
    }
  }
}

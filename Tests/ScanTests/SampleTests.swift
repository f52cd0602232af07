import Handbook
import Testing

@testable import Scan

/// The handbook's samples claim something of the scan: `before` blocks where it is marked, `after` nowhere.
@Suite struct SampleTests {
  static let articles = builtInHandbook?.articles.map(\.id) ?? []

  @Test(arguments: articles) func samplesKeepTheirWord(_ id: String) throws {
    let scanner = Scanner(handbook: try handbook())
    for sample in try #require(try handbook().article(id)).samples where sample.language == "python" {
      guard sample.claim != .example else { continue }
      let found = Set(scanner.scan(source: sample.text).findings.map { "\($0.range.line) \($0.kind)" })
      let claimed = Set(sample.marks.map { "\($0.line) \($0.kind)" })
      #expect(found == claimed, "\(id), a sample that begins “\(sample.text.prefix(40))”")
    }
  }
}

import Files
import SystemPackage
import Testing

@testable import Scan

/// A project that is worked through in portions gives what it gives in one piece.
@Suite struct PortionTests {
  /// The fixtures as one project, each topic a folder of it.
  private func scan(_ cut: GraphSearch.Cut) throws -> ScanResult {
    var scanner = Scanner(handbook: try handbook())
    scanner.cut = cut
    return try scanner.scan(root: FixtureTests.folder.string, extent: .everything)
  }

  @Test(arguments: [3, 8, 60]) func portionsChangeNothing(_ portions: Int) throws {
    let whole = try scan(GraphSearch.Cut(leastPortion: .max))
    let cut = try scan(GraphSearch.Cut(leastPortion: 1, mostPortions: portions, fewFunctions: 0))
    #expect(whole.findings.count > 500)
    #expect(whole.findings == cut.findings)
    #expect(whole.sites == cut.sites)
    #expect(whole.sightings == cut.sightings)
  }

  /// The way goes through three files, each a portion of its own, and back into the first.
  @Test func aChainCrossesPortions() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.py", "import b, time\nasync def run(): b.first()\ndef last(): time.sleep(1)\n")
    try folder.write("b.py", "import c\ndef first(): c.second()\n")
    try folder.write("c.py", "import a\ndef second(): a.last()\n")
    var scanner = Scanner(handbook: try handbook())
    scanner.cut = GraphSearch.Cut(leastPortion: 1, mostPortions: 3, fewFunctions: 0)
    let found = try scanner.scan(root: folder.path.string).findings
    #expect(found.map { $0.chain.map(\.path) } == [["a.py", "b.py", "c.py", "a.py"]])
  }
}

import PythonOutline
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 2, 1, 3), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 2, 1, 3),
    ("a\r\nb", 3, 2, 1),
    ("a\rb", 2, 2, 1), ("a\n", 2, 2, 1), ("\n\r\r\n\n", 5, 5, 1), ("é = 'ü😀' x", 13, 1, 9), ("abc", 99, 1, 4),
    ("abc", -1, 1, 1),
  ])
  func positions(_ source: String, _ offset: Int, _ line: Int, _ column: Int) {
    let found = LineTable(Array(source.utf8)).position(of: offset)
    #expect(found == (line, column))
    #expect(LineTable(Array(source.utf8)).line(of: offset) == line)
  }

  @Test func rangesOfLines() {
    let table = LineTable(Array("ab\r\n\ncd".utf8))
    #expect(table.count == 3)
    #expect((0...4).map { table.range(ofLine: $0) } == [nil, 0..<2, 4..<4, 5..<7, nil])
  }
}

import Terminal
import Text
import Testing

@Suite struct CanvasTests {
  @Test func putReturnsTheColumnsItTook() {
    var canvas = Canvas(width: 10, height: 2)
    #expect(canvas.put("日本", row: 0, column: 1) == 4)
    #expect(canvas.put("e\u{301}x", row: 1, column: 0) == 2)
    #expect(canvas.plainText == " 日本\ne\u{301}x")
    #expect(canvas[0, 2].isContinuation)
    #expect(canvas[1, 0].text == "e\u{301}")
  }

  @Test func clippingAtTheEdges() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("abcdef", row: 0, column: 2)
    #expect(canvas.plainText == "  ab")
    canvas.put("xyz", row: 0, column: -1)
    #expect(canvas.plainText == "yzab")
    canvas.put("nothing", row: 1, column: 0)
    canvas.put("nothing", row: -1, column: 0)
    #expect(canvas.plainText == "yzab")
  }

  @Test func aWideCharacterCutAtAnEdgeBecomesBlank() {
    var canvas = Canvas(width: 3, height: 1)
    canvas.put("a日本", row: 0, column: 0)
    #expect(canvas.plainText == "a日")
    canvas.put("日b", row: 0, column: -1)
    #expect(canvas.plainText == " b")
  }

  @Test func maximumWidth() {
    var canvas = Canvas(width: 10, height: 1)
    #expect(canvas.put("a日b", row: 0, column: 0, maxWidth: 2) == 1)
    #expect(canvas.plainText == "a")
    #expect(canvas.put("xyz", row: 0, column: 0, maxWidth: -1) == 0)
  }

  @Test func overwritingHalfOfAWideCharacterBlanksTheOther() {
    var canvas = Canvas(width: 6, height: 1)
    canvas.put("日本語", row: 0, column: 0)
    canvas.put("x", row: 0, column: 1)
    #expect(canvas.plainText == " x本語")
    canvas.put("y", row: 0, column: 2)
    #expect(canvas.plainText == " xy 語")
    canvas.put("国", row: 0, column: 3)
    #expect(canvas.plainText == " xy国")
    canvas.put("中", row: 0, column: 3)
    #expect(canvas.plainText == " xy中")
  }

  @Test func clustersThatTerminalsDisagreeAboutKeepTheirColumns() {
    var canvas = Canvas(width: 12, height: 1)
    #expect(canvas.put("👨‍👩‍👧❤️🇩🇪1️⃣|", row: 0, column: 0) == 9)
    #expect(canvas[0, 0].text == "👨")
    #expect(canvas[0, 2].text == "❤")
    #expect(canvas[0, 3].text == " ")
    #expect(canvas[0, 8].text == "|")
  }

  @Test func marksAreLimited() {
    var canvas = Canvas(width: 3, height: 1)
    canvas.put("a" + String(repeating: "\u{301}", count: 50), row: 0, column: 0)
    #expect(canvas[0, 0].text.unicodeScalars.count == 5)
  }

  @Test func controlCharactersNeverGetIn() {
    var canvas = Canvas(width: 20, height: 1)
    canvas.put("\u{1B}[2J\n\u{202E}", row: 0, column: 0)
    #expect(canvas.plainText == "␛[2J␊<U+202E>")
  }

  @Test func boxesAndLines() {
    var canvas = Canvas(width: 12, height: 4)
    let inside = canvas.box(canvas.bounds, glyphs: .unicode, title: "Findings")
    canvas.put("x", row: inside.row, column: inside.column)
    #expect(inside == Rect(row: 1, column: 1, width: 10, height: 2))
    #expect(
      canvas.plainText == """
        ┌─ Findi… ─┐
        │x         │
        │          │
        └──────────┘
        """)
    var small = Canvas(width: 4, height: 2)
    small.box(small.bounds, glyphs: .ascii, title: "long")
    #expect(small.plainText == "+--+\n+--+")
  }

  @Test func stylesInText() {
    var canvas = Canvas(width: 12, height: 2)
    canvas.put("E", row: 0, column: 0, style: Style(.red, .bold))
    canvas.put("rror", row: 0, column: 1)
    canvas.restyle(Rect(row: 1, column: 0, width: 3, height: 1)) { $0 = $0.adding(.reverse) }
    #expect(canvas.styledText == "{bold red|E}rror\n{reverse|   }")
  }

  @Test func spansFollowEachOther() {
    var canvas = Canvas(width: 10, height: 1)
    let used = canvas.put([Span("ab"), Span("cd", Style(.blue)), Span("ef")], row: 0, column: 1, maxWidth: 5)
    #expect(used == 5)
    #expect(canvas.styledText == " ab{blue|cd}e")
  }

  @Test func drawingAPartCutsWideCharacters() {
    var source = Canvas(width: 6, height: 1)
    source.put("a日本b", row: 0, column: 0)
    var canvas = Canvas(width: 6, height: 1)
    canvas.draw(source, part: Rect(row: 0, column: 2, width: 2, height: 1), row: 0, column: 0)
    #expect(canvas.plainText == "")
    canvas.draw(source, part: Rect(row: 0, column: 1, width: 4, height: 1), row: 0, column: 1)
    #expect(canvas.plainText == " 日本")
    canvas.draw(source, row: 0, column: 4)
    #expect(canvas.plainText == " 日 a")
  }

  @Test func rectangles() {
    let rect = Rect(row: 1, column: 2, width: 10, height: 5)
    #expect(rect.splitTop(2).rest == Rect(row: 3, column: 2, width: 10, height: 3))
    #expect(rect.splitBottom(1).bottom == Rect(row: 5, column: 2, width: 10, height: 1))
    #expect(rect.splitRight(20).rest.isEmpty)
    #expect(rect.splitLeft(-3).rest == rect)
    #expect(rect.inset(rows: 3, columns: 1).isEmpty)
    #expect(
      rect.intersection(Rect(row: 0, column: 0, width: 3, height: 2))
        == Rect(row: 1, column: 2, width: 1, height: 1))
    #expect(rect.contains(Position(row: 5, column: 11)))
    #expect(!rect.contains(Position(row: 6, column: 11)))
  }

  @Test func emptyCanvases() {
    var canvas = Canvas(width: -1, height: 0)
    canvas.put("x", row: 0, column: 0)
    canvas.fill(Rect(row: -5, column: -5, width: 3, height: 3))
    #expect(canvas.plainText == "")
  }
}

import Testing
import Text

@Suite struct InlineCodeTests {
  @Test func backticksBecomeAStyle() {
    let spans = Theme.colour.spans("call `open` or `x`, not `y", Theme.colour[.hint])
    #expect(spans.map(\.text) == ["call ", "open", " or ", "x", ", not `y"])
    #expect(spans[1].style.foreground == .cyan)
    #expect(spans[0].style == Theme.colour[.hint])
  }

  @Test(arguments: ["", "`", "``", "```", "no code", "`a`", "a`b`"]) func nothingElseIsLost(_ text: String) {
    let shown = Theme.monochrome.spans(text).text
    #expect(shown == text.replacing(/`([^`]*)`/) { String($0.output.1) })
  }
}

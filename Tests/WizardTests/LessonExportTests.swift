import Terminal
import Testing
import Text

@testable import Wizard

/// Exports: what they hold, and that nothing in a lesson can break out of them.
@Suite struct LessonExportTests {
  @Test func aCanvasAsSVG() {
    var canvas = Canvas(width: 20, height: 2)
    canvas.put("a<b> & \"c\"", row: 0, column: 2, style: Style(.red, .bold))
    canvas.put("日本 x", row: 1, column: 0, style: Style(.standard, .reverse))
    let text = CanvasSVG(title: "<&\u{1B}\u{FFFE}>").text(canvas)
    #expect(text.contains("<title>&lt;&amp;␛\u{FFFD}&gt;</title>"))
    #expect(text.contains("class=\"c1 b\" x=\"18\""))
    #expect(text.contains(">a&lt;b&gt; &amp; &quot;c&quot;</text>"))
    // A wide character stands over its two cells.
    #expect(text.contains("<rect class=\"r\" x=\"0\" y=\"18\" width=\"18\" height=\"18\"/>"))
    #expect(text.contains("x=\"18\" y=\"32\" textLength=\"18\" lengthAdjust=\"spacingAndGlyphs\">本</text>"))
    #expect(!text.contains("animation"))
    #expect(
      CanvasSVG(title: "t").text([.init(canvas, milliseconds: 1), .init(canvas, milliseconds: 3)]).contains(
        "25.000%"))
  }

  @Test func runsOfCells() {
    var canvas = Canvas(width: 10, height: 1)
    canvas.put("ab", row: 0, column: 1)
    canvas.put("日", row: 0, column: 3)
    canvas.put("cd", row: 0, column: 5, style: Style(.green))
    let runs = canvas.runs(inRow: 0)
    #expect(runs.map(\.text) == [" ab", "日", "cd"])
    #expect(runs.map(\.column) == [0, 3, 5])
    #expect(runs.map(\.width) == [3, 2, 2])
    #expect(canvas.runs(inRow: 7).isEmpty)
  }

  static let hostile = """
    title: "</title><script>alert(1)</script> \\e[2J `*x*`"
    summary: "-->]]> & | # \\u202E"
    steps:
    - chapter: "<h1 onclick='x'> ```"
    - say: "</p><script> and **bold** and [link](x) in `a<b`"
    - answer: {symptom: slow}
    - paste: "<img src=x> ``` \\e]0;t\\a"
    - quiz: {ask: "<b>?", choices: ["\\"'><i>", "&amp;"], right: 2, explain: "</script>", hints: ["<u>"]}
    """

  @Test(arguments: LessonExport.allCases) func nothingBreaksOut(_ export: LessonExport) throws {
    let text = try export.text(of: try LessonState.fixture(Self.hostile, checks: false))
    #expect(try export.text(of: try LessonState.fixture(Self.hostile, checks: false)) == text)
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E })
    switch export {
    case .html:
      #expect(text.ranges(of: "<script>").count == 1 && text.ranges(of: "</script>").count == 1)
      #expect(!text.contains("<h1 onclick") && !text.contains("<img") && !text.contains("<b>?"))
      #expect(!text.contains("http"))
    case .svg: #expect(!text.contains("<script") && !text.contains("<img"))
    case .markdown:
      #expect(text.contains("\\*\\*bold\\*\\*") && text.contains("`a<b`") && !text.contains("<script>"))
    case .cast, .text: break
    }
  }

  @Test func theTranscriptHasItAll() throws {
    let text = try LessonExport.markdown.text(of: try LessonState.fixture())
    for words in [
      "# A lesson\n", "## The cure\n", "→ Answer: It is slow, or everything pauses\n", "→ Keys: `j` `k`\n",
      "```text\n",
      "**Question.** Which?", "1. one\n2. `two`\n", "<details><summary>Hint 1 of 2</summary>\n\nNot one.\n",
      "It is 2. `two`\n\nBecause.",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func aRecordedSessionIsALesson() throws {
    var recorder = SessionRecorder()
    var wizard = try LessonState.fixture("steps: []").stage.wizard
    var time = 0
    func press(_ names: String, after seconds: Int = 0) throws {
      time += seconds * 1000
      for name in names.split(separator: " ") {
        let before = wizard
        let key = try #require(Key(name: String(name)))
        _ = wizard.update(.key(key))
        recorder.take(.key(key), before: before, after: wizard, milliseconds: time)
      }
    }
    try press("j enter", after: 3)
    try press("/ D j a enter", after: 60)
    try press("2")
    try press("b")
    try press("q n")
    let lesson = recorder.lesson(title: "mine", project: "")
    let text = lesson.text(tool: "t")
    #expect(
      text.contains(
        """
        steps:
        - answer: {symptom: slow}
          provenance: typed
        - expect: The framework
        - pause: 10
        - keys: /
        - keys: "'Dja' enter"
        - answer: {framework: starlette}
          provenance: typed
        - expect: The call
        - keys: b
        - expect: The framework
        """), "\(text)")
    var state = try LessonState.fixture(text)
    for _ in 0..<20 { try state.press("x") }
    #expect(state.fault == nil && state.isAtEnd)
  }
}

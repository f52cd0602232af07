extension FaultTests {
  private static func page(_ body: String) -> MarkedContent.Edit {
    .file("pages/end.md", "---\ntitle: The end\nsummary: It is over.\n---\n\n" + body)
  }

  static let articleCases: [Case] = [
    Case(
      "no head", .file("pages/end.md", "▸Text.\n"),
      faults: ["the head is missing; begin with a line ---, `title: …`, `summary: …` and a line ---"]),
    Case(
      "unclosed head", .file("pages/end.md", "▸---\ntitle: x\n"),
      faults: ["the head is missing; begin with a line ---, `title: …`, `summary: …` and a line ---"]),
    Case(
      "not UTF-8", .bytes("pages/end.md", [0x2D, 0xFF]),
      others: ["pages/end.md:1:1: not UTF-8; save it as UTF-8"]),
    Case(
      "broken head", .file("pages/end.md", "---\ntitle: a▸: b\nsummary: x\n---\n"),
      faults: ["mapping values are not allowed in this context; mend the head"]),
    Case(
      "missing title", .file("pages/end.md", "---\n▸summary: x\n---\n"),
      faults: ["“title” is missing; add `title: …`"]),
    Case(
      "unknown key", .file("pages/end.md", "---\ntitle: x\nsummary: x\n▸sea: [fix-1]\n---\n"),
      faults: ["unknown key “sea”; did you mean “see”?"]),
    Case(
      "fix without a number", .replace("fixes/fix-1.md", "fix: 1", "▸fix:"),
      faults: ["“fix” is missing; add `fix: …`"]),
    Case(
      "fix with a word", .replace("fixes/fix-1.md", "fix: 1", "fix: ▸one"),
      faults: ["“fix” must be a whole number; write digits"]),
    Case(
      "bad conditions",
      page("## Größe {python>=3.9 ▸pyhton<3.9 ▸library= framework=▸quarts,fastapi}\n\nText.\n"),
      faults: [
        "“pyhton<3.9” is no condition; write python>=3.9, python<3.9, framework=… or library=…",
        "“library=” is no condition; write python>=3.9, python<3.9, framework=… or library=…",
        "“quarts” is no answer to framework; the answers are fastapi, unknown",
      ]),
    Case(
      "sample that claims nothing", page("▸```python\nx = 1\n```\n"),
      faults: ["a Python sample must say what it claims; write ```python before, after or example"]),
    Case(
      "sample that claims nonsense", page("Text.\n\n▸```python befor\nx = 1\n```\n"),
      faults: ["a Python sample must say what it claims; write ```python before, after or example"]),
    Case(
      "sample with a bad version", page("```python after ▸python=3.12 ▸library=x\nx = 1\n```\n"),
      faults: [
        "“python=3.12” says nothing of a sample; write python>=3.12 or nothing",
        "“library=x” says nothing of a sample; write python>=3.12 or nothing",
      ]),
    Case(
      "before without a mark", page("Text.\n\n▸```python before\nx = 1\n```\n"),
      faults: ["a before sample that blocks nowhere; mark the line with `# blocks: KIND`"]),
    Case(
      "mark in an after", page("```python after\nx = 1\nö = 2  ▸# blocks: blocking-http\n```\n"),
      faults: ["only a before sample may claim to block; write ```python before, or take the mark away"]),
    Case(
      "mark of no kind",
      page("1. In a list:\n\n   ```python before\n   ö = 2  # blocks: ▸blocking-htpp\n   ```\n"),
      faults: ["there is no finding kind “blocking-htpp”; did you mean “blocking-http”?"]),
    Case(
      "first-level heading", page("Text.\n\n▸# Title\n"),
      faults: ["a first-level heading; the title stands in the head; begin with ##"]),
    Case(
      "HTML", page("Text.\n\n▸<div>x</div>\n"),
      faults: ["html_block is not shown by loopdoctor; write it as text, a list or a table"]),
    Case(
      "rule", page("Text.\n\n▸***\n\nText.\n"),
      faults: ["thematic_break is not shown by loopdoctor; write it as text, a list or a table"]),
    Case(
      "HTML in a line", page("Größe ▸<b>x▸</b>.\n"),
      faults: Array(repeating: "html_inline is not shown by loopdoctor; write it as text or `code`", count: 2)
    ),
    Case(
      "image on a second line", page("Text\nschön ▸![alt](x.png).\n"),
      faults: ["image is not shown by loopdoctor; write it as text or `code`"]),
    Case(
      "image in a list", page("- one\n- zwölf ▸![alt](x.png)\n"),
      faults: ["image is not shown by loopdoctor; write it as text or `code`"]),
    Case(
      "image in a table", page("| a | b |\n|---|---|\n| ö | ▸![alt](x.png) |\n"),
      faults: ["image is not shown by loopdoctor; write it as text or `code`"]),
  ]
}

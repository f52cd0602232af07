import Testing
import Text

@testable import Handbook
@testable import Report

@Suite struct ArticleLayoutTests {
  private func layout(_ width: Int, glyphs: Glyphs = .unicode, quotesCode: Bool = false) -> ArticleLayout {
    ArticleLayout(theme: .monochrome, glyphs: glyphs, width: width, quotesCode: quotesCode)
  }

  private func text(_ words: String) -> Block { .paragraph([.text(words)]) }

  @Test(arguments: [20, 40, 80]) func nothingIsWiderThanTheScreenButCode(width: Int) throws {
    for article in try builtIn.get().articles {
      let code = Set(article.samples.flatMap { $0.text.split(separator: "\n").map(String.init) })
      for glyphs in [Glyphs.unicode, .ascii] {
        let bar = "\(glyphs.vertical) "
        for line in layout(width, glyphs: glyphs).lines(of: article, leftOut: 2)
        where line.displayWidth > width {
          let inner = line.text.firstRange(of: bar).map { String(line.text[$0.upperBound...]) }
          #expect(inner.map(code.contains) == true, "\(article.id): \(line.text)")
        }
      }
    }
  }

  @Test(arguments: [20, 21, 40]) func nestingKeepsTheWidth(width: Int) {
    let words = text("some words that have to be broken, unbreakableunbreakableunbreakable included")
    let deep = Block.list(
      start: 9,
      items: [
        [words, .list(start: nil, items: [[words, .quote([words, .list(start: nil, items: [[words]])])]])],
        [words],
      ])
    let table = Block.table(
      header: (1...5).map { [.text("column \($0)")] }, rows: [(1...5).map { [.text("value \($0)")] }])
    let blocks = [deep, .quote([.quote([words]), table]), table]
    for line in layout(width).lines(of: blocks, indent: 0) {
      #expect(line.displayWidth <= width, "\(line.text)")
    }
  }

  @Test func anArticle() {
    let article = Article(
      id: "fix-9", category: .fix(9), title: "A title", summary: "Not shown.", tried: "CPython 3.13",
      sources: ["https://example.org"], see: ["fix-1", "fix-2"],
      introduction: [
        .paragraph([
          .text("Plain, "), .code("code"), .text(", "), .emphasis([.text("emphasis")]), .text(", "),
          .strong([.text("strong")]), .lineBreak, .link([.text("a link")], destination: "https://x.org"),
          .text(" "),
          .link([.text("https://y.org")], destination: "https://y.org"),
        ]),
        .list(start: nil, items: [[text("one")], [text("two"), text("again")]]),
        .list(start: 9, items: [[text("nine")], [text("ten")]]),
        .quote([text("quoted"), text("more")]),
      ],
      sections: [
        .init(
          title: "Newer",
          conditions: [.pythonAtLeast(PythonVersion(major: 3, minor: 9)), .library(["requests"])],
          blocks: [
            .code(
              CodeSample(
                language: "python", claim: .before, python: nil, text: "import x\n\nx.y()\n", line: 1)),
            .code(CodeSample(language: "sh", claim: nil, python: nil, text: "ls\n", line: 1)),
            .heading(level: 3, [.text("Below")]),
            .table(
              header: [[.text("a")], [.text("b")]],
              rows: [[[.text("1")], [.code("2")]], [[.text("long one")]]]),
          ])
      ])
    #expect(
      shown(layout(60, quotesCode: true).lines(of: article, leftOut: 1)) == """
        Fix 9 · A title

        Plain, `code`, emphasis, strong
        a link (https://x.org) https://y.org

        • one
        • two

          again

        9. nine
        10. ten

        │ quoted
        │
        │ more

        Newer  (Python 3.9 and later; requests)

          before
          │ import x
          │
          │ x.y()

          │ ls

        Below

        a         b
        ─────────────
        1         `2`
        long one

        One section for other set-ups left out: loopdoctor explain
        fix-9 shows all.

        See also: fix-1, fix-2
        Tried on: CPython 3.13
        Source: https://example.org

        """)
  }

  @Test(
    arguments: [
      ("Python 3.9 and later", ["python>=3.9"], "Python 3.9 and later"),
      ("Before Python 3.9", ["python<3.9"], "Before Python 3.9"),
      ("FastAPI and Starlette", ["framework=fastapi,starlette"], "FastAPI and Starlette"),
      ("From requests to httpx", ["library=requests"], "From requests to httpx"),
      ("From urllib", ["library=urllib,http"], "From urllib  (urllib, http)"),
      ("Threads", ["python>=3.9", "framework=django"], "Threads  (Python 3.9 and later; django)"),
      ("Django threads", ["python>=3.9", "framework=django"], "Django threads  (Python 3.9 and later)"),
    ] as [(String, [String], String)])
  func conditionsUnlessTheTitleSaysThem(title: String, conditions: [String], heading: String) {
    let section = Article.Section(
      title: title, conditions: conditions.compactMap { FactCondition($0) }, blocks: [])
    #expect(layout(80).lines(of: section).first?.text == heading)
  }

  @Test func wideCharactersCountDouble() {
    let lines = layout(20).lines(
      of: [.table(header: [[.text("名前")], [.text("x")]], rows: [[[.text("日本")], [.text("1")]]])], indent: 0)
    #expect(lines.map(\.text) == ["名前  x", "───────", "日本  1", ""])
  }

  @Test func aNarrowTableIsStacked() {
    let header: [[Inline]] = ["you have", "take", "rule"].map { [.text($0)] }
    let rows: [[[Inline]]] = [["requests", "httpx", "one client"], ["time.sleep", "asyncio.sleep", ""]].map {
      $0.map { [.text($0)] }
    }
    #expect(
      layout(20).lines(of: [.table(header: header, rows: rows)], indent: 0).map(\.text)
        == [
          "you have: requests", "take: httpx", "rule: one client", "", "you have: time.sleep",
          "take: asyncio.sleep", "rule:", "",
        ].map { $0 })
  }
}

extension FaultTests {
  private static let lab = """
    title: A lab
    summary: It blocks.
    fix: fix-1
    goal: Mend it.
    fault: {kind: blocking-http, file: main.py, line: 1}
    keeps:
      - {function: answer, mentions: [load]}
    hints: [a, b, c]
    points: [d]

    """

  /// A lab with its files, changed.
  private static func lab(
    _ name: String, _ old: String = "", _ new: String = "", faults: [String] = [], others: [String] = [],
    broken: String = "labs/shop/broken/main.py", solved: String = "labs/shop/solved/main.py"
  ) -> Case {
    Case(
      name, .file("labs/shop.yaml", old.isEmpty ? lab : lab.replacing(old, with: new)),
      .file(broken, "import requests\n"), .file(solved, "import httpx\n"), faults: faults, others: others)
  }

  static let labCases: [Case] = [
    lab("a sound lab"),
    lab(
      "unknown key of a lab", "title: A", "titel: A", faults: [],
      others: [
        "labs/shop.yaml:1:1: unknown key “titel”; did you mean “title”?",
        "labs/shop.yaml:1:1: “title” is missing; add `title: …`",
      ]),
    lab(
      "no such fix", "fix: fix-1", "fix: ▸fix-2",
      faults: ["there is no article “fix-2”; did you mean “fix-1”?"]),
    lab(
      "no such kind", "kind: blocking-http", "kind: ▸blocking-htpp",
      faults: ["there is no finding kind “blocking-htpp”; did you mean “blocking-http”?"]),
    lab(
      "no such file", "file: main.py", "file: ▸man.py",
      faults: ["the lab has no file “man.py”; the files are main.py"]),
    lab(
      "no such line", "line: 1", "line: ▸9",
      faults: ["main.py has no line 9; name the line of the blocking call"]),
    lab(
      "no fault", "fault: {kind: blocking-http, file: main.py, line: 1}\n", "",
      others: [
        "labs/shop.yaml:1:1: “fault” is missing; add `fault: …`"
      ]),
    lab(
      "too few hints", "hints: [a, b, c]", "hints: ▸[a, b]",
      faults: ["there are 2 hints; write 3, from a nudge to the answer"]),
    lab(
      "nothing kept", "keeps:\n  - {function: answer, mentions: [load]}\n", "",
      others: [
        "labs/shop.yaml:1:1: “keeps” is missing; add `keeps: …`"
      ]),
    lab(
      "a stray file",
      others: [
        "labs/shop/old/main.py:1:1: nothing reads this file; put it into broken/ or solved/ of its lab",
        "labs/shop.yaml:1:1: labs/shop/solved/ is missing; add the files that change",
      ], solved: "labs/shop/old/main.py"),
    lab(
      "files without a lab",
      others: [
        "labs/shoop/solved/main.py:1:1: there is no labs/shoop.yaml; add it",
        "labs/shop.yaml:1:1: labs/shop/solved/ is missing; add the files that change",
      ], solved: "labs/shoop/solved/main.py"),
    lab(
      "nothing to start",
      others: [
        "labs/shop.yaml:1:1: labs/shop/broken/main.py is missing; add it",
        "labs/shop.yaml:5:36: the lab has no file “main.py”; the files are app.py",
      ], broken: "labs/shop/broken/app.py"),
  ]
}

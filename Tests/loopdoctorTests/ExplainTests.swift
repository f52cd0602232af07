import PseudoTerminal
import Testing

/// `explain`, `walkthrough` and `content`.
@Suite struct ExplainTests {
  @Test func everyIdOfTheList() throws {
    let list = try loopdoctor("explain")
    #expect(list.status == 0)
    let ids = list.output.split(separator: "\n").compactMap { line -> String? in
      guard let match = line.firstMatch(of: #/^  ([a-z0-9-]+)  /#) else { return nil }
      return String(match.output.1)
    }
    #expect(ids.count > 40)
    for id in ids {
      let outcome = try loopdoctor("explain", id)
      #expect(outcome.status == 0, "\(id)")
      #expect(outcome.output.count > 100, "\(id)")
      #expect(outcome.errors == "")
      #expect(outcome.isPlain)
    }
  }

  @Test func aNumberIsAFix() throws {
    for number in 1...7 {
      #expect(try loopdoctor("explain", "\(number)").output.hasPrefix("Fix \(number) ·"))
    }
  }

  @Test func aMessage() throws {
    let traceback = """
      Traceback (most recent call last):
        File "main.py", line 9, in <module>
      RuntimeError: asyncio.run() cannot be called from a running event loop
      """
    for outcome in [
      try loopdoctor("explain", input: traceback),
      try loopdoctor("explain", "This event loop is already running"),
      try loopdoctor("explain", "This", "event", "loop", "is", "already", "running"),
    ] {
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("loopdoctor diagnose --answer"))
    }
  }

  @Test func linesOfOurOwnReports() throws {
    let project = try Project.slow()
    let lines = try loopdoctor("scan", "--format", "lines", directory: project.path).output
    #expect(try loopdoctor("explain", input: lines).output == loopdoctor("explain", "blocking-http").output)
    let broken = try Project([
      "kinds.yaml": "- id: x\n  titel: y\n", "notes/a.md": "no head\n", "odd.yaml": "a: [\n",
    ])
    let faults = try loopdoctor("content", "check", "--content", broken.path).errors
    for line in faults.split(separator: "\n").dropLast() {
      let code = try #require(line.firstMatch(of: /\[(content-[a-z]+)\]$/)?.1, "\(line)")
      #expect(
        try loopdoctor("explain", String(line)).output == loopdoctor("explain", String(code)).output,
        "\(line)")
    }
    for code in ["key", "article", "yaml", "file", "reference"] {
      #expect(faults.contains(" [content-\(code)]\n"), "\(code): \(faults)")
    }
  }

  @Test func nonsenseIsTwoWithTheNearest() throws {
    let outcome = try loopdoctor("explain", "fix6")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("did you mean “fix-6”?"))
    #expect(try loopdoctor("explain", "blocking-htpp").errors.contains("“blocking-http”"))
    let evil = try loopdoctor("explain", input: "\u{1B}[2J\u{202E}\u{9B}1m nonsense\n")
    #expect(evil.status == 2)
    #expect(evil.isPlain, "\(evil.errors.debugDescription)")
    #expect(try loopdoctor("explain", input: " \n").output == loopdoctor("explain").output)
  }

  // MARK: Walkthroughs

  @Test func lessonsAreListed() throws {
    let outcome = try loopdoctor("walkthrough", "list")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  private static let lesson = """
    title: A lesson of my own
    summary: What it is about.
    steps:
    - say: Look here.
    - pause: 1
    - answer: {symptom: traceback}
    - quiz: {ask: Which?, choices: [one, two], right: 2, explain: Because.}
    - answer: {message: nested-loop}
    """

  @Test func aLessonOfOnesOwn() throws {
    let project = try Project(["lesson.yaml": Self.lesson])
    let outcome = try loopdoctor("walkthrough", "play", project.file("lesson.yaml"))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    for words in [
      "A lesson of my own", "Look here.", "Which?", "2. two", "Because.", "Minute 5: The framework",
    ] {
      #expect(outcome.output.contains(words))
    }
    #expect(outcome.isPlain)
    #expect(
      try loopdoctor("walkthrough", "play", project.file("lesson.yaml"), "--pace", "--speed", "200").output
        == outcome.output)
  }

  @Test func aLessonThatDoesNotFit() throws {
    let project = try Project([
      "off.yaml": "steps:\n- answer: {blocker: http}\n", "bad.yaml": "steps:\n- sya: x\n",
      "far.yaml": "project: moon\nsteps: []\n",
    ])
    let off = try loopdoctor("walkthrough", "play", project.file("off.yaml"))
    #expect(off.status == 2)
    #expect(off.errors.contains("off.yaml:2: step 1: the timeline does not ask blocker here but symptom"))
    let bad = try loopdoctor("walkthrough", "play", project.file("bad.yaml"))
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.yaml:2:3: unknown key “sya”; did you mean “say”?"))
    #expect(
      try loopdoctor("walkthrough", "play", project.file("far.yaml")).errors.contains(
        "no sample project “moon”"))
    let none = try loopdoctor("walkthrough", "play", "no-such-lesson")
    #expect(none.status == 2)
    #expect(none.errors.contains("there is no lesson or file “no-such-lesson”"))
  }

  @Test func aSavedSessionIsAWalkthrough() throws {
    let project = try Project.clean()
    _ = try loopdoctor(
      "diagnose", project.path, "--answer", "symptom=traceback", "--save-answers", project.file("s.yaml"))
    let outcome = try loopdoctor("walkthrough", "play", project.file("s.yaml"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Minute 12: A loop inside a loop"))
  }

  // MARK: Content

  @Test func contentGoodAndBad() throws {
    let good = try loopdoctor("content", "check")
    #expect(good.status == 0)
    #expect(good.output.contains(": no fault\n"))
    let folder = try shell("$LD content check --content Content")
    #expect(folder.status == 0, "\(folder.errors)")
    let project = try Project(["timeline.yaml": "start: nowhere\nsteps: 3\n", "fixes/fix-1.md": "no head\n"])
    let bad = try loopdoctor("content", "check", "--content", project.path)
    #expect(bad.status == 2)
    #expect(bad.output == "")
    #expect(bad.errors.contains(#/timeline.yaml:\d+:\d+: /#))
    #expect(bad.errors.contains(#/fixes\/fix-1.md:1:1: /#))
    #expect(bad.errors.contains(/loopdoctor: the content has \d+ faults\n$/))
    #expect(try loopdoctor("scan", "--content", project.path).status == 2)
    #expect(try loopdoctor("content", "check", "--content", project.file("none")).status == 2)
  }

  @Test func theGraph() throws {
    let outcome = try loopdoctor("content", "graph")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("digraph timeline {\n"))
    #expect(outcome.output.hasSuffix("}\n"))
  }
}

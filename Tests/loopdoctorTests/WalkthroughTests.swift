import Foundation
import PseudoTerminal
import Testing

/// Lessons through the real executable.
@Suite struct WalkthroughTests {
  // MARK: Checking

  @Test func theShippedLessonsHoldAndPassEveryEdge() throws {
    let outcome = try loopdoctor("walkthrough", "check")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    let names = try loopdoctor("walkthrough", "list").output.split(separator: "\n").filter { $0.first != " " }
    #expect(outcome.output.ranges(of: " hold\n").count >= 7 && names.count >= 7)
    #expect(outcome.output.hasSuffix(" (100 %)\n"), "\(outcome.output)")
  }

  @Test func whatNoLongerHoldsIsNamed() throws {
    let project = try Project([
      "good.yaml": "title: t\nsteps:\n- answer: {symptom: slow}\n- expect: Minute 2 • The direction\n",
      "bad.yaml":
        "title: t\nproject: shop\nsteps:\n- say: x\n\n- answer: {symptom: slow}\n- expect: Nothing of the kind\n",
    ])
    let outcome = try loopdoctor(
      "walkthrough", "check", "good.yaml", "bad.yaml", directory: project.path)
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("good.yaml: 2 steps hold\n"))
    #expect(
      outcome.errors.hasPrefix(
        "loopdoctor: bad.yaml:7: step 3: “Nothing of the kind” is not on the screen; the screen shows\n"))
    #expect(outcome.errors.contains("\n  |  Minute 2 • The direction"))
    #expect(outcome.output.contains(/\d+ of \d+ answers and edges of the timeline passed/))
    // Of some files nobody expects that they pass everything.
    #expect(try loopdoctor("walkthrough", "check", "good.yaml", directory: project.path).status == 0)
  }

  @Test func anEdgeThatNoLessonPassesFails() throws {
    let project = try Project()
    let copied = try shell(
      "cp -r Content/. '\(project.path)' && rm '\(project.path)'/walkthroughs/every-way.yaml")
    #expect(copied.status == 0)
    let outcome = try loopdoctor("walkthrough", "check", "--content", project.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no lesson passes symptom=hang\n"))
    #expect(
      outcome.errors.contains(
        "no lesson passes blocker → treat-django-orm with blocker=orm framework=django\n"))
  }

  /// Of a lesson it is asked: narration, pauses, expected screens, and questions with hints in tiers.
  @Test(arguments: ["frozen-shop", "slow-report", "nested-loop", "stuttering-poller", "not-asyncio", "keys"])
  func shippedLessonsAreWhole(_ name: String) throws {
    let text = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Content/walkthroughs/\(name).yaml"), encoding: .utf8)
    for step in ["- chapter:", "- say:", "- pause:", "- expect:", "- keys:"] {
      #expect(text.contains(step), "\(step)")
    }
    let quizzes = text.split(separator: "- quiz:").dropFirst()
    #expect(quizzes.count >= 2)
    for quiz in quizzes {
      #expect(quiz.contains("explain:"))
      let hints = quiz.split(separator: "hints:").dropFirst().first?.split(separator: "explain:").first ?? ""
      #expect(hints.ranges(of: "\n      - ").count == 3)
    }
  }

  /// The lesson that the README shows, from its text alone.
  @Test func theReadmesLessonHolds() throws {
    let readme = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md"),
      encoding: .utf8)
    let section = try #require(readme.split(separator: "## Lessons of your own\n").last)
    func block(_ language: String) throws -> String {
      let rest = try #require(section.firstRange(of: "```\(language)\n")).upperBound
      return String(
        section[rest...].prefix(upTo: try #require(section[rest...].firstRange(of: "```")).lowerBound))
    }
    // Our own sample project of the same name does not get in the way.
    let project = try Project(["shop/main.py": block("python"), "lesson.yaml": block("yaml")])
    for directory in [project.path, "/tmp"] {
      let file = directory == "/tmp" ? project.file("lesson.yaml") : "lesson.yaml"
      let outcome = try loopdoctor("walkthrough", "check", file, directory: directory)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try loopdoctor("walkthrough", "play", project.file("lesson.yaml")).status == 0)
    for format in ["cast", "html", "svg", "text", "markdown"] {
      let export = try loopdoctor("walkthrough", "export", project.file("lesson.yaml"), "--format", format)
      #expect(export.status == 0 && export.output.contains("The slow shop"))
    }
  }

  @Test func whatTrainersGetWrongIsTold() throws {
    let project = try Project([
      "a.yaml": "steps:\n- say: `x` is slow\n", "b.yaml": "steps:\n- keys: j entre\n",
      "c.yaml": "steps:\n- say: x\n  pause: 3\n", "d.yaml": "project: shpo\nsteps: []\n",
    ])
    let outcome = try loopdoctor(
      "walkthrough", "check", "a.yaml", "b.yaml", "c.yaml", "d.yaml", directory: project.path)
    #expect(outcome.status == 2)
    for words in [
      "a.yaml:2:8: ", "between quotes", "b.yaml:2:9: there is no key “entre”; did you mean “enter”?",
      "c.yaml:3:3: “pause” is a step of its own; begin it with “- ”",
      "d.yaml: there is no sample project “shpo” (did you mean “shop”?), and no folder shpo",
    ] { #expect(outcome.errors.contains(words), "\(words)\n\(outcome.errors)") }
  }

  // MARK: Playing

  @Test func onATerminal() throws {
    let terminal = try startWizard("walkthrough", "play", "frozen-shop")
    try terminal.waitForText("Welcome. This is a small book shop")
    #expect(terminal.lines[18].contains("1/") && terminal.lines[18].contains("The symptom"))
    #expect(terminal.lines[2].contains("Minute 0 • The symptom"))
    try terminal.send("x")
    try terminal.waitForText("They queue.")
    // The real keys, typed into the real wizard.
    try terminal.send(" ")
    try terminal.waitForText("typed: j enter")
    try terminal.waitForText("Minute 2 • The direction")
    try terminal.send("b")
    try terminal.waitForText("They queue.")
    try terminal.waitForText("Minute 0 • The symptom")
    try terminal.send("c")
    try terminal.waitForText("2 The call")
    try terminal.send("2")
    try terminal.waitForText("error   requests.get  rates.py:13")
    try terminal.send("  ")
    try terminal.waitForText("? hint 1 of 3")
    try terminal.send("?")
    try terminal.waitForText("Hint 1 of 3: ")
    try terminal.send("2")
    try terminal.waitForText("No, it is 1. rates.py")
    terminal.resize(columns: 40, rows: 12)
    try terminal.waitUntil("drawn anew") { $0.lines[11].contains("any key") }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test func byItselfOnATerminal() throws {
    let terminal = try startWizard("walkthrough", "play", "stuttering-poller", "--pace", "--speed", "200")
    #expect(try terminal.waitForExit(timeout: .seconds(120)) == .exited(0))
    expectRestored(terminal)
    #expect(terminal.outputText.contains("The end of the lesson."))
  }

  @Test func interruptedIsOneHundredAndThirty() throws {
    let terminal = try startWizard("walkthrough", "play", "keys")
    try terminal.waitForText("A public library")
    try terminal.send(.control("c"))
    #expect(try terminal.waitForExit() == .exited(130))
    expectRestored(terminal)
  }

  @Test func asNumberedPrompts() throws {
    let terminal = try startWizard("walkthrough", "play", "frozen-shop", "--plain")
    try terminal.waitForText("Enter to go on, < back, c chapters, q to leave:")
    try terminal.send("c\r")
    try terminal.waitForText("Jump to 1-")
    try terminal.send("2\r")
    try terminal.waitUntil("the chain") { $0.outputText.contains("show_cart → total") }
    try terminal.send("\r\r")
    try terminal.waitForText("? hint 1 of 3")
    try terminal.send("?\r")
    try terminal.waitForText("? hint 2 of 3")
    try terminal.send("1\r")
    try terminal.waitForText("Right: 1. rates.py")
    try terminal.send("q\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.outputText.contains("\u{1B}[?1049h"))
  }

  @Test(arguments: [
    "frozen-shop", "slow-report", "nested-loop", "stuttering-poller", "not-asyncio", "keys", "every-way",
  ])
  func unattendedItRunsThrough(_ name: String) throws {
    let outcome = try loopdoctor("walkthrough", "play", name, "--no-input")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "" && outcome.isPlain)
    #expect(outcome.output == (try loopdoctor("walkthrough", "play", name).output))
  }

  @Test func aWrongSpeedIsNamed() throws {
    let outcome = try loopdoctor("walkthrough", "play", "keys", "--speed", "fast")
    #expect(outcome.status == 2 && outcome.errors.contains("--speed: “fast” is no factor"))
  }

  // MARK: Recording

  @Test func aRecordedSessionIsCheckedAndPlayed() throws {
    let project = try Project.slow()
    let terminal = try startWizard(
      "walkthrough", "record", "app", "--output", "my.yaml", directory: project.path)
    try waitForWizard(terminal)
    try terminal.send("j")
    try terminal.waitForText("▸  2   It is slow")
    try terminal.send(.enter)
    try terminal.waitForText("• The direction")
    try terminal.send("111")
    try terminal.waitForText("Which call blocks the loop? 1 cause")
    try terminal.send("/requests\r")
    try terminal.send(.enter)
    try terminal.waitForText("Your code")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0), "\(terminal.outputText.suffix(2000))")
    let text = try project.read("my.yaml")
    for words in [
      "title: my\n", "project: app\n", "- answer: {symptom: slow}\n", "- expect: The call\n",
      "- keys: /\n- keys: \"'requests' enter\"\n- keys: enter\n", "- expect: An async HTTP client\n",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
    #expect(try loopdoctor("walkthrough", "check", "my.yaml", directory: project.path).status == 0)
    let played = try loopdoctor("walkthrough", "play", project.file("my.yaml"))
    #expect(played.status == 0 && played.output.contains("requests.get"))
    // Once the project is cured, the lesson says where it no longer fits.
    try project.write("app/rates.py", "import time\n\n\ndef fetch(currency):\n    time.sleep(1)\n")
    let off = try loopdoctor("walkthrough", "check", project.file("my.yaml"))
    #expect(off.status == 2 && off.errors.contains("my.yaml:"))
  }

  @Test func recordingNeedsSomebody() throws {
    let outcome = try loopdoctor("walkthrough", "record", "--output", "/tmp/x.yaml")
    #expect(outcome.status == 2 && outcome.errors.contains("recording needs a terminal"))
  }

  // MARK: Exporting

  @Test(arguments: ["cast", "html", "svg", "text", "markdown"]) func exportsAreTheSameEachTime(
    _ format: String
  ) throws {
    let project = try Project()
    for name in ["frozen-shop", "keys"] {
      let first = try loopdoctor("walkthrough", "export", name, "--format", format)
      #expect(first.status == 0 && first.errors == "")
      #expect(
        try loopdoctor("walkthrough", "export", name, "--format", format, "--output", project.file("x"))
          .output == "")
      #expect(try project.read("x") == first.output)
      let wide = try loopdoctor("walkthrough", "export", name, "--format", format, "--size", "120x40")
      #expect(wide.status == 0 && wide.output != first.output)
    }
  }

  @Test func theCastIsOneToAsciinema() throws {
    let outcome = try loopdoctor("walkthrough", "export", "keys", "--format", "cast")
    let lines = outcome.output.split(separator: "\n").map { Data($0.utf8) }
    let head = try #require(try JSONSerialization.jsonObject(with: lines[0]) as? [String: Any])
    #expect(head["version"] as? Int == 2 && head["width"] as? Int == 80 && head["height"] as? Int == 24)
    var time = 0.0
    var chapters: [String] = []
    for line in lines.dropFirst() {
      let event = try #require(try JSONSerialization.jsonObject(with: line) as? [Any])
      let at = try #require(event[0] as? Double)
      #expect(at >= time && event.count == 3)
      time = at
      if event[1] as? String == "m" { chapters.append(event[2] as? String ?? "") }
    }
    #expect(time > 60)
    #expect(chapters.first == "Answering" && chapters.count == 5)
  }

  @Test func thePicturesAndPagesAreWellFormed() throws {
    let project = try Project()
    for name in ["frozen-shop", "every-way"] {
      _ = try loopdoctor("walkthrough", "export", name, "--format", "svg", "--output", project.file("x.svg"))
      _ = try loopdoctor(
        "walkthrough", "export", name, "--format", "html", "--output", project.file("x.html"))
      let parsed = try shell(
        """
        python3 - <<'E'
        import xml.dom.minidom, html.parser
        xml.dom.minidom.parse('x.svg')
        class Page(html.parser.HTMLParser):
            open_tags = []
            def handle_starttag(self, tag, attributes):
                if tag not in ('meta', 'br'): self.open_tags.append(tag)
            def handle_endtag(self, tag):
                assert self.open_tags.pop() == tag, (tag, self.getpos())
        page = Page(); page.feed(open('x.html', encoding='utf-8').read()); assert not page.open_tags
        E
        """, directory: project.path)
      #expect(parsed.status == 0, "\(parsed.errors)")
      let page = try project.read("x.html")
      #expect(
        !page.contains(" src=") && !page.contains(" href=") && !page.contains("<link")
          && !page.contains("url("))
    }
  }

  @Test func allThatIsWrongIsToldAtOnce() throws {
    let outcome = try loopdoctor("walkthrough", "export", "keys", "--format", "gif", "--size", "3x3")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("there is no format “gif”") && outcome.errors.contains("“3x3” is no size"))
  }
}

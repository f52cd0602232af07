import Foundation
import Scan
import Terminal
import Testing
import Timeline

@testable import Wizard

/// Editors, the clipboard, files: what leaves the wizard.
@Suite struct ToolsTests {
  // MARK: The editor

  @Test(arguments: [
    ("vim", ["+7", "a.py"], false), ("/usr/bin/vim.basic", ["+7", "a.py"], false),
    ("vi", ["+7", "a.py"], false),
    ("nvim", ["+7", "a.py"], false), ("nano -w", ["-w", "+7", "a.py"], false),
    ("emacs -nw", ["-nw", "+7", "a.py"], false),
    ("emacs-29.1", ["+7", "a.py"], false), ("emacsclient -t -a ''", ["-t", "-a", "", "+7", "a.py"], false),
    ("kak", ["+7", "a.py"], false), ("micro", ["+7", "a.py"], false), ("hx", ["a.py:7"], false),
    ("helix", ["a.py:7"], false),
    ("code --wait", ["--wait", "--goto", "a.py:7"], true), ("codium", ["--goto", "a.py:7"], true),
    ("subl", ["a.py:7"], true),
    ("gedit", ["+7", "a.py"], true), ("kate", ["--line", "7", "a.py"], true),
    ("mate -w", ["-w", "-l", "7", "a.py"], true),
    ("env hx -v", ["hx", "-v", "a.py:7"], false),
    (
      "/usr/bin/env -u X LANG=C code --wait", ["-u", "X", "LANG=C", "code", "--wait", "--goto", "a.py:7"],
      true
    ),
    ("jed", ["a.py", "-g", "7"], false), ("ed", ["a.py"], false), ("my-own-editor", ["a.py"], false),
  ]) func editors(_ words: String, _ arguments: [String], _ hasOwnWindow: Bool) throws {
    let command = try EditorCommand.chosen(
      path: "a.py", line: 7, variable: { $0 == "EDITOR" ? words : nil }, isThere: { _ in true })
    #expect(command.arguments == arguments)
    #expect(command.executable == String(words.prefix { $0 != " " }))
    #expect(command.hasOwnWindow == hasOwnWindow)
  }

  @Test func whichEditor() throws {
    func chosen(_ variables: [String: String], there: Set<String>) throws -> String {
      try EditorCommand.chosen(path: "a", line: 1, variable: { variables[$0] }, isThere: there.contains)
        .executable
    }
    #expect(try chosen(["VISUAL": "hx", "EDITOR": "ed"], there: ["hx", "ed", "vi"]) == "hx")
    #expect(try chosen(["EDITOR": "ed"], there: ["hx", "ed", "vi"]) == "ed")
    #expect(try chosen([:], there: ["vi", "nano"]) == "vi")
    #expect(try chosen(["VISUAL": "  "], there: ["nano"]) == "nano")
    #expect(throws: EditorCommand.Problem(message: "No editor found: set VISUAL or EDITOR to yours")) {
      try chosen([:], there: [])
    }
    #expect(
      throws: EditorCommand.Problem(message: "VISUAL names “gone”, which is not there; set it to your editor")
    ) { try chosen(["VISUAL": "gone -x"], there: ["vi"]) }
    #expect(throws: EditorCommand.Problem(message: "EDITOR has a quote without its other half: vi 'x")) {
      try chosen(["EDITOR": "vi 'x"], there: ["vi"])
    }
  }

  @Test func variablesBeforeTheEditor() throws {
    let command = try #require(EditorCommand(["LANG=C", "A_1=", "hx"], path: "a.py", line: 7))
    #expect(command.executable == "env" && command.arguments == ["LANG=C", "A_1=", "hx", "a.py:7"])
    #expect(command.notice(.success(.exited(0))) == "Back from hx; r scans again")
    // A file is no editor.
    #expect(EditorCommand(["env"], path: "a.py", line: 7) == nil)
    #expect(EditorCommand(["LANG=C"], path: "a.py", line: 7) == nil)
    #expect(EditorCommand(["1=x", "hx"], path: "a.py", line: 7)?.executable == "1=x")
  }

  @Test func whatAnEditorSaidLastCanBeRead() throws {
    let command = try #require(EditorCommand(["/opt/bin/hx"], path: "a.py", line: 7))
    #expect(command.farewell(.exited(0)) == nil)
    #expect(command.farewell(.exited(2)) == "hx ended with status 2; press Enter to come back")
    #expect(command.farewell(.signaled(11)) == "hx was ended by signal 11; press Enter to come back")
  }

  @Test func aFileNamedLikeAnOption() {
    #expect(EditorCommand(["vim"], path: "-c :!sh", line: 1)?.arguments == ["+1", "./-c :!sh"])
    #expect(EditorCommand(["vim"], path: "+5", line: 1)?.arguments == ["+1", "./+5"])
  }

  @Test(
    arguments: [
      ("a b", ["a", "b"]), ("  a\tb ", ["a", "b"]), ("'a b' c", ["a b", "c"]), ("a\\ b", ["a b"]),
      ("\"a \\\"b\\\" \\n\"", ["a \"b\" \\n"]), ("a'b'\"c\"", ["abc"]), ("''", [""]), ("", []),
      ("$HOME `id` ;", ["$HOME", "`id`", ";"]),
      ("'a", nil), ("\"a", nil), ("a\\", nil), ("\"a\\", nil),
    ] as [(String, [String]?)]) func splitsAsAShellDoes(_ text: String, _ words: [String]?)
  {
    #expect(shellWords(text) == words)
  }

  @Test func theEditorOpensWhatIsInQuestion() throws {
    let place = Place(path: "app/services/exchange.py", line: 8)
    var state = try WizardState.fixture().after("2 enter j")
    #expect(try state.press("o") == [.edit(place)])
    try state.press("enter")
    #expect(try state.press("o") == [.edit(place)])
    // The lines are read anew afterwards.
    #expect(state.update(.edited(path: "app/other.py", notice: "x")) == [])
    #expect(state.update(.edited(path: place.path, notice: "Back from vi")) == [.readSource(place)])
    #expect(state.notice == "Back from vi")
    state.feed(.source(place, .lines([SourceLine(number: 8, text: "mended()")])))
    #expect(state.screen.contains("mended()"))
    // At a question: what speaks for its answer.
    #expect(
      try WizardState.fixture().after("2").effects(of: "e") == [.edit(Place(path: "app/main.py", line: 3))])
    let first = try WizardState.fixture().after("o")
    #expect(first.notice == "There is no line of your code here to open")
  }

  // MARK: The clipboard

  @Test func copying() throws {
    var state = try WizardState.fixture().after("2 enter j y")
    #expect(state.screen.contains("copy:  y place  l lines  escape no"))
    #expect(try state.press("s") == [] && state.notice == "There is none of that here to copy")
    #expect(
      try state.press("y y") == [.copy("app/services/exchange.py:8", name: "app/services/exchange.py:8")])
    #expect(state.feed(.copied("Copied it")) == [])
    #expect(state.notice == "Copied it" && state.dialog == nil)
    #expect(state.feed(.copied("Copied it", unsent: "a:1")) == [.send("a:1")])
    #expect(try WizardState.fixture().after("y").notice == "There is nothing here to copy")
    #expect(try state.after("y 7").dialog == nil, "any other key leaves it")
  }

  /// Pasted into a shell, what a hostile project named must not run.
  @Test func namesAreCopiedAsTheyAreShown() throws {
    var scan = FixtureScan.withCauses
    scan.findings = [
      FixtureScan.finding(
        "blocking-sleep", .error, .certain, "time.sleep", [("x\nreboot\n\u{1B}[201~\u{202E}.py", 2, "f")])
    ]
    var state = try WizardState.fixture(scan: scan).after("2 enter")
    let place = try #require(state.placeInQuestion)
    let lines = [SourceLine(number: 2, text: "\ttime.sleep(\u{1B}[201~1)\u{7}\u{202E}")]
    _ = state.update(.source(place, .lines(lines)))
    func copied(_ keys: String) throws -> [String] {
      var copying = state
      return try copying.press(keys).map { if case .copy(let text, _) = $0 { text } else { "" } }
    }
    #expect(try copied("y y") == ["x␊reboot␊␛[201~<U+202E>.py:2"])
    #expect(try copied("y l") == ["\ttime.sleep([201~1)\n"])
  }

  /// The sample in sight is copied, whole and as it is.
  @Test func copyingASample() throws {
    let text = "async def rates():\n    reply = await client.get(\"/rates\")\n    return reply.json()\n"
    var state = try WizardState.fixture(columns: 40, rows: 12).after("2 enter j enter")
    #expect(try state.press("y s") == [.copy(text, name: "the sample of 3 lines")])
    try state.press("tab")
    #expect(
      try state.press("y s") == [
        .copy("body = await asyncio.to_thread(load, \"f\")  # off the loop\n", name: "the sample of 1 line")
      ])
  }

  @Test func clipboardTools() {
    func tools(_ variables: Set<String>, there: Set<String>) -> [String] {
      ClipboardTool.available(variable: { variables.contains($0) ? ":0" : nil }, isThere: there.contains).map(
        \.executable)
    }
    #expect(tools(["DISPLAY"], there: ["xclip", "xsel", "wl-copy", "tmux"]) == ["xclip"])
    #expect(tools(["DISPLAY"], there: ["xsel"]) == ["xsel"])
    #expect(tools(["WAYLAND_DISPLAY", "DISPLAY"], there: ["wl-copy", "xclip"]) == ["wl-copy"])
    #expect(tools([], there: ["wl-copy", "xclip", "xsel", "tmux"]) == [])
    #expect(tools(["TMUX"], there: ["xclip", "tmux"]) == ["tmux"])
  }

  @Test func whatIsSaidAfterCopying() {
    let tool = ClipboardTool(executable: "xclip", arguments: [])
    #expect(ClipboardTool.notice("a:1", isSent: true, worked: [tool], size: 3) == "Copied a:1 (by xclip)")
    #expect(
      ClipboardTool.notice("a:1", isSent: true, worked: [], size: 3) == "Copied a:1 (handed to the terminal)")
    #expect(
      ClipboardTool.notice("x", isSent: false, worked: [], size: 100_000)
        == "Too long for the terminal's clipboard: 100,000 bytes, at most 56,244")
    #expect(
      ClipboardTool.notice("x", isSent: false, worked: [], size: 3).hasPrefix(
        "This terminal has no clipboard"))
  }

  // MARK: Saving

  @Test func saving() throws {
    var state = try WizardState.fixture().after("2 enter w")
    #expect(state.screen.contains("loopdoctor-report.md"))
    #expect(try state.after("escape").prompt == nil)
    #expect(try state.press("enter") == [.save(path: "loopdoctor-report.md", replacing: false)])
    // It is there already.
    state.feed(.saved(.exists("loopdoctor-report.md")))
    #expect(state.screen.contains("loopdoctor-report.md exists"))
    #expect(try state.after("n").dialog == nil)
    #expect(try state.press("y") == [.save(path: "loopdoctor-report.md", replacing: true)])
    state.feed(.saved(.written("/home/ann/loopdoctor-report.md")))
    #expect(state.notice == "Saved loopdoctor-report.md in /home/ann")
    #expect(try state.press("q") == [.quit], "nothing is left to lose")
    #expect(try state.press("b 2 q") == [])
    state.dialog = nil
    state.feed(.saved(.failed("/x: Permission denied")))
    #expect(state.notice == "Not saved: /x: Permission denied")
  }

  @Test func anUnknownEndingIsToldAndTypedAgain() throws {
    var state = try WizardState.fixture().after("w ctrl-u")
    state.type("report.pdf")
    #expect(try state.press("enter") == [])
    #expect(state.prompt == .init(purpose: .save, text: "report.pdf"))
    #expect(state.notice?.contains(".md, .json") == true)
    // The answer is seen whole, however little room there is.
    for columns in [80, 40, 30] {
      state.feed(.resize(Size(columns: columns, rows: 12)))
      let rows = state.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(rows[11].contains("report.pdf"), "\(columns)")
      let words = rows[7...10].joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(
        words.hasSuffix(
          "The name tells the format: .md, .json, .sarif, .txt, .yaml for the answers (or escape)"))
    }
    try state.press("ctrl-u enter")
    #expect(state.prompt == nil)
  }

  @Test(arguments: ["md", "json", "sarif", "txt", "yaml"]) func everyFormat(_ ending: String) throws {
    let state = try WizardState.fixture().after("2 enter x enter enter")
    let format = try #require(ReportFile.Format(path: "folder.x/Report.\(ending.uppercased())"))
    let text = ReportFile(state.diagnosis, marked: state.markedCauses).text(as: format)
    let expected =
      switch ending {
      case "md":
        [
          "## loopdoctor", "| 0 | symptom | slow |",
          "Marked as not the cause:\n\n- time.sleep, app/retry.py:9\n",
        ]
      case "json":
        ["\"schema\": 1", "\"diagnosis\"", "\"set_aside\": [", "\"id\": \"app/retry.py:9:time.sleep\""]
      case "sarif": ["2.1.0", "\"suppressions\": [", "Marked as not the cause during the diagnosis"]
      case "txt": ["The way", "requests.Session.get", "- time.sleep, app/retry.py:9\n"]
      default: ["- answer: {symptom: slow}"]
      }
    for part in expected { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("\u{1B}"))
  }

  /// What was set aside is in no format passed over in silence, nor does it count as found.
  @Test func whatWasSetAsideIsNamedApart() throws {
    let state = try WizardState.fixture().after("2 enter x")
    let report = ReportFile(state.diagnosis, marked: state.markedCauses)
    let json = try parsed(report.text(as: .json))
    let aside = try #require(json["set_aside"] as? [[String: Any]])
    #expect(aside.map { $0["call"] as? String } == ["time.sleep"])
    let found = try #require(json["findings"] as? [[String: Any]])
    #expect(found.count == 2 && !found.contains { $0["call"] as? String == "time.sleep" })
    let runs = try #require(try parsed(report.text(as: .sarif))["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(results.count == 4)
    for result in results {
      #expect((result["suppressions"] != nil) == (result["ruleId"] as? String == "blocking-sleep"))
    }
    // Nothing is said of it where nothing was set aside.
    let all = try WizardState.fixture().after("2 enter")
    let whole = ReportFile(all.diagnosis, marked: all.markedCauses)
    let plain = try parsed(whole.text(as: .json))
    #expect(plain["set_aside"] == nil)
    #expect(!whole.text(as: .sarif).contains("suppressions"))
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The answer to a question that comes a moment later is not taken for something else.
  @Test func keysTypedAheadOfTheQuestion() throws {
    var state = try WizardState.fixture().after("2 enter w")
    #expect(try state.press("enter") == [.save(path: "loopdoctor-report.md", replacing: false)])
    #expect(try state.press("y q") == [])
    state.feed(.mouse(Mouse(.wheelDown, at: Position(row: 3, column: 3))))
    #expect(state.dialog == nil)
    var exists = state
    #expect(exists.feed(.saved(.exists("r.md"))) == [.save(path: "r.md", replacing: true)])
    #expect(exists.feed(.saved(.written("/r.md"))) == [.quit])
    // Where there is no question they mean what they always do.
    #expect(state.feed(.saved(.written("/r.md"))) == [] && state.context == .causes)
    // A disk that does not answer holds nobody up.
    var stuck = try WizardState.fixture().after("2 enter w enter")
    #expect(try stuck.press("ctrl-c") == [.interrupt])
    #expect(try stuck.press("j escape j") == [])
    #expect(stuck.viewport.selected == 1 && !stuck.isSaving)
    // Nor is whoever went on asked anything.
    stuck.feed(.saved(.exists("r.md")))
    #expect(stuck.dialog == nil && stuck.notice == "Not saved: r.md exists")
  }

  // MARK: Leaving

  @Test func leavingAsksOnlyWhenSomethingWouldBeLost() throws {
    #expect(try WizardState.fixture().effects(of: "q") == [.quit])
    // Agreeing with what was seen says nothing new.
    var state = try WizardState.fixture().after("2 q")
    #expect(state.screen.contains("1 answer of yours is not saved"))
    #expect(try state.after("escape").dialog == nil)
    #expect(try state.after("escape enter q").screen.contains("1 answer of yours is not saved"))
    #expect(try state.press("q") == [.quit], "whoever presses it twice means it")
    var kept = try WizardState.fixture(keepsAnswers: true).after("2")
    #expect(try kept.press("q") == [.quit])
    let marked = try WizardState.fixture().after("2 enter x q")
    #expect(marked.screen.contains("2 answers of yours are not saved"))
    #expect(try marked.after("w").prompt?.purpose == .save)
  }
}

extension WizardState {
  /// The effects of some keys, without changing this state.
  fileprivate func effects(of names: String) throws -> [WizardEffect] {
    var state = self
    return try state.press(names)
  }
}

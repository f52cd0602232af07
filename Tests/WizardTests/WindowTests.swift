import Terminal
import Testing
import Timeline

@testable import Handbook
@testable import Scan
@testable import Wizard

/// The window and the mouse.
@Suite struct WindowTests {
  /// The text at the top of the view: the words of its first line with a letter in it.
  private func top(_ state: WizardState) -> String {
    let document = state.document
    return (state.viewport.top..<document.lineCount).lazy.map { document.line($0).text }.first {
      $0.contains { $0.isLetter }
    }
      ?? ""
  }

  @Test(arguments: ["fix-2", "fix-7", "fix-6", "still-not-working"]) func aResizeKeepsTheLineThatIsRead(
    _ id: String
  ) throws {
    let handbook = try loadHandbook(from: .builtIn)
    var state = WizardState(
      handbook: handbook, tool: .init(name: "loopdoctor", version: "1"), project: "p",
      size: Size(columns: 80, rows: 24))
    state.feed(.scanned(FixtureScan.withCauses))
    let article = try #require(handbook.article(id))
    state.session.jump(to: "symptom")
    // Any article, at any step that shows one.
    state.feed(.paste("RuntimeError: This event loop is already running"))
    state.pasted?.messages = [
      RecognisedMessage(message: KnownMessage.about(article.id), line: "RuntimeError: x")
    ]
    #expect(state.document.lineCount > 60)
    for start in stride(from: 3, to: state.document.lineCount - 30, by: 31) {
      state.viewport = Viewport(top: start)
      state.feed(.key(.control("l")))
      let before = state.viewport.top
      let anchor = try #require(state.viewport.anchor(in: state.document))
      for (columns, rows) in [(40, 12), (200, 60), (100, 30), (33, 9), (120, 20)] {
        state.feed(.resize(Size(columns: columns, rows: rows)))
        #expect(state.viewport.top >= 0)
        let end = state.viewport.top + state.bodyHeight >= state.document.lineCount
        #expect(
          end || state.document.line(of: anchor) == state.viewport.top, "\(columns)x\(rows) at \(start)")
      }
      state.feed(.resize(Size(columns: 80, rows: 24)))
      #expect(state.viewport.top == before, "back where it was, from line \(start)")
    }
  }

  /// However far along a long line the call stands, it is in sight, and signs tell what is not.
  @Test(arguments: [40, 80, 200]) func theCallInALongLine(_ columns: Int) throws {
    let before = "    値 = {" + String(repeating: "\"key\": 日本, ", count: 30)
    let text = before + "call_that_blocks()" + String(repeating: ", 1", count: 100) + "}"
    var scan = FixtureScan.withCauses
    let column = before.unicodeScalars.count + 1
    scan.findings = [FixtureScan.withCauses.findings[0]].map { finding in
      let frame = Finding.Frame(
        path: "a.py", line: 2, column: column, function: "f", call: "call_that_blocks")
      return Finding(
        kind: finding.kind, severity: .error, confidence: .certain, path: "a.py",
        range: TextRange(line: 2, column: column, endLine: 2, endColumn: column + 18), function: "f",
        call: "call_that_blocks", message: "it blocks", replacement: "r", fix: "fix-1", also: [],
        rootCause: "a.py:2:call_that_blocks", chain: [frame])
    }
    var state = try WizardState.fixture(columns: columns, scan: scan).after("2 enter")
    let place = Place(path: "a.py", line: 2)
    func line(_ state: WizardState) throws -> String {
      String(try #require(state.screen.split(separator: "\n").last { $0.contains("2 │") }))
    }
    _ = state.update(
      .source(place, .lines([SourceLine(number: 1, text: "    first()"), SourceLine(number: 2, text: text)])))
    for state in [state, try state.after("enter")] {
      let line = try line(state)
      #expect(line.contains("▸ 2 │ …") && line.contains("call_that_blocks") && line.hasSuffix("…"), "\(line)")
    }
    // Near the end of the line as much as fits is shown of it; near its beginning nothing moves.
    _ = state.update(.source(place, .lines([SourceLine(number: 2, text: before + "call_that_blocks()")])))
    #expect(try line(state).hasSuffix("call_that_blocks()"))
    state.sources = [:]
    var short = FixtureScan.withCauses
    short.findings = [FixtureScan.withCauses.findings[0]]
    var plain = try WizardState.fixture(columns: columns, scan: short).after("2 enter")
    _ = plain.update(
      .source(Place(path: "app/config.py", line: 21), .lines([SourceLine(number: 21, text: text)])))
    let shown = try #require(plain.screen.split(separator: "\n").last { $0.contains("21 │") })
    #expect(shown.contains("21 │ 値 = {\"key\"") && shown.hasSuffix("…"))
  }

  /// In the middle of a long paragraph it is the words at the start of the line that stay on top.
  @Test func aResizeInsideAParagraph() throws {
    var state = try WizardState.fixture(columns: 60, rows: 8).after("2 enter j enter")
    let document = state.document
    let line = try #require((0..<document.lineCount).first { document.line($0).text.contains("Sentence 4") })
    state.viewport = Viewport(top: line)
    try state.press("ctrl-l")
    #expect(state.viewport.top == line)
    #expect(document.line(line).text.hasPrefix("paragraph. Sentence 3"))
    state.feed(.resize(Size(columns: 40, rows: 12)))
    #expect(top(state) == "Sentence 2 of a long paragraph.", "the line that holds the word which was on top")
    state.feed(.resize(Size(columns: 60, rows: 8)))
    #expect(state.viewport.top == line)
  }

  @Test func aResizeKeepsAnswersAndSelection() throws {
    var state = try WizardState.fixture(columns: 100, rows: 24).after("2 enter j")
    for (columns, rows) in [(40, 12), (20, 5), (1, 1), (0, 0), (200, 60), (100, 24)] {
      state.feed(.resize(Size(columns: columns, rows: rows)))
      #expect(state.canvas.size == Size(columns: columns, rows: rows))
      #expect(state.selectedCause?.nearest.call == "requests.Session.get")
    }
  }

  // MARK: The mouse

  @Test func theMouseIsOffUntilAskedFor() throws {
    var state = WizardState.fixture()
    #expect(try state.press("m") == [.reportMouse(true)])
    #expect(state.notice?.contains("Shift selects text") == true)
    #expect(try state.press("m") == [.reportMouse(false)])
  }

  @Test func clicksAndWheel() throws {
    var state = try WizardState.fixture().after("2 enter m")
    let row = try #require(
      state.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0.contains("open ")
      })
    state.feed(.mouse(Mouse(.press(button: 1), at: Position(row: row, column: 10))))
    #expect(state.selectedCause?.nearest.call == "open")
    #expect(state.session.position == "blocker")
    state.feed(.mouse(Mouse(.release, at: Position(row: row, column: 10))))
    state.feed(.mouse(Mouse(.press(button: 3), at: Position(row: row, column: 10))))
    state.feed(.mouse(Mouse(.wheelUp, at: Position(row: row, column: 10))))
    #expect(state.selectedCause?.nearest.call == "requests.Session.get")
    state.feed(.mouse(Mouse(.wheelDown, at: Position(row: 0, column: 0))))
    for place in [(0, 0), (3, 5), (23, 5), (15, 5), (900, 900), (row, 500)] {
      state.feed(.mouse(Mouse(.press(button: 1), at: Position(row: place.0, column: place.1))))
      #expect(state.selectedCause?.nearest.call == "open" && state.session.position == "blocker", "\(place)")
    }
    // On what is selected it chooses.
    state.feed(.mouse(Mouse(.press(button: 1), at: Position(row: row, column: 10))))
    #expect(state.session.position == "treat-file")
    let top = state.viewport.top
    state.feed(.resize(Size(columns: 40, rows: 12)))
    state.feed(.mouse(Mouse(.wheelDown, at: Position(row: 5, column: 5))))
    #expect(state.viewport.top == top + 3)
    // Nothing behind a prompt.
    try state.press("/")
    state.feed(.mouse(Mouse(.wheelDown, at: Position(row: 5, column: 5))))
    #expect(state.viewport.top == top + 3)
  }
}

extension KnownMessage {
  fileprivate static func about(_ article: String) -> KnownMessage {
    KnownMessage(id: article, page: article, answers: [:], patterns: [])
  }
}

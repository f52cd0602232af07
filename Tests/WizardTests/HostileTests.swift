import Scan
import Terminal
import Testing
import Text
import Timeline

@testable import Handbook
@testable import Scan
@testable import Wizard

/// Whatever a project, a terminal or a person sends: the wizard draws, and nothing raw reaches the screen.
@Suite struct HostileTests {
  /// Escape sequences, C1 controls, bidi overrides, invisible and very long text.
  static let evil = "a\u{1B}[2J\u{9B}31m\u{7}\u{202E}gpj\u{2066}\u{200B}\u{2028}\r\n\tb\u{0}"

  private static var evilScan: ScanResult {
    var result = ScanResult(root: evil)
    result.files = .max
    result.lines = .max
    let long = String(repeating: "very/", count: 200) + evil
    result.findings = [
      FixtureScan.finding(
        "blocking-http", .error, .certain, evil, [(evil, 1, evil), (long, .max - 9, evil)]),
      FixtureScan.finding("no-such-kind", .hint, .possible, long, [("", 0, "")]),
    ]
    result.facts = ProjectFacts(
      python: PythonVersion(major: 99, minor: 999), framework: evil, libraries: [evil])
    result.evidence = [
      Evidence(question: "framework", value: "fastapi", summary: evil, place: Place(path: long, line: 1))
    ]
    return result
  }

  private func expectClean(_ state: WizardState) {
    let canvas = state.canvas
    #expect(canvas.size == state.size)
    var previous: Unicode.Scalar?
    let hidden = canvas.plainText.unicodeScalars.filter { scalar in
      defer { previous = scalar }
      return scalar != "\n" && scalar.needsVisibleForm(after: previous)
    }
    #expect(hidden.isEmpty, "\(hidden)")
  }

  @Test(arguments: [(80, 24), (40, 12), (200, 60)]) func nothingRawIsDrawn(_ columns: Int, _ rows: Int) throws
  {
    var state = WizardState(
      handbook: FixtureHandbook.handbook, tool: .init(name: "loopdoctor", version: "1"), project: Self.evil,
      size: Size(columns: columns, rows: rows))
    state.feed(.scanned(Self.evilScan))
    for key in ["2", "j", "enter", "down", "up", "enter", "?"] {
      try state.press(key)
      if let place = state.causeInQuestion.map({
        Place(path: $0.nearest.cause.path, line: $0.nearest.cause.line)
      }) {
        let lines = (0..<7).map {
          SourceLine(number: place.line &- 3 &+ $0, text: Self.evil + String(repeating: "x", count: 1000))
        }
        _ = state.update(.source(place, .lines(lines)))
      }
      expectClean(state)
    }
    try state.press("? /")
    state.feed(.paste(Self.evil))
    state.type(Self.evil)
    expectClean(state)
    try state.press("enter")
    expectClean(state)
    state.feed(.scanFailed(Self.evil))
    expectClean(state)
  }

  @Test func nothingRawIsDrawnInASCII() throws {
    var state = WizardState.fixture(scan: Self.evilScan, glyphs: .ascii)
    try state.press("2 enter")
    expectClean(state)
    try state.press("enter")
    expectClean(state)
  }

  /// One way everywhere: on one line, with the same signs.
  @Test(arguments: [(Glyphs.unicode, "x␊y␛␉z.py"), (.ascii, "x^Jy^[^Iz.py")])
  func namesAreShownInOneWay(_ glyphs: Glyphs, _ shown: String) throws {
    let name = "x\ny\u{1B}\tz.py"
    var scan = FixtureScan.withCauses
    scan.findings = [
      FixtureScan.finding(
        "blocking-sleep", .error, .certain, "time.sleep", [("m.py", 1, "f"), (name, 2, "g")])
    ]
    scan.evidence = [
      Evidence(question: "symptom", value: "slow", summary: "seen", place: Place(path: name, line: 2))
    ]
    var state = WizardState.fixture(columns: 120, scan: scan, glyphs: glyphs)
    #expect(state.screen.contains("seen, \(shown):2"))
    try state.press("2 enter")
    let lines = state.screen.split(separator: "\n")
    #expect(lines.contains { $0.contains("time.sleep  \(shown):2") }, "the list")
    #expect(lines.contains { $0.hasPrefix(" \(shown)  f ") }, "the detail")
    #expect(try state.after("x").screen.contains("Marked as not the cause"))
    try state.press("enter")
    #expect(state.screen.contains("Your code  \(shown):2"), "minute 12")
    state.feed(.hits(nil))
    try state.press("b a")
    state.feed(
      .hits(
        HitList(
          [
            Site(
              path: name, range: TextRange(line: 2, column: 5, endLine: 2, endColumn: 9), function: "g",
              call: "time.sleep", kind: "blocking-sleep", verdict: .onLoop, reason: "r",
              place: Place(path: name, line: 2))
          ], kinds: [:])))
    #expect(state.screen.split(separator: "\n").filter { $0.contains(shown) }.count == 3, "the hits")
    state.notice = name
    #expect(state.screen.hasSuffix(" " + shown))
  }

  /// Keys, pastes, sizes, scans and files in any order.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func randomEvents(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let named = [
      "up", "down", "left", "right", "page-up", "page-down", "home", "end", "enter", "escape", "tab",
      "back-tab",
    ]
    let keys: [Key] =
      named.compactMap { Key(name: $0) } + KeyBinding.all.flatMap(\.keys)
      + "0123456789gG/?nNabjklhqr é日\u{202E}\u{0}".map { .character($0) }
    let sizes = [(80, 24), (40, 12), (200, 60), (30, 8), (20, 5), (1, 1), (0, 0), (500, 2)]
    var state = WizardState.fixture(scan: nil)
    for step in 0..<1000 {
      switch Int.random(in: 0..<60, using: &random) {
      case 0:
        let (columns, rows) = sizes.randomElement(using: &random) ?? (80, 24)
        state.feed(.resize(Size(columns: columns, rows: rows)))
      case 1:
        state.feed(
          .scanned(
            [FixtureScan.withCauses, FixtureScan.clean, Self.evilScan].randomElement(using: &random)
              ?? .init(root: "")))
      case 2: state.feed(.paste(Self.evil))
      case 3: state.feed(.scanFailed(Self.evil))
      case 4:
        state.feed(.progress(.init(filesDone: Int.random(in: 0...9, using: &random), files: 9, lines: 1)))
      default: state.feed(.key(keys.randomElement(using: &random) ?? .enter))
      }
      // Drawing is slow unoptimised; the state itself is looked at after every event.
      if step % 8 == 0 { expectClean(state) }
      #expect(state.session.way.contains { $0.id == state.session.position })
    }
  }
}

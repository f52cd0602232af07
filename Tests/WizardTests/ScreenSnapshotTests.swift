import Scan
import Terminal
import Testing
import Text

@testable import Wizard

/// Each screen as a picture, at an ordinary and at a small size.
@Suite struct ScreenSnapshotTests {
  enum Scene: String, CaseIterable, Sendable {
    case question, message, framework, causes, secondCause = "second-cause", answers, page, tab, help,
      helpEnd = "help-end"
    case search, match, jump, noMinute = "no-minute", notice, scanning, reading, following
    case marked, filtering, filtered, nothingFits = "nothing-fits", sorted, copying, saving, replacing,
      leaving
    case hits, secondHit = "second-hit", pasteBox = "paste-box", pasted, notKnown = "not-known", rechecking,
      rechecked
    case welcomeBack = "welcome-back", filteredHits = "filtered-hits", listingHits = "listing-hits"
    case wide, wideQuestion = "wide-question", widePage = "wide-page"
    case stillScanning = "still-scanning", scanFailed = "scan-failed", noFindings = "no-findings", verify,
      ending

    /// The wizard at this scene.
    func state(columns: Int, rows: Int, theme: Theme = .colour, glyphs: Glyphs = .unicode) throws
      -> WizardState
    {
      func fixture(_ scan: ScanResult? = FixtureScan.withCauses) -> WizardState {
        .fixture(columns: columns, rows: rows, scan: scan, theme: theme, glyphs: glyphs)
      }
      switch self {
      case .question: return fixture()
      case .message: return try fixture().after("1 ")
      case .framework: return try fixture().after("2")
      case .causes: return try fixture().after("2 enter")
      case .secondCause: return try fixture().after("2 enter down")
      case .answers: return try fixture().after("2 enter tab")
      case .page: return try fixture().after("2 enter down enter")
      case .tab: return try fixture().after("2 enter down enter tab")
      case .help: return try fixture().after("2 ?")
      case .helpEnd: return try fixture().after("2 ? G")
      case .search: return try fixture().after("/ s l o w")
      case .match: return try fixture().after("/ s l o w enter")
      case .jump: return try fixture().after("2 g 1")
      case .noMinute: return try fixture().after("2 g 7")
      case .notice: return try fixture().after("x")
      case .marked: return try fixture().after("2 enter x j j")
      case .filtering: return try fixture().after("2 enter f h t t p")
      case .filtered: return try fixture().after("2 enter f e r r o r enter")
      case .nothingFits: return try fixture().after("2 enter f c p u enter")
      case .sorted: return try fixture().after("2 enter s s j")
      case .copying: return try fixture().after("2 enter j enter y")
      case .saving: return try fixture().after("2 enter w")
      case .replacing:
        var state = try fixture().after("2 enter w enter")
        state.feed(.saved(.exists("loopdoctor-report.md")))
        return state
      case .leaving: return try fixture().after("2 enter x q")
      case .hits:
        var state = try fixture().after("2 enter a")
        state.feed(.hits(FixtureScan.hits))
        return state
      case .secondHit:
        return try Scene.hits.state(columns: columns, rows: rows, theme: theme, glyphs: glyphs).after("j")
      case .filteredHits:
        return try Scene.hits.state(columns: columns, rows: rows, theme: theme, glyphs: glyphs).after(
          "f o f f enter")
      case .listingHits:
        var state = try fixture().after("2 enter a")
        state.feed(.hitProgress(.init(filesDone: 512, files: 2481, lines: 120_000)))
        return state
      case .welcomeBack:
        var state = fixture()
        try state.offer(#require(WizardState.fixture().after("2 enter x enter").kept))
        return state
      case .wideQuestion: return try fixture(FixtureScan.wide).after("2")
      case .wide: return try fixture(FixtureScan.wide).after("2 enter j")
      case .widePage: return try fixture(FixtureScan.wide).after("2 enter j enter")
      case .pasteBox:
        var state = try fixture().after("p")
        state.feed(
          .paste("Traceback (most recent call last):\n  File \"app/main.py\", line 12, in rates\u{1B}[2J\n"))
        return state
      case .pasted:
        var state = fixture()
        state.feed(
          .paste(
            "Traceback (most recent call last):\n  asyncio.run(main())\nRuntimeError: This event loop is already running\n"
          ))
        return state
      case .notKnown:
        var state = fixture()
        state.feed(.paste("Traceback (most recent call last):\nKeyError: 'rate\u{202E}s'\n"))
        return state
      case .rechecking: return try fixture().after("2 enter enter enter")
      case .rechecked:
        var state = try fixture().after("2 enter enter enter")
        state.feed(.scanned(FixtureScan.afterTheFix))
        return state
      case .scanning: return fixture(nil)
      case .reading:
        var state = fixture(nil)
        state.feed(.progress(.init(filesDone: 512, files: 2481, lines: 120_000)))
        return state
      case .following:
        var state = fixture(nil)
        state.feed(.progress(.init(filesDone: 2481, files: 2481, lines: 520_000)))
        return state
      case .stillScanning: return try fixture(nil).after("2 2")
      case .scanFailed:
        var state = try fixture(nil).after("2 2")
        state.feed(.scanFailed("src: Permission denied"))
        return state
      case .noFindings: return try fixture(FixtureScan.clean).after("2 2")
      case .verify: return try fixture(FixtureScan.clean).after("2 3 1 enter")
      case .ending:
        return try Scene.rechecked.state(columns: columns, rows: rows, theme: theme, glyphs: glyphs).after(
          "1")
      }
    }
  }

  @Test(arguments: Scene.allCases) func ordinary(_ scene: Scene) throws {
    try expectSnapshot(of: scene.state(columns: 80, rows: 24).canvas, named: "80x24-\(scene.rawValue)")
  }

  @Test(arguments: Scene.allCases) func small(_ scene: Scene) throws {
    try expectSnapshot(of: scene.state(columns: 40, rows: 12).canvas, named: "40x12-\(scene.rawValue)")
  }

  @Test(arguments: Scene.allCases) func large(_ scene: Scene) throws {
    try expectSnapshot(of: scene.state(columns: 200, rows: 60).canvas, named: "200x60-\(scene.rawValue)")
  }

  @Test(arguments: Scene.allCases) func ascii(_ scene: Scene) throws {
    let canvas = try scene.state(columns: 80, rows: 24, theme: .monochrome, glyphs: .ascii).canvas
    try expectSnapshot(of: canvas, named: "ascii-\(scene.rawValue)")
  }

  @Test(arguments: Scene.allCases) func monochrome(_ scene: Scene) throws {
    let canvas = try scene.state(columns: 80, rows: 24, theme: .monochrome).canvas
    try expectSnapshot(of: canvas, named: "monochrome-\(scene.rawValue)", styled: true)
  }

  /// One picture for light and dark: only colours that can be read on both are used, and no background is painted.
  @Test(arguments: Scene.allCases) func colour(_ scene: Scene) throws {
    let canvas = try scene.state(columns: 80, rows: 24).canvas
    try expectSnapshot(of: canvas, named: "colour-\(scene.rawValue)", styled: true)
  }

  @Test(arguments: [(20, 5), (29, 24), (80, 7)]) func tooSmall(_ columns: Int, _ rows: Int) throws {
    let state = WizardState.fixture(columns: columns, rows: rows)
    try expectSnapshot(of: state.canvas, named: "\(columns)x\(rows)-too-small")
  }

  /// What the words say is said without colour too: the same text in every theme.
  @Test(arguments: Scene.allCases) func themesDifferInStyleOnly(_ scene: Scene) throws {
    let colour = try scene.state(columns: 80, rows: 24).canvas
    let monochrome = try scene.state(columns: 80, rows: 24, theme: .monochrome).canvas
    #expect(colour.plainText == monochrome.plainText)
    #expect(!monochrome.styledText.contains(/\{[a-z ]*(red|green|yellow|blue|magenta|cyan)\|/))
  }
}

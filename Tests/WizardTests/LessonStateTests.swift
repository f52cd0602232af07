import Terminal
import Testing

@testable import Wizard

/// Lessons on a screen, without a terminal.
@Suite struct LessonStateTests {
  @Test func anyKeyGoesOnAndTypesTheRealKeys() throws {
    var state = try LessonState.fixture()
    #expect(state.screen.contains("What do you see?") && state.screen.contains("Look at open."))
    #expect(state.wait == nil)
    try state.press("x")
    // The narration stays while the keys are typed one by one.
    #expect(state.isTyping && state.screen.contains("Look at open.") && state.screen.contains("▸  1"))
    #expect(state.wait != nil)
    state.update(.tick)
    #expect(state.screen.contains("▸  2") && state.screen.contains("typed: j"))
    state.update(.tick)
    #expect(!state.isTyping && state.screen.contains("Minute 5 • The framework"))
    #expect(state.screen.contains("Now a question."))
    #expect(state.screen.contains("2/6 • A lesson"))
  }

  @Test func aKeyTypesTheRestAtOnce() throws {
    var state = try LessonState.fixture()
    try state.press("x x")
    #expect(!state.isTyping && state.screen.contains("Minute 5 • The framework"))
  }

  @Test func backRestoresWhatWasThere() throws {
    var state = try LessonState.fixture()
    let first = state.screen
    try state.press("x x")
    let second = state.screen
    try state.press("x b")
    #expect(state.screen == second)
    try state.press("b")
    #expect(state.screen == first)
    try state.press("b")
    #expect(state.screen == first)
  }

  @Test func hintsAreGivenOneByOne() throws {
    var state = try LessonState.fixture()
    try state.press("x x x")
    #expect(state.isAsking && state.screen.contains("? hint 1 of 2"))
    try state.press("?")
    #expect(state.screen.contains("Hint 1 of 2: Not one.") && !state.screen.contains("Hint 2 of 2"))
    try state.press("? ? z")
    #expect(state.isAsking && state.screen.contains("Hint 2 of 2: Count."))
    try state.press("1")
    #expect(!state.isAsking && state.screen.contains("No, it is 2. two") && state.screen.contains("Because."))
    #expect(state.screen.contains("any key goes on"))
  }

  @Test func chaptersAreJumpedTo() throws {
    var state = try LessonState.fixture()
    try state.press("c")
    #expect(state.screen.contains("▸ 1 The cure"))
    try state.press("enter")
    #expect(state.screen.contains("Minute 12") && state.screen.contains("• The cure"))
    try state.press("b b")
    #expect(state.isAsking)
    try state.press("c escape")
    #expect(state.isAsking)
  }

  @Test func byItselfItComesToItsEnd() throws {
    var state = try LessonState.fixture(isAutomatic: true)
    var ticks = 0
    while !state.hasLeft, ticks < 1000 {
      #expect(state.wait ?? 0 > 0)
      state.update(.tick)
      ticks += 1
    }
    #expect(state.hasLeft && state.fault == nil)
    #expect(state.screen.contains("The end of the lesson."))
  }

  @Test func theScoreIsTold() throws {
    var state = try LessonState.fixture()
    try state.press("x x x 2 x x x x x x x")
    #expect(state.isAtEnd && state.screen.contains("1 of 1 question right at the first try."))
    try state.press("b")
    #expect(!state.isAtEnd)
  }

  @Test(arguments: [(1, 1), (10, 3), (30, 8), (40, 16), (80, 24), (200, 60)])
  func anySizeIsDrawn(_ columns: Int, _ rows: Int) throws {
    var state = try LessonState.fixture(columns: columns, rows: rows, checks: false)
    for _ in 0..<12 {
      try state.press("x")
      #expect(state.canvas.size == Size(columns: columns, rows: rows))
    }
    state.update(.resize(Size(columns: 80, rows: 24)))
    try state.press("b b")
    #expect(state.screen.contains("lines scanned"))
  }

  @Test func aChangeOfTheSourceIsSeenByTheNextScan() throws {
    let source = "import time\n\n\nasync def beat():\n    time.sleep(1)\n"
    let lesson = """
      steps:
      - answer: {symptom: slow}
      - answer: {framework: script}
      - expect: time.sleep
      - answer: {blocker: sleep}
      - edit: {file: m.py, old: time.sleep(1), new: await asyncio.sleep(1)}
      - keys: enter
      - expect: The call you treated is gone
      - keys: b b r
      - expect: None of the calls found
      """
    var state = try LessonState.fixture(lesson, texts: ["m.py": source])
    for _ in 0..<12 { try state.press("x") }
    #expect(state.fault == nil, "\(state.fault?.description(file: "l") ?? "")")
  }

  @Test(arguments: UInt64(1)...8) func randomKeysBreakNothing(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var state = try LessonState.fixture(isAutomatic: seed.isMultiple(of: 2), checks: false)
    let keys: [Key] =
      [.enter, .escape, .up, .down, .left, .right, .backspace, .tab]
      + "1239?hbcgakj+- x".map { .character($0) }
    for _ in 0..<400 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        let size = Size(
          columns: Int.random(in: 1...120, using: &random), rows: Int.random(in: 1...50, using: &random))
        state.update(.resize(size))
        #expect(state.canvas.size == size)
      case 1...4: state.update(.tick)
      default: state.update(.key(keys[Int.random(in: 0..<keys.count, using: &random)]))
      }
      if state.hasLeft { state = try LessonState.fixture(checks: false) }
    }
    // Wherever that led, the way to the end is open, and nothing on it fails.
    state.update(.resize(Size(columns: 80, rows: 24)))
    try state.press("escape")
    var steps = 0
    while !state.hasLeft, steps < 200 {
      try state.press("enter")
      steps += 1
    }
    #expect(state.hasLeft && state.fault == nil)
  }

  @Test func keysReadAndWrite() throws {
    let script = "j j / 'time.sleep(' enter ctrl-d page-down ? \"it's\" ' space"
    let keys = try keysOfScript(script)
    #expect(keys.prefix(4) == ["j", "j", "/", "t"])
    #expect(try keysOfScript(keyScript(keys)) == keys)
    #expect(keyScript(["j", "j", "j", "j", .enter, " "]) == "j j j j enter ' '")
    #expect(throws: KeyScriptFault.self) { try keysOfScript("entre") }
    do { _ = try keysOfScript("j entre") } catch { #expect(error.message.contains("did you mean “enter”?")) }
    let odd: [Key] = ["'", "\"", "a", "'", "b", .tab, "é", " "]
    #expect(try keysOfScript(keyScript(odd)) == odd)
  }
}

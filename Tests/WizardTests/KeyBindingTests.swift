import Terminal
import Testing

@testable import Wizard

/// Every row of the table of keys, pressed in every context it holds in.
@Suite struct KeyBindingTests {
  /// One key of one row in one context.
  struct Case: Sendable, CustomStringConvertible {
    let context: KeyBinding.Context
    let key: Key
    let command: KeyBinding.Command

    var description: String { "\(key.name) at \(context): \(command)" }
  }

  static let cases = KeyBinding.all.flatMap { binding in
    KeyBinding.Context.allCases.filter(binding.contexts.contains).flatMap { context in
      binding.keys.map { Case(context: context, key: $0, command: binding.command) }
    }
  }

  /// A wizard in a context, in the middle of everything, so that each command has something to do.
  private func state(in context: KeyBinding.Context) throws -> WizardState {
    var state = WizardState.fixture(rows: 18)
    switch context {
    case .question: try state.press("2 enter tab j")
    case .resuming:
      state.offer(try #require(WizardState.fixture().after("2 enter j enter").kept))
      state.feed(.resize(Size(columns: 40, rows: 9)))
    case .causes: try state.press("2 enter x j")
    case .page: try state.press("2 enter j enter j")
    case .hits:
      try state.press("2 enter a")
      state.feed(.hits(FixtureScan.hits))
      try state.press("j")
    case .pasted:
      try state.press("2")
      state.feed(
        .paste("Executing <Task> took 0.5 seconds\nRuntimeError: This event loop is already running\n"))
      state.feed(.resize(Size(columns: 80, rows: 9)))
      try state.press("j")
    case .help: try state.press("2 ? j")
    case .prompt:
      try state.press("/")
      state.type("two words")
    case .pasteBox:
      try state.press("p")
      state.type("two words")
    case .copying: try state.press("2 enter j enter y")
    case .replacing: state.feed(.saved(.exists("r.md")))
    case .leaving: try state.press("2 q")
    }
    // Something to look for, found in every view more than once.
    state.search = context == .help ? "line" : context == .pasted ? "a" : "s"
    #expect(state.context == context)
    return state
  }

  /// Those that say what they did, since it need not be in sight.
  private static let telling: Set<KeyBinding.Command> = [.dismiss, .undo, .sort, .mouse, .takeAnswers]

  @Test(arguments: cases) func doesWhatItSays(_ test: Case) throws {
    var before = try state(in: test.context)
    // There are two choices only.
    if test.context == .resuming, [.up, .pageUp, .top].contains(test.command) { try before.press("down") }
    var after = before
    let effects = after.feed(.key(test.key))
    let moved = after.viewport != before.viewport
    switch test.command {
    case .up: #expect(after.viewport == (try before.after("up")).viewport && moved)
    case .down: #expect(after.viewport == (try before.after("down")).viewport && moved)
    case .pageUp: #expect(after.viewport == (try before.after("page-up")).viewport && moved)
    case .pageDown: #expect(after.viewport == (try before.after("page-down")).viewport && moved)
    case .top: #expect(after.viewport.top == 0 && after.viewport.selected <= 0 && moved)
    case .bottom:
      #expect(moved)
      #expect(
        after.canvas.plainText.contains("end") || after.viewport.selected == after.document.itemCount - 1)
    case .choose where test.context == .resuming, .resume:
      #expect(after.offered == nil && after.session.position == "treat-http")
    case .startAnew: #expect(after.offered == nil && after.session.answers.isEmpty)
    case .choose: #expect(after.session.position == "treat-file")
    case .back: #expect(after.session.path.count == before.session.path.count - 1)
    case .forward:
      #expect(after.session.position == "verified")
      #expect(effects == [.startScan])
    case .otherList: #expect(after.context == (test.context == .causes ? .question : .causes))
    case .hits: #expect(after.context == .hits && effects == [.listHits])
    case .findCause: #expect(after.context == .causes)
    case .closeHits: #expect(after.context != .hits)
    case .nextArticle, .previousArticle: #expect((after.pasted?.open ?? after.openArticle) == 1)
    case .dismiss: #expect(after.causeList.markedCount == 2)
    case .undo: #expect(after.causeList.markedCount == 0)
    case .sort: #expect(after.causeList.order == .path)
    case .filter: #expect(after.prompt == .init(purpose: .filter))
    case .edit: #expect(effects == [.edit(try #require(before.placeInQuestion))])
    case .copy: #expect(after.dialog == .copying)
    case .save: #expect(after.prompt == .init(purpose: .save, text: "loopdoctor-report.md"))
    case .paste: #expect(after.pasted?.isTyped == true)
    case .jump: #expect(after.prompt == .init(purpose: .jump))
    case .search: #expect(after.prompt == .init(purpose: .search))
    case .nextMatch, .previousMatch: #expect(moved && after.notice == nil)
    case .rescan:
      #expect(effects == [.startScan])
      #expect(after.progress != nil)
    case .mouse: #expect(effects == [.reportMouse(true)])
    case .help: #expect(after.context == .help)
    case .closeHelp: #expect(after.context != .help)
    case .clear: #expect(after.search.isEmpty)
    case .redraw: #expect(effects == [.redraw])
    case .suspend: #expect(effects == [.suspend])
    case .quit where test.context == .resuming: #expect(effects == [.quit])
    case .quit: #expect(after.dialog == .leaving && effects == [])
    case .interrupt: #expect(effects == [.interrupt])
    case .takeAnswers: #expect(after.session.position == "framework" && after.pasted == nil)
    case .closePasted: #expect(after.pasted == nil && after.session == before.session)
    case .copyPlace:
      #expect(effects == [.copy("app/services/exchange.py:8", name: "app/services/exchange.py:8")])
    case .copyLines:
      #expect(
        effects.contains { if case .copy(let text, _) = $0 { text.contains("# here\n") } else { false } })
    case .copySample:
      #expect(
        effects.contains { if case .copy(let text, _) = $0 { text.hasPrefix("async def") } else { false } })
    case .replace: #expect(effects == [.save(path: "r.md", replacing: true)])
    case .leave: #expect(effects == [.quit])
    case .cancel: #expect(after.dialog == nil && after.prompt == nil && after.pasted == nil && effects == [])
    case .finish: #expect(after.prompt == nil && after.pasted?.isTyped != true)
    case .rubOut: #expect((after.prompt?.text ?? after.pasted?.text) == "two word")
    case .eraseWord: #expect((after.prompt?.text ?? after.pasted?.text) == "two ")
    case .eraseAll: #expect((after.prompt?.text ?? after.pasted?.text) == "")
    }
    if test.command == .finish, test.context == .prompt {
      #expect(after.notice == "“two words” is not in this view")
    } else {
      #expect((after.notice != nil) == Self.telling.contains(test.command), "\(after.notice ?? "")")
    }
  }

  @Test func everyCommandHasAKey() {
    let bound = Set(KeyBinding.all.map(\.command))
    #expect(KeyBinding.Command.allCases.filter { !bound.contains($0) } == [])
  }

  @Test(arguments: KeyBinding.Context.allCases) func noTwoRowsShareAKey(_ context: KeyBinding.Context) {
    let keys = KeyBinding.bindings(in: context).flatMap(\.keys)
    #expect(Set(keys).count == keys.count, "\(keys.filter { key in keys.count { $0 == key } > 1 })")
    // Digits choose answers.
    #expect(!keys.contains { if case .character(let character) = $0 { character.isNumber } else { false } })
  }

  @Test(arguments: KeyBinding.Context.allCases) func helpListsEveryRow(_ context: KeyBinding.Context) throws {
    let state = try WizardState.fixture(columns: 120, rows: 200).after("?")
    for binding in KeyBinding.bindings(in: context) {
      #expect(state.screen.contains(binding.help))
      for key in binding.keys { #expect(state.screen.contains(key.shown(.unicode))) }
    }
  }

  /// Whoever does not know the keys finds the way to the list of them, and out of it.
  @Test(arguments: [(30, 8), (40, 12), (80, 24), (200, 60)]) func theFooterNamesTheHelp(
    _ columns: Int, _ rows: Int
  ) throws {
    for context in [.question, .causes, .hits, .page, .pasted, .help, .resuming] as [KeyBinding.Context] {
      var state = try state(in: context)
      state.notice = nil
      state.feed(.resize(Size(columns: columns, rows: rows)))
      let footer = try #require(
        state.canvas.plainText.split(separator: "\n", omittingEmptySubsequences: false).last)
      #expect(footer.contains(context == .help ? "? close" : "? help"))
    }
  }

  @Test func digitsChoose() throws {
    for digit in 1...9 {
      let state = try WizardState.fixture().after("2 \(digit)")
      #expect(
        state.session.answers["framework"]?.value
          == state.session.graph.question("framework")?.values[digit - 1])
    }
    #expect(try WizardState.fixture().after("7").notice == "There is no answer 7 here")
    #expect(try WizardState.fixture().after("0").notice == "There is no answer 0 here")
  }

  @Test func aKeyWithoutMeaningSaysSo() throws {
    let state = try WizardState.fixture().after("f7")
    #expect(state.notice == "f7 does nothing here; ? lists the keys")
    #expect(try state.after("j").notice == nil)
  }
}

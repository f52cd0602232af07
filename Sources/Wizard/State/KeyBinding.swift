import Terminal

/// One row of the table from which keys are understood and help and footer are written.
struct KeyBinding: Sendable {
  enum Context: CaseIterable, Sendable { case question, causes, page, help }

  enum Command: CaseIterable, Sendable {
    case up, down, pageUp, pageDown, top, bottom
    case choose, back, forward
    case otherList, nextArticle, previousArticle
    case jump, search, nextMatch, previousMatch
    case rescan, help, closeHelp, clear, redraw, suspend, quit, interrupt
  }

  let keys: [Key]
  let command: Command
  let contexts: Set<Context>
  /// A word for the footer; nil: only in the help.
  let label: String?
  let help: String

  private static let reading: Set<Context> = [.question, .causes, .page, .help]
  private static let diagnosing: Set<Context> = [.question, .causes, .page]

  static let all: [KeyBinding] = [
    KeyBinding(
      keys: [.enter, .right, .character("l"), .character(" ")], command: .choose, contexts: [.question],
      label: "choose", help: "take the selected answer"),
    KeyBinding(
      keys: [.enter, .right, .character("l"), .character(" ")], command: .choose, contexts: [.causes],
      label: "fix",
      help: "treat the selected cause"),
    KeyBinding(
      keys: [.enter, .right, .character("l")], command: .forward, contexts: [.page], label: "next",
      help: "on to the next step"),
    KeyBinding(
      keys: [.up, .character("k"), .control("p")], command: .up, contexts: reading, label: nil,
      help: "up one line"),
    KeyBinding(
      keys: [.down, .character("j"), .control("n")], command: .down, contexts: reading, label: "move",
      help: "down one line"),
    KeyBinding(
      keys: [.pageUp, .control("b"), .control("u")], command: .pageUp, contexts: reading, label: nil,
      help: "up one page"),
    KeyBinding(
      keys: [.pageDown, .control("f"), .control("d")], command: .pageDown, contexts: reading, label: nil,
      help: "down one page"),
    KeyBinding(
      keys: [.character(" ")], command: .pageDown, contexts: [.page, .help], label: nil, help: "down one page"
    ),
    KeyBinding(keys: [.home], command: .top, contexts: reading, label: nil, help: "to the first line"),
    KeyBinding(
      keys: [.end, .character("G")], command: .bottom, contexts: reading, label: nil, help: "to the last line"
    ),
    KeyBinding(
      keys: [.character("b"), .backspace, .left, .character("h")], command: .back, contexts: diagnosing,
      label: "back", help: "back to the step before; no answer is lost"),
    KeyBinding(
      keys: [.tab, .character("a")], command: .otherList, contexts: [.causes, .question], label: "answers",
      help: "at minute 8: causes found, or all answers"),
    KeyBinding(
      keys: [.tab], command: .nextArticle, contexts: [.page], label: "more", help: "the page's next article"),
    KeyBinding(
      keys: [.backTab], command: .previousArticle, contexts: [.page], label: nil,
      help: "the page's previous article"),
    KeyBinding(
      keys: [.character("g")], command: .jump, contexts: diagnosing, label: "jump",
      help: "jump to a minute: type its number; gg to the first line"),
    KeyBinding(
      keys: [.character("/")], command: .search, contexts: reading, label: "search",
      help: "search in this view"),
    KeyBinding(
      keys: [.character("n")], command: .nextMatch, contexts: reading, label: nil, help: "next match"),
    KeyBinding(
      keys: [.character("N")], command: .previousMatch, contexts: reading, label: nil, help: "match before"),
    KeyBinding(
      keys: [.escape], command: .clear, contexts: diagnosing, label: nil, help: "no longer mark the matches"),
    KeyBinding(
      keys: [.character("r")], command: .rescan, contexts: diagnosing, label: nil,
      help: "scan the project again"),
    KeyBinding(
      keys: [.character("?"), .function(1)], command: .help, contexts: diagnosing, label: "help",
      help: "this list"),
    KeyBinding(
      keys: [
        .character("?"), .character("q"), .escape, .enter, .backspace, .character("b"), .left,
        .character("h"),
      ],
      command: .closeHelp, contexts: [.help], label: "close", help: "close this list"),
    KeyBinding(
      keys: [.control("l")], command: .redraw, contexts: reading, label: nil, help: "draw the screen afresh"),
    KeyBinding(
      keys: [.control("z")], command: .suspend, contexts: reading, label: nil, help: "stop; fg comes back"),
    KeyBinding(keys: [.character("q")], command: .quit, contexts: diagnosing, label: "quit", help: "leave"),
    KeyBinding(
      keys: [.control("c")], command: .interrupt, contexts: reading, label: nil,
      help: "leave at once; nothing is saved"),
  ]

  static func command(for key: Key, in context: Context) -> Command? {
    all.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.command
  }

  /// The rows that hold in a context.
  static func bindings(in context: Context) -> [KeyBinding] { all.filter { $0.contexts.contains(context) } }
}

import Terminal

/// One row of the table from which keys are understood and help and footer are written.
struct KeyBinding: Sendable {
  /// What the keys mean depends on what is before the person.
  enum Context: CaseIterable, Sendable {
    case question, causes, hits, page, pasted, help
    /// A session that was left is there to go on with.
    case resuming
    /// A line is being typed, or a text of many lines.
    case prompt, pasteBox
    /// One thing has to be decided before anything else.
    case copying, replacing, leaving
  }

  enum Command: CaseIterable, Sendable {
    case up, down, pageUp, pageDown, top, bottom
    case choose, back, forward
    case otherList, hits, findCause, closeHits, nextArticle, previousArticle
    case dismiss, undo, sort, filter
    case edit, copy, save, paste
    case jump, search, nextMatch, previousMatch
    case rescan, mouse, help, closeHelp, clear, redraw, suspend, quit, interrupt
    case takeAnswers, closePasted
    case resume, startAnew
    case copyPlace, copyLines, copySample
    case replace, leave, cancel
    case finish, rubOut, eraseWord, eraseAll
  }

  let keys: [Key]
  let command: Command
  let contexts: Set<Context>
  /// A word for the footer; nil: only in the help.
  let label: String?
  let help: String

  init(
    _ keys: [Key], _ command: Command, _ contexts: Set<Context>, label: String? = nil, _ help: String
  ) {
    self.keys = keys
    self.command = command
    self.contexts = contexts
    self.label = label
    self.help = help
  }

  /// Whether it means the same whatever is before the person.
  var holdsEverywhere: Bool { contexts.count == Context.allCases.count }

  static let all = ways + causes + tools + lists + travel + view + dialogs + typing

  static func command(for key: Key, in context: Context) -> Command? {
    all.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.command
  }

  /// The rows that hold in a context, in the order of their importance.
  static func bindings(in context: Context) -> [KeyBinding] { all.filter { $0.contexts.contains(context) } }
}

// MARK: The table

extension KeyBinding {
  private static let reading: Set<Context> = [.question, .causes, .hits, .page, .pasted, .help]
  private static let diagnosing: Set<Context> = [.question, .causes, .page]
  /// Where lines can be gone through.
  private static let scrolling = reading.union([.resuming])

  /// Along the timeline.
  private static let ways: [KeyBinding] = [
    KeyBinding(
      [.enter, .right, "l", " "], .choose, [.question], label: "choose", "take the selected answer"),
    KeyBinding(
      [.enter, .right, "l", " "], .choose, [.resuming], label: "choose", "go on with it, or start anew"),
    KeyBinding(["y"], .resume, [.resuming], label: "go on", "go on where you left"),
    KeyBinding(["n"], .startAnew, [.resuming], label: "start anew", "start at minute 0"),
    KeyBinding([.enter, .right, "l", " "], .choose, [.causes], label: "fix", "treat the selected cause"),
    KeyBinding([.enter, .right, "l"], .forward, [.page], label: "next", "on to the next step"),
    KeyBinding(
      [.enter, .right, "l"], .takeAnswers, [.pasted], label: "take", "answer the questions with what it says"),
    KeyBinding(
      [.tab], .otherList, [.causes, .question], label: "answers",
      "at minute 8: causes found, or all answers"),
    KeyBinding(
      [.enter, .right, "l"], .findCause, [.hits], label: "cause", "to the cause, when it is on the loop"),
    KeyBinding([.tab], .nextArticle, [.page, .pasted], label: "more", "the page's next article"),
    KeyBinding([.backTab], .previousArticle, [.page, .pasted], "the page's previous article"),
    KeyBinding(
      ["b", .backspace, .left, "h"], .back, diagnosing, label: "back",
      "back to the step before; no answer is lost"),
  ]

  private static let causes: [KeyBinding] = [
    KeyBinding(
      ["x"], .dismiss, [.causes], label: "not it", "mark the cause as not the cause, or take that back"),
    KeyBinding(["u"], .undo, [.causes], "undo the last mark"),
  ]

  /// Where there is a line of code.
  private static let atCode: Set<Context> = [.question, .causes, .hits, .page]

  private static let tools: [KeyBinding] = [
    KeyBinding(
      ["a"], .hits, [.question, .causes], label: "all hits",
      "at minute 8: every known blocking call with its verdict"),
    KeyBinding(
      ["a", "b", .backspace, .left, "h", "q"], .closeHits, [.hits], label: "close", "back to the causes"),
    KeyBinding(["o", "e"], .edit, atCode, label: "editor", "open the line in your editor"),
    KeyBinding(["y"], .copy, atCode, label: "copy", "copy the place, the lines or the sample"),
    KeyBinding(["w"], .save, diagnosing, "save the report: Markdown, JSON, SARIF, text or answers"),
    KeyBinding(
      ["p"], .paste, diagnosing, "paste a traceback or a log, to have it recognised"),
  ]

  /// What makes a list shorter or puts it in another order.
  private static let lists: [KeyBinding] = [
    KeyBinding(
      ["f"], .filter, [.causes, .hits], label: "filter", "show only some: error, http, app/, -tests/"),
    KeyBinding(["s"], .sort, [.causes], label: "sort", "sort by rank, by path, by reach"),
  ]

  private static let travel: [KeyBinding] = [
    KeyBinding(
      ["g"], .jump, diagnosing, label: "jump", "jump to a minute: type its number; gg to the first line"),
    KeyBinding(["/"], .search, reading, label: "search", "search in this view"),
    KeyBinding(["n"], .nextMatch, reading, "next match"),
    KeyBinding(["N"], .previousMatch, reading, "match before"),
    KeyBinding([.up, "k", .control("p")], .up, scrolling, "up one line"),
    KeyBinding([.down, "j", .control("n")], .down, scrolling, "down one line"),
    KeyBinding([.pageUp, .control("b"), .control("u")], .pageUp, scrolling, "up one page"),
    KeyBinding([.pageDown, .control("f"), .control("d")], .pageDown, scrolling, "down one page"),
    KeyBinding([" "], .pageDown, [.hits, .page, .pasted, .help], "down one page"),
    KeyBinding([.home], .top, scrolling, "to the first line"),
    KeyBinding([.end, "G"], .bottom, scrolling, "to the last line"),
  ]

  private static let view: [KeyBinding] = [
    KeyBinding(["r"], .rescan, atCode, "scan the project again"),
    KeyBinding(["m"], .mouse, scrolling, "switch the mouse on or off"),
    KeyBinding(
      ["?", .function(1)], .help, [.question, .causes, .hits, .page, .pasted, .resuming], label: "help",
      "this list"),
    KeyBinding(
      [.escape], .clear, atCode, "no longer mark the matches; then show all again; then close all hits"),
    KeyBinding(
      ["?", "q", .escape, .enter, .backspace, "b", .left, "h"], .closeHelp, [.help], label: "close",
      "close this list"),
    KeyBinding(
      [.escape, "q", "b", .backspace, .left, "h"], .closePasted, [.pasted], label: "close",
      "back to where you were"),
    KeyBinding([.control("l")], .redraw, Set(Context.allCases), "draw the screen afresh"),
    KeyBinding([.control("z")], .suspend, Set(Context.allCases), "stop; fg comes back"),
    KeyBinding(
      ["q"], .quit, diagnosing.union([.resuming]), label: "quit",
      "leave; the session is kept for the next time"),
    KeyBinding([.control("c")], .interrupt, Set(Context.allCases), "leave at once; the session is kept"),
  ]

  private static let dialogs: [KeyBinding] = [
    KeyBinding(["y", "p", .enter], .copyPlace, [.copying], label: "place", "copy the file and the line"),
    KeyBinding(["l"], .copyLines, [.copying], label: "lines", "copy the lines of code shown"),
    KeyBinding(["s"], .copySample, [.copying], label: "sample", "copy the sample that is in sight"),
    KeyBinding(["y"], .replace, [.replacing], label: "replace", "write over the file that is there"),
    KeyBinding(["y", "q", .enter], .leave, [.leaving], label: "leave", "leave without saving"),
    KeyBinding(["w"], .save, [.leaving], label: "save", "save the report first"),
    KeyBinding(
      [.escape, "n", "b", .backspace], .cancel, [.copying, .replacing, .leaving], label: "no", "leave it"),
  ]

  private static let typing: [KeyBinding] = [
    KeyBinding([.enter], .finish, [.prompt], label: "done", "take what was typed"),
    KeyBinding(
      [.control("d")], .finish, [.pasteBox], label: "done", "look what the text says; Enter begins a line"),
    KeyBinding([.escape], .cancel, [.prompt, .pasteBox], label: "leave", "leave it"),
    KeyBinding([.backspace], .rubOut, [.prompt, .pasteBox], "rub the last character out"),
    KeyBinding([.control("w")], .eraseWord, [.prompt, .pasteBox], "rub the last word out"),
    KeyBinding([.control("u")], .eraseAll, [.prompt, .pasteBox], "rub everything out"),
  ]
}

import Handbook
import Report
import Scan
import Text
import Timeline

/// The wizard for screen readers, dumb terminals and pipes: numbered prompts, output that is only ever appended.
public struct PlainDriver {
  /// Where lines come from and text goes to.
  public struct Console {
    /// The next line without its line feed; nil at the end of input.
    public let readLine: () -> String?
    public let write: ([[Span]]) -> Void
    /// Writes without a line feed, for the prompt.
    public let prompt: (String) -> Void

    public init(
      readLine: @escaping () -> String?, write: @escaping ([[Span]]) -> Void,
      prompt: @escaping (String) -> Void
    ) {
      self.readLine = readLine
      self.write = write
      self.prompt = prompt
    }
  }

  private var text: StepText
  private let style: ReportStyle
  private let console: Console
  private var session: Session
  /// What was left in this project, until the person says whether to go on with it.
  private var left: SessionStore.Kept
  /// Of the session that was taken up: what the prompts cannot change.
  private var bookmark: SessionFile.Bookmark?
  private let keep: (SessionFile) -> Void

  /// - Parameters:
  ///   - left: what is kept from the last time.
  ///   - keep: keeps the session for the next time; called after each step.
  public init(
    handbook: Handbook, scan: ScanResult, given: [Answer], style: ReportStyle, console: Console, tool: Tool,
    left: SessionStore.Kept = .nothing, keep: @escaping (SessionFile) -> Void = { _ in }
  ) {
    self.left = left
    self.keep = keep
    text = StepText(
      handbook: handbook, scan: scan, sources: SourceFiles(root: scan.root), style: style, tool: tool)
    self.style = style
    self.console = console
    session = Session(graph: handbook.graph)
    session.replaceEvidence(with: scan.evidence)
    let answers = Dictionary(given.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    while let question = session.step.question, let answer = answers[question.id] {
      guard (try? session.answer(answer.value, provenance: answer.provenance)) != nil else { break }
    }
  }

  private enum Move { case next, stay, quit }

  /// Asks until the diagnosis ends, the person quits, or the input does.
  public mutating func run() -> Diagnosis {
    guard greet() else { return text.diagnosis(session) }
    var shown: String?
    loop: while true {
      if shown != session.position {
        console.write(text.lines(session))
        shown = session.position
      }
      switch session.step.question.map({ ask($0) }) ?? read() {
      case .next:
        shown = nil
        keepSession()
      case .stay: continue
      case .quit: break loop
      }
    }
    return text.diagnosis(session)
  }

  // MARK: The last time

  /// Asks whether to go on with what was left; false when the person quits.
  private mutating func greet() -> Bool {
    switch left {
    case .nothing: return true
    case .damaged(let reason):
      return complain("Starting anew, what was kept cannot be read: \(reason.sanitized())") == .stay
    case .session(let file):
      guard let bookmark = file.bookmark else { return true }
      let then = Session(graph: session.graph, answers: file.answers, at: bookmark.position)
      console.write(
        style.wrapped([
          Span(
            "You left this project at minute \(then.step.minute): \(then.step.title).", style.theme[.strong])
        ]) + style.wrapped([Span("  1. ", style.theme[.key]), Span("Go on there")], hanging: 5)
          + style.wrapped([Span("  2. ", style.theme[.key]), Span("Start anew")], hanging: 5))
      while true {
        console.prompt("Answer 1-2 [1], q quit: ")
        switch console.readLine()?.filter({ !$0.isWhitespace }) {
        case nil, "q": return false
        case "", "1", "y":
          takeUp(file, bookmark, at: then)
          return true
        case "2", "n": return true
        default: _ = complain("Please type 1 or 2.")
        }
      }
    }
  }

  private mutating func takeUp(_ file: SessionFile, _ bookmark: SessionFile.Bookmark, at then: Session) {
    self.bookmark = bookmark
    let causes = FoundCauses(of: text.scan)
    let found = CauseMatching(from: bookmark.aside, to: causes.identities).later
    let aside = Set(bookmark.aside.compactMap { found[$0.rootCause]?.rootCause })
    text.scan = text.scan.without(aside, kinds: text.handbook.knowledge.kinds)
    session = then
    session.replaceEvidence(with: text.scan.evidence)
  }

  private func keepSession() {
    let answers = session.way.compactMap { $0.question.flatMap { session.answers[$0.id] } }
    guard !answers.isEmpty else { return }
    var file = SessionFile(steps: answers.map { .answer($0) })
    file.bookmark = SessionFile.Bookmark(
      position: session.position, cause: bookmark?.cause, aside: bookmark?.aside ?? [])
    keep(file)
  }

  // MARK: What is asked

  private mutating func ask(_ question: Question) -> Move {
    let suggestion =
      session.answers[question.id]?.value ?? session.evidence(for: question.id).first?.value
      ?? question.fallback
    let number = suggestion.flatMap { question.values.firstIndex(of: $0) }.map { " [\($0 + 1)]" } ?? ""
    console.prompt("Answer 1-\(question.choices.count)\(number), < back, ? why, q quit: ")
    guard let line = console.readLine() else { return .quit }
    let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch word {
    case "q": return .quit
    case "?":
      console.write(
        style.wrapped(style.theme.spans(question.why))
          + style.wrapped(
            [Span("If you don't know: ", style.theme[.label])] + style.theme.spans(question.findOut)))
      return .stay
    case "<": return back()
    case "":
      guard let suggestion else { return complain("Please type a number, or ? for help.") }
      return take(suggestion, of: question)
    default:
      if let number = Int(word), question.choices.indices.contains(number - 1) {
        return take(question.choices[number - 1].value, of: question)
      }
      return take(word, of: question)
    }
  }

  private mutating func take(_ value: String, of question: Question) -> Move {
    // Agreeing with what was seen keeps the evidence as the reason.
    let seen = session.evidence(for: question.id).first { $0.value == value }
    do throws(AnswerFault) {
      try session.answer(value, provenance: seen.map { .evidence($0) } ?? .typed)
      return .next
    } catch {
      return complain(error.message)
    }
  }

  private mutating func read() -> Move {
    let articles = text.articleIDs(session)
    let others = articles.count - 1
    let more = others < 1 ? "" : others == 1 ? "1 read more, " : "1-\(others) read more, "
    console.prompt(
      session.isAtEnd ? "\(more)< back, Enter or q end: " : "\(more)Enter go on, < back, q quit: ")
    guard let line = console.readLine() else { return .quit }
    let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch word {
    case "q": return .quit
    case "<": return back()
    case "": return session.goOn() ? .next : .quit
    default:
      guard let number = Int(word), articles.indices.contains(number), number > 0 else {
        return complain("Please press Enter, or type one of the signs above.")
      }
      console.write([[]] + text.article(articles[number], session))
      return .stay
    }
  }

  private mutating func back() -> Move {
    session.goBack() ? .next : complain("This is the first question.")
  }

  private func complain(_ text: String) -> Move {
    console.write(style.wrapped([Span(text, style.theme[.warning])]))
    return .stay
  }
}

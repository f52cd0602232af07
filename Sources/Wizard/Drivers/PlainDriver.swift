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

  private let text: StepText
  private let style: ReportStyle
  private let console: Console
  private var session: Session

  public init(
    handbook: Handbook, scan: ScanResult, given: [Answer], style: ReportStyle, console: Console, tool: Tool
  ) {
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
    var shown: String?
    loop: while true {
      if shown != session.position {
        console.write(text.lines(session))
        shown = session.position
      }
      switch session.step.question.map({ ask($0) }) ?? read() {
      case .next: shown = nil
      case .stay: continue
      case .quit: break loop
      }
    }
    return Diagnosis(session: session, scan: text.scan, handbook: text.handbook, tool: text.tool)
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

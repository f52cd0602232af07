import Files
import Handbook
import Report
import Scan
import Terminal
import Text
import Timeline

/// The real wizard as a lesson drives it: without a terminal, a clock or other threads. What the wizard asks for outside is
/// there at once, and nothing is written.
public struct Rehearsal: Sendable {
  /// How the wizard is to look.
  public struct Look: Sendable {
    public var size: Size
    public let theme: Theme
    public let glyphs: Glyphs

    public init(size: Size, theme: Theme, glyphs: Glyphs) {
      self.size = size
      self.theme = theme
      self.glyphs = glyphs
    }
  }

  /// Why a step cannot be done here.
  struct Problem: Error {
    let message: String
  }

  public private(set) var wizard: WizardState
  private(set) var project: SampleProject
  /// What of the timeline was passed.
  private(set) var coverage = Coverage()
  private let scanner: Scanner
  private var hasLeft = false

  public init(_ project: SampleProject, handbook: Handbook, look: Look, tool: Tool) {
    self.project = project
    scanner = Scanner(handbook: handbook) { FaultGuard.prepareThread() }
    wizard = WizardState(
      handbook: handbook, tool: tool, project: project.name, size: look.size, theme: look.theme,
      glyphs: look.glyphs)
    take(scanned())
  }

  // MARK: Events

  /// Hands an event in, and what the wizard asks for because of it.
  mutating func take(_ event: WizardEvent) {
    var effects = wizard.update(event)
    coverage.add(wizard.session)
    while !effects.isEmpty {
      guard let answer = answer(to: effects.removeFirst()) else { continue }
      effects += wizard.update(answer)
    }
  }

  private mutating func answer(to effect: WizardEffect) -> WizardEvent? {
    switch effect {
    case .startScan: return scanned()
    case .listHits:
      let result = try? project.scan(scanner, extent: .everything)
      return .hits(result?.sites.map { HitList($0, kinds: wizard.handbook.knowledge.kinds) })
    case .readSource(let place):
      return .source(place, SourceExcerpt(around: place, in: project.sources))
    case .recognise(let text):
      return .recognised(RecognisedMessage.all(in: text, handbook: wizard.handbook), in: text)
    case .edit(let place): return .edited(path: place.path, notice: "In a lesson no editor opens")
    case .copy(_, let name): return .copied("Copied \(name) (in a lesson: nothing)")
    case .save: return .saved(.failed("in a lesson nothing is written"))
    case .quit, .interrupt:
      hasLeft = true
      return nil
    default: return nil
    }
  }

  private func scanned() -> WizardEvent {
    do throws(FileFault) {
      let result = try project.scan(scanner)
      return .scanned(result, causes: FoundCauses(of: result), compared: [])
    } catch {
      return .scanFailed(error.message)
    }
  }

  // MARK: Steps

  /// Does a whole step at once.
  mutating func perform(_ step: SessionFile.Step) throws(Problem) {
    for event in try events(for: step) { take(event) }
    switch step {
    case .expect(let words):
      guard Self.joined(wizard.canvas.plainText).contains(Self.joined(words)) else {
        throw Problem(message: "“\(words)” is not on the screen")
      }
    case .edit(let edit):
      if let fault = project.apply(edit) { throw Problem(message: fault) }
      take(.edited(path: edit.file, notice: nil))
    default: break
    }
  }

  /// Words may be broken anywhere on a screen, and columns be any number of blanks apart.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a person would type for a step, from here on; nothing for steps that are not typed.
  func events(for step: SessionFile.Step) throws(Problem) -> [WizardEvent] {
    switch step {
    case .answer, .keys, .paste: if hasLeft { throw Problem(message: "the wizard was left already") }
    default: break
    }
    switch step {
    case .answer(let answer): return try keys(for: answer).map { .key($0) }
    case .keys(let keys): return keys.map { .key($0) }
    case .paste(let text): return [.paste(text)]
    default: return []
    }
  }

  /// The keys that give an answer: past what is to be read, to the question, to the choice.
  private func keys(for answer: Answer) throws(Problem) -> [Key] {
    var ahead = self
    var keys: [Key] = []
    func press(_ key: Key) {
      keys.append(key)
      ahead.take(.key(key))
    }
    func move(to target: Int) {
      let selected = ahead.wizard.viewport.selected
      for _ in 0..<abs(target - selected) { press(target > selected ? "j" : "k") }
      press(.enter)
    }
    // The first Enter after a jump answers nothing.
    if ahead.wizard.jumpEnded { press(.enter) }
    while ahead.wizard.context == .page, !ahead.wizard.session.isAtEnd { press(.enter) }
    let session = ahead.wizard.session
    guard [.question, .causes].contains(ahead.wizard.context) else {
      throw Problem(message: "the wizard asks nothing here: \(ahead.wizard.whatIsOpen) is open")
    }
    guard let question = session.step.question, question.id == answer.question else {
      throw Problem(message: "the timeline does not ask \(answer.question) here but \(session.step.id)")
    }
    if ahead.wizard.view == .causes {
      let kinds = wizard.handbook.knowledge.kinds
      let causes = ahead.wizard.causeList
      let place = causes.shown.firstIndex {
        !causes.isMarked($0) && kinds[$0.nearest.kind]?.blocker == answer.value
      }
      if let place { move(to: place) } else { press(.tab) }
    }
    if ahead.wizard.session.position == session.position {
      guard let choice = question.values.firstIndex(of: answer.value) else {
        throw Problem(message: "“\(answer.value)” is no answer to \(question.id)")
      }
      move(to: choice)
    }
    guard ahead.wizard.session.answers[question.id]?.value == answer.value,
      ahead.wizard.session.position != session.position
    else { throw Problem(message: "the wizard does not take \(answer.value) for \(question.id) here") }
    return keys
  }
}

extension WizardState {
  /// What is open, in a word.
  fileprivate var whatIsOpen: String {
    switch context {
    case .help: "the help"
    case .prompt: "a prompt"
    case .pasted, .pasteBox: "the pasted text"
    case .page: "the page \(session.position)"
    case .question, .causes: session.position
    default: "a question about leaving, copying or saving"
    }
  }
}

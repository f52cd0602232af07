import Handbook
import Report
import Terminal
import Text

/// A lesson under way on a screen: the real wizard above, the narration below. Like the wizard's own state it knows neither
/// terminal nor clock; who plays it, records a film of it or prints it hands in the same events.
public struct LessonState: Sendable {
  public enum Event: Sendable {
    case key(Key)
    case resize(Size)
    /// The time that `wait` named has passed.
    case tick
  }

  public let lesson: SessionFile
  let beats: [Beat]
  private(set) var stage: Rehearsal
  private(set) var size: Size
  /// The beat that is played.
  private(set) var place = 0
  /// What is below the wizard.
  private(set) var card: Beat.Card?
  /// How the question below stands.
  private(set) var quiz = QuizState()
  /// The keys typed in this beat.
  private(set) var typed: [Key] = []
  /// The selected chapter, while their list is open.
  private(set) var openChapter: Int?
  private(set) var isAtEnd = false
  public private(set) var hasLeft = false
  /// The step that does not fit, the first of them.
  public private(set) var fault: LessonFault?
  /// Whether it goes on by itself.
  var isAutomatic: Bool
  /// Whether nobody can press a key.
  var isFilm = false
  /// Over hundred: faster.
  var speed: Int
  /// Right answers and questions answered.
  private(set) var score: [Int: Bool] = [:]

  /// Events of this beat still to be typed.
  private var pending: ArraySlice<WizardEvent> = []
  /// The next step to be done.
  private var next = 0
  /// How things stood at the beginning of each beat that was played.
  private var moments: [Moment] = []
  private let checks: Bool

  private struct Moment: Sendable {
    let stage: Rehearsal
    let card: Beat.Card?
  }

  struct QuizState: Sendable {
    /// How many hints are shown.
    var hints = 0
    /// nil: none was chosen yet; negative: the answer was asked for.
    var chosen: Int?
  }

  /// - Parameters:
  ///   - size: of the whole screen.
  ///   - checks: whether what is expected must be there. On a screen of another size it may be out of sight.
  ///   - speed: in percent.
  public init(
    _ lesson: SessionFile, project: SampleProject, handbook: Handbook, look: Rehearsal.Look, tool: Tool,
    isAutomatic: Bool = false, speed: Int = 100, checks: Bool = false
  ) {
    self.lesson = lesson
    self.isAutomatic = isAutomatic
    self.speed = max(1, speed)
    self.checks = checks
    beats = Beat.all(of: lesson)
    size = look.size
    var look = look
    look.size = Self.wizardSize(in: look.size)
    stage = Rehearsal(project, handbook: handbook, look: look, tool: tool)
    if beats.isEmpty { isAtEnd = true } else { begin(0) }
  }

  var beat: Beat { beats[min(place, beats.count - 1)] }
  var isTyping: Bool { !pending.isEmpty }
  /// Whether the question below has no answer yet.
  var isAsking: Bool {
    if case .quiz = card, !isAtEnd, !isTyping { quiz.chosen == nil } else { false }
  }

  /// The chapters with the beat that each begins with.
  var chapters: [(title: String, beat: Int)] {
    beats.enumerated().compactMap { index, beat in beat.chapter.map { ($0, index) } }
  }

  /// How many milliseconds to wait for a key before `.tick`; nil: for as long as it takes.
  public var wait: Int? {
    if openChapter != nil || hasLeft { return nil }
    let time: Int
    if isTyping {
      time = typed.isEmpty ? 700 : 300
    } else if isAutomatic {
      if isAtEnd {
        time = 3000
      } else if case .quiz(let asked) = card, quiz.chosen != nil {
        time = Beat.readingTime(characters: asked.explanation.count)
      } else {
        time = beat.milliseconds
      }
    } else {
      return nil
    }
    return max(1, time * 100 / speed)
  }

  // MARK: Playing

  private mutating func begin(_ index: Int) {
    place = index
    isAtEnd = false
    moments = Array(moments.prefix(index)) + [Moment(stage: stage, card: card)]
    next = beat.steps.lowerBound
    typed = []
    quiz = QuizState()
    if case .quiz = card { card = nil }
    advance()
  }

  /// Does all up to the next that has to be typed, or to the end of the beat.
  private mutating func advance() {
    while pending.isEmpty, beat.steps.contains(next) {
      let step = lesson.steps[next]
      do throws(Rehearsal.Problem) {
        pending = try stage.events(for: step)[...]
        switch step {
        case .expect: if checks { try stage.perform(step) }
        case .edit: try stage.perform(step)
        case .say, .quiz:
          quiz = QuizState()
          card = beat.card
        default: break
        }
      } catch {
        if fault == nil { fault = LessonFault(lesson, step: next, error, stage.wizard) }
      }
      next += 1
    }
  }

  private mutating func type() {
    guard let event = pending.popFirst() else { return }
    if case .key(let key) = event { typed.append(key) }
    stage.take(event)
    advance()
  }

  /// Types all that is left of this beat at once.
  mutating func complete() {
    while isTyping { type() }
  }

  /// On to the next beat; false at the end.
  @discardableResult
  mutating func goOn() -> Bool {
    complete()
    guard place + 1 < beats.count else {
      isAtEnd = true
      return false
    }
    begin(place + 1)
    return true
  }

  /// To a beat, as it looks when it is done.
  mutating func go(to target: Int) {
    guard beats.indices.contains(target) else { return }
    complete()
    while place < target { begin(place + 1); complete() }
    guard moments.indices.contains(target), target < place || isAtEnd else { return }
    stage = moments[target].stage
    card = moments[target].card
    pending = []
    if stage.wizard.size != Self.wizardSize(in: size) { stage.take(.resize(Self.wizardSize(in: size))) }
    begin(target)
    complete()
  }

  /// Answers the question below; nil asks for the answer.
  mutating func answerQuiz(_ choice: Int?) {
    guard case .quiz(let asked) = card else { return }
    if let choice {
      guard asked.choices.indices.contains(choice) else { return }
      if score[place] == nil { score[place] = choice == asked.right }
    }
    quiz.chosen = choice ?? -1
  }

  mutating func giveHint() {
    if case .quiz(let asked) = card { quiz.hints = min(quiz.hints + 1, asked.hints.count) }
  }

  // MARK: Events

  public mutating func update(_ event: Event) {
    switch event {
    case .resize(let size):
      self.size = size
      stage.take(.resize(Self.wizardSize(in: size)))
    case .tick: tick()
    case .key(let key): press(key)
    }
  }

  private mutating func tick() {
    if isTyping {
      type()
    } else if isAsking {
      answerQuiz(nil)
    } else if isAtEnd {
      hasLeft = true
    } else {
      goOn()
    }
  }

  private mutating func press(_ key: Key) {
    if let selected = openChapter { return choose(selected, key) }
    switch key {
    case "q", .control("c"): hasLeft = true
    case "b", .backspace, .left, .up:
      if isTyping, place > 0 { go(to: place - 1) } else { go(to: isAtEnd ? place : max(0, place - 1)) }
    case "c", "g": if !chapters.isEmpty { openChapter = chapters.lastIndex { $0.beat <= place } ?? 0 }
    case "a": isAutomatic.toggle()
    case "+": speed = min(speed * 2, 1600)
    case "-": speed = max(speed / 2, 25)
    case "?" where isAsking, "h" where isAsking: giveHint()
    case .character(let character) where isAsking && character.isNumber:
      if let number = character.wholeNumberValue { answerQuiz(number - 1) }
    default:
      if isTyping {
        complete()
      } else if isAsking {
        // A key pressed by mistake must not give the answer away.
        if key == .enter || key == " " || key == .right { answerQuiz(nil) }
      } else if isAtEnd {
        hasLeft = true
      } else {
        goOn()
      }
    }
  }

  private mutating func choose(_ selected: Int, _ key: Key) {
    let chapters = chapters
    switch key {
    case .up, "k": openChapter = max(0, selected - 1)
    case .down, "j": openChapter = min(chapters.count - 1, selected + 1)
    case .enter, .right, "l", " ":
      openChapter = nil
      go(to: chapters[selected].beat)
    case .character(let character):
      openChapter = nil
      if let number = character.wholeNumberValue, chapters.indices.contains(number - 1) {
        go(to: chapters[number - 1].beat)
      }
    default: openChapter = nil
    }
  }
}

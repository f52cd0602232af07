/// A stretch of a lesson between two stops: what is done, then what is said or asked.
struct Beat: Sendable {
  enum Card: Equatable, Sendable {
    case say(String)
    case quiz(SessionFile.Quiz)
  }

  /// Their places in the lesson.
  var steps: Range<Int>
  /// The chapter that begins with it.
  var chapter: String?
  var card: Card?
  /// How long it lasts at least when it goes on by itself.
  var seconds = 0

  /// The time to look, read and think in, when nobody presses a key.
  var milliseconds: Int {
    let words =
      switch card {
      case .say(let text): text.count
      case .quiz(let quiz): quiz.prompt.count + quiz.choices.reduce(0) { $0 + $1.count }
      case nil: 20
      }
    return max(seconds * 1000, Self.readingTime(characters: words))
  }

  static func readingTime(characters: Int) -> Int { 1000 + 50 * characters }

  /// A lesson as beats: each ends where the next thing to be read, or the next answer, would take the place of what is there.
  static func all(of lesson: SessionFile) -> [Beat] {
    var beats: [Beat] = []
    var beat = Beat(steps: 0..<0)
    var hasAnswered = false
    func close(at index: Int) {
      guard index > beat.steps.lowerBound else { return }
      beats.append(
        Beat(
          steps: beat.steps.lowerBound..<index, chapter: beat.chapter, card: beat.card, seconds: beat.seconds)
      )
      beat = Beat(steps: index..<index)
      hasAnswered = false
    }
    for (index, step) in lesson.steps.enumerated() {
      switch step {
      case .chapter(let title):
        close(at: index)
        beat.chapter = title
      case .say(let words):
        if beat.card != nil { close(at: index) }
        beat.card = .say(words)
      case .quiz(let quiz):
        if beat.card != nil { close(at: index) }
        beat.card = .quiz(quiz)
      case .answer:
        if beat.card != nil || hasAnswered { close(at: index) }
        hasAnswered = true
      case .keys, .paste, .edit: if beat.card != nil { close(at: index) }
      case .expect: break
      case .pause(let seconds):
        beat.seconds = seconds
        close(at: index + 1)
      }
    }
    close(at: lesson.steps.count)
    return beats
  }
}

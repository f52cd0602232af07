/// The decision tree of a diagnosis: which step follows which, by what was answered. Loaded from `Content/timeline.yaml`.
public struct Graph: Equatable, Sendable {
  /// The id of the first step.
  public let start: String
  /// All steps, in the order of the timeline.
  public let steps: [Step]
  private let places: [String: Int]

  /// - Precondition: at least one step, and `start` is one, before a session begins; `problems()` tells the rest.
  public init(start: String, steps: [Step]) {
    self.start = start
    self.steps = steps
    places = Dictionary(steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(_ id: String) -> Step? { places[id].map { steps[$0] } }

  /// All questions, in the order of the timeline.
  public var questions: [Question] { steps.compactMap(\.question) }

  /// The question with this id.
  public func question(_ id: String) -> Question? { questions.first { $0.id == id } }

  /// The minutes that steps stand at, ascending.
  public var minutes: [Int] { Set(steps.map(\.minute)).sorted() }
}

/// One station of the timeline: a question, or a page to read.
public struct Step: Equatable, Sendable {
  public enum Body: Equatable, Sendable {
    case question(Question)
    case page(Page)
  }

  public let id: String
  /// When it stands on the timeline, in minutes from its beginning.
  public let minute: Int
  /// A few words for the crumbs and the list of steps.
  public let title: String
  public let body: Body
  /// The first edge whose conditions all hold is taken. A page without edges ends the diagnosis.
  public let edges: [Edge]

  public init(id: String, minute: Int, title: String, body: Body, edges: [Edge]) {
    self.id = id
    self.minute = minute
    self.title = title
    self.body = body
    self.edges = edges
  }

  public var question: Question? {
    if case .question(let question) = body { question } else { nil }
  }

  public var page: Page? {
    if case .page(let page) = body { page } else { nil }
  }
}

/// What is asked at a step. Its id and values are stable: people script against them.
public struct Question: Equatable, Sendable {
  public let id: String
  public let prompt: String
  /// Why it matters, in a sentence.
  public let why: String
  public let choices: [Choice]
  /// How to find out, for who answers `unknown`.
  public let findOut: String
  /// Taken by the answers driver when there is no answer and no evidence; nil: an answer is needed.
  public let fallback: String?
  /// Whether a diagnosis is complete without an answer to it.
  public let isOptional: Bool

  public init(
    id: String, prompt: String, why: String, choices: [Choice], findOut: String, fallback: String? = nil,
    isOptional: Bool = false
  ) {
    self.id = id
    self.prompt = prompt
    self.why = why
    self.choices = choices
    self.findOut = findOut
    self.fallback = fallback
    self.isOptional = isOptional
  }

  /// The legal values in the order shown; `unknown` is always one of them.
  public var values: [String] { choices.map(\.value) }
}

/// One possible answer.
public struct Choice: Equatable, Sendable {
  /// The answer that stands for "I don't know", legal for every question.
  public static let unknown = "unknown"

  public let value: String
  public let label: String
  /// What one would see if this were the case.
  public let sign: String

  public init(value: String, label: String, sign: String) {
    self.value = value
    self.label = label
    self.sign = sign
  }
}

/// Articles to read at a step, and what reaching it says of the diagnosis.
public struct Page: Equatable, Sendable {
  public enum Conclusion: String, Sendable, CaseIterable {
    /// No cause was found.
    case clear
    /// A cause was found.
    case cause
    /// It could not be decided.
    case inconclusive
  }

  /// Ids of handbook articles, the most fitting first.
  public let articles: [String]
  public let conclusion: Conclusion

  public init(articles: [String], conclusion: Conclusion) {
    self.articles = articles
    self.conclusion = conclusion
  }
}

/// The way from one step to another.
public struct Edge: Equatable, Sendable {
  /// Question ids with the answers that are accepted; all must hold. Empty: always.
  public let conditions: [Condition]
  public let target: String

  public init(conditions: [Condition], target: String) {
    self.conditions = conditions
    self.target = target
  }

  public struct Condition: Equatable, Sendable {
    public let question: String
    public let values: [String]

    public init(question: String, values: [String]) {
      self.question = question
      self.values = values
    }
  }
}

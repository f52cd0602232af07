/// What was answered to a question, and who says so.
public struct Answer: Equatable, Sendable {
  public let question: String
  public let value: String
  public let provenance: Provenance

  public init(question: String, value: String, provenance: Provenance) {
    self.question = question
    self.value = value
    self.provenance = provenance
  }
}

/// Where an answer comes from.
public enum Provenance: Equatable, Sendable {
  /// Chosen by a person during the diagnosis.
  case typed
  /// Given on the command line.
  case flag
  /// Read from an answers file.
  case file(Place)
  /// Read off the project.
  case evidence(Evidence)
  /// Taken because nothing else was known.
  case fallback

  /// The word for it in reports and session files: `typed`, `flag`, `file`, `evidence` or `default`.
  public var word: String {
    switch self {
    case .typed: "typed"
    case .flag: "flag"
    case .file: "file"
    case .evidence: "evidence"
    case .fallback: "default"
    }
  }
}

/// Something seen in the project that speaks for an answer.
public struct Evidence: Equatable, Sendable {
  public let question: String
  public let value: String
  /// What was seen, as half a sentence: "imports fastapi".
  public let summary: String
  /// Where it was seen, when it is at one place.
  public let place: Place?

  public init(question: String, value: String, summary: String, place: Place? = nil) {
    self.question = question
    self.value = value
    self.summary = summary
    self.place = place
  }
}

/// A line of a file.
public struct Place: Equatable, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// 1-based.
  public let line: Int

  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  public var description: String { "\(path):\(line)" }
}

/// An answer that the timeline does not know.
public enum AnswerFault: Error, Equatable, Sendable {
  case noSuchQuestion(String, nearest: String?, all: [String])
  case noSuchValue(String, question: String, nearest: String?, all: [String])

  /// One sentence that says what is wrong and what would be right.
  public var message: String {
    switch self {
    case .noSuchQuestion(let id, let nearest, let all):
      "there is no question “\(AnswerFault.shown(id))”" + AnswerFault.hint(nearest) + "; the questions are "
        + all.joined(separator: ", ")
    case .noSuchValue(let value, let question, let nearest, let all):
      "“\(AnswerFault.shown(value))” is no answer to \(question)" + AnswerFault.hint(nearest)
        + "; the answers are "
        + all.joined(separator: ", ")
    }
  }

  /// The word as far as it helps to find it again.
  private static func shown(_ word: String) -> String {
    word.count > 80 ? word.prefix(80) + "…" : word
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { " (did you mean “\($0)”?)" } ?? ""
  }
}

extension Graph {
  /// What is wrong with an answer, or nil when question and value exist.
  public func fault(question id: String, value: String) -> AnswerFault? {
    guard let question = question(id) else {
      let all = questions.map(\.id)
      return .noSuchQuestion(id, nearest: nearest(to: id, among: all), all: all)
    }
    guard question.values.contains(value) else {
      return .noSuchValue(
        value, question: id, nearest: nearest(to: value, among: question.values), all: question.values)
    }
    return nil
  }
}

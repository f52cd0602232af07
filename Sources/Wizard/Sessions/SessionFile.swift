import Terminal
import Timeline
import YAML

/// A saved session, an answers file and a walkthrough: one format.
///
/// Either a mapping of question ids to answers, or `steps:` of which each is an answer, keys, narration, a quiz and so on.
public struct SessionFile: Equatable, Sendable {
  public enum Step: Equatable, Sendable {
    case answer(Answer)
    /// Something for the reader.
    case say(String)
    /// Seconds to wait when nobody presses a key.
    case pause(Int)
    /// Text that must be on the screen now.
    case expect(String)
    case quiz(Quiz)
    /// A part of the lesson begins, to which one can jump.
    case chapter(String)
    /// Typed into the wizard.
    case keys([Key])
    /// Pasted into the wizard.
    case paste(String)
    /// A change of the project's source, as the person would make it in an editor.
    case edit(Edit)
  }

  public struct Edit: Equatable, Sendable {
    public let file: String
    /// Text that stands in the file once.
    public let old: String
    public let new: String
  }

  public struct Quiz: Equatable, Sendable {
    public let prompt: String
    public let choices: [String]
    /// The place of the right choice in `choices`.
    public let right: Int
    /// Said after any answer.
    public let explanation: String
    /// From a nudge to nearly all of it.
    public var hints: [String] = []
  }

  public var title = ""
  public var summary = ""
  /// The name of a bundled sample project, a folder beside the file, or empty.
  public var project = ""
  public var steps: [Step] = []
  /// The line of each step, when it was read from a file.
  public internal(set) var lines: [Int] = []

  public init(steps: [Step] = []) { self.steps = steps }

  /// The answers that someone gave or agreed with, those given first. What was assumed is left to be assumed anew.
  public var answers: [Answer] {
    let answers = steps.compactMap { step -> Answer? in
      if case .answer(let answer) = step { answer } else { nil }
    }
    return answers.filter { !$0.provenance.isFromProject && $0.provenance != .fallback }
      + answers.filter(\.provenance.isFromProject)
  }
}

/// Something wrong in a session file.
public struct SessionFault: Error, Equatable, Sendable, CustomStringConvertible {
  public let file: String
  /// 1-based; columns in characters.
  public let line: Int
  public let column: Int
  public let message: String

  public var description: String { "\(file):\(line):\(column): \(message)" }
}

// MARK: Writing

extension SessionFile {
  /// The answers on the path of a session, with where each came from.
  public init(saving session: Session) {
    self.init(steps: session.answersOnPath.map { .answer($0) })
  }

  /// The file's text.
  public func text(tool: String) -> String {
    var text = "session: 1\ntool: \(yamlScalar(tool))\n"
    for (key, value) in [("title", title), ("summary", summary), ("project", project)] where !value.isEmpty {
      text += "\(key): \(yamlScalar(value))\n"
    }
    text += steps.isEmpty ? "steps: []\n" : "steps:\n"
    for step in steps {
      switch step {
      case .answer(let answer):
        text += "- answer: {\(answer.question): \(yamlScalar(answer.value))}\n"
        text += "  provenance: \(answer.provenance.word)\n"
        switch answer.provenance {
        case .evidence(let evidence): text += "  seen: \(yamlScalar(evidence.shown))\n"
        case .file(let place): text += "  from: \(yamlScalar(place.description))\n"
        case .typed, .flag, .fallback: break
        }
      case .say(let words): text += "- say: \(yamlScalar(words))\n"
      case .pause(let seconds): text += "- pause: \(seconds)\n"
      case .expect(let words): text += "- expect: \(yamlScalar(words))\n"
      case .quiz(let quiz):
        text += "- quiz:\n    ask: \(yamlScalar(quiz.prompt))\n" + list("choices", quiz.choices)
        text += "    right: \(quiz.right + 1)\n" + list("hints", quiz.hints)
        text += "    explain: \(yamlScalar(quiz.explanation))\n"
      case .chapter(let title): text += "- chapter: \(yamlScalar(title))\n"
      case .keys(let keys): text += "- keys: \(yamlScalar(keyScript(keys)))\n"
      case .paste(let words): text += "- paste: \(yamlScalar(words))\n"
      case .edit(let edit):
        text +=
          "- edit: {file: \(yamlScalar(edit.file)), old: \(yamlScalar(edit.old)), new: \(yamlScalar(edit.new))}\n"
      }
    }
    return text
  }

  private func list(_ key: String, _ texts: [String]) -> String {
    texts.isEmpty ? "" : "    \(key):\n" + texts.map { "      - \(yamlScalar($0))\n" }.joined()
  }
}

extension Provenance {
  /// Whether it was read off the project.
  var isFromProject: Bool {
    if case .evidence = self { true } else { false }
  }
}

extension Evidence {
  /// The summary with its place.
  var shown: String { place.map { "\(summary), \($0)" } ?? summary }
}

import Timeline
import YAML

/// A saved session, an answers file and a walkthrough: one format.
///
/// Either a mapping of question ids to answers, or `steps:` of which each is an answer, narration, a pause or a quiz.
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
  }

  public struct Quiz: Equatable, Sendable {
    public let prompt: String
    public let choices: [String]
    /// The place of the right choice in `choices`.
    public let right: Int
    /// Said after any answer.
    public let explanation: String
  }

  public var title = ""
  public var summary = ""
  /// The name of a bundled sample project, or empty.
  public var project = ""
  public var steps: [Step] = []

  public init(steps: [Step] = []) { self.steps = steps }

  /// The answers that someone gave. What was read off the project or assumed is left to be seen anew.
  public var answers: [Answer] {
    steps.compactMap { step in
      guard case .answer(let answer) = step else { return nil }
      switch answer.provenance {
      case .typed, .flag, .file: return answer
      case .evidence, .fallback: return nil
      }
    }
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

// MARK: Reading

/// Reads a session file, collecting everything that is wrong with it.
public struct SessionReader {
  private let file: String
  private let graph: Graph
  private var faults: [SessionFault] = []

  /// - Parameter file: the name to use in faults and provenance.
  public init(file: String, graph: Graph) {
    self.file = file
    self.graph = graph
  }

  /// - Returns: the session as far as it could be read, with all faults; usable only when there are none.
  public mutating func read(_ bytes: [UInt8]) -> (session: SessionFile, faults: [SessionFault]) {
    faults = []
    var session = SessionFile()
    let root: YAMLNode
    do throws(YAMLFault) {
      root = try parseYAML(bytes)
    } catch {
      add(error.message, at: error.place)
      return (session, faults)
    }
    guard let entries = root.entries else {
      if !root.isNull { add("expected `question: answer` lines or `steps:`", at: root.place) }
      return (session, faults)
    }
    if root["steps"] != nil {
      readWalkthrough(entries, into: &session)
    } else {
      session.steps = entries.compactMap { answer($0.key, $0.value, provenance: nil, at: $0.keyPlace) }
    }
    return (session, faults)
  }

  private mutating func add(_ message: String, at place: YAMLPlace) {
    faults.append(SessionFault(file: file, line: place.line, column: place.column, message: message))
  }

  private mutating func readWalkthrough(_ entries: [YAMLNode.Entry], into session: inout SessionFile) {
    for entry in entries {
      switch entry.key {
      case "session":
        if entry.value.text != "1" { add("this loopdoctor reads session format 1", at: entry.value.place) }
      case "tool": break
      case "title": session.title = text(entry.value)
      case "summary": session.summary = text(entry.value)
      case "project": session.project = text(entry.value)
      case "steps":
        guard let elements = entry.value.elements else {
          add("“steps” must be a list", at: entry.value.place)
          continue
        }
        session.steps = elements.compactMap { step($0) }
      default:
        unknown(entry, known: ["session", "tool", "title", "summary", "project", "steps"])
      }
    }
  }

  private mutating func unknown(_ entry: YAMLNode.Entry, known: [String]) {
    let hint = nearest(to: entry.key, among: known).map { "; did you mean “\($0)”?" } ?? ""
    add("unknown key “\(entry.key)”" + hint, at: entry.keyPlace)
  }

  private mutating func text(_ node: YAMLNode) -> String {
    if let text = node.text { return text }
    add("expected text", at: node.place)
    return ""
  }

  private mutating func step(_ node: YAMLNode) -> SessionFile.Step? {
    guard let entries = node.entries, let first = entries.first else {
      add("a step is one of answer, say, pause, expect, quiz", at: node.place)
      return nil
    }
    switch first.key {
    case "answer":
      guard let pair = first.value.entries?.first, first.value.entries?.count == 1 else {
        add("write answer: {question: value}", at: first.value.place)
        return nil
      }
      for entry in entries.dropFirst() where !["provenance", "seen"].contains(entry.key) {
        unknown(entry, known: ["provenance", "seen"])
      }
      return answer(pair.key, pair.value, provenance: node, at: pair.keyPlace)
    case "say": return .say(text(first.value))
    case "expect": return .expect(text(first.value))
    case "pause":
      guard let seconds = Int(text(first.value)), (0...3600).contains(seconds) else {
        add("a pause is a number of seconds", at: first.value.place)
        return nil
      }
      return .pause(seconds)
    case "quiz": return quiz(first.value)
    default:
      unknown(first, known: ["answer", "say", "pause", "expect", "quiz"])
      return nil
    }
  }

  private mutating func answer(
    _ question: String, _ value: YAMLNode, provenance: YAMLNode?, at place: YAMLPlace
  ) -> SessionFile.Step? {
    let text = text(value)
    if let fault = graph.fault(question: question, value: text) {
      add(fault.message, at: place)
      return nil
    }
    let origin: Provenance
    switch provenance?["provenance"]?.text {
    case "typed": origin = .typed
    case "flag": origin = .flag
    case "default": origin = .fallback
    case "evidence":
      origin = .evidence(Evidence(question: question, value: text, summary: provenance?["seen"]?.text ?? ""))
    default: origin = .file(Place(path: file, line: place.line))
    }
    return .answer(Answer(question: question, value: text, provenance: origin))
  }

  private mutating func quiz(_ node: YAMLNode) -> SessionFile.Step? {
    let known = ["ask", "choices", "right", "explain"]
    for entry in node.entries ?? [] where !known.contains(entry.key) { unknown(entry, known: known) }
    let choices = node["choices"]?.elements?.compactMap(\.text) ?? []
    guard let prompt = node["ask"]?.text, let right = node["right"]?.text.flatMap({ Int($0) }),
      choices.indices.contains(right - 1), let explanation = node["explain"]?.text
    else {
      add("a quiz has ask, choices, right (the number of the right one) and explain", at: node.place)
      return nil
    }
    return .quiz(SessionFile.Quiz(prompt: prompt, choices: choices, right: right - 1, explanation: explanation))
  }
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
        if case .evidence(let evidence) = answer.provenance {
          let place = evidence.place.map { ", \($0)" } ?? ""
          text += "  seen: \(yamlScalar(evidence.summary + place))\n"
        }
      case .say(let words): text += "- say: \(yamlScalar(words))\n"
      case .pause(let seconds): text += "- pause: \(seconds)\n"
      case .expect(let words): text += "- expect: \(yamlScalar(words))\n"
      case .quiz(let quiz):
        text += "- quiz:\n    ask: \(yamlScalar(quiz.prompt))\n    choices:\n"
        text += quiz.choices.map { "      - \(yamlScalar($0))\n" }.joined()
        text += "    right: \(quiz.right + 1)\n    explain: \(yamlScalar(quiz.explanation))\n"
      }
    }
    return text
  }
}

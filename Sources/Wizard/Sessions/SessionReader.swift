import Timeline
import YAML

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
      readWalkthrough(root, entries, into: &session)
    } else {
      session.steps = entries.compactMap { answer($0.key, $0.value, provenance: nil, at: $0.keyPlace) }
    }
    return (session, faults)
  }

  private mutating func add(_ message: String, at place: YAMLPlace) {
    faults.append(SessionFault(file: file, line: place.line, column: place.column, message: message))
  }

  private mutating func readWalkthrough(
    _ root: YAMLNode, _ entries: [YAMLNode.Entry], into session: inout SessionFile
  ) {
    if root["position"] != nil { session.bookmark = bookmark(root) }
    for entry in entries {
      switch entry.key {
      case "root", "position", "cause", "aside": break
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

  private mutating func bookmark(_ node: YAMLNode) -> SessionFile.Bookmark? {
    guard let position = node["position"] else { return nil }
    let step = text(position)
    if graph[step] == nil { add("there is no step “\(step)”", at: position.place) }
    if let aside = node["aside"], aside.elements == nil { add("“aside” must be a list", at: aside.place) }
    var bookmark = SessionFile.Bookmark(
      position: step, cause: node["cause"].flatMap { cause($0) },
      aside: (node["aside"]?.elements ?? []).compactMap { cause($0) })
    bookmark.root = node["root"].map { text($0) } ?? ""
    return bookmark
  }

  private mutating func cause(_ node: YAMLNode) -> CauseIdentity? {
    guard let id = node["id"]?.text, let path = node["path"]?.text, let function = node["function"]?.text,
      let call = node["call"]?.text
    else {
      add("a cause has id, path, function and call", at: node.place)
      return nil
    }
    return CauseIdentity(rootCause: id, path: path, function: function, call: call)
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
      for entry in entries.dropFirst() where !["provenance", "seen", "from"].contains(entry.key) {
        unknown(entry, known: ["provenance", "seen", "from"])
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
      origin = .evidence(evidence(question, text, provenance?["seen"]?.text ?? ""))
    case nil, "file":
      origin = .file(
        provenance?["from"]?.text.flatMap { self.place($0) } ?? Place(path: file, line: place.line))
    case .some(let word):
      let known = ["typed", "flag", "file", "evidence", "default"]
      add(
        "“\(word)” is no provenance"
          + (nearest(to: word, among: known).map { "; did you mean “\($0)”?" } ?? ""),
        at: provenance?["provenance"]?.place ?? place)
      return nil
    }
    return .answer(Answer(question: question, value: text, provenance: origin))
  }

  /// What was seen when the session was saved: a summary, and after its last comma the place if there was one.
  private func evidence(_ question: String, _ value: String, _ seen: String) -> Evidence {
    guard let comma = seen.lastIndex(of: ","), let place = place(String(seen[comma...].dropFirst(2))) else {
      return Evidence(question: question, value: value, summary: seen)
    }
    return Evidence(question: question, value: value, summary: String(seen[..<comma]), place: place)
  }

  /// A place as it was written, so that a replay tells the same.
  private func place(_ text: String) -> Place? {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
      let line = Int(text[text.index(after: colon)...]), line > 0
    else { return nil }
    return Place(path: String(text[..<colon]), line: line)
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
    return .quiz(
      SessionFile.Quiz(prompt: prompt, choices: choices, right: right - 1, explanation: explanation))
  }
}

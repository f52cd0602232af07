import Timeline
import YAML

/// Reads a session file, collecting everything that is wrong with it.
public struct SessionReader {
  let file: String
  let graph: Graph
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
      let isUnquoted = ["cannot start any token", "mapping values are not allowed", "expected <block end>"]
        .contains {
          error.message.contains($0)
        }
      add(
        error.message + (isUnquoted ? "; put text with `, : or # in it between quotes" : ""), at: error.place)
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

  mutating func add(_ message: String, at place: YAMLPlace) {
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
        for element in elements {
          guard let step = step(element) else { continue }
          session.steps.append(step)
          session.lines.append(element.place.line)
        }
      default:
        unknown(entry, known: ["session", "tool", "title", "summary", "project", "steps"])
      }
    }
  }

  mutating func unknown(_ entry: YAMLNode.Entry, known: [String]) {
    let hint = nearest(to: entry.key, among: known).map { "; did you mean “\($0)”?" } ?? ""
    add("unknown key “\(entry.key)”" + hint, at: entry.keyPlace)
  }

  mutating func text(_ node: YAMLNode) -> String {
    if let text = node.text { return text }
    add("expected text", at: node.place)
    return ""
  }

  mutating func answer(
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
    case nil, "file": origin = .file(originalPlace(provenance) ?? Place(path: file, line: place.line))
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

  /// Where an answer was read from when the session was saved, so that a replay tells the same.
  private func originalPlace(_ node: YAMLNode?) -> Place? {
    guard let text = node?["from"]?.text, let colon = text.lastIndex(of: ":"), colon > text.startIndex,
      let line = Int(text[text.index(after: colon)...]), line > 0
    else { return nil }
    return Place(path: String(text[..<colon]), line: line)
  }
}

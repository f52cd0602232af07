import YAML

/// Reads one article: a YAML head between `---` lines, then Markdown.
struct ArticleLoader {
  static let keys = ["title", "summary", "fix", "check", "tried", "source", "see"]

  func load(_ file: ContentFile, faults: inout [ContentFault]) -> Article? {
    let log = FaultLog(file: file.path)
    defer { faults += log.faults }
    let start = YAMLPlace(line: 1, column: 1)
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      log.add("not UTF-8", at: start, remedy: "save it as UTF-8")
      return nil
    }
    guard let (head, body, linesBefore) = split(text) else {
      log.add("the head is missing", at: start, remedy: "begin with a line ---, `title: …`, `summary: …` and a line ---")
      return nil
    }
    let root: YAMLNode
    do throws(YAMLFault) {
      root = try parseYAML(Array(head.utf8))
    } catch {
      log.add(error.message, at: YAMLPlace(line: error.place.line + 1, column: error.place.column), remedy: "mend the head")
      return nil
    }
    // The head's own lines count from the line after the first ---.
    guard let fields = Fields(root.movedDown(by: 1), keys: Self.keys, log: log) else { return nil }
    let parts = MarkdownReader(log: log, linesBefore: linesBefore).parts(of: body)
    let (introduction, sections) = arrange(parts, log: log)
    return Article(
      id: file.stem, category: category(file, fields), title: fields.text("title"), summary: fields.text("summary"),
      tried: fields.optionalText("tried") ?? "", sources: fields.texts("source").map(\.text),
      see: fields.texts("see").map(\.text), introduction: introduction, sections: sections)
  }

  private func split(_ text: String) -> (head: Substring, body: Substring, linesBefore: Int)? {
    guard text.hasPrefix("---\n") else { return nil }
    let afterOpening = text.dropFirst(4)
    guard let closing = afterOpening.firstRange(of: "\n---\n") else { return nil }
    let head = afterOpening[..<closing.lowerBound]
    let lines = head.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    return (head, afterOpening[closing.upperBound...], lines + 2)
  }

  private func category(_ file: ContentFile, _ fields: Fields) -> Article.Category {
    let folder = file.path.prefix { $0 != "/" }
    switch folder {
    case "fixes": return .fix(fields.number("fix"))
    case "notes": return fields.node["check"] == nil ? .page : .check(fields.number("check"))
    case "messages": return .message
    case "kinds": return .findingKind
    default: return .page
    }
  }

  private func arrange(_ parts: [MarkdownReader.Part], log: FaultLog) -> ([Block], [Article.Section]) {
    var introduction: [Block] = []
    var sections: [Article.Section] = []
    var open: (title: String, conditions: [FactCondition], blocks: [Block])?
    func close() {
      guard let done = open else { return }
      sections.append(.init(title: done.title, conditions: done.conditions, blocks: done.blocks))
    }
    for part in parts {
      switch part {
      case .section(let heading, let line):
        close()
        let (title, conditions) = conditions(in: heading, line: line, log: log)
        open = (title, conditions, [])
      case .block(let block):
        if open == nil { introduction.append(block) } else { open?.blocks.append(block) }
      }
    }
    close()
    return (introduction, sections)
  }

  /// Parts `Title {python>=3.9 library=requests}`.
  private func conditions(in heading: String, line: Int, log: FaultLog) -> (String, [FactCondition]) {
    guard heading.hasSuffix("}"), let brace = heading.lastIndex(of: "{") else { return (heading, []) }
    var title = heading[..<brace]
    while title.last == " " { title.removeLast() }
    let words = heading[heading.index(after: brace)...].dropLast().split(separator: " ")
    let conditions = words.compactMap { word in
      let condition = FactCondition(word)
      if condition == nil {
        log.add(
          "“\(word)” is no condition", at: YAMLPlace(line: line, column: 4),
          remedy: "write python>=3.9, python<3.9, framework=… or library=…")
      }
      return condition
    }
    return (String(title), conditions)
  }
}

extension YAMLNode {
  /// The same node as if `lines` lines stood above it.
  func movedDown(by lines: Int) -> YAMLNode {
    func moved(_ place: YAMLPlace) -> YAMLPlace { YAMLPlace(line: place.line + lines, column: place.column) }
    let value: Value =
      switch self.value {
      case .scalar: self.value
      case .sequence(let elements): .sequence(elements.map { $0.movedDown(by: lines) })
      case .mapping(let entries):
        .mapping(
          entries.map { .init(key: $0.key, keyPlace: moved($0.keyPlace), value: $0.value.movedDown(by: lines)) })
      }
    return YAMLNode(value, at: moved(place))
  }
}

import YAML

/// Reads one article: a YAML head between `---` lines, then Markdown.
struct ArticleLoader {
  static let keys = ["title", "summary", "fix", "check", "tried", "source", "see"]

  let log: FaultLog

  func load(_ file: ContentFile) -> Article? {
    let start = YAMLPlace(line: 1, column: 1)
    guard let text = file.text else {
      log.add("not UTF-8", at: start, remedy: "save it as UTF-8")
      return nil
    }
    guard let (head, body, linesBefore) = split(text) else {
      log.add(
        "the head is missing", at: start,
        remedy: "begin with a line ---, `title: …`, `summary: …` and a line ---")
      return nil
    }
    let root: YAMLNode
    do throws(YAMLFault) {
      root = try parseYAML(Array(head.utf8))
    } catch {
      // The head's own lines count from the line after the first ---.
      log.add(
        error.message, at: YAMLPlace(line: error.place.line + 1, column: error.place.column),
        remedy: "mend the head")
      return nil
    }
    guard let fields = Fields(root.movedDown(by: 1), keys: Self.keys, log: log) else { return nil }
    let lines = SourceLines(text)
    let parts = MarkdownReader(log: log, lines: lines, linesBefore: linesBefore).parts(of: body)
    let (introduction, sections) = arrange(parts, lines)
    let article = Article(
      id: file.stem, category: category(file, fields), title: fields.text("title"),
      summary: fields.text("summary"),
      tried: fields.optionalText("tried") ?? "", sources: fields.texts("source").map(\.text),
      see: fields.references("see", to: .article), introduction: introduction, sections: sections)
    for sample in article.samples { checkMarks(sample, lines) }
    return article
  }

  private func split(_ text: String) -> (head: Substring, body: Substring, linesBefore: Int)? {
    guard text.hasPrefix("---\n") else { return nil }
    let afterOpening = text.dropFirst(4)
    guard let closing = afterOpening.firstPlace(of: "\n---\n") else { return nil }
    let head = afterOpening[..<closing.lowerBound]
    let lines = head.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    return (head, afterOpening[closing.upperBound...], lines + 2)
  }

  private func category(_ file: ContentFile, _ fields: Fields) -> Article.Category {
    switch file.folder {
    case "fixes": return .fix(fields.number("fix"))
    case "notes": return fields.node["check"] == nil ? .page : .check(fields.number("check"))
    case "messages": return .message
    case "kinds": return .findingKind
    default: return .page
    }
  }

  private func arrange(_ parts: [MarkdownReader.Part], _ lines: SourceLines) -> ([Block], [Article.Section]) {
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
        let (title, conditions) = conditions(in: heading, line: line, lines)
        open = (title, conditions, [])
      case .block(let block):
        if open == nil { introduction.append(block) } else { open?.blocks.append(block) }
      }
    }
    close()
    return (introduction, sections)
  }

  /// Parts `Title {python>=3.9 library=requests}`.
  private func conditions(in heading: String, line: Int, _ lines: SourceLines) -> (String, [FactCondition]) {
    guard heading.hasSuffix("}"), let brace = heading.lastIndex(of: "{") else { return (heading, []) }
    var title = heading[..<brace]
    while title.last == " " { title.removeLast() }
    let words = heading[heading.index(after: brace)...].dropLast().split(separator: " ")
    let conditions = words.compactMap { word in
      let condition = FactCondition(word)
      if condition == nil {
        log.add(
          "“\(word)” is no condition", at: lines.place(of: word, inLine: line, after: "{"),
          remedy: "write python>=3.9, python<3.9, framework=… or library=…")
      }
      if case .framework(let names) = condition {
        for name in names {
          log.refer(
            to: .answer(question: "framework"), name,
            at: lines.place(of: name, inLine: line, after: "framework="))
        }
      }
      return condition
    }
    return (String(title), conditions)
  }

  private func checkMarks(_ sample: CodeSample, _ lines: SourceLines) {
    for (line, kind) in sample.marks {
      let line = sample.line + line - 1
      log.refer(to: .kind, kind, at: lines.place(of: kind, inLine: line, after: CodeSample.mark))
    }
    guard let claim = sample.claim, let line = sample.marks.first.map({ sample.line + $0.line - 1 }) else {
      if sample.claim == .before {
        log.add(
          "a before sample that blocks nowhere",
          at: lines.place(of: "```", inLine: sample.line - 1, after: ""),
          remedy: "mark the line with `# blocks: KIND`")
      }
      return
    }
    if claim != .before {
      log.add(
        "only a before sample may claim to block",
        at: lines.place(of: CodeSample.mark, inLine: line, after: ""),
        remedy: "write ```python before, or take the mark away")
    }
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
          entries.map {
            .init(key: $0.key, keyPlace: moved($0.keyPlace), value: $0.value.movedDown(by: lines))
          })
      }
    return YAMLNode(value, at: moved(place))
  }
}

import CMarkdown
import YAML

/// Reads GitHub's Markdown, tables included, into blocks.
struct MarkdownReader {
  /// What stands at the top level, with second-level headings kept apart.
  enum Part {
    case section(title: String, line: Int)
    case block(Block)
  }

  let log: FaultLog
  let lines: SourceLines
  /// Lines of the file before the Markdown begins.
  let linesBefore: Int

  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  func parts(of text: some StringProtocol) -> [Part] {
    guard Self.extensionsAreRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = String(text)
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(document) }
    return children(of: document).compactMap { node in
      if type(of: node) == "heading", cmark_node_get_heading_level(node) == 2 {
        return .section(title: inlines(in: node).plain, line: line(of: node))
      }
      return block(node).map { .block($0) }
    }
  }

  private typealias Node = OpaquePointer

  private func children(of node: Node) -> [Node] {
    Array(sequence(first: cmark_node_first_child(node), next: { cmark_node_next($0) }).prefix { $0 != nil })
      .compactMap(\.self)
  }

  private func type(of node: Node) -> String { String(cString: cmark_node_get_type_string(node)) }

  private func line(of node: Node) -> Int { Int(cmark_node_get_start_line(node)) + linesBefore }

  private func literal(of node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func refuse(_ what: String, _ node: Node, remedy: String) {
    let column = Int(cmark_node_get_start_column(node))
    log.add(what, at: lines.place(line: line(of: node), byteColumn: column), remedy: remedy)
  }

  private func block(_ node: Node) -> Block? {
    switch type(of: node) {
    case "paragraph": return .paragraph(inlines(in: node))
    case "heading":
      let level = Int(cmark_node_get_heading_level(node))
      if level == 1 {
        refuse("a first-level heading", node, remedy: "the title stands in the head; begin with ##")
      }
      return .heading(level: level, inlines(in: node))
    case "code_block": return .code(sample(node))
    case "list":
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        items: children(of: node).map { children(of: $0).compactMap(block) })
    case "block_quote": return .quote(children(of: node).compactMap(block))
    case "table":
      let rows = children(of: node).map { row in children(of: row).map { inlines(in: $0) } }
      return .table(header: rows.first ?? [], rows: Array(rows.dropFirst()))
    default:
      refuse(
        "\(type(of: node)) is not shown by loopdoctor", node, remedy: "write it as text, a list or a table")
      return nil
    }
  }

  private func inlines(in node: Node) -> [Inline] { children(of: node).compactMap(inline) }

  private func inline(_ node: Node) -> Inline? {
    switch type(of: node) {
    case "text": return .text(literal(of: node))
    case "softbreak": return .text(" ")
    case "linebreak": return .lineBreak
    case "code": return .code(literal(of: node))
    case "emph": return .emphasis(inlines(in: node))
    case "strong": return .strong(inlines(in: node))
    case "link":
      return .link(inlines(in: node), destination: cmark_node_get_url(node).map { String(cString: $0) } ?? "")
    default:
      refuse("\(type(of: node)) is not shown by loopdoctor", node, remedy: "write it as text or `code`")
      return nil
    }
  }

  private func sample(_ node: Node) -> CodeSample {
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    let words = info.split(separator: " ").map(String.init)
    let language = words.first ?? ""
    var claim: CodeSample.Claim?
    var python: FactCondition?
    if language == "python" {
      claim = words.dropFirst().first.flatMap(CodeSample.Claim.init(rawValue:))
      if claim == nil {
        refuse(
          "a Python sample must say what it claims", node, remedy: "write ```python before, after or example")
      }
      for word in words.dropFirst(2) {
        if python == nil, case .pythonAtLeast? = FactCondition(word) {
          python = FactCondition(word)
        } else {
          log.add(
            "“\(word)” says nothing of a sample",
            at: lines.place(of: word, inLine: line(of: node), after: "python "),
            remedy: "write python>=3.12 or nothing")
        }
      }
    }
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
    return CodeSample(
      language: language, claim: claim, python: python, text: literal(of: node),
      line: line(of: node) + (isFenced ? 1 : 0))
  }
}

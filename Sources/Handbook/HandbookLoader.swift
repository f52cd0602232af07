import Timeline
import YAML

/// Reads every file by the folder it lies in, then checks what refers to what.
struct HandbookLoader {
  private var faults: [ContentFault] = []
  private var graph: Graph?
  private var graphPlaces: [String: YAMLPlace] = [:]
  private var kinds: [FindingKind] = []
  private var libraries: [(library: Library, file: String)] = []
  private var perRequest: [Library] = []
  private var offLoop: (helpers: [OffLoopHelper], decorators: Set<String>) = ([], [])
  private var frameworks: [Framework] = []
  private var messages: [KnownMessage] = []
  private var articles: [(article: Article, file: String)] = []

  private var files: [ContentFile] = []

  mutating func read(_ source: ContentSource) {
    files = source.files(faults: &faults)
    for file in files {
      if file.path.hasSuffix(".md") {
        if let article = ArticleLoader().load(file, faults: &faults) { articles.append((article, file.path)) }
      } else if file.path.hasSuffix(".yaml"), !file.path.hasPrefix("walkthroughs/") {
        readYAML(file)
      }
    }
  }

  private mutating func readYAML(_ file: ContentFile) {
    let log = FaultLog(file: file.path)
    defer { faults += log.faults }
    let node: YAMLNode
    do throws(YAMLFault) {
      node = try parseYAML(file.bytes)
    } catch {
      log.add(error.message, at: error.place, remedy: "mend the YAML")
      return
    }
    let loader = KnowledgeLoader(log: log)
    switch file.path {
    case "timeline.yaml":
      if let (graph, places) = TimelineLoader(log: log).graph(node) { (self.graph, graphPlaces) = (graph, places) }
    case "kinds.yaml": kinds = loader.kinds(node)
    case "off-loop.yaml": offLoop = loader.offLoop(node)
    case "frameworks.yaml": frameworks = loader.frameworks(node)
    case "messages.yaml": messages = loader.messages(node)
    case "per-request.yaml": perRequest = loader.perRequest(node)
    case _ where file.path.hasPrefix("blocking/"):
      if let library = loader.library(node) { libraries.append((library, file.path)) }
    default:
      log.add("nothing reads this file", at: node.place, remedy: "see docs/content.md for where things belong")
    }
  }

  mutating func handbook() throws(ContentFaults) -> Handbook {
    check()
    guard faults.isEmpty, let graph else {
      if graph == nil, faults.allSatisfy({ $0.file != "timeline.yaml" }) {
        faults.append(ContentFault(file: "timeline.yaml", line: 1, column: 1, message: "is missing", remedy: "add it"))
      }
      throw ContentFaults(
        faults: faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
    let knowledge = Knowledge(
      kinds: Dictionary(kinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      libraries: libraries.map(\.library), perRequest: perRequest, offLoopHelpers: offLoop.helpers,
      offLoopDecorators: offLoop.decorators, frameworks: frameworks)
    return Handbook(graph: graph, knowledge: knowledge, messages: messages, articles: articles.map(\.article), files: files)
  }

  // MARK: What refers to what

  private mutating func check() {
    let ids = Set(articles.map(\.article.id))
    let kindIds = Set(kinds.map(\.id))
    var seen: [String: String] = [:]
    for (article, file) in articles {
      if let other = seen.updateValue(file, forKey: article.id) {
        add(file, 1, "the id “\(article.id)” is also that of \(other)", "rename one of them")
      }
      for id in article.see { need(id, in: ids, "article", file, 1) }
      checkMarks(article, file, kindIds)
    }
    for step in graph?.steps ?? [] {
      for id in step.page?.articles ?? [] {
        need(id, in: ids, "article", "timeline.yaml", graphPlaces[step.id]?.line ?? 1)
      }
    }
    for (library, file) in libraries {
      for call in library.calls {
        need(call.kind, in: kindIds, "finding kind", file, 1)
        for id in [call.fix] + call.also { need(id, in: ids, "article", file, 1) }
      }
    }
    for kind in kinds {
      need(kind.fix, in: ids, "article", "kinds.yaml", 1)
      need(kind.id, in: ids, "article", "kinds.yaml", 1)
      checkAnswer("blocker", kind.blocker, "kinds.yaml")
    }
    for framework in frameworks { checkAnswer("framework", framework.id, "frameworks.yaml") }
    for message in messages {
      need(message.page, in: ids, "article", "messages.yaml", 1)
      for (question, value) in message.answers.sorted(by: { $0.key < $1.key }) {
        checkAnswer(question, value, "messages.yaml")
      }
    }
  }

  private mutating func checkMarks(_ article: Article, _ file: String, _ kinds: Set<String>) {
    for sample in article.samples {
      for (line, kind) in sample.marks {
        need(kind, in: kinds, "finding kind", file, sample.line + line - 1)
      }
      if sample.claim == .before, sample.marks.isEmpty {
        add(file, sample.line, "a before sample that blocks nowhere", "mark the line with `# blocks: KIND`")
      }
      if sample.claim != .before, !sample.marks.isEmpty {
        add(file, sample.line, "only a before sample may claim to block", "write ```python before, or take the mark away")
      }
    }
  }

  private mutating func checkAnswer(_ question: String, _ value: String, _ file: String) {
    guard let fault = graph?.fault(question: question, value: value) else { return }
    add(file, 1, fault.message, "write one of these")
  }

  private mutating func need(_ id: String, in ids: Set<String>, _ what: String, _ file: String, _ line: Int) {
    guard !ids.contains(id) else { return }
    let near = nearest(to: id, among: ids.sorted()).map { "did you mean “\($0)”?" }
    add(file, line, "there is no \(what) “\(id)”", near ?? "add it, or name another")
  }

  private mutating func add(_ file: String, _ line: Int, _ message: String, _ remedy: String) {
    let fault = ContentFault(file: file, line: line, column: 1, message: message, remedy: remedy)
    if !faults.contains(fault) { faults.append(fault) }
  }
}

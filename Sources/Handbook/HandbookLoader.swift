import Timeline
import YAML

/// Reads every file by the folder it lies in, then checks what refers to what.
struct HandbookLoader {
  private static let required = [
    "frameworks.yaml", "kinds.yaml", "messages.yaml", "off-loop.yaml", "on-loop.yaml", "per-request.yaml",
    "timeline.yaml",
  ]
  static let articleFolders: Set<Substring> = ["fixes", "notes", "messages", "kinds", "pages"]
  /// What others read.
  private static let otherFolders: Set<Substring> = ["walkthroughs", "labs"]

  private var logs: [FaultLog] = []
  private var sourceFaults: [ContentFault] = []
  private var files: [ContentFile] = []
  private var graph: Graph?
  /// nil: not known, since the file is not there or no list.
  private var kinds: [FindingKind]?
  private var libraries: [Library] = []
  private var perRequest: (libraries: [Library], startUpWords: Set<String>) = ([], [])
  private var offLoop = OffLoop()
  private var onLoop = OnLoop.none
  private var frameworks: [Framework]?
  private var messages: [KnownMessage] = []
  private var articles: [Article] = []
  /// The ids of all articles, those that could not be read included, with the files.
  private var articleFiles: [String: String] = [:]

  mutating func read(_ source: ContentSource) {
    for file in source.files(faults: &sourceFaults) { read(file) }
  }

  mutating func read(_ file: ContentFile) {
    files.append(file)
    let folder = file.folder
    if Self.otherFolders.contains(folder) { return }
    let log = FaultLog(file: file.path)
    if file.path.hasSuffix(".md") {
      readArticle(file, folder, log)
    } else if file.path.hasSuffix(".yaml") {
      readYAML(file, folder, log)
    }
    logs.append(log)
  }

  private mutating func readArticle(_ file: ContentFile, _ folder: Substring, _ log: FaultLog) {
    let start = YAMLPlace(line: 1, column: 1)
    guard Self.articleFolders.contains(folder) else {
      log.add(
        "nothing reads this file", at: start, remedy: "see docs/content.md for where things belong",
        code: .file)
      return
    }
    if let other = articleFiles.updateValue(file.path, forKey: file.stem) {
      log.add(
        "the id “\(file.stem)” is also that of \(other)", at: start, remedy: "rename one of them",
        code: .reference)
    }
    if let article = ArticleLoader(log: log).load(file) { articles.append(article) }
  }

  private mutating func readYAML(_ file: ContentFile, _ folder: Substring, _ log: FaultLog) {
    let node: YAMLNode
    do throws(YAMLFault) {
      node = try parseYAML(file.bytes)
    } catch {
      log.add(error.message, at: error.place, remedy: "mend the YAML", code: .yaml)
      return
    }
    let loader = KnowledgeLoader(log: log)
    switch file.path {
    case "timeline.yaml": graph = TimelineLoader(log: log).graph(node)
    case "kinds.yaml": kinds = loader.kinds(node)
    case "off-loop.yaml": offLoop = loader.offLoop(node)
    case "on-loop.yaml": onLoop = loader.onLoop(node)
    case "frameworks.yaml": frameworks = loader.frameworks(node)
    case "messages.yaml": messages = loader.messages(node)
    case "per-request.yaml": perRequest = loader.perRequest(node)
    case _ where folder == "blocking":
      if let library = loader.library(node) { libraries.append(library) }
    default:
      log.add(
        "nothing reads this file", at: YAMLPlace(line: 1, column: 1),
        remedy: "see docs/content.md for where things belong", code: .file)
    }
  }

  mutating func handbook() throws(ContentFaults) -> Handbook {
    logs += LabLoader(files).logs
    let known = knownIds
    let faults =
      sourceFaults + missingFiles() + missingQuestions() + logs.flatMap { $0.faults + dangling($0, known) }
    guard faults.isEmpty, let graph else {
      throw ContentFaults(
        faults: faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
    let knowledge = Knowledge(
      kinds: Dictionary((kinds ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      libraries: libraries, perRequest: perRequest.libraries, startUpWords: perRequest.startUpWords,
      offLoop: offLoop, onLoop: onLoop, frameworks: frameworks ?? [])
    return Handbook(
      graph: graph, knowledge: knowledge, messages: messages, articles: articles, files: files)
  }

  // MARK: What refers to what

  private func missingFiles() -> [ContentFault] {
    // A folder without any content has a fault of its own.
    if files.isEmpty { return [] }
    let paths = Set(files.map(\.path))
    return Self.required.filter { !paths.contains($0) }.map { file in
      ContentFault(file: file, line: 1, column: 1, message: "is missing", remedy: "add it", code: .file)
    }
  }

  /// Questions that the scan has answers to.
  private func missingQuestions() -> [ContentFault] {
    guard let graph else { return [] }
    return ["framework", "blocker"].filter { graph.question($0) == nil }.map { id in
      ContentFault(
        file: "timeline.yaml", line: 1, column: 1, message: "there is no question “\(id)”",
        remedy: "add it: the scan answers it", code: .timeline)
    }
  }

  private func dangling(_ log: FaultLog, _ known: KnownIds) -> [ContentFault] {
    log.references.compactMap { reference in
      guard let (message, remedy) = fault(of: reference, known) else { return nil }
      return ContentFault(
        file: log.file, line: reference.place.line, column: reference.place.column, message: message,
        remedy: remedy, code: .reference)
    }
  }

  /// What an id may name; nil where that is not known.
  private struct KnownIds {
    let articles: Set<String>
    let kinds: Set<String>?
    let frameworks: Set<String>?
    let questions: Set<String>?
  }

  private var knownIds: KnownIds {
    KnownIds(
      articles: Set(articleFiles.keys), kinds: kinds.map { Set($0.map(\.id)) },
      frameworks: frameworks.map { Set($0.map(\.id)) }, questions: graph.map { Set($0.questions.map(\.id)) })
  }

  private func fault(of reference: Reference, _ known: KnownIds) -> (message: String, remedy: String)? {
    let id = reference.id
    switch reference.target {
    case .article: return fault(of: id, in: known.articles, "article")
    case .kind: return known.kinds.flatMap { fault(of: id, in: $0, "finding kind") }
    case .framework: return known.frameworks.flatMap { fault(of: id, in: $0, "framework") }
    case .question: return known.questions.flatMap { fault(of: id, in: $0, "question") }
    case .answer(let question):
      guard case .noSuchValue(_, _, let near, let all) = graph?.fault(question: question, value: id) else {
        return nil
      }
      return (
        "“\(id)” is no answer to \(question)",
        near.map { "did you mean “\($0)”?" } ?? "the answers are " + all.joined(separator: ", ")
      )
    }
  }

  private func fault(of id: String, in ids: Set<String>, _ what: String) -> (message: String, remedy: String)?
  {
    guard !ids.contains(id) else { return nil }
    let near = nearest(to: id, among: ids.sorted()).map { "did you mean “\($0)”?" }
    return ("there is no \(what) “\(id)”", near ?? "add it, or name another")
  }
}

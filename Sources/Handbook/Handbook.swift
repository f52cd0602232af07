import Timeline
import YAML

/// All that loopdoctor knows, from `Content/`.
///
/// A scan needs only the knowledge, so the rest is read when it is first asked for.
public struct Handbook: Sendable {
  public private(set) var knowledge: Knowledge
  public var graph: Graph { lazyGraph.value }
  public var messages: [KnownMessage] { lazyMessages.value }
  /// Fixes by number, checks by number, then the others by id.
  public var articles: [Article] { lazyArticles.value }
  /// The walkthroughs' texts, by name.
  public var walkthroughs: [String: [UInt8]] { lazyWalkthroughs.value.texts }
  /// The sample projects that walkthroughs are played on: by name, their files' texts by path.
  public var sampleProjects: [String: [String: String]] { lazyWalkthroughs.value.projects }
  /// By name.
  public var labs: [Lab] { lazyLabs.value }

  private let lazyGraph: Lazy<Graph>
  private let lazyMessages: Lazy<[KnownMessage]>
  private let articlesById: Lazy<[String: Lazy<Article>]>
  private let lazyArticles: Lazy<[Article]>
  private let lazyWalkthroughs: Lazy<(texts: [String: [UInt8]], projects: [String: [String: String]])>
  private let lazyLabs: Lazy<[Lab]>

  init(
    knowledge: Knowledge, graph: @escaping @Sendable () -> Graph,
    messages: @escaping @Sendable () -> [KnownMessage],
    articles: @escaping @Sendable () -> [String: Lazy<Article>],
    files: @escaping @Sendable () -> [ContentFile]
  ) {
    self.knowledge = knowledge
    lazyGraph = Lazy(graph)
    lazyMessages = Lazy(messages)
    let articlesById = Lazy(articles)
    self.articlesById = articlesById
    lazyArticles = Lazy { articlesById.value.values.map(\.value).sorted { $0.order < $1.order } }
    lazyWalkthroughs = Lazy { Self.walkthroughs(in: files()) }
    lazyLabs = Lazy { LabLoader(files()).labs.sorted { $0.name < $1.name } }
  }

  /// A handbook of what has been read already.
  init(
    graph: Graph, knowledge: Knowledge, messages: [KnownMessage], articles: [Article], files: [ContentFile]
  ) {
    self.init(
      knowledge: knowledge, graph: { graph }, messages: { messages },
      articles: {
        Dictionary(
          articles.map { article in (article.id, Lazy { article }) }, uniquingKeysWith: { first, _ in first })
      },
      files: { files })
  }

  /// `walkthroughs/NAME.yaml`, and `walkthroughs/PROJECT/…` for the projects.
  private static func walkthroughs(
    in files: [ContentFile]
  ) -> (texts: [String: [UInt8]], projects: [String: [String: String]]) {
    var texts: [String: [UInt8]] = [:]
    var projects: [String: [String: String]] = [:]
    for file in files {
      let parts = file.path.split(separator: "/", maxSplits: 2).map(String.init)
      guard parts.first == "walkthroughs" else { continue }
      if parts.count == 2, file.path.hasSuffix(".yaml") { texts[file.stem] = file.bytes }
      if parts.count == 3 {
        projects[parts[1], default: [:]][parts[2]] = String(decoding: file.bytes, as: UTF8.self)
      }
    }
    return (texts, projects)
  }

  /// With what a project declares of its own.
  public func adding(_ declarations: Declarations) -> Handbook {
    var handbook = self
    handbook.knowledge = knowledge.adding(declarations)
    return handbook
  }

  public func article(_ id: String) -> Article? { articlesById.value[id]?.value }

  /// The known messages that a text contains, in the order of the handbook.
  public func messages(in text: String) -> [KnownMessage] {
    let lines = text.split(whereSeparator: \.isNewline)
    return messages.filter { message in
      message.patterns.contains { pattern in lines.contains { contains($0, pattern: pattern) } }
    }
  }
}

extension Article {
  fileprivate var order: (Int, Int, String) {
    switch category {
    case .fix(let number): (0, number, id)
    case .check(let number): (1, number, id)
    case .message: (2, 0, id)
    case .findingKind: (3, 0, id)
    case .page: (4, 0, id)
    }
  }
}

/// Whether a line holds the parts of a pattern between its `*`, in their order.
func contains(_ line: Substring, pattern: String) -> Bool {
  var rest = line
  for part in pattern.split(separator: "*") {
    guard let found = rest.firstRange(of: part) else { return false }
    rest = rest[found.upperBound...]
  }
  return true
}

/// Reads and checks the whole handbook.
/// - Throws: `ContentFaults` with everything that is wrong, sorted by file and line.
public func loadHandbook(from source: ContentSource) throws(ContentFaults) -> Handbook {
  var loader = HandbookLoader()
  loader.read(source)
  return try loader.handbook()
}

/// All faults of a content folder at once.
public struct ContentFaults: Error, Equatable, Sendable {
  public let faults: [ContentFault]
}

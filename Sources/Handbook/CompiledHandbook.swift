import Timeline
import YAML

extension Handbook {
  /// The built-in content, with what was compiled from its knowledge. It was checked when it was compiled, so a fault in here
  /// is one of the build and ends the program.
  public init(compiled knowledge: StaticString) {
    self.init(
      knowledge: Knowledge(compiled: knowledge),
      graph: {
        let (node, log) = Self.builtInYAML("timeline.yaml")
        return Self.checked(log.file, TimelineLoader(log: log).graph(node))
      },
      messages: {
        let (node, log) = Self.builtInYAML("messages.yaml")
        return KnowledgeLoader(log: log).messages(node)
      }, articles: Self.builtInArticles,
      files: {
        let paths = ContentFile.builtInPaths
        return paths.indices.filter { paths[$0].hasPrefix("walkthroughs/") || paths[$0].hasPrefix("labs/") }
          .map(ContentFile.init(builtInAt:))
      })
  }

  private static func builtInArticles() -> [String: Lazy<Article>] {
    var articles: [String: Lazy<Article>] = [:]
    for (place, path) in ContentFile.builtInPaths.enumerated() where path.hasSuffix(".md") {
      guard HandbookLoader.articleFolders.contains(ContentFile.folder(of: path)) else { continue }
      articles[ContentFile.stem(of: path)] = Lazy {
        checked(path, ArticleLoader(log: FaultLog(file: path)).load(ContentFile(builtInAt: place)))
      }
    }
    return articles
  }

  private static func builtInYAML(_ path: String) -> (YAMLNode, FaultLog) {
    let place = checked(path, ContentFile.builtInPaths.firstIndex(of: path))
    return (checked(path, try? parseYAML(ContentFile(builtInAt: place).bytes)), FaultLog(file: path))
  }

  private static func checked<Value>(_ path: String, _ value: Value?) -> Value {
    guard let value else { fatalError("the built-in \(path) is at fault: run `loopdoctor content check`") }
    return value
  }
}

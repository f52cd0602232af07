import Files
import Handbook
import PythonOutline
import Synchronization
import SystemPackage
import Timeline

/// Scans a project: reads its files in parallel, then follows what runs on the event loop.
public struct Scanner: Sendable {
  private let handbook: Handbook
  /// Files longer than this are skipped, in bytes.
  public static let longestFile = 16 << 20

  public init(handbook: Handbook) { self.handbook = handbook }

  /// How far a scan has come.
  public struct Progress: Equatable, Sendable {
    public let filesDone: Int
    public let files: Int
    public let lines: Int

    public init(filesDone: Int, files: Int, lines: Int) {
      self.filesDone = filesDone
      self.files = files
      self.lines = lines
    }
  }

  /// - Parameters:
  ///   - root: the folder that paths are relative to.
  ///   - paths: files and folders to look at; empty: the root.
  ///   - extent: how much of what is found to list.
  ///   - progress: called now and then, from any thread.
  ///   - isCancelled: asked often, from any thread; a cancelled scan ends soon, with what it has.
  /// - Throws: `FileFault` when a path does not exist.
  public func scan(
    root: String, paths: [String] = [], extent: ScanExtent = .usual,
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FileFault) -> ScanResult {
    let clock = ContinuousClock()
    let start = clock.now
    let rootPath = FilePath(root)
    let walk = try ProjectWalk(root: rootPath, paths: paths.isEmpty ? [rootPath] : paths.map { FilePath($0) })
    let (modules, skipped) = read(walk.files, progress: progress, isCancelled: isCancelled)
    var result = analyse(modules, root: rootPath, extent: extent)
    result.root = root
    result.skipped = (walk.skipped + skipped).sorted { $0.path < $1.path }
    let elapsed = clock.now - start
    result.milliseconds =
      Int(elapsed.components.seconds) * 1000 + Int(elapsed.components.attoseconds / 1_000_000_000_000_000)
    return result
  }

  /// Scans one source held in memory, as if it were a project of one file.
  public func scan(source: String, path: String = "sample.py", extent: ScanExtent = .usual) -> ScanResult {
    scan(sources: [path: source], extent: extent)
  }

  /// Scans sources held in memory, by path, as if they were a project.
  public func scan(sources: [String: String], extent: ScanExtent = .usual) -> ScanResult {
    let modules = sources.sorted { $0.key < $1.key }.map {
      Self.module(of: Array($0.value.utf8), path: $0.key)
    }
    var result = analyse(modules.compactMap(\.0), root: nil, extent: extent)
    result.skipped = modules.compactMap(\.1)
    return result
  }

  // MARK: Reading

  private func read(
    _ files: [ProjectWalk.SourceFile], progress: @escaping @Sendable (Progress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> ([ModuleSummary], [SkippedFile]) {
    let counts = Mutex((files: 0, lines: 0))
    let outcomes = parallelMap(count: files.count, isCancelled: isCancelled) { index in
      let outcome = Self.read(files[index])
      let now = counts.withLock { counts in
        counts.files += 1
        counts.lines += outcome.0?.places.lines ?? 0
        return counts
      }
      if now.files % 16 == 0 || now.files == files.count {
        progress(Progress(filesDone: now.files, files: files.count, lines: now.lines))
      }
      return outcome
    }
    return (outcomes.compactMap { $0?.0 }, outcomes.compactMap { $0?.1 })
  }

  private static func read(_ file: ProjectWalk.SourceFile) -> (ModuleSummary?, SkippedFile?) {
    do throws(FileFault) {
      return module(of: try readFile(file.path, limit: longestFile), path: file.name)
    } catch {
      return (nil, SkippedFile(path: file.name, reason: error.reason))
    }
  }

  /// A file that holds faults is still used as far as it could be read, and listed as skipped in part.
  private static func module(of source: [UInt8], path: String) -> (ModuleSummary?, SkippedFile?) {
    let tree = parse(source)
    var module = Lowering.summary(of: tree)
    module.path = path
    module.isPackage = path.split(separator: "/").last == "__init__.py"
    guard let fault = tree.faults.first else { return (module, nil) }
    let place = LineTable(tree.source).position(of: fault.offset)
    return (module, SkippedFile(path: path, reason: "in part: line \(place.line): \(fault.message)"))
  }

  // MARK: Analysing

  /// On a thread of our own, since the caller's stack may be small.
  private func analyse(_ modules: [ModuleSummary], root: FilePath?, extent: ScanExtent) -> ScanResult {
    parallelMap(count: 1) { _ in result(of: modules, root: root, extent: extent) }.compactMap { $0 }.first
      ?? ScanResult(root: ".")
  }

  private func result(of modules: [ModuleSummary], root: FilePath?, extent: ScanExtent) -> ScanResult {
    let project = Project(modules: modules)
    let index = KnowledgeIndex(handbook.knowledge)
    let inference = Inference(project: project, knowledge: index)
    let graph = CallGraph(inference)
    let handlers = RequestHandlers(
      graph: graph, inference: inference, frameworks: handbook.knowledge.frameworks)
    let builder = FindingBuilder(
      graph: graph, modules: modules, kinds: index.kinds, handlers: handlers.functions, extent: extent)
    let context = DesignContext(graph: graph, inference: inference, builder: builder, handlers: handlers)
    var result = ScanResult(root: ".")
    result.files = modules.count
    result.lines = modules.reduce(0) { $0 + $1.places.lines }
    result.asyncFunctions = graph.coroutines.count
    let design = DesignRules(context: context, knowledge: handbook.knowledge)
    let found = builder.blockingCalls() + design.findings()
    (result.findings, result.unlisted) = extent.listed(found.sorted(by: Finding.precedes))
    if extent == .everything {
      let whereabouts = Whereabouts(graph: graph, inference: inference, knowledge: handbook.knowledge)
      let lister = SiteLister(
        whereabouts: whereabouts, builder: builder, kinds: index.kinds, findings: found)
      result.sites = lister.sites()
    }
    result.sightings = FactFinder(project: project, knowledge: handbook.knowledge).sightings(root: root)
    result.facts = FactFinder.facts(from: result.sightings)
    result.evidence = EvidenceFinder(result: result, kinds: index.kinds).evidence()
    return result
  }
}

import Files
import Handbook
import PythonOutline
import Synchronization
import SystemPackage
import Timeline

/// Scans a project: reads its files in parallel, then follows what runs on the event loop.
public struct Scanner: Sendable {
  private let handbook: Handbook
  private let options: ScanOptions
  /// Files longer than this are skipped, in bytes.
  public static let longestFile = 16 << 20

  private let prepareThread: @Sendable () -> Void
  /// How the work is cut: it makes no difference to what is found.
  var cut = GraphSearch.Cut()

  /// - Parameter prepareThread: run first on each thread of a scan: they may recurse deeply.
  public init(
    handbook: Handbook, options: ScanOptions = ScanOptions(),
    prepareThread: @escaping @Sendable () -> Void = {}
  ) {
    self.handbook = handbook
    self.options = options
    self.prepareThread = prepareThread
  }

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
  ///   - replacing: texts, by name, in place of what the files hold.
  ///   - progress: called now and then, from any thread.
  ///   - isCancelled: asked often, from any thread; a cancelled scan ends soon, with what it has.
  /// - Throws: `FileFault` when a path does not exist.
  public func scan(
    root: String, paths: [String] = [], extent: ScanExtent = .usual, replacing: [String: String] = [:],
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FileFault) -> ScanResult {
    let clock = ContinuousClock()
    let start = clock.now
    let rootPath = FilePath(root)
    let walk = try ProjectWalk(
      root: rootPath, paths: paths.isEmpty ? [rootPath] : paths.map { FilePath($0) }, options: options,
      isCancelled: isCancelled, found: { progress(Progress(filesDone: 0, files: $0, lines: 0)) })
    let workers = Workers(prepare: prepareThread, isCancelled: isCancelled)
    let files =
      replacing.isEmpty
      ? walk.files
      : walk.files.map { file in
        replacing[file.name].map { ScannedFile(name: file.name, content: .memory(Array($0.utf8))) } ?? file
      }
    let names = NameStorage()
    let (modules, skipped) = read(files, names, workers, progress: progress)
    var result = analyse(modules, names, root: rootPath, extent: extent, workers)
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
    let names = NameStorage()
    var draft = ModuleDraft(names: NameReader(names, watching: watched(names)))
    let modules = sources.sorted { $0.key < $1.key }.map {
      Self.read(ScannedFile(name: $0.key, content: .memory(Array($0.value.utf8))), &draft)
    }
    var result = analyse(
      modules.compactMap(\.0), names, root: nil, extent: extent, Workers(prepare: prepareThread))
    result.skipped = modules.compactMap(\.1)
    return result
  }

  // MARK: Reading

  private func read(
    _ files: [ScannedFile], _ names: NameStorage, _ workers: Workers,
    progress: @escaping @Sendable (Progress) -> Void
  ) -> ([ModuleSummary], [SkippedFile]) {
    let counts = Mutex((files: 0, lines: 0))
    let watched = watched(names)
    let outcomes = workers.map(
      count: files.count, piece: 8, with: { ModuleDraft(names: NameReader(names, watching: watched)) }
    ) {
      draft, index in
      let outcome = Self.read(files[index], &draft)
      let now = counts.withLock { counts in
        counts.files += 1
        counts.lines += outcome.0?.lines ?? 0
        return counts
      }
      if now.files % 16 == 0 || now.files == files.count {
        progress(Progress(filesDone: now.files, files: files.count, lines: now.lines))
      }
      return outcome
    }
    return (outcomes.compactMap { $0?.0 }, outcomes.compactMap { $0?.1 })
  }

  /// The names of which each file is to tell whether it holds them.
  private func watched(_ names: NameStorage) -> NameSet {
    let reader = NameReader(names)
    let words = LoopEntries.words(handbook.knowledge.onLoop).map { reader.intern($0) }
    var watched = NameSet(limit: names.limit)
    for word in words { watched.insert(word) }
    return watched
  }

  /// A file that holds faults is still used as far as it could be read, and listed as skipped in part.
  private static func read(_ file: ScannedFile, _ draft: inout ModuleDraft) -> (ModuleSummary?, SkippedFile?)
  {
    let source: [UInt8]
    do throws(FileFault) {
      source = try file.read()
    } catch {
      return (nil, SkippedFile(path: file.name, reason: error.reason))
    }
    let tree = parse(source)
    let module = Lowering.summary(of: tree, file: file, in: &draft)
    if module.isCut {
      let reason = "in part: the first \(Lowering.mostCoroutines) coroutine functions"
      return (module, SkippedFile(path: file.name, reason: reason))
    }
    guard let fault = tree.faults.first else { return (module, nil) }
    let place = LineTable(tree.source).position(of: fault.offset)
    return (module, SkippedFile(path: file.name, reason: "in part: line \(place.line): \(fault.message)"))
  }

  /// The package that a folder is, from the first folder above that is none: `a/b`; empty when it is no package.
  private static func package(of root: FilePath) -> String {
    var folder = absolute(root)
    var names: [String] = []
    while kind(of: folder.appending("__init__.py")) == .file, let name = folder.lastComponent {
      names.insert(name.string, at: 0)
      folder.removeLastComponent()
    }
    return names.joined(separator: "/")
  }

  // MARK: Analysing

  /// On a thread of our own, since the caller's stack may be small.
  private func analyse(
    _ modules: [ModuleSummary], _ names: NameStorage, root: FilePath?, extent: ScanExtent,
    _ workers: Workers
  ) -> ScanResult {
    Workers(prepare: prepareThread).map(count: 1) { _ in
      var workers = workers
      workers.isInside = true
      return result(of: modules, names, root: root, extent: extent, workers)
    }
    .compactMap { $0 }.first ?? ScanResult(root: ".")
  }

  private func result(
    of modules: [ModuleSummary], _ names: NameStorage, root: FilePath?, extent: ScanExtent,
    _ workers: Workers
  ) -> ScanResult {
    let paths = ModulePaths(
      modules: modules, rootPackage: root.map(Self.package) ?? "",
      libraries: Set(handbook.knowledge.shelf.flatMap(\.roots)))
    let ground = InferenceGround(paths: paths, names: names, knowledge: handbook.knowledge, workers: workers)
    let index = KnowledgeIndex(handbook.knowledge)
    let inference = Inference(ground, Symbols(index, names: names))
    let graph = CallGraph(GraphSearch(ground, cut).run(inference), modules: modules)
    let builder = FindingBuilder(graph: graph, modules: modules, kinds: index.kinds, extent: extent)
    let context = DesignContext(graph: graph, inference: inference, builder: builder)
    var result = ScanResult(root: ".")
    result.files = modules.count
    result.lines = modules.reduce(0) { $0 + $1.lines }
    result.asyncFunctions = graph.coroutines.count
    let design = DesignRules(context: context, knowledge: handbook.knowledge)
    let found = builder.blockingCalls(workers) + design.findings()
    // Findings are large: their places are sorted.
    let order = found.indices.filter { options.reports(found[$0].kind) }.sorted {
      Finding.precedes(found[$0], found[$1])
    }
    (result.findings, result.unlisted) = extent.listed(order.map { found[$0] })
    if extent == .everything {
      let whereabouts = Whereabouts(graph: graph, inference: inference, ground: ground)
      let lister = SiteLister(
        whereabouts: whereabouts, builder: builder, kinds: index.kinds, findings: found)
      result.sites = lister.sites().filter { options.reports($0.kind) }
    }
    result.sightings = FactFinder(ground).sightings(root: root)
    result.facts = FactFinder.facts(from: result.sightings)
    result.evidence = EvidenceFinder(result: result, kinds: index.kinds).evidence()
    return result
  }

  /// A result without some of its findings, and without what they spoke for. It has to be of everything: what is not listed
  /// cannot be judged.
  public func narrowed(_ result: ScanResult, to isKept: (Finding) -> Bool) -> ScanResult {
    var result = result
    result.findings = result.findings.filter(isKept)
    result.unlisted = [:]
    result.evidence = EvidenceFinder(result: result, kinds: handbook.knowledge.kinds).evidence()
    return result
  }
}

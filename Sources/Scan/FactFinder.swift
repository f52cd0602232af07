import Handbook
import SystemPackage
import Timeline

/// Reads frameworks, libraries and the Python version off a project, each with the place that proves it.
struct FactFinder {
  private let ground: InferenceGround
  private let knowledge: Knowledge
  /// The top-level modules that the handbook knows.
  private let interesting: Set<Name>

  init(_ ground: InferenceGround) {
    self.ground = ground
    knowledge = ground.knowledge
    let names = knowledge.shelf.map(\.name) + knowledge.frameworks.flatMap(\.modules)
    let reader = NameReader(ground.nameStorage)
    interesting = Set(names.compactMap { reader.find(String($0.root)) })
  }

  private struct Use: Sendable {
    var files = 0
    /// The first file that imports it, and where.
    var module: Int
    var offset: UInt32
  }

  /// - Parameter root: the project's folder; nil when there is none.
  func sightings(root: FilePath?) -> [Sighting] {
    let uses = uses()
    var sightings: [Sighting] = []
    for framework in frameworks(uses) { sightings.append(framework) }
    if let root, let python = PythonRequirement.find(in: root) {
      sightings.append(Sighting(fact: "python", value: python.version.description, place: python.place))
    }
    let known = Set(knowledge.shelf.map(\.name) + knowledge.frameworks.flatMap(\.modules))
    for (name, use) in uses.sorted(by: { $0.key < $1.key }) where known.contains(name) && !name.contains(".")
    {
      sightings.append(Sighting(fact: "library", value: name, place: place(of: use)))
    }
    return sightings
  }

  /// Modules outside the project by dotted name (`aiohttp`, `aiohttp.web`), with how many files import them.
  private func uses() -> [String: Use] {
    let count = ground.modules.count
    let portions = (0..<(count + Self.portion - 1) / Self.portion).map {
      $0 * Self.portion..<min(count, ($0 + 1) * Self.portion)
    }
    let parts = ground.workers.map(
      count: portions.count, piece: 1,
      with: { Project(paths: ground.paths, names: NameReader(ground.nameStorage)) }
    ) { self.uses(in: portions[$1], $0) }
    var uses: [String: Use] = [:]
    for part in parts.compactMap({ $0 }) {
      uses.merge(part) { first, second in
        Use(files: first.files + second.files, module: first.module, offset: first.offset)
      }
    }
    return uses
  }

  /// Files that are looked at together.
  private static let portion = 1000

  private func place(of use: Use) -> Place {
    let module = ground.modules[use.module]
    return Place(path: module.path, line: module.places.line(of: use.offset))
  }

  private func uses(in modules: Range<Int>, _ project: Project) -> [String: Use] {
    var uses: [String: Use] = [:]
    for index in modules {
      let module = ground.modules[index]
      var names: [String: UInt32] = [:]
      for site in module.imports where site.module.level == 0 {
        guard interesting.contains(site.top), project.find(site.module, from: index) == nil else { continue }
        var dotted = module.names[site.module.name]
        if let imported = site.imported { dotted += "." + module.names[imported] }
        while true {
          if names[dotted] == nil { names[dotted] = site.offset }
          guard let dot = dotted.lastIndex(of: ".") else { break }
          dotted = String(dotted[..<dot])
        }
      }
      for (name, offset) in names {
        if uses[name] == nil {
          uses[name] = Use(files: 1, module: index, offset: offset)
        } else {
          uses[name]?.files += 1
        }
      }
    }
    return uses
  }

  /// The frameworks in use, the one that owns the loop first.
  private func frameworks(_ uses: [String: Use]) -> [Sighting] {
    let found = knowledge.frameworks.compactMap { framework -> (Framework, Use)? in
      let best = framework.modules.compactMap { uses[$0] }.max { $0.files < $1.files }
      return best.map { (framework, $0) }
    }
    let outranked = Set(found.flatMap(\.0.outranks))
    return found.filter { !outranked.contains($0.0.id) }.sorted { $0.1.files > $1.1.files }.map {
      framework, use in
      Sighting(fact: "framework", value: framework.id, place: place(of: use))
    }
  }

  static func facts(from sightings: [Sighting]) -> ProjectFacts {
    ProjectFacts(
      python: sightings.first { $0.fact == "python" }.flatMap { PythonVersion($0.value) },
      framework: sightings.first { $0.fact == "framework" }?.value,
      libraries: Set(sightings.filter { $0.fact == "library" }.map(\.value)))
  }
}

/// Light inference: what names, attributes and calls stand for, followed through assignments, annotations and imports.
///
/// It follows values, not control flow: a name that is bound twice may be either. What it cannot tell is no value at all,
/// so that nothing is reported on a guess.
final class Inference {
  let project: Project
  let knowledge: KnowledgeIndex
  let symbols: Symbols
  /// By module and expression: 0 unknown, positive: being worked out at this depth, negative: `~` its place in `results`.
  private var states: [[Int32]]
  private var results: [[Value]] = [[]]
  /// What imports give, by module and import, as far as it is known for good.
  private var imported: [[[Value]?]]
  private var answers: [Question: [Value]] = [:]
  /// The depth of those that are being worked out.
  private var openQuestions: [Question: Int32] = [:]
  let names: NameIndex
  /// The way from texts to names.
  let nameReader: NameReader
  let unwritten: UnwrittenNames
  /// The methods that using any attribute may run.
  private(set) lazy var usedHooks = hooksOfAttributes()
  private(set) lazy var truthMethods = methodsOfTruth()
  /// By module and class.
  private var knownBases: [[[Value]?]]
  private var knownAncestors: [ClassReference: Set<ClassReference>] = [:]
  private var knownLineages: [ClassReference: [Value]] = [:]
  /// How many classes have bases that are being worked out.
  private(set) var openBases = 0
  var decorations: [FunctionReference: Decoration] = [:]
  var knownSubclasses: [ClassReference: [ClassReference]] = [:]
  var knownFacts: [AttributeKey: AttributeFact] = [:]
  var knownConventions: [Int: [Symbol]] = [:]
  var knownImporters: [FunctionReference: Int?] = [:]
  var knownGenerics: [ClassReference: Bool] = [:]
  var knownTypeArguments: [AttributeKey: TypeArgument?] = [:]
  var knownSubjects: [FunctionReference: [Requirement.Subject]] = [:]
  var knownCalledParameters: [FunctionReference: Set<Int>] = [:]
  /// How many functions a callback has gone through on the way that is being followed.
  var handing = 0
  /// Whether modules are tests, as far as it was asked.
  var knownTests: [Bool?]
  var knownInitialisers: [ClassReference: [FunctionReference]] = [:]
  var knownImportCalls: [FunctionReference: [CallReference]] = [:]
  var knownDecorated: [FunctionReference: [FunctionReference]] = [:]
  private var depth: Int32 = 0
  /// The least depth of an expression that an answer had to do without.
  private var cut = Int32.max
  /// Expressions worked out for the one that was asked for.
  private var work = 0
  /// Chains of assignments and calls longer than this are given up.
  static let deepest: Int32 = 60
  /// More possible values than this say nothing.
  static let most = 8
  /// More possible functions say nothing: what all backends of an interface do may well be more than eight.
  static let mostFunctions = 20
  /// After so much work for one question, answers found inside a circle are kept although they may be incomplete.
  static let patience = 4000

  /// What is worked out once and is no expression.
  enum Question: Hashable {
    case global(module: Int, Name)
    case parameter(FunctionReference, Int)
    case decorated(FunctionReference)
    case registered(FunctionReference, Int)
    case field(ClassReference, Name)
    case foreign(Value, Name)
    case listed(ExpressionReference)
    case spread(ExpressionReference, Name?)
    case rest(FunctionReference)
    case mapped(ExpressionReference)
  }

  init(_ ground: InferenceGround, _ symbols: Symbols) {
    nameReader = symbols.names
    project = Project(paths: ground.paths, names: nameReader)
    names = ground.names
    unwritten = ground.unwritten
    self.symbols = symbols
    knowledge = symbols.knowledge
    states = Array(repeating: [], count: project.modules.count)
    imported = Array(repeating: [], count: project.modules.count)
    knownTests = Array(repeating: nil, count: project.modules.count)
    knownBases = Array(repeating: [], count: project.modules.count)
  }

  // MARK: Expressions

  func values(of expression: ExpressionIndex, in module: Int) -> [Value] {
    if states[module].isEmpty {
      states[module] = Array(repeating: 0, count: project.modules[module].expressions.count)
    }
    let state = states[module][Int(expression)]
    if state < 0 { return results[Int(~state)] }
    // An expression that depends on itself adds nothing to itself.
    guard state == 0, depth < Self.deepest else {
      cut = min(cut, state)
      return []
    }
    let (values, isComplete) = solve { depth in
      states[module][Int(expression)] = depth
      return infer(expression, in: module)
    }
    states[module][Int(expression)] = isComplete ? ~place(of: values) : 0
    return values
  }

  /// What a name stands for by its bindings in a module of the project.
  func global(_ name: Name, in module: Int) -> [Value] {
    answer(.global(module: module, name)) {
      let places = project.modules[module].bindings.bindings(of: name, in: ModuleSummary.moduleScope).range
      return places.flatMap { self.values(of: project.modules[module].bindings[$0], in: module) }
    }
  }

  /// The answer to a question, kept when it is complete; a question that depends on itself adds nothing to itself.
  func answer(_ question: Question, _ body: () -> [Value]) -> [Value] {
    if let values = answers[question] { return values }
    guard openQuestions[question] == nil, depth < Self.deepest else {
      cut = min(cut, openQuestions[question] ?? 0)
      return []
    }
    let (values, isComplete) = solve { depth in
      openQuestions[question] = depth
      return body()
    }
    openQuestions[question] = nil
    if isComplete { answers[question] = values }
    return values
  }

  /// Works something out one level deeper, and tells whether the answer lacks nothing because of a circle above it.
  private func solve(_ body: (Int32) -> [Value]) -> (values: [Value], isComplete: Bool) {
    if depth == 0 { work = 0 }
    work += 1
    let outerCut = cut
    cut = .max
    depth += 1
    let values = merged(body(depth))
    // What was found without the rest of a circle is kept only where the circle closes.
    let isComplete = cut >= depth || work > Self.patience
    depth -= 1
    cut = isComplete ? outerCut : min(outerCut, cut)
    return (values, isComplete)
  }

  /// For steps that could lead back to themselves without passing an expression: nothing beyond the greatest depth.
  func deeper(_ body: () -> [Value]) -> [Value] {
    guard depth < Self.deepest else {
      cut = 0
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return body()
  }

  func values(of reference: ExpressionReference) -> [Value] {
    values(of: reference.index, in: reference.module)
  }

  private func place(of values: [Value]) -> Int32 {
    if values.isEmpty { return 0 }
    results.append(values)
    return Int32(results.count - 1)
  }

  /// What an import gives: many names lead to the same one.
  func imported(_ index: ImportIndex, in module: Int, _ body: () -> [Value]) -> [Value] {
    if imported[module].isEmpty {
      imported[module] = Array(repeating: nil, count: project.modules[module].imports.count)
    }
    if let known = imported[module][Int(index)] { return known }
    let outerCut = cut
    cut = .max
    let values = body()
    // What lacks something because of a circle is worked out again.
    if cut == .max { imported[module][Int(index)] = values }
    cut = min(outerCut, cut)
    return values
  }

  func merged(_ values: [Value]) -> [Value] {
    if values.count < 2 { return values }
    var distinct: [Value] = []
    var functions = 0
    for value in values where !distinct.contains(value) {
      if case .function = value { functions += 1 }
      if functions > Self.mostFunctions || distinct.count - functions == Self.most { return [] }
      distinct.append(value)
    }
    return distinct
  }

  private func infer(_ expression: ExpressionIndex, in module: Int) -> [Value] {
    switch project.modules[module].expressions[Int(expression)] {
    case .name(let name, let scope): return lookUp(name, from: scope, in: module)
    case .attribute(let base, let name):
      let values = values(of: base, in: module)
      if values.isEmpty { return [] }
      let given = values.flatMap { typeGiven(for: name, of: $0, base, in: module) }
      if !given.isEmpty { return given }
      let found =
        values.count == 1 ? attribute(name, of: values[0]) : values.flatMap { attribute(name, of: $0) }
      return found.isEmpty ? madeWith(name, values, base, in: module) : found
    case .call(let call): return result(of: call, expression, in: module)
    case .awaited(let operand): return awaited(operand, in: module)
    case .function(let function):
      return [.function(FunctionReference(module: module, index: function), receiver: nil)]
    case .generator(let function): return [.generator(FunctionReference(module: module, index: function))]
    case .either(let options), .both(let options):
      return project.modules[module].parts[options.range].flatMap { values(of: $0, in: module) }
    case .element(let base, let index): return element(of: base, index, expression, in: module)
    case .sequence, .dictionary: return [.container(ExpressionReference(module: module, index: expression))]
    case .iterated(let iterable): return values(of: iterable, in: module).flatMap { elements(of: $0) }
    case .kept(let part): return values(of: part, in: module) + registered(part, in: module)
    case .item(let whole, let place): return values(of: whole, in: module).flatMap { item(place, of: $0) }
    case .excluding(let whole, let type):
      let excluded = instances(ofAnnotation: type, in: module)
      return values(of: whole, in: module).filter { !excluded.contains($0) }
    case .operation(let left, let right, let sign): return operation(sign.method, left, right, in: module)
    case .narrowed(let type): return instances(ofAnnotation: type, in: module)
    case .text, .prefix: return [.instance(symbols.symbol("builtins.str"))]
    case .literal(let literal):
      return project.modules[module].isString(literal) ? [.instance(symbols.symbol("builtins.str"))] : []
    case .comparison, .negated, .unknown: return []
    }
  }

  private func operation(
    _ method: String, _ left: ExpressionIndex, _ right: ExpressionIndex, in module: Int
  ) -> [Value] {
    for (operand, name) in [(left, method), (right, "__r" + method.dropFirst(2))] {
      for value in values(of: operand, in: module) {
        if let type = type(of: value), let result = symbols.result(of: name, on: type) {
          return [.instance(result)]
        }
      }
    }
    return []
  }

  /// The class outside the project of which a value is an object: of a member that is read, what reading it gives.
  func type(of value: Value) -> Symbol? {
    switch value {
    case .instance(let type): type
    case .external(let name): symbols[name].type
    case .member(let name, _): symbols[name].type ?? name
    default: nil
    }
  }

  // MARK: Classes

  func bases(of reference: ClassReference) -> [Value] {
    let (module, place) = (reference.module, Int(reference.index))
    if knownBases[module].isEmpty {
      knownBases[module] = Array(repeating: nil, count: project.modules[module].classes.count)
    }
    if let bases = knownBases[module][place] { return bases }
    knownBases[module][place] = []
    openBases += 1
    defer { openBases -= 1 }
    let expressions = project.modules[reference.module].classes[Int(reference.index)].bases
    let bases = expressions.flatMap { base -> [Value] in
      // `Generic[T]` and the like: the class itself counts.
      if case .element(let inner, _) = project.modules[reference.module].expressions[Int(base)] {
        return values(of: inner, in: reference.module)
      }
      return values(of: base, in: reference.module)
    }
    knownBases[module][place] = bases
    return bases
  }

  /// What a class derives from, in the order in which Python looks for attributes.
  func lineage(of reference: ClassReference) -> [Value] {
    let bases = bases(of: reference)
    if bases.isEmpty { return [] }
    if let known = knownLineages[reference] { return known }
    let lineage = ordered(bases, of: reference)
    // While the bases of a class are being worked out, they seem to be none.
    if openBases == 0 { knownLineages[reference] = lineage }
    return lineage
  }

  private func ordered(_ bases: [Value], of reference: ClassReference) -> [Value] {
    var found: [Value] = []
    collect(bases, into: &found, depth: 0)
    if found.count == bases.count { return found }
    // What several derive from comes after all of them.
    var lineage: [Value] = []
    for base in found.reversed() where base != .classObject(reference) && !lineage.contains(base) {
      lineage.append(base)
    }
    return lineage.reversed()
  }

  /// A class and what it derives from, for each of some bases; classes may be found to derive from each other in a ring.
  private func collect(_ bases: [Value], into found: inout [Value], depth: Int) {
    for base in bases where found.count < Self.mostAncestors {
      found.append(base)
      if case .classObject(let reference) = base, depth < Self.mostAncestors / 4 {
        collect(self.bases(of: reference), into: &found, depth: depth + 1)
      }
    }
  }

  private static let mostAncestors = 64

  /// The classes of the project that a class derives from.
  func ancestors(of reference: ClassReference) -> Set<ClassReference> {
    if let known = knownAncestors[reference] { return known }
    var open = [reference]
    var seen: Set<ClassReference> = [reference]
    var ancestors: Set<ClassReference> = []
    while let current = open.popLast() {
      for case .classObject(let base) in bases(of: current) {
        ancestors.insert(base)
        if seen.insert(base).inserted, seen.count < 32 { open.append(base) }
      }
    }
    knownAncestors[reference] = ancestors
    return ancestors
  }
}

/// What the scan keeps of one Python file: scopes, bindings, functions and what each function does when it runs.
///
/// The syntax tree is thrown away once this is made. Everything refers by index into the arrays of its own module, and
/// what those arrays hold are plain numbers, so that following a value through a project copies nothing. A class, so that
/// all threads look at the same one.
final class ModuleSummary: Sendable {
  /// Relative to the project's root, for people.
  let path: String
  let isPackage: Bool
  let lines: Int
  /// Whether it has as many coroutine functions as are kept, and maybe more.
  let isCut: Bool
  let source: ModuleSource
  let names: NameTable
  /// It owns what `names` looks at.
  private let nameStorage: NameStorage
  /// Those of the words that the scan watches for which the file holds.
  let watched: [Name]
  private let literals: [UInt8]
  let expressions: [Expression]
  /// The parts of expressions that have any number of them, and what functions refer to.
  let parts: [ExpressionIndex]
  let calls: [Call]
  let arguments: [Argument]
  let scopes: [Scope]
  let declared: [DeclaredName]
  let bindings: BindingTable
  /// What methods assign to attributes of their first parameter, by class.
  let attributes: BindingTable
  let functions: [Function]
  let classes: [Class]
  let imports: [ImportSite]
  /// Modules of which everything is imported.
  let starImports: [ImportedModule]
  let awaitRuns: [AwaitRun]
  /// What stands under `if __name__ == "__main__"`.
  let mainGuards: [SourceSpan]
  /// What is put into containers after they are made, by the expression that makes them.
  let fillings: [ExpressionIndex: [Filling]]
  /// `x.name = value` where `x` is not the first parameter of a method.
  let foreignAttributes: [ForeignAttribute]
  /// What `__all__` lists; nil when there is none or it is not a plain list.
  let exports: Set<Name>?
  /// Names and attributes that are assigned a table which calls a function for what it lacks.
  let defaulted: [Name]
  let suppressions: Suppressions

  private let parameters: [Parameter]
  private let actions: [Action]
  private let guards: [Guard]
  private let tries: [Try]

  /// The scope and the function that stand for the module's own body.
  static let moduleScope: ScopeIndex = 0
  static let moduleFunction: FunctionIndex = 0

  init(_ draft: ModuleDraft) {
    path = draft.path
    isPackage = draft.isPackage
    lines = draft.lines
    isCut = draft.coroutines == Lowering.mostCoroutines
    source = draft.source
    names = draft.names.storage.names
    nameStorage = draft.names.storage
    watched = draft.names.met
    literals = draft.literals.packed()
    expressions = draft.expressions.packed()
    calls = draft.calls.packed()
    arguments = draft.arguments.packed()
    scopes = draft.scopes.packed()
    declared = draft.declared.packed()
    bindings = draft.bindings.packed()
    attributes = draft.attributes.packed()
    classes = draft.classes.packed()
    imports = draft.imports.packed()
    starImports = draft.starImports.packed()
    awaitRuns = draft.awaitRuns.packed()
    mainGuards = draft.mainGuards.packed()
    fillings = draft.fillings
    foreignAttributes = draft.foreignAttributes.packed()
    exports = draft.exports
    defaulted = draft.defaulted
    suppressions = draft.suppressions

    var rows = FunctionRows(draft)
    functions = draft.functions.indices.map { rows.add(draft.functions[$0], at: $0) }
    parts = rows.parts
    parameters = rows.parameters
    actions = rows.actions
    guards = rows.guards
    tries = rows.tries
  }

  /// What the functions of a module have any number of, in common arrays.
  private struct FunctionRows {
    var parts: [ExpressionIndex]
    var parameters: [Parameter] = []
    var actions: [Action] = []
    var guards: [Guard] = []
    var tries: [Try] = []

    /// Where the actions of each function begin.
    private var starts: [Int32]

    init(_ draft: ModuleDraft) {
      parts = []
      starts = [Int32](repeating: 0, count: draft.functions.count + 1)
      let functions = draft.functions
      parts.reserveCapacity(
        draft.parts.count
          + functions.reduce(0) { $0 + $1.decorators.count + $1.returned.count + $1.yielded.count })
      parts += draft.parts
      parameters.reserveCapacity(functions.reduce(0) { $0 + $1.parameters.count })
      sort(draft.actions)
    }

    /// Puts the actions of each function together, in their order.
    private mutating func sort(_ all: [FunctionAction]) {
      for action in all { starts[Int(action.function) + 1] += 1 }
      for function in starts.indices.dropFirst() { starts[function] += starts[function - 1] }
      var next = starts
      actions = [Action](unsafeUninitializedCapacity: all.count) { room, count in
        guard let base = room.baseAddress else { return }
        for action in all {
          let function = Int(action.function)
          (base + Int(next[function])).initialize(to: action.action)
          next[function] += 1
        }
        count = all.count
      }
    }

    private static func add<Element>(_ new: [Element], to all: inout [Element]) -> Slice {
      let start = Int32(all.count)
      all += new
      return Slice(start: start, count: Int32(new.count))
    }

    mutating func add(_ draft: FunctionDraft, at index: Int) -> Function {
      Function(
        scope: draft.scope, ownerClass: draft.ownerClass, span: draft.span,
        returnAnnotation: draft.returnAnnotation, isAsync: draft.isAsync, isGenerator: draft.isGenerator,
        isStub: draft.isStub, hasAwait: draft.hasAwait, loopDepth: draft.loopDepth,
        parameters: Self.add(draft.parameters, to: &parameters),
        decorators: Self.add(draft.decorators, to: &parts), returned: Self.add(draft.returned, to: &parts),
        yielded: Self.add(draft.yielded, to: &parts),
        actions: Slice(start: starts[index], count: starts[index + 1] - starts[index]),
        guards: Self.add(draft.guards, to: &guards), tries: Self.add(draft.tries, to: &tries),
        givenTo: draft.givenTo)
    }
  }

  // MARK: Parts of functions

  func parameter(_ place: Int, of function: Function) -> Parameter {
    parameters[function.parameters.range][function.parameters.range.lowerBound + place]
  }

  func parameters(of function: Function) -> ArraySlice<Parameter> { parameters[function.parameters.range] }

  func names(ofParameters function: Function) -> [Name] { parameters(of: function).map(\.name) }

  /// Whether an expression is one of some names.
  func isName(_ expression: ExpressionIndex, among names: [Name]) -> Bool {
    if case .name(let name, _) = expressions[Int(expression)] { names.contains(name) } else { false }
  }

  /// Whether two expressions are the same name, or the same attribute of the same.
  func isSame(_ left: ExpressionIndex, _ right: ExpressionIndex) -> Bool {
    switch (expressions[Int(left)], expressions[Int(right)]) {
    case (.name(let one, _), .name(let other, _)): one == other
    case (.attribute(let base, let one), .attribute(let otherBase, let other)):
      one == other && isSame(base, otherBase)
    default: false
    }
  }

  func decorators(of function: Function) -> ArraySlice<ExpressionIndex> { parts[function.decorators.range] }
  func returned(by function: Function) -> ArraySlice<ExpressionIndex> { parts[function.returned.range] }
  func yielded(by function: Function) -> ArraySlice<ExpressionIndex> { parts[function.yielded.range] }
  func actions(of function: Function) -> ArraySlice<Action> { actions[function.actions.range] }
  func guards(of function: Function) -> ArraySlice<Guard> { guards[function.guards.range] }

  func tries(of function: Function) -> ArraySlice<Try> { tries[function.tries.range] }

  func actions(of function: FunctionIndex) -> ArraySlice<Action> { actions(of: functions[Int(function)]) }

  func decorators(of function: FunctionIndex) -> ArraySlice<ExpressionIndex> {
    decorators(of: functions[Int(function)])
  }

  /// What is defined in the body of a class.
  func methods(of owner: ClassIndex) -> [FunctionIndex] {
    var methods: [FunctionIndex] = []
    bindings.forEach(in: classes[Int(owner)].scope) { _, binding in
      if case .function(let index) = binding { methods.append(index) }
    }
    return methods
  }

  /// Whether a scope declares a name `global`, or `nonlocal`.
  func declares(_ name: Name, _ kind: DeclaredName.Kind, in scope: ScopeIndex) -> Bool {
    scopes[Int(scope)].declaresNames
      && declared.contains { $0.scope == scope && $0.name == name && $0.kind == kind }
  }

  // MARK: Names and places

  /// A literal as written.
  func text(of literal: Literal) -> String { literal.text(in: literals) }

  /// What a literal says: its text without quotes.
  func content(of literal: Literal) -> String { literal.content(in: literals) }

  func says(_ literal: Literal, _ content: String) -> Bool { literal.says(content, in: literals) }

  func isString(_ literal: Literal) -> Bool { literal.isString(in: literals) }

  /// What a plain string says; nil of other literals.
  func string(_ literal: Literal) -> String? {
    isString(literal) ? content(of: literal) : nil
  }

  /// Where its bytes stand as lines and columns.
  var places: LinePlaces { source.places }

  /// `Class.method`, `outer.inner`; `<lambda>` and `<module>` for what has no name.
  func qualifiedName(of function: FunctionIndex) -> String {
    var words: [String] = []
    var scope = functions[Int(function)].scope
    while scope > Self.moduleScope {
      if let name = scopes[Int(scope)].name { words.append(names[name]) }
      scope = scopes[Int(scope)].parent
    }
    return words.isEmpty ? "<module>" : words.reversed().joined(separator: ".")
  }

  /// The name of a function by itself.
  func name(of function: FunctionIndex) -> String {
    scopes[Int(functions[Int(function)].scope)].name.map { names[$0] } ?? "<module>"
  }
}

extension Array {
  /// The same elements in memory of their own, without room for more.
  func packed() -> [Element] { withUnsafeBufferPointer { Array($0) } }
}

/// A name in `NameTable`.
typealias Name = UInt32
typealias ExpressionIndex = Int32
typealias CallIndex = Int32
typealias ScopeIndex = Int32
typealias FunctionIndex = Int32
typealias ClassIndex = Int32
typealias ImportIndex = Int32

/// A run of elements in one of a module's arrays.
struct Slice: Sendable {
  var start: Int32 = 0
  var count: Int32 = 0

  var range: Range<Int> { Int(start)..<Int(start + count) }
  var isEmpty: Bool { count == 0 }
}

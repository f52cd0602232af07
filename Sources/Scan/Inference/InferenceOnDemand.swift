/// What modules import only when it is asked for.
extension Inference {
  // MARK: `__getattr__` of a module

  /// A name that the `__getattr__` of a module gives: it imports it, or a table says where it is.
  func madeOnDemand(_ name: Name, in module: Int) -> [Value] {
    guard let hook = nameReader.find("__getattr__"), case let summary = project.modules[module],
      let place = summary.bindings.bindings(of: hook, in: ModuleSummary.moduleScope).range.first,
      case .function(let function) = summary.bindings[place]
    else { return [] }
    return answer(.global(module: module, name)) {
      let scope = summary.functions[Int(function)].scope
      let imported = summary.bindings.bindings(of: name, in: scope).range.flatMap {
        self.values(of: summary.bindings[$0], in: module)
      }
      return imported.isEmpty ? tabled(name, in: module) : imported
    }
  }

  /// `{"name": ".module"}`, `{"name": (".module", "name")}`, `{"module": ["name", …]}`
  private func tabled(_ name: Name, in module: Int) -> [Value] {
    let summary = project.modules[module]
    let word = nameReader[name]
    var found: [Value] = []
    summary.bindings.forEach(in: ModuleSummary.moduleScope) { _, binding in
      guard found.isEmpty, case .value(let table) = binding,
        case .dictionary(let slice) = summary.expressions[Int(table)]
      else { return }
      for place in stride(from: slice.range.lowerBound, to: slice.range.upperBound - 1, by: 2) {
        guard let key = literalKey(summary.parts[place], in: module) else { continue }
        let words = strings(of: summary.parts[place + 1], in: module)
        if key == word, let path = words.first {
          found = member(words.count > 1 ? words[1] : word, ofModule: path, from: module)
        } else if words.contains(word) {
          found = member(word, ofModule: key, from: module)
        }
        if !found.isEmpty { return }
      }
    }
    return found
  }

  /// A member of a module as a text names it: `.core`, `package.core`, `package.core:member`.
  private func member(_ member: String, ofModule text: String, from module: Int) -> [Value] {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let path = parts.first else { return [] }
    let member = parts.count > 1 ? parts[1] : member
    let level = path.prefix { $0 == "." }.count
    let dotted = nameReader.intern(String(path.dropFirst(level)))
    let candidates = level > 0 ? [Int32(level)] : [0, 1]
    for level in candidates {
      if let target = project.find(ImportedModule(name: dotted, level: level), from: module) {
        return attribute(member, of: .module(target))
      }
    }
    return []
  }

  // MARK: Helpers that import

  /// The module that a function of the project imports whose name a call gives it: `lazy_import("requests")`.
  func moduleImported(by function: FunctionReference, _ call: CallReference) -> [Value] {
    guard let place = importedParameter(of: function),
      let argument = argument(for: place, of: function, in: call),
      let name = strings(of: argument, in: call.module).first
    else { return [] }
    if let target = project.find(name, from: call.module) { return [.module(target)] }
    return [.external(symbols.symbol(name))]
  }

  /// The parameter by which a function is told what to import.
  private func importedParameter(of function: FunctionReference) -> Int? {
    if let known = knownImporters[function] { return known }
    knownImporters[function] = .some(nil)
    let summary = project.modules[function.module]
    let definition = summary.functions[Int(function.index)]
    var place: Int?
    if definition.parameters.count > 0, definition.returned.count > 0 {
      for case .call(let index) in summary.actions(of: definition) {
        let call = summary.calls[Int(index)]
        guard let first = argument(0, of: call, in: function.module),
          let (owner, parameter) = parameter(named: first, in: function.module), owner == function.index,
          values(of: call.callee, in: function.module).contains(where: isImporter)
        else { continue }
        place = parameter
        break
      }
    }
    knownImporters[function] = .some(place)
    return place
  }

  private func isImporter(_ value: Value) -> Bool {
    if case .external(let name) = value, case .importedModule = symbols[name].meaning { true } else { false }
  }

  // MARK: Texts

  /// The strings that an expression may be, as far as they are written out.
  func strings(of expression: ExpressionIndex, in module: Int, depth: Int = 4) -> [String] {
    guard depth > 0 else { return [] }
    let summary = project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .literal(let literal): return summary.string(literal).map { [$0] } ?? []
    case .either(let options), .sequence(let options):
      return summary.parts[options.range].prefix(Self.mostStrings).flatMap {
        strings(of: $0, in: module, depth: depth - 1)
      }
    case .name, .attribute:
      return bindings(of: expression, in: module).flatMap {
        strings(of: $0.index, in: $0.module, depth: depth - 1)
      }
    case .element(let table, _): return held(byTable: table, in: module, depth: depth)
    case .call(let index):
      // `table.get(key)`
      guard
        case .attribute(let table, let method) = summary.expressions[Int(summary.calls[Int(index)].callee)],
        summary.names[method] == "get"
      else { return [] }
      return held(byTable: table, in: module, depth: depth)
    default: return []
    }
  }

  private func held(byTable table: ExpressionIndex, in module: Int, depth: Int) -> [String] {
    values(of: table, in: module).flatMap { value -> [String] in
      guard case .container(let reference) = value, case let summary = project.modules[reference.module],
        case .dictionary(let slice) = summary.expressions[Int(reference.index)],
        slice.count <= 2 * Self.mostStrings
      else { return [] }
      return stride(from: slice.range.lowerBound + 1, to: slice.range.upperBound, by: 2).flatMap {
        strings(of: summary.parts[$0], in: reference.module, depth: depth - 1)
      }
    }
  }

  private static let mostStrings = 32

  /// How a string begins that is put together: `f"on_{event}"`, `"on_" + event`, `"on_%s" % event`.
  func beginning(of expression: ExpressionIndex, in module: Int, depth: Int = 4) -> String? {
    guard depth > 0 else { return nil }
    let summary = project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .prefix(let literal): return summary.content(of: literal)
    case .operation(let left, _, .addition): return strings(of: left, in: module).first
    case .operation(let left, _, .remainder):
      return strings(of: left, in: module).first.map { String($0.prefix { $0 != "%" }) }
    case .call(let index):
      guard
        case .attribute(let text, let method) = summary.expressions[Int(summary.calls[Int(index)].callee)],
        summary.names[method] == "format"
      else { return nil }
      return strings(of: text, in: module).first.map { String($0.prefix { $0 != "{" }) }
    case .name, .attribute:
      return bindings(of: expression, in: module).lazy.compactMap {
        self.beginning(of: $0.index, in: $0.module, depth: depth - 1)
      }.first
    default: return nil
    }
  }

  /// The methods, or functions of a module, whose names begin with a text.
  func members(beginningWith text: String, of owner: Value) -> [Value] {
    guard text.utf8.count > 1 else { return [] }
    var found: [Name] = []
    func collect(_ module: Int, _ scope: ScopeIndex) {
      let summary = project.modules[module]
      summary.bindings.forEach(in: scope) { name, binding in
        if case .function = binding, summary.names[name].hasPrefix(text), !found.contains(name) {
          found.append(name)
        }
      }
    }
    switch owner {
    case .module(.module(let index)): collect(index, ModuleSummary.moduleScope)
    case .object(let reference), .classObject(let reference):
      for case .classObject(let owner) in [.classObject(reference)] + lineage(of: reference) {
        collect(owner.module, project.modules[owner.module].classes[Int(owner.index)].scope)
      }
    default: return []
    }
    return found.count > Self.mostFunctions ? [] : found.flatMap { attribute($0, of: owner) }
  }
}

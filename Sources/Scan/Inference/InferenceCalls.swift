/// What calls give.
extension Inference {
  func result(of index: CallIndex, _ expression: ExpressionIndex, in module: Int) -> [Value] {
    let call = project.modules[module].calls[Int(index)]
    let whole = ExpressionReference(module: module, index: expression)
    let callees = values(of: call.callee, in: module)
    if let task = task(call, callees, in: module) { return task }
    if callees.isEmpty, case let made = classesMade(by: call, in: module), !made.isEmpty {
      return made.map { .object($0) }
    }
    let results = callees.flatMap { callee -> [Value] in
      switch callee {
      case .external(let name): return resultOfExternal(name, call, whole)
      case .member(let name, let model):
        return symbols[name].type.map { bound($0, to: model) } ?? resultOfExternal(name, call, whole)
      case .method(let reference, let method): return result(of: method, reference, call, in: module)
      case .instance(let type): return symbols.result(of: "__call__", on: type).map { [.instance($0)] } ?? []
      case .classObject(let reference): return [.object(reference)]
      case .function(let function, let receiver):
        let given = typeGiven(by: function, receiver: receiver, call.callee, in: module)
        let results = given.isEmpty ? result(ofCalling: function, receiver: receiver) : given
        return results.isEmpty
          ? moduleImported(by: function, CallReference(module: module, index: index)) : results
      case .object(let reference):
        return classMember("__call__", of: reference, isObject: true).flatMap { member -> [Value] in
          guard case .function(let function, let receiver) = member else { return [] }
          return result(ofCalling: function, receiver: receiver)
        }
      // `Callable[…, T]`
      case .containerOf(let reference):
        return generic(reference)?.name == "Callable" ? held(by: reference) : []
      case .picker(let reference): return picked(by: reference, call, in: module)
      case .module, .generator, .container, .mapped, .rest, .typeForm, .parent, .view, .entry, .task:
        return []
      }
    }
    guard project.modules[module].fillings[expression] != nil, results.allSatisfy(isCollection) else {
      return results
    }
    return results + [.container(whole)]
  }

  /// Whether an object may be a container of Python's own library.
  private func isCollection(_ value: Value) -> Bool {
    if case .container = value { return true }
    guard case .instance(let type) = value else { return false }
    return isQueue(value) || Language.collectionModules.contains { symbols.name(type).hasPrefix($0) }
  }

  /// `loop.create_task(…)` on whatever loop.
  private func task(_ call: Call, _ callees: [Value], in module: Int) -> [Value]? {
    guard case .attribute(_, let name) = project.modules[module].expressions[Int(call.callee)],
      Language.taskMakers.contains(project.modules[module].names[name]),
      let coroutine = argument(0, of: call, in: module)
    else { return nil }
    // A function of the project by this name speaks for itself.
    for case .function in callees { return nil }
    return [.task(ExpressionReference(module: module, index: coroutine))]
  }

  /// What awaiting the value of an expression gives.
  func awaited(_ operand: ExpressionIndex, in module: Int) -> [Value] {
    // A future gives what somebody puts into it.
    let values = values(of: operand, in: module).filter { $0 != .instance(symbols.future) }
    if values.isEmpty { return resultFromThread(operand, in: module) }
    return values.flatMap { value -> [Value] in
      switch value {
      case .task(let reference): return deeper { awaited(reference.index, in: reference.module) }
      case .containerOf(let reference):
        guard let (name, _) = generic(reference), Language.awaitables.contains(name) else { return [value] }
        return held(by: reference)
      default: return [value]
      }
    }
  }

  /// What a call gives that runs its argument in another thread: what the argument gives when it is called.
  private func resultFromThread(_ operand: ExpressionIndex, in module: Int) -> [Value] {
    let summary = project.modules[module]
    guard case .call(let index) = summary.expressions[Int(operand)] else { return [] }
    let call = summary.calls[Int(index)]
    let name: Name
    switch summary.expressions[Int(call.callee)] {
    case .name(let called, _), .attribute(_, let called): name = called
    default: return []
    }
    guard let place = knowledge.offLoopArguments[summary.names[name]],
      let callable = argument(place - 1, of: call, in: module)
    else { return [] }
    return provided(by: callable, in: module)
  }

  private func resultOfExternal(_ symbol: Symbol, _ call: Call, _ whole: ExpressionReference) -> [Value] {
    let module = whole.module
    let facts = symbols[symbol]
    if let type = facts.type { return type == symbols.own ? model(of: call, in: module) : [.instance(type)] }
    if let meaning = facts.meaning { return result(of: meaning, call, whole) }
    if call.arguments.count > 0 {
      let made = ["default_factory", "factory"].flatMap { self.made(by: $0, call, in: module) }
      if !made.isEmpty { return made }
    }
    // By convention, what begins with a capital letter is a class, and calling it makes an object.
    return facts.isClassLike ? [.instance(symbol)] : []
  }

  /// An object of the class that is the first argument, or that a query given there began on.
  private func model(of call: Call, in module: Int) -> [Value] {
    guard let first = argument(0, of: call, in: module) else { return [] }
    return values(of: first, in: module).compactMap { value in
      switch value {
      case .classObject(let reference), .member(_, of: let reference): .object(reference)
      default: nil
      }
    }
  }

  func argument(_ place: Int, of call: Call, in module: Int) -> ExpressionIndex? {
    let arguments = project.modules[module].arguments[call.arguments.range]
    guard arguments.count > place else { return nil }
    let argument = arguments[arguments.startIndex + place]
    return argument.kind == .positional ? argument.value : nil
  }

  func keyword(_ name: String, of call: Call, in module: Int) -> ExpressionIndex? {
    let names = project.modules[module].names
    for argument in project.modules[module].arguments[call.arguments.range] {
      if let given = argument.name, names[given] == name { return argument.value }
    }
    return nil
  }

  private func result(
    of meaning: Language.Meaning, _ call: Call, _ whole: ExpressionReference
  ) -> [Value] {
    let module = whole.module
    guard let first = argument(0, of: call, in: module) else {
      switch meaning {
      case .superclasses: return superclasses(of: call, in: module)
      case .gathered: return [.view(whole, .gathered)]
      case .dictionary where call.arguments.count > 0: return [.container(whole)]
      default: return []
      }
    }
    switch meaning {
    case .superclasses: return superclasses(of: call, in: module)
    case .cast: return instances(ofAnnotation: first, in: module)
    case .firstArgument: return values(of: first, in: module)
    case .listed:
      // A list of a list is as good as that; of all else, only the elements are left.
      return values(of: first, in: module).map { value in
        switch value {
        case .container, .containerOf, .view, .classObject, .function: value
        default: .view(whole, .listed)
        }
      }
    case .elementOfFirst: return values(of: first, in: module).flatMap { elements(of: $0) }
    case .entered: return entered(first, isAsync: false, in: module)
    case .mapped: return [.mapped(whole)]
    case .iterator: return call.arguments.count > 1 ? [.mapped(whole)] : values(of: first, in: module)
    case .dictionary, .defaulted: return [.container(whole)]
    case .picker: return [.picker(whole)]
    case .enumerated: return [.view(whole, .enumerated)]
    case .zipped: return [.view(whole, .zipped)]
    case .gathered: return [.view(whole, .gathered)]
    case .bound: return keyword("bound", of: call, in: module).map { values(of: $0, in: module) } ?? []
    case .task: return [.task(ExpressionReference(module: module, index: first))]
    case .secondArgument: return argument(1, of: call, in: module).map { values(of: $0, in: module) } ?? []
    case .attribute:
      guard let second = argument(1, of: call, in: module) else { return [] }
      let owners = values(of: first, in: module)
      let names = strings(of: second, in: module)
      if !names.isEmpty { return owners.flatMap { owner in names.flatMap { attribute($0, of: owner) } } }
      guard let text = beginning(of: second, in: module) else { return [] }
      return owners.flatMap { members(beginningWith: text, of: $0) }
    case .importedModule:
      guard let name = string(first, in: module) else { return [] }
      if let target = project.find(name, from: module) { return [.module(target)] }
      return [.external(symbols.symbol(name))]
    }
  }

  /// The text of a plain string literal.
  func string(_ expression: ExpressionIndex, in module: Int) -> String? {
    guard case .literal(let literal) = project.modules[module].expressions[Int(expression)],
      let text = project.modules[module].string(literal)
    else { return nil }
    return text.isEmpty || text.contains("\\") ? nil : text
  }

  private func made(by keyword: String, _ call: Call, in module: Int) -> [Value] {
    guard let factory = self.keyword(keyword, of: call, in: module) else { return [] }
    return provided(by: factory, in: module)
  }

  /// `super()` stands for what the class around has from those it derives from.
  private func superclasses(of call: Call, in module: Int) -> [Value] {
    guard let owner = project.modules[module].functions[Int(call.function)].ownerClass else { return [] }
    let reference = ClassReference(module: module, index: owner)
    return beside(reference).map { .parent($0) }
      + bases(of: reference).compactMap { base in
        switch base {
        case .classObject(let reference): .parent(reference)
        case .external(let name): .instance(name)
        default: nil
        }
      }
  }

  /// What a call of a function of the project gives: by its annotation, else by what it returns.
  func result(ofCalling reference: FunctionReference, receiver: ClassReference?) -> [Value] {
    let module = reference.module
    let function = project.modules[module].functions[Int(reference.index)]
    if function.isGenerator { return [.generator(reference)] }
    if let annotation = function.returnAnnotation {
      if let receiver, isSelf(annotation, in: module) { return [.object(receiver)] }
      let declared = instances(ofAnnotation: annotation, in: module)
      if isOpen(annotation, in: module) {
        let returned = project.modules[module].returned(by: function).flatMap { values(of: $0, in: module) }
        return returned.isEmpty ? declared : returned
      }
      if !declared.isEmpty { return declared + narrower(than: declared, returnedBy: reference) }
    }
    return project.modules[module].returned(by: function).flatMap { values(of: $0, in: module) }
  }

  /// The classes that a function really gives of those that derive from the declared one.
  private func narrower(than declared: [Value], returnedBy reference: FunctionReference) -> [Value] {
    guard declared.count == 1, case .classObject(let base) = declared[0] else { return [] }
    let summary = project.modules[reference.module]
    return summary.returned(by: summary.functions[Int(reference.index)]).flatMap { returned in
      values(of: returned, in: reference.module).filter { value in
        if case .classObject(let given) = value { ancestors(of: given).contains(base) } else { false }
      }
    }
  }

  private func isSelf(_ annotation: ExpressionIndex, in module: Int) -> Bool {
    let summary = project.modules[module]
    return switch summary.expressions[Int(annotation)] {
    case .name(let name, _), .attribute(_, let name): summary.names[name] == "Self"
    case .element(let generic, let index):
      typingName(of: generic, in: module) == "Optional" && isSelf(index, in: module)
    case .either(let options): summary.parts[options.range].contains { isSelf($0, in: module) }
    case .literal(let literal): summary.string(literal) == "Self"
    default: false
    }
  }
}

/// What stands for a type parameter of a class.
enum TypeArgument {
  /// An annotation that a class which derives from it has put there.
  case given(ExpressionReference)
  /// One of the type parameters of that class in turn.
  case open(Int)
}

/// Type parameters: what a generic class leaves open, and what is put there by those who derive from it or declare an object.
extension Inference {
  /// What an attribute of an object holds that its class declares by a type parameter.
  /// - Parameter base: the expression that stands for the object.
  func typeGiven(for name: Name, of value: Value, _ base: ExpressionIndex, in module: Int) -> [Value] {
    guard case .object(let reference) = value, isGeneric(reference) else { return [] }
    let key = AttributeKey(owner: reference, name: name)
    let argument: TypeArgument?
    if let known = knownTypeArguments[key] {
      argument = known
    } else {
      argument = typeArgument(for: name, of: reference)
      knownTypeArguments[key] = .some(argument)
    }
    return argument.map { values(of: $0, of: reference, base, in: module) } ?? []
  }

  /// What a method gives that is declared to give what a type parameter stands for.
  func typeGiven(
    by function: FunctionReference, receiver: ClassReference?, _ callee: ExpressionIndex, in module: Int
  ) -> [Value] {
    let definition = project.modules[function.module].functions[Int(function.index)]
    guard let receiver, let owner = definition.ownerClass, let annotation = definition.returnAnnotation,
      isGeneric(receiver),
      let argument = typeArgument(
        for: annotation, of: ClassReference(module: function.module, index: owner), seenFrom: receiver),
      case .attribute(let base, _) = project.modules[module].expressions[Int(callee)]
    else { return [] }
    return values(of: argument, of: receiver, base, in: module)
  }

  private func values(
    of argument: TypeArgument, of reference: ClassReference, _ base: ExpressionIndex, in module: Int
  ) -> [Value] {
    switch argument {
    case .given(let annotation): return instances(ofAnnotation: annotation.index, in: annotation.module)
    case .open(let place):
      guard let declared = declared(base, in: module, depth: Self.longestDeclaration),
        case .element(let generic, let index) = project.modules[declared.module].expressions[
          Int(declared.index)]
      else { return [] }
      let parts = parts(of: index, in: declared.module)
      guard parts.count > place, values(of: generic, in: declared.module).contains(.classObject(reference))
      else {
        return []
      }
      return instances(ofAnnotation: parts[place], in: declared.module)
    }
  }

  // MARK: Classes

  /// Whether a class, or one that it derives from, has type parameters.
  private func isGeneric(_ reference: ClassReference) -> Bool {
    if let known = knownGenerics[reference] { return known }
    // While the bases of a class are being worked out, they seem to be none.
    guard openBases == 0 else { return false }
    knownGenerics[reference] = false
    let isGeneric =
      !typeParameters(of: reference).isEmpty
      || ancestors(of: reference).contains { !typeParameters(of: $0).isEmpty }
    knownGenerics[reference] = isGeneric
    return isGeneric
  }

  /// `class C[T]`, `class C(Generic[T])`
  private func typeParameters(of reference: ClassReference) -> [Name] {
    let summary = project.modules[reference.module]
    let definition = summary.classes[Int(reference.index)]
    if !definition.typeParameters.isEmpty { return definition.typeParameters }
    for base in definition.bases {
      guard case .element(let generic, let index) = summary.expressions[Int(base)],
        let name = typingName(of: generic, in: reference.module), name == "Generic" || name == "Protocol"
      else { continue }
      return parts(of: index, in: reference.module).map { part in
        if case .name(let name, _) = summary.expressions[Int(part)] { name } else { .max }
      }
    }
    return []
  }

  private func typeArgument(for name: Name, of start: ClassReference) -> TypeArgument? {
    for case .classObject(let owner) in [.classObject(start)] + lineage(of: start) {
      guard let annotation = annotation(of: name, in: owner) else { continue }
      return annotation.flatMap { typeArgument(for: $0, of: owner, seenFrom: start) }
    }
    return nil
  }

  /// How a class declares an attribute: nil when it does not have it, `.some(nil)` when it says nothing of what that is.
  private func annotation(of name: Name, in owner: ClassReference) -> ExpressionIndex?? {
    let summary = project.modules[owner.module]
    let own = summary.bindings.bindings(of: name, in: summary.classes[Int(owner.index)].scope).range
    let assigned = summary.attributes.bindings(of: name, in: owner.index).range
    if own.isEmpty && assigned.isEmpty { return nil }
    for binding in own.map({ summary.bindings[$0] }) + assigned.map({ summary.attributes[$0] }) {
      switch binding {
      case .annotated(let annotation): return .some(annotation)
      case .function(let index):
        let function = FunctionReference(module: owner.module, index: index)
        if decoration(of: function).isProperty {
          return .some(summary.functions[Int(index)].returnAnnotation)
        }
      case .value(let value):
        // `self.value = value` in the constructor.
        guard let (function, place) = parameter(named: value, in: owner.module) else { continue }
        let parameter = summary.parameter(place, of: summary.functions[Int(function)])
        if let annotation = parameter.annotation { return .some(annotation) }
      default: continue
      }
    }
    return .some(nil)
  }

  /// What stands for a type parameter that an annotation in a class names, `Optional` or not.
  private func typeArgument(
    for annotation: ExpressionIndex, of owner: ClassReference, seenFrom start: ClassReference
  ) -> TypeArgument? {
    let summary = project.modules[owner.module]
    switch summary.expressions[Int(annotation)] {
    case .name(let name, _):
      guard let place = typeParameters(of: owner).firstIndex(of: name) else { return nil }
      return typeArgument(at: place, of: owner, seenFrom: start, depth: Self.longestDeclaration)
    case .either(let options):
      return summary.parts[options.range].lazy.compactMap {
        self.typeArgument(for: $0, of: owner, seenFrom: start)
      }.first
    case .element(let generic, let index):
      guard typingName(of: generic, in: owner.module) == "Optional" else { return nil }
      return typeArgument(for: index, of: owner, seenFrom: start)
    default: return nil
    }
  }

  /// What a class, or those between, puts at a type parameter of a class that it derives from.
  private func typeArgument(
    at place: Int, of owner: ClassReference, seenFrom start: ClassReference, depth: Int
  ) -> TypeArgument? {
    if owner == start { return .open(place) }
    guard depth > 0 else { return nil }
    let summary = project.modules[start.module]
    for base in summary.classes[Int(start.index)].bases {
      var (named, given): (ExpressionIndex, [ExpressionIndex]) = (base, [])
      if case .element(let generic, let index) = summary.expressions[Int(base)] {
        (named, given) = (generic, parts(of: index, in: start.module))
      }
      for case .classObject(let between) in values(of: named, in: start.module)
      where between == owner || ancestors(of: between).contains(owner) {
        switch typeArgument(at: place, of: owner, seenFrom: between, depth: depth - 1) {
        case .given(let annotation): return .given(annotation)
        case .open(let place) where given.count > place:
          if case .name(let name, _) = summary.expressions[Int(given[place])],
            let own = typeParameters(of: start).firstIndex(of: name)
          {
            return .open(own)
          }
          return .given(ExpressionReference(module: start.module, index: given[place]))
        case .open, nil: continue
        }
      }
    }
    return nil
  }

  // MARK: Declarations

  /// So many steps lead from an expression to what declares it.
  private static let longestDeclaration = 8

  /// The annotation `C[…]` that says of what type the value of an expression is.
  private func declared(_ expression: ExpressionIndex, in module: Int, depth: Int) -> ExpressionReference? {
    guard depth > 0 else { return nil }
    let summary = project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .name(let name, let scope):
      return firstBinding(of: name, from: scope, in: module).flatMap {
        declared(by: $0, in: module, depth: depth - 1)
      }
    case .attribute(let base, let name):
      for case .object(let reference) in values(of: base, in: module) {
        for case .classObject(let owner) in [.classObject(reference)] + lineage(of: reference) {
          let other = project.modules[owner.module]
          let own = other.bindings.bindings(of: name, in: other.classes[Int(owner.index)].scope).range
          let assigned = other.attributes.bindings(of: name, in: owner.index).range
          for binding in own.map({ other.bindings[$0] }) + assigned.map({ other.attributes[$0] }) {
            if let found = declared(by: binding, in: owner.module, depth: depth - 1) { return found }
          }
        }
      }
      return nil
    case .call(let index):
      let callee = summary.calls[Int(index)].callee
      if case .element = summary.expressions[Int(callee)] {
        return ExpressionReference(module: module, index: callee)
      }
      for case .function(let function, _) in values(of: callee, in: module) {
        let other = project.modules[function.module]
        guard let annotation = other.functions[Int(function.index)].returnAnnotation else { continue }
        return spelledOut(annotation, in: function.module, depth: depth - 1)
      }
      return nil
    case .awaited(let operand): return declared(operand, in: module, depth: depth - 1)
    default: return nil
    }
  }

  private func declared(by binding: Binding, in module: Int, depth: Int) -> ExpressionReference? {
    let summary = project.modules[module]
    switch binding {
    case .annotated(let annotation): return spelledOut(annotation, in: module, depth: depth)
    case .value(let value): return declared(value, in: module, depth: depth)
    case .parameter(let function, let place):
      let parameter = summary.parameter(Int(place), of: summary.functions[Int(function)])
      return parameter.annotation.flatMap { spelledOut($0, in: module, depth: depth) }
    default: return nil
    }
  }

  /// An annotation as `C[…]`, also where an alias stands for it.
  private func spelledOut(_ annotation: ExpressionIndex, in module: Int, depth: Int) -> ExpressionReference? {
    guard depth > 0 else { return nil }
    let summary = project.modules[module]
    switch summary.expressions[Int(annotation)] {
    case .element(let generic, let index):
      guard let name = typingName(of: generic, in: module) else {
        return ExpressionReference(module: module, index: annotation)
      }
      guard Language.wrappers.contains(name) || name == "Annotated" else { return nil }
      return parts(of: index, in: module).first.flatMap { spelledOut($0, in: module, depth: depth - 1) }
    case .either(let options):
      return summary.parts[options.range].lazy.compactMap {
        self.spelledOut($0, in: module, depth: depth - 1)
      }.first
    case .name(let name, let scope):
      return firstBinding(of: name, from: scope, in: module).flatMap {
        alias($0, in: module, depth: depth - 1)
      }
    case .attribute(let base, let name):
      for case .module(.module(let other)) in values(of: base, in: module) {
        return firstBinding(of: name, from: ModuleSummary.moduleScope, in: other).flatMap {
          alias($0, in: other, depth: depth - 1)
        }
      }
      return nil
    default: return nil
    }
  }

  private func alias(_ binding: Binding, in module: Int, depth: Int) -> ExpressionReference? {
    switch binding {
    case .value(let value): return spelledOut(value, in: module, depth: depth)
    case .imported(let index):
      let site = project.modules[module].imports[Int(index)]
      guard depth > 0, let name = site.imported,
        case .module(let other) = project.find(site.module, from: module)
      else { return nil }
      return firstBinding(of: name, from: ModuleSummary.moduleScope, in: other).flatMap {
        alias($0, in: other, depth: depth - 1)
      }
    default: return nil
    }
  }

  private func firstBinding(of name: Name, from start: ScopeIndex, in module: Int) -> Binding? {
    let summary = project.modules[module]
    var scope = start
    while scope >= 0 {
      let places = summary.bindings.bindings(of: name, in: scope).range
      if !places.isEmpty { return summary.bindings[places.lowerBound] }
      scope = summary.scopes[Int(scope)].parent
    }
    return nil
  }
}

/// What a function's decorators make of it.
struct Decoration {
  var isProperty = false
  /// `@name.setter`, `@name.deleter`: it runs where the property is assigned to, or deleted.
  var isSetter = false
  var isDeleter = false
  var isStatic = false
  var isClassMethod = false
  /// Calling it runs it in another thread.
  var isOffLoop = false
  /// It runs once, and what it gave is given again.
  var isCached = false
  /// It is there to be overridden.
  var isAbstract = false
}

extension Inference {
  func decoration(of reference: FunctionReference) -> Decoration {
    let module = reference.module
    let function = project.modules[module].functions[Int(reference.index)]
    if function.decorators.isEmpty {
      return Decoration(isClassMethod: function.ownerClass != nil && isConstructor(reference))
    }
    if let known = decorations[reference] { return known }
    // A decorator may lead back to what it decorates.
    decorations[reference] = Decoration()
    var decoration = Decoration(isClassMethod: function.ownerClass != nil && isConstructor(reference))
    for decorator in project.modules[module].decorators(of: function) {
      // The names of the language itself need no look-up.
      switch project.modules[module].lastWord(of: decorator).map({ project.modules[module].names[$0] }) {
      case "property", "cached_property": decoration.isProperty = true
      case "setter": decoration.isSetter = true
      case "deleter": decoration.isDeleter = true
      case "staticmethod": decoration.isStatic = true
      case "classmethod": decoration.isClassMethod = true
      case "cache", "lru_cache": decoration.isCached = true
      case "abstractmethod": decoration.isAbstract = true
      default: break
      }
      if decoratorNames(decorator, in: module).contains(where: { knowledge.isOffLoopDecorator($0) }) {
        decoration.isOffLoop = true
      }
    }
    decorations[reference] = decoration
    return decoration
  }

  private func isConstructor(_ reference: FunctionReference) -> Bool {
    let name = project.modules[reference.module].name(of: reference.index)
    return name == "__new__" || name == "__init_subclass__" || name == "__class_getitem__"
  }

  /// The qualified names that a decorator may have; of one that is called, what is called.
  func decoratorNames(_ decorator: ExpressionIndex, in module: Int) -> [String] {
    var target = decorator
    if case .call(let call) = project.modules[module].expressions[Int(decorator)] {
      target = project.modules[module].calls[Int(call)].callee
    }
    return values(of: target, in: module).compactMap { value in
      switch value {
      case .external(let name): symbols.name(name)
      case .function(let reference, _): declaredOffLoopName(reference)
      default: nil
      }
    }
  }
}

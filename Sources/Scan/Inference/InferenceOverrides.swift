/// What stands for a member in classes that derive from the one that is known.
extension Inference {
  /// A class with more subclasses than this is a framework's; what one of them does says nothing.
  private static let mostSubclasses = 20

  /// The classes below one, when they are few.
  func subclasses(of reference: ClassReference) -> [ClassReference] {
    if let known = knownSubclasses[reference] { return known }
    knownSubclasses[reference] = []
    var found: [ClassReference] = []
    var open = [reference]
    while let current = open.popLast() {
      let summary = project.modules[current.module]
      guard let name = summary.scopes[Int(summary.classes[Int(current.index)].scope)].name else { continue }
      for candidate in names.subclasses(name, atMost: 64)
      where candidate != reference && !found.contains(candidate) {
        guard bases(of: candidate).contains(.classObject(current)) else { continue }
        // What a test puts in the place of something does not run outside of it.
        guard !isTest(candidate.module) || isTest(reference.module) else { continue }
        found.append(candidate)
        open.append(candidate)
        if found.count > Self.mostSubclasses { return [] }
      }
    }
    if found.isEmpty, isProtocol(reference) { found = fitting(reference) }
    knownSubclasses[reference] = found
    return found
  }

  /// The classes that have all methods of a protocol without deriving from it. One method is too little to go by, but for
  /// classes beside it.
  private func fitting(_ reference: ClassReference) -> [ClassReference] {
    let summary = project.modules[reference.module]
    var methods: [Name] = []
    summary.bindings.forEach(in: summary.classes[Int(reference.index)].scope) { name, binding in
      if case .function = binding, !summary.names[name].utf8.starts(with: "__".utf8) { methods.append(name) }
    }
    let candidates = methods.map { names.classes(withMethod: $0, atMost: Self.mostUses) }.filter {
      !$0.isEmpty
    }
    guard let candidates = candidates.min(by: { $0.count < $1.count }) else { return [] }
    let found = candidates.filter { candidate in
      let summary = project.modules[candidate.module]
      let scope = summary.classes[Int(candidate.index)].scope
      return candidate != reference && (methods.count > 1 || candidate.module == reference.module)
        && methods.allSatisfy { !summary.bindings.bindings(of: $0, in: scope).isEmpty }
        && (!isTest(candidate.module) || isTest(reference.module)) && !isProtocol(candidate)
    }
    return found.count > Self.mostSubclasses ? [] : found
  }

  func isTest(_ module: Int) -> Bool {
    if let known = knownTests[module] { return known }
    let isTest = project.modules[module].path.split(separator: "/").contains {
      $0 == "tests" || $0 == "test" || $0 == "conftest.py" || $0.hasPrefix("test_")
    }
    knownTests[module] = isTest
    return isTest
  }

  /// The classes that come after one in the order of those which derive from it and from others: mixins.
  func beside(_ reference: ClassReference) -> [ClassReference] {
    var found: [ClassReference] = []
    for below in subclasses(of: reference) {
      let lineage = lineage(of: below)
      guard let place = lineage.firstIndex(of: .classObject(reference)) else { continue }
      for case .classObject(let other) in lineage[(place + 1)...]
      where !found.contains(other) && !ancestors(of: reference).contains(other) {
        found.append(other)
      }
    }
    return found
  }

  /// A member that an object has of no class that this one derives from, but of what classes below add to it.
  func mixedIn(_ name: Name, _ reference: ClassReference) -> [Value] {
    merged(
      subclasses(of: reference).flatMap { below in
        inherited(name, by: below, seenFrom: below, isObject: true)
      })
  }

  /// A member as the classes below have it.
  /// - Parameter isStub: whether the class itself only says that there is one.
  func overridden(_ name: Name, below reference: ClassReference, isStub: Bool = true) -> [Value] {
    if Self.constructors.contains(nameReader[name]) { return [] }
    return merged(
      overriding(name, below: reference, isStub: isStub).flatMap { below in
        ownMember(name, of: below, seenFrom: below, isObject: true).filter { !self.isStub($0) }
      })
  }

  /// The classes below that have a member of their own, and of which objects may be. Where the project makes objects of the
  /// class itself, only those below count that it makes objects of as well.
  func overriding(_ name: Name, below reference: ClassReference, isStub: Bool) -> [ClassReference] {
    let isAbstract = isStub || isAbstract(reference)
    let mayBeItself = !isAbstract && isMade(reference)
    let found = subclasses(of: reference).filter { below in
      (isStub || defines(name, below))
        && (!mayBeItself || isMade(below) || subclasses(of: below).contains { isMade($0) })
    }
    return !isAbstract && found.count > Self.mostOverrides ? [] : found
  }

  private func defines(_ name: Name, _ reference: ClassReference) -> Bool {
    let summary = project.modules[reference.module]
    return !summary.bindings.bindings(of: name, in: summary.classes[Int(reference.index)].scope).isEmpty
  }

  /// Whether the project calls a class by its name.
  private func isMade(_ reference: ClassReference) -> Bool {
    let summary = project.modules[reference.module]
    let scope = summary.classes[Int(reference.index)].scope
    guard let name = summary.scopes[Int(scope)].name else { return false }
    return names.calls(name)?.isEmpty != true
  }

  /// Whether no object is of the class itself but of one below, so that what it does by default may be done otherwise.
  func isAbstract(_ reference: ClassReference) -> Bool {
    bases(of: reference).contains { base in
      if case .external(let name) = base { return symbols.name(name) == Language.abstractClass }
      return false
    }
  }

  /// Where objects are of the class itself as well, what more classes do differently says nothing.
  private static let mostOverrides = 3

  /// A method with what the classes below do instead.
  func withOverrides(_ found: [Value], of name: Name, below reference: ClassReference) -> [Value] {
    guard case .function? = found.first else { return found }
    let isAbstract = isAbstract(reference)
    if !isAbstract, nameReader[name].utf8.starts(with: "__".utf8) { return found }
    let below = deeper { overridden(name, below: reference, isStub: false) }
    if below.isEmpty { return found }
    let all = merged(found + below)
    return all.isEmpty ? found : all
  }

  /// An object is made by the class that is named, not by those below.
  private static let constructors: Set<String> = ["__init__", "__new__", "__post_init__"]

  /// Whether a value is a method that is there to be overridden.
  func isStub(_ value: Value) -> Bool {
    guard case .function(let reference, _) = value else { return false }
    return project.modules[reference.module].functions[Int(reference.index)].isStub
      || decoration(of: reference).isAbstract
  }
}

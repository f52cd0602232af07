/// What is known of a value without running anything.
struct Nature: Sendable {
  var isTrue: Bool?
  var isNone: Bool?
  /// Of a string, when it is known whole.
  var text: String?

  init(isTrue: Bool? = nil, isNone: Bool? = nil, text: String? = nil) {
    self.isTrue = isTrue
    self.isNone = isNone
    self.text = text
  }

  /// Of a literal, as written.
  init(ofLiteral literal: String) {
    switch literal {
    case "None": self.init(isTrue: false, isNone: true)
    case "True": self.init(isTrue: true, isNone: false)
    case "False": self.init(isTrue: false, isNone: false)
    default:
      if let text = Self.unquoted(literal) {
        self.init(isTrue: !text.isEmpty, isNone: false, text: text)
      } else {
        self.init(isTrue: Int(literal).map { $0 != 0 }, isNone: false)
      }
    }
  }

  /// Of a literal that is assigned to something: a number, and a string, may be added to.
  init(ofFixed literal: String) {
    self.init(ofLiteral: literal)
    if literal != "True" && literal != "False" && literal != "None" { isTrue = nil }
    text = nil
  }

  /// Of a member of an enumeration: what its name stands for is in no string.
  init(ofMember name: String) { self.init(isNone: false, text: "\u{0}" + name) }

  static func isMember(_ text: String) -> Bool { text.utf8.first == 0 }

  /// What stands between the quotes of a string; nil when it is none, or has more to it.
  private static func unquoted(_ text: String) -> String? {
    let bytes = text.utf8
    guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), bytes.count > 1,
      bytes.last == quote, !bytes.contains(UInt8(ascii: "\\"))
    else { return nil }
    let inner = bytes.dropFirst().dropLast()
    return inner.contains(quote) ? nil : String(Substring(inner))
  }
}

/// An attribute by the class of its objects.
struct AttributeKey: Hashable {
  let owner: ClassReference
  let name: Name
}

/// What an attribute of the objects of a class is once they are made, by all that is ever assigned to it.
struct AttributeFact {
  var nature = Nature()
  /// Whether it is this from the first to the last.
  var isConstant = false
  /// Whether the constructor sets it.
  var isMadeAtOnce = false
}

extension Inference {
  func literal(_ place: ExpressionReference) -> String? {
    let summary = project.modules[place.module]
    guard case .literal(let literal) = summary.expressions[Int(place.index)] else { return nil }
    return summary.text(of: literal)
  }

  /// Whether a method runs while its object is being made.
  func makesObjects(_ function: FunctionReference) -> Bool {
    Self.makers.contains(project.modules[function.module].name(of: function.index))
  }

  private static let makers: Set<String> = [
    "__init__", "__new__", "__post_init__", "__init_subclass__", "__attrs_post_init__", "model_post_init",
  ]

  // MARK: Values

  /// - Parameter function: the one in which the expression stands, when attributes of its object count.
  func nature(of place: ExpressionReference, from function: FunctionReference? = nil) -> Nature {
    let summary = project.modules[place.module]
    switch summary.expressions[Int(place.index)] {
    case .literal(let literal): return Nature(ofLiteral: summary.text(of: literal))
    case .function: return Nature(isTrue: true, isNone: false)
    case .text, .prefix, .sequence, .dictionary, .comparison, .negated: return Nature(isNone: false)
    case .awaited(let operand): return nature(of: ExpressionReference(module: place.module, index: operand))
    case .call(let index): return nature(ofCalling: summary.calls[Int(index)].callee, in: place.module)
    case .name(let name, let scope):
      return constant(name, from: scope, in: place.module).map { nature(of: $0) } ?? Nature()
    case .attribute(let base, let name):
      if let member = member(name, of: base, in: place.module) { return Nature(ofMember: member) }
      guard let function, !makesObjects(function) else { return Nature() }
      let owners = values(of: base, in: place.module)
      guard owners.count == 1, case .object(let owner) = owners[0] else { return Nature() }
      if let property = accessors(name, of: owner, .read).first { return nature(ofResult: property) }
      return fact(of: name, owner).nature
    default: return Nature()
    }
  }

  /// A member of an enumeration of the project, under a name that no other one has.
  private func member(_ name: Name, of base: ExpressionIndex, in module: Int) -> String? {
    let owners = values(of: base, in: module)
    guard owners.count == 1, case .classObject(let owner) = owners[0], isEnumeration(owner),
      case let summary = project.modules[owner.module],
      summary.bindings.bindings(
        of: name, in: summary.classes[Int(owner.index)].scope
      ).range.count == 1
    else { return nil }
    return "\(owner.module).\(owner.index).\(name)"
  }

  /// What a call gives that makes an object, or of which the annotation says so.
  private func nature(ofCalling callee: ExpressionIndex, in module: Int) -> Nature {
    let callees = values(of: callee, in: module)
    guard callees.count == 1 else { return Nature() }
    switch callees[0] {
    case .classObject(let reference): return nature(ofObject: reference)
    case .external(let name): return Nature(isNone: isClassName(name) ? false : nil)
    case .function(let target, _): return nature(ofResult: target)
    default: return Nature()
    }
  }

  private func nature(ofObject reference: ClassReference) -> Nature {
    let hasTruth = ["__bool__", "__len__"].contains {
      !classMember(nameReader.intern($0), of: reference, isObject: true, isBelow: false).isEmpty
    }
    // An empty dictionary is false.
    let isContainer = bases(of: reference).contains { base in
      guard case .external(let name) = base else { return false }
      return Language.emptiable.contains { symbols.name(name).hasPrefix($0) }
    }
    return Nature(isTrue: hasTruth || isContainer ? nil : true, isNone: false)
  }

  private func nature(ofResult function: FunctionReference) -> Nature {
    let definition = project.modules[function.module].functions[Int(function.index)]
    guard let annotation = definition.returnAnnotation else { return Nature() }
    return nature(ofAnnotation: annotation, in: function.module)
  }

  /// What is declared to be of one plain class.
  private func nature(ofAnnotation annotation: ExpressionIndex, in module: Int) -> Nature {
    switch project.modules[module].expressions[Int(annotation)] {
    case .name, .attribute: break
    default: return Nature()
    }
    let declared = values(of: annotation, in: module)
    guard declared.count == 1 else { return Nature() }
    switch declared[0] {
    case .classObject(let reference): return nature(ofObject: reference)
    case .external(let name):
      let isPlain =
        Language.plainTypes.contains(symbols.name(name))
        || isClassName(name) && !Language.openAnnotations.contains(symbols.name(name))
      return Nature(isNone: isPlain ? false : nil)
    default: return Nature()
    }
  }

  /// Classes are written with a capital.
  private func isClassName(_ name: Symbol) -> Bool {
    symbols[name].last.utf8.first.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 } ?? false
  }

  /// The value of a global name in capitals, or with an underscore before it, that is bound once and for all.
  func constant(_ name: Name, from start: ScopeIndex, in module: Int) -> ExpressionReference? {
    let summary = project.modules[module]
    var scope = start
    while scope > ModuleSummary.moduleScope {
      if !summary.bindings.bindings(of: name, in: scope).isEmpty { return nil }
      scope = summary.scopes[Int(scope)].parent
    }
    let places = summary.bindings.bindings(of: name, in: ModuleSummary.moduleScope).range
    guard places.count == 1, case .value(let value) = summary.bindings[places.lowerBound],
      case .literal(let text) = summary.expressions[Int(value)], Self.isConstantName(summary.names[name]),
      Nature(ofFixed: summary.text(of: text)).isTrue != nil,
      names.foreignAttributes(name)?.isEmpty == true
    else { return nil }
    return ExpressionReference(module: module, index: value)
  }

  private static func isConstantName(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "_")
      || !text.utf8.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }

  // MARK: Attributes

  func fact(of name: Name, _ owner: ClassReference) -> AttributeFact {
    let key = AttributeKey(owner: owner, name: name)
    if let known = knownFacts[key] { return known }
    // What it is may depend on itself.
    knownFacts[key] = AttributeFact()
    let fact = workOut(key)
    knownFacts[key] = fact
    return fact
  }

  /// The classes whose methods may set an attribute of an object of a class.
  private func family(of owner: ClassReference) -> Set<ClassReference> {
    var family = ancestors(of: owner)
    family.insert(owner)
    for below in subclasses(of: owner) {
      family.insert(below)
      family.formUnion(ancestors(of: below))
    }
    return family
  }

  private func isObject(_ value: Value, of family: Set<ClassReference>) -> Bool {
    switch value {
    case .object(let reference), .classObject(let reference), .parent(let reference):
      family.contains(reference)
    default: false
    }
  }

  private func workOut(_ key: AttributeKey) -> AttributeFact {
    var natures: [Nature] = []
    var fact = AttributeFact(isConstant: true)
    let family = family(of: key.owner)
    for reference in family {
      let summary = project.modules[reference.module]
      let name = key.name
      let definition = summary.classes[Int(reference.index)]
      // What the class declares, whoever makes an object of it may set.
      if definition.fields.contains(name) { return AttributeFact() }
      for place in summary.bindings.bindings(of: name, in: definition.scope).range {
        guard case .value(let value) = summary.bindings[place],
          let text = literal(ExpressionReference(module: reference.module, index: value))
        else { return AttributeFact() }
        natures.append(Nature(ofFixed: text))
      }
      let places = summary.attributes.bindings(of: name, in: reference.index).range
      let declared = places.lazy.compactMap { place -> Nature? in
        guard case .annotated(let annotation) = summary.attributes[place] else { return nil }
        return self.nature(ofAnnotation: annotation, in: reference.module)
      }.first
      for place in places {
        switch summary.attributes[place] {
        case .annotated: continue
        case .value(let value):
          let assigned = ExpressionReference(module: reference.module, index: value)
          if let text = literal(assigned) {
            natures.append(Nature(ofFixed: text))
            continue
          }
          fact.isConstant = false
          let nature = nature(of: assigned)
          if case .call(let call) = summary.expressions[Int(value)] {
            let maker = FunctionReference(
              module: reference.module, index: summary.calls[Int(call)].function)
            if makesObjects(maker) { fact.isMadeAtOnce = true }
          }
          // An annotation is believed where the constructor calls something for it.
          natures.append(nature.isNone == nil && fact.isMadeAtOnce ? declared ?? nature : nature)
        default: return AttributeFact()
        }
      }
    }
    guard let foreign = names.foreignAttributes(key.name) else { return AttributeFact() }
    for place in foreign {
      let attribute = project.modules[place.module].foreignAttributes[place.index]
      let bases = values(of: attribute.base, in: place.module)
      if !bases.isEmpty, !bases.contains(where: { isObject($0, of: family) }) { continue }
      let assigned = ExpressionReference(module: place.module, index: attribute.value)
      natures.append(literal(assigned).map { Nature(ofFixed: $0) } ?? nature(of: assigned))
    }
    // What has no underscore before it, those who use the class may set.
    guard let first = natures.first, !fact.isConstant || nameReader[key.name].utf8.first == UInt8(ascii: "_")
    else {
      return AttributeFact()
    }
    fact.nature = Nature(
      isTrue: natures.allSatisfy { $0.isTrue == first.isTrue } ? first.isTrue : nil,
      isNone: natures.allSatisfy { $0.isNone == first.isNone } ? first.isNone : nil)
    return fact
  }
}

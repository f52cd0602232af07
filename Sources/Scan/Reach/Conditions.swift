/// Reads conditions as requirements on what a function was given.
struct Conditions {
  enum Reading {
    /// Nobody can tell.
    case open
    case never
    /// All of these, and perhaps more.
    case needs([Requirement])
  }

  let function: FunctionReference
  let inference: Inference
  /// Whether to look into what attributes of objects are.
  var asksAttributes = true
  private static let deepest = 4

  private var summary: ModuleSummary { inference.project.modules[function.module] }
  private var definition: Function { summary.functions[Int(function.index)] }

  func reading(of condition: Guard.Condition) -> Reading {
    switch condition {
    case .holds(let expression): reading(of: expression, holds: true)
    case .fails(let expression): reading(of: expression, holds: false)
    case .someHolds(let parts): any(of: parts, hold: true)
    case .someFails(let parts): any(of: parts, hold: false)
    case .raised, .untold: .open
    }
  }

  private func reading(of expression: ExpressionIndex, holds: Bool, depth: Int = 0) -> Reading {
    if let requirement = requirement(of: expression, holds: holds) { return .needs([requirement]) }
    switch summary.expressions[Int(expression)] {
    case .negated(let inner): return reading(of: inner, holds: !holds, depth: depth)
    case .both(let parts): return holds ? all(of: parts, depth: depth) : any(of: parts, hold: false)
    case .attribute: return attribute(expression, holds ? .isTrue : .isFalse)
    case .comparison(let left, let right, let comparison):
      guard isNone(right) else { return .open }
      if case .name(let name, let scope) = summary.expressions[Int(left)] {
        let isAsked = comparison == .identical || comparison == .equal
        return isAsked == holds && isFilled(name, scope) ? .never : .open
      }
      switch comparison {
      case .equal, .identical: return attribute(left, holds ? .isNone : .isNotNone)
      case .notEqual, .notIdentical: return attribute(left, holds ? .isNotNone : .isNone)
      default: return .open
      }
    case .call(let index) where !holds: return missing(index)
    case .name(let name, let scope):
      guard depth < Self.deepest, scope == definition.scope else {
        return constant(name, scope, holds: holds)
      }
      if !holds, isFilled(name, scope) { return .never }
      let places = summary.bindings.bindings(of: name, in: scope).range
      // A flag: `is_remote = address is not None and …`
      guard places.count == 1, case .value(let value) = summary.bindings[places.lowerBound],
        value < expression
      else { return places.isEmpty ? constant(name, scope, holds: holds) : .open }
      switch summary.expressions[Int(value)] {
      case .both, .negated, .comparison, .attribute: return reading(of: value, holds: holds, depth: depth + 1)
      default: return .open
      }
    default: return .open
    }
  }

  private func all(of parts: Slice, depth: Int) -> Reading {
    var needed: [Requirement] = []
    for part in summary.parts[parts.range] {
      switch reading(of: part, holds: true, depth: depth) {
      case .open: continue
      case .never: return .never
      case .needs(let requirements): needed += requirements
      }
    }
    return needed.isEmpty ? .open : .needs(needed)
  }

  /// At least one of several: what all of them need.
  private func any(of parts: Slice, hold: Bool) -> Reading {
    var common: [Requirement]?
    for part in summary.parts[parts.range] {
      switch reading(of: part, holds: hold, depth: Self.deepest) {
      case .open: return .open
      case .never: continue
      case .needs(let requirements):
        common = common.map { known in known.filter(requirements.contains) } ?? requirements
      }
    }
    guard let common else { return .never }
    return common.isEmpty ? .open : .needs(common)
  }

  // MARK: What does not change

  private func isNone(_ expression: ExpressionIndex) -> Bool {
    inference.literal(ExpressionReference(module: function.module, index: expression)) == "None"
  }

  /// A test on an attribute of the object that the method is called on.
  private func attribute(_ expression: ExpressionIndex, _ test: Requirement.Test) -> Reading {
    guard asksAttributes, case .attribute(let base, let name) = summary.expressions[Int(expression)],
      let owner = owner(of: base)
    else { return .open }
    if test == .isTrue || test == .isNotNone,
      Emptying(function: function, inference: inference).isEmpty(at: expression)
    {
      return .never
    }
    let fact = inference.fact(of: name, owner)
    let isMet: Bool? =
      switch test {
      case .isTrue: fact.nature.isTrue
      case .isFalse: fact.nature.isTrue.map { !$0 }
      case .isNone: fact.nature.isNone
      case .isNotNone: fact.nature.isNone.map { !$0 }
      default: nil
      }
    guard isMet == false else { return .open }
    return fact.isConstant ? .never : .needs([.unfinished])
  }

  /// `hasattr(self, "name")` fails while the constructor has not set it.
  private func missing(_ index: CallIndex) -> Reading {
    let call = summary.calls[Int(index)]
    guard asksAttributes, case .name(let name, _) = summary.expressions[Int(call.callee)],
      summary.names[name] == "hasattr", let base = inference.argument(0, of: call, in: function.module),
      let owner = owner(of: base), let key = inference.argument(1, of: call, in: function.module),
      let text = inference.nature(of: ExpressionReference(module: function.module, index: key)).text,
      inference.fact(of: inference.nameReader.intern(text), owner).isMadeAtOnce
    else { return .open }
    return .needs([.unfinished])
  }

  /// The class of the object that the method is called on, when an expression stands for it.
  private func owner(of base: ExpressionIndex) -> ClassReference? {
    let definition = definition
    guard case .name(let name, let scope) = summary.expressions[Int(base)], scope == definition.scope,
      let owner = definition.ownerClass, definition.parameters.count > 0,
      summary.parameter(0, of: definition).name == name,
      case let decoration = inference.decoration(of: function), !decoration.isStatic,
      !decoration.isClassMethod
    else { return nil }
    return ClassReference(module: function.module, index: owner)
  }

  /// A global name in capitals, or one with an underscore before it, that nobody assigns to again.
  private func constant(_ name: Name, _ scope: ScopeIndex, holds: Bool) -> Reading {
    guard asksAttributes, let value = inference.constant(name, from: scope, in: function.module) else {
      return .open
    }
    return inference.nature(of: value).isTrue == !holds ? .never : .open
  }

  /// Whether a global name has been given its value before the loop runs.
  private func isFilled(_ name: Name, _ scope: ScopeIndex) -> Bool {
    asksAttributes && ImportTime(inference: inference).hasFilled(name, in: scope, by: function)
  }

  // MARK: Parameters

  private func requirement(of expression: ExpressionIndex, holds: Bool) -> Requirement? {
    switch summary.expressions[Int(expression)] {
    case .call(let index):
      if let (subject, start) = beginning(index) {
        return Requirement(subject: subject, test: holds ? .begins(start) : .beginsOtherwise(start))
      }
      fallthrough
    case .name, .attribute:
      let test = holds ? Requirement.Test.isTrue : .isFalse
      return subject(expression, for: test).map { Requirement(subject: $0, test: test) }
    case .comparison(let left, let right, let comparison):
      let isSame: Bool
      switch comparison {
      case .equal, .identical: isSame = holds
      case .notEqual, .notIdentical: isSame = !holds
      case .contained, .notContained:
        guard let subject = subject(right), let part = nature(of: left).text else { return nil }
        return Requirement(
          subject: subject, test: (comparison == .contained) == holds ? .holds(part) : .lacks(part))
      case .less: return limit(left, right, holds: holds)
      case .greater: return limit(right, left, holds: holds)
      case .lessOrEqual: return limit(right, left, holds: !holds)
      case .greaterOrEqual: return limit(left, right, holds: !holds)
      }
      let plain = subject(left)
      guard plain != nil || isParameter(left) else { return nil }
      let other = nature(of: right)
      if other.isNone == true {
        let test = isSame ? Requirement.Test.isNone : .isNotNone
        return (plain ?? subject(left, for: test)).map { Requirement(subject: $0, test: test) }
      }
      guard let subject = plain else { return nil }
      if let text = other.text {
        return Requirement(subject: subject, test: isSame ? .equals(text) : .differs(text))
      }
      guard let isTrue = other.isTrue, isBoolean(right) else { return nil }
      // `if switch is True: return` leaves what is no more than `True`, `False` or `None`.
      if !isSame { return isTrue && isSwitch(subject) ? Requirement(subject: subject, test: .isFalse) : nil }
      return Requirement(subject: subject, test: isTrue ? .isTrue : .isFalse)
    default: return nil
    }
  }

  /// `turn < limit`, where turns are counted from 0: the limit is more than 0.
  private func limit(_ turn: ExpressionIndex, _ limit: ExpressionIndex, holds: Bool) -> Requirement? {
    guard holds, case .name(let name, let scope) = summary.expressions[Int(turn)],
      case let places = summary.bindings.bindings(of: name, in: scope).range, places.count == 1,
      case .iteration(let iterable) = summary.bindings[places.lowerBound],
      case .call(let index) = summary.expressions[Int(iterable)],
      case let call = summary.calls[Int(index)], call.arguments.count == 1,
      case .name(let callee, _) = summary.expressions[Int(call.callee)], summary.names[callee] == "range"
    else { return nil }
    return subject(limit).map { Requirement(subject: $0, test: .isTrue) }
  }

  /// Of a literal, or a member of an enumeration.
  private func nature(of expression: ExpressionIndex) -> Nature {
    switch summary.expressions[Int(expression)] {
    case .literal(let literal): Nature(ofLiteral: summary.text(of: literal))
    case .attribute:
      inference.nature(of: ExpressionReference(module: function.module, index: expression))
    default: Nature()
    }
  }

  /// Whether a parameter is `True`, `False` or `None` when it is not given.
  private func isSwitch(_ subject: Requirement.Subject) -> Bool {
    guard case .parameter(let place) = subject,
      let value = summary.parameter(place, of: definition).defaultValue
    else { return false }
    return isBoolean(value) || isNone(value)
  }

  private func isBoolean(_ expression: ExpressionIndex) -> Bool {
    let text = inference.literal(ExpressionReference(module: function.module, index: expression))
    return text == "True" || text == "False"
  }

  /// `name.startswith("text")`
  private func beginning(_ index: CallIndex) -> (Requirement.Subject, String)? {
    let call = summary.calls[Int(index)]
    guard case .attribute(let base, let method) = summary.expressions[Int(call.callee)],
      summary.names[method] == "startswith", let subject = subject(base),
      let argument = inference.argument(0, of: call, in: function.module),
      let text = nature(of: argument).text
    else { return nil }
    return (subject, text)
  }

  /// The parameter that a name stands for, when nothing else is assigned to it before.
  /// - Parameter test: what is asked of it: where it is only assigned to when it passes, it passes only if what was given does.
  func subject(_ expression: ExpressionIndex, for test: Requirement.Test? = nil) -> Requirement.Subject? {
    guard case .name(let name, let scope) = summary.expressions[Int(expression)] else {
      return keyword(expression) ?? field(expression)
    }
    let definition = definition
    guard scope == definition.scope else { return nil }
    var found: Requirement.Subject?
    for place in summary.bindings.bindings(of: name, in: scope).range {
      switch summary.bindings[place] {
      case .parameter(function.index, let place):
        guard summary.parameter(Int(place), of: definition).kind != .keywordVariadic else { return nil }
        found = .parameter(Int(place))
      case .annotated: continue
      // What comes later in the source comes later, where nothing is repeated.
      case .value(let value) where value > expression && definition.loopDepth == 0: continue
      case .value(let value) where found == nil:
        guard let keyword = keyword(value) else { return nil }
        found = keyword
      case .value(let value) where value < expression:
        guard let test, let found, isAssigned(value, onlyWhere: found, test) else { return nil }
      default: return nil
      }
    }
    return found
  }

  /// Whether a name is that of a parameter, whatever else is assigned to it.
  private func isParameter(_ expression: ExpressionIndex) -> Bool {
    guard case .name(let name, definition.scope) = summary.expressions[Int(expression)] else { return false }
    return summary.parameters(of: definition).contains { $0.name == name }
  }

  /// Whether what a call gives is assigned only where a parameter passes a test: `if address: address = resolve(address)`.
  private func isAssigned(
    _ value: ExpressionIndex, onlyWhere subject: Requirement.Subject, _ test: Requirement.Test
  ) -> Bool {
    guard test == .isTrue || test == .isNotNone, case .call(let index) = summary.expressions[Int(value)]
    else { return false }
    let span = summary.calls[Int(index)].span
    return summary.guards(of: definition).contains { candidate in
      guard candidate.span.start <= span.start, span.end <= candidate.span.end else { return false }
      switch candidate.condition {
      // What a condition asks stands before what it guards, so that this comes to an end.
      case .holds(let question) where question < value, .fails(let question) where question < value:
        guard case .needs(let requirements) = reading(of: candidate.condition) else { return false }
        return requirements.contains {
          $0.subject == subject && ($0.test == test || $0.test == .isTrue && test == .isNotNone)
        }
      default: return false
      }
    }
  }

  /// In a constructor, the parameter that an attribute was set to, once and for all.
  private func field(_ expression: ExpressionIndex) -> Requirement.Subject? {
    guard case .attribute(let base, let name) = summary.expressions[Int(expression)],
      inference.makesObjects(function), let owner = owner(of: base),
      case let places = summary.attributes.bindings(of: name, in: owner.index).range, places.count == 1,
      case .value(let value) = summary.attributes[places.lowerBound], value < expression,
      case .name(_, let scope) = summary.expressions[Int(value)], scope == definition.scope
    else { return nil }
    return subject(value)
  }

  /// `keywords.get("name")`
  private func keyword(_ expression: ExpressionIndex) -> Requirement.Subject? {
    guard case .call(let index) = summary.expressions[Int(expression)],
      case let call = summary.calls[Int(index)],
      case .attribute(let base, let method) = summary.expressions[Int(call.callee)],
      ["get", "pop"].contains(summary.names[method]),
      case .name(let name, let scope) = summary.expressions[Int(base)], scope == definition.scope,
      summary.parameters(of: definition).contains(where: { $0.kind == .keywordVariadic && $0.name == name }),
      let word = inference.argument(0, of: call, in: function.module).flatMap({ nature(of: $0).text })
    else { return nil }
    guard let other = inference.argument(1, of: call, in: function.module) else {
      return .keyword(word, default: "None")
    }
    return inference.literal(ExpressionReference(module: function.module, index: other)).map {
      .keyword(word, default: $0)
    }
  }
}

/// What a parameter has to be for a part of its function to run.
struct Requirement: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    /// By its place.
    case parameter(Int)
    /// `keywords.get("name", default)` of a parameter `**keywords`; the default as written.
    case keyword(String, default: String)
  }

  enum Test: Hashable, Sendable {
    case isTrue, isFalse, isNone, isNotNone
    /// A string.
    case equals(String), differs(String), begins(String), beginsOtherwise(String)
  }

  let subject: Subject
  let test: Test
}

/// What a call is known to give for a parameter that decides what its function does.
struct Given: Sendable {
  enum Meaning: Sendable {
    /// A value of which this much is known.
    case value(isTrue: Bool?, isNone: Bool?, text: String? = nil)
    /// What the calling function itself was given for a parameter of its own.
    case handedOn(Requirement.Subject)
  }

  let subject: Requirement.Subject
  let meaning: Meaning

  /// What has to hold of the calling function's parameters; nil: nothing helps, the call never gets there.
  static func lift(_ requirements: [Requirement], through given: [Given]) -> [Requirement]? {
    var lifted: [Requirement] = []
    for requirement in requirements {
      guard let meaning = given.first(where: { $0.subject == requirement.subject })?.meaning else { continue }
      switch meaning {
      case .handedOn(let subject): lifted.append(Requirement(subject: subject, test: requirement.test))
      case .value(let isTrue, let isNone, let text):
        switch requirement.test {
        case .equals(let wanted) where isNone == true || text != nil && text != wanted: return nil
        case .differs(let other) where text == other: return nil
        case .begins(let start) where text?.hasPrefix(start) == false: return nil
        case .beginsOtherwise(let start) where text?.hasPrefix(start) == true: return nil
        case .isTrue where isTrue == false, .isFalse where isTrue == true: return nil
        case .isNone where isNone == false, .isNotNone where isNone == true: return nil
        default: continue
        }
      }
    }
    return lifted
  }
}

/// Reads the conditions of a function on its own parameters, and what calls in it give to others that have such conditions:
/// `save(data, sync=False)` never runs what stands under `if sync:`.
struct Circumstances {
  let function: FunctionReference
  let inference: Inference

  private var summary: ModuleSummary { inference.project.modules[function.module] }

  /// What has to hold of the function's parameters for what stands at a place to run.
  func requirements(around span: SourceSpan) -> [Requirement] {
    var found: [Requirement] = []
    for candidate in guards(of: function)
    where candidate.span.start <= span.start && span.end <= candidate.span.end {
      if let requirement = requirement(of: candidate.condition, in: function), !found.contains(requirement) {
        found.append(requirement)
      }
    }
    return found
  }

  /// What a call gives to the parameters that decide what the called function does.
  func given(by call: CallIndex, to target: FunctionReference) -> [Given] {
    var given: [Given] = []
    for candidate in guards(of: target) {
      guard let subject = requirement(of: candidate.condition, in: target)?.subject,
        !given.contains(where: { $0.subject == subject }), isCalled(target, by: call),
        let meaning = meaning(of: subject, of: target, given: call)
      else { continue }
      given.append(Given(subject: subject, meaning: meaning))
    }
    return given + switches(givenBy: call, to: target, besides: given)
  }

  /// Switches that the called function may hand on to others that have such conditions.
  private func switches(
    givenBy call: CallIndex, to target: FunctionReference, besides known: [Given]
  ) -> [Given] {
    let summary = summary
    let arguments = summary.arguments[summary.calls[Int(call)].arguments.range]
    if !arguments.contains(where: { isSwitch($0.value) }) || !isCalled(target, by: call) { return [] }
    let site = CallReference(module: function.module, index: call)
    return (0..<Int(definition(target).parameters.count)).compactMap { place -> Given? in
      guard !known.contains(where: { $0.subject == .parameter(place) }),
        let argument = inference.argument(for: place, of: target, in: site), isSwitch(argument)
      else { return nil }
      return meaning(of: .parameter(place), of: target, given: call).map {
        Given(subject: .parameter(place), meaning: $0)
      }
    }
  }

  /// `True`, `False` or `None`, or a parameter of the function that is one of these.
  private func isSwitch(_ argument: ExpressionIndex) -> Bool {
    func isLiteral(_ expression: ExpressionIndex?) -> Bool {
      ["True", "False", "None"].contains(expression.flatMap { literal($0, in: function.module) })
    }
    if isLiteral(argument) { return true }
    guard case .parameter(let place) = subject(argument, of: function) else { return false }
    let own = self.parameter(place, of: function)
    if isLiteral(own.defaultValue) { return true }
    let summary = summary
    guard let annotation = own.annotation, case .name(let name, _) = summary.expressions[Int(annotation)]
    else {
      return false
    }
    return summary.names[name] == "bool"
  }

  private func definition(_ reference: FunctionReference) -> Function {
    inference.project.modules[reference.module].functions[Int(reference.index)]
  }

  private func guards(of reference: FunctionReference) -> ArraySlice<Guard> {
    inference.project.modules[reference.module].guards(of: definition(reference))
  }

  private func parameter(_ place: Int, of reference: FunctionReference) -> Parameter {
    inference.project.modules[reference.module].parameter(place, of: definition(reference))
  }

  // MARK: Conditions

  private func requirement(of condition: Guard.Condition, in owner: FunctionReference) -> Requirement? {
    switch condition {
    case .holds(let expression): requirement(of: expression, holds: true, in: owner)
    case .fails(let expression): requirement(of: expression, holds: false, in: owner)
    case .someHolds, .someFails, .raised: nil
    }
  }

  private func requirement(
    of expression: ExpressionIndex, holds: Bool, in owner: FunctionReference
  ) -> Requirement? {
    switch inference.project.modules[owner.module].expressions[Int(expression)] {
    case .call(let index):
      if let (subject, start) = beginning(index, in: owner) {
        return Requirement(subject: subject, test: holds ? .begins(start) : .beginsOtherwise(start))
      }
      fallthrough
    case .name:
      return subject(expression, of: owner).map {
        Requirement(subject: $0, test: holds ? .isTrue : .isFalse)
      }
    case .comparison(let left, let right, let comparison):
      let isSame: Bool
      switch comparison {
      case .equal, .identical: isSame = holds
      case .notEqual, .notIdentical: isSame = !holds
      default: return nil
      }
      guard let subject = subject(left, of: owner) else { return nil }
      switch literal(right, in: owner.module) {
      case "None": return Requirement(subject: subject, test: isSame ? .isNone : .isNotNone)
      case "True" where isSame: return Requirement(subject: subject, test: .isTrue)
      case "False" where isSame: return Requirement(subject: subject, test: .isFalse)
      case let text?:
        return Self.unquoted(text).map {
          Requirement(subject: subject, test: isSame ? .equals($0) : .differs($0))
        }
      case nil: return nil
      }
    default: return nil
    }
  }

  /// `name.startswith("text")`
  private func beginning(
    _ index: CallIndex, in owner: FunctionReference
  ) -> (Requirement.Subject, String)? {
    let summary = inference.project.modules[owner.module]
    let call = summary.calls[Int(index)]
    guard case .attribute(let base, let method) = summary.expressions[Int(call.callee)],
      summary.names[method] == "startswith", let subject = subject(base, of: owner),
      let text = inference.argument(0, of: call, in: owner.module).flatMap({ literal($0, in: owner.module) })
    else { return nil }
    return Self.unquoted(text).map { (subject, $0) }
  }

  /// What stands between the quotes of a string; nil when it is none, or has more to it.
  private static func unquoted(_ text: String) -> String? {
    guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote,
      !text.contains("\\")
    else { return nil }
    let inner = text.dropFirst().dropLast()
    return inner.contains(quote) ? nil : String(inner)
  }

  /// The parameter of a function that a name stands for, when nothing else is assigned to it before.
  private func subject(_ expression: ExpressionIndex, of owner: FunctionReference) -> Requirement.Subject? {
    let summary = inference.project.modules[owner.module]
    guard case .name(let name, let scope) = summary.expressions[Int(expression)] else {
      return keyword(expression, of: owner)
    }
    let function = definition(owner)
    guard scope == function.scope else { return nil }
    var found: Requirement.Subject?
    for place in summary.bindings.bindings(of: name, in: scope).range {
      switch summary.bindings[place] {
      case .parameter(owner.index, let place):
        guard summary.parameter(Int(place), of: function).kind != .keywordVariadic else { return nil }
        found = .parameter(Int(place))
      case .annotated: continue
      // What comes later in the source comes later, where nothing is repeated.
      case .value(let value) where value > expression && function.loopDepth == 0: continue
      case .value(let value) where found == nil:
        guard let keyword = keyword(value, of: owner) else { return nil }
        found = keyword
      default: return nil
      }
    }
    return found
  }

  /// `keywords.get("name")`
  private func keyword(_ expression: ExpressionIndex, of owner: FunctionReference) -> Requirement.Subject? {
    let summary = inference.project.modules[owner.module]
    guard case .call(let index) = summary.expressions[Int(expression)],
      case let call = summary.calls[Int(index)],
      case .attribute(let base, let method) = summary.expressions[Int(call.callee)],
      ["get", "pop"].contains(summary.names[method]),
      case .name(let name, let scope) = summary.expressions[Int(base)], scope == definition(owner).scope,
      summary.parameters(of: definition(owner)).contains(where: {
        $0.kind == .keywordVariadic && $0.name == name
      }),
      let key = inference.argument(0, of: call, in: owner.module).flatMap({ literal($0, in: owner.module) }),
      let word = Self.unquoted(key)
    else { return nil }
    guard let other = inference.argument(1, of: call, in: owner.module) else {
      return .keyword(word, default: "None")
    }
    return literal(other, in: owner.module).map { .keyword(word, default: $0) }
  }

  private func literal(_ expression: ExpressionIndex, in module: Int) -> String? {
    let summary = inference.project.modules[module]
    guard case .literal(let literal) = summary.expressions[Int(expression)] else { return nil }
    return summary.text(of: literal)
  }

  // MARK: Readiness

  /// Whether a call finds its object ready, so that it has nothing to wait for: it was asked right before.
  func isReady(_ call: CallIndex, for words: [String]) -> Bool {
    let summary = summary
    let call = summary.calls[Int(call)]
    guard !words.isEmpty, case .attribute(let object, _) = summary.expressions[Int(call.callee)] else {
      return false
    }
    return guards(of: function).contains { candidate in
      guard candidate.span.start <= call.span.start, call.span.end <= candidate.span.end else { return false }
      switch candidate.condition {
      case .holds(let question): return asks(question, of: object).map(words.contains) ?? false
      case .fails(let question):
        return asks(question, of: object).map { words.contains("not " + $0) } ?? false
      case .someHolds, .someFails, .raised: return false
      }
    }
  }

  /// The name of the method that an expression calls, when it is one of this object.
  private func asks(_ question: ExpressionIndex, of object: ExpressionIndex) -> String? {
    let summary = summary
    guard case .call(let call) = summary.expressions[Int(question)],
      case .attribute(let base, let name) = summary.expressions[Int(summary.calls[Int(call)].callee)],
      summary.isSame(base, object)
    else { return nil }
    return summary.names[name]
  }

  // MARK: Calls

  /// Whether the arguments of a call are meant for a function: not for one that it only hands on.
  private func isCalled(_ target: FunctionReference, by call: CallIndex) -> Bool {
    inference.values(of: summary.calls[Int(call)].callee, in: function.module).contains { callee in
      switch callee {
      case .function(target, _): return true
      case .classObject(let reference):
        return inference.classMember("__init__", of: reference, isObject: true).contains { member in
          if case .function(target, _) = member { return true }
          return false
        }
      default: return false
      }
    }
  }

  private func meaning(
    of subject: Requirement.Subject, of target: FunctionReference, given call: CallIndex
  ) -> Given.Meaning? {
    let given: ExpressionIndex?
    switch subject {
    case .parameter(let place):
      let site = CallReference(module: function.module, index: call)
      given = inference.argument(for: place, of: target, in: site)
    case .keyword(let word, _):
      given = inference.keyword(word, of: summary.calls[Int(call)], in: function.module)
    }
    if let given {
      if let own = self.subject(given, of: function) { return .handedOn(own) }
      return meaning(of: given, in: function.module)
    }
    let arguments = summary.arguments[summary.calls[Int(call)].arguments.range]
    if arguments.contains(where: { $0.kind == .starred || $0.kind == .doubleStarred }) { return nil }
    switch subject {
    case .parameter(let place):
      return parameter(place, of: target).defaultValue.flatMap { meaning(of: $0, in: target.module) }
    case .keyword(_, let text): return Self.meaning(of: text)
    }
  }

  private func meaning(of expression: ExpressionIndex, in module: Int) -> Given.Meaning? {
    switch inference.project.modules[module].expressions[Int(expression)] {
    case .literal: literal(expression, in: module).map { Self.meaning(of: $0) }
    case .function: .value(isTrue: true, isNone: false)
    case .text, .sequence, .dictionary: .value(isTrue: nil, isNone: false)
    default: nil
    }
  }
  /// What a literal, as written, is known to be.
  private static func meaning(of text: String) -> Given.Meaning {
    switch text {
    case "None": .value(isTrue: false, isNone: true)
    case "True": .value(isTrue: true, isNone: false)
    case "False": .value(isTrue: false, isNone: false)
    default:
      unquoted(text).map { .value(isTrue: !$0.isEmpty, isNone: false, text: $0) }
        ?? .value(isTrue: Int(text).map { $0 != 0 }, isNone: false)
    }
  }
}

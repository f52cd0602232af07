import Handbook

/// Reads the conditions of a function on its own parameters, and what calls in it give to others that have such conditions:
/// `save(data, sync=False)` never runs what stands under `if sync:`.
struct Circumstances {
  let function: FunctionReference
  let inference: Inference

  var summary: ModuleSummary { inference.project.modules[function.module] }
  private var conditions: Conditions { Conditions(function: function, inference: inference) }

  /// The conditions around a place.
  struct Around: Sendable {
    /// What has to hold of the function's parameters for what stands there to run.
    var requirements: [Requirement] = []
    /// The turns that the way there takes.
    var turns = 0
  }

  /// nil: nothing there ever runs.
  func around(_ span: SourceSpan) -> Around? {
    var around = Around()
    let conditions = Conditions(function: function, inference: inference)
    for candidate in guards(of: function)
    where candidate.span.start <= span.start && span.end <= candidate.span.end {
      if candidate.isTurn { around.turns += 1 }
      switch conditions.reading(of: candidate.condition) {
      case .open: continue
      case .never: return nil
      case .needs(let requirements):
        for requirement in requirements where !around.requirements.contains(requirement) {
          around.requirements.append(requirement)
        }
      }
    }
    // What runs in a coroutine, runs on an object that is finished.
    if definition(function).isAsync, around.requirements.contains(.unfinished) { return nil }
    return around
  }

  /// What has to hold for an argument that the function was given itself not to keep a call from blocking.
  func needs(of blocking: BlockingCall, at action: Action) -> [Requirement] {
    guard case .call(let index) = action, !blocking.unless.isEmpty else { return [] }
    let arguments = CallArguments(summary.calls[Int(index)], module: function.module, inference: inference)
    return blocking.unless.flatMap { condition -> [Requirement] in
      guard !condition.isNegated, let value = arguments.value(of: condition),
        let subject = conditions.subject(value)
      else { return [] }
      return condition.literals.compactMap { literal in
        let nature = Nature(ofLiteral: literal)
        if nature.isNone == true { return Requirement(subject: subject, test: .isNotNone) }
        if let text = nature.text { return Requirement(subject: subject, test: .differs(text)) }
        guard literal == "True" || literal == "False" else { return nil }
        return Requirement(subject: subject, test: literal == "True" ? .isFalse : .isTrue)
      }
    }
  }

  /// What a call gives to the parameters that decide what the called function does.
  /// - Parameter isReturned: whether the function returns what the call gives.
  func given(by call: CallIndex, to target: FunctionReference, isReturned: Bool) -> [Given] {
    let subjects = subjects(of: target)
    var given: [Given] = []
    if !subjects.isEmpty, isCalled(target, by: call) {
      given = subjects.compactMap { subject in
        meaning(of: subject, of: target, given: call).map { Given(subject: subject, meaning: $0) }
      }
    }
    given += switches(givenBy: call, to: target, besides: given)
    if let result = result(of: call, to: target, isReturned: isReturned) { given.append(result) }
    return given
  }

  /// What decides in a function which parts of it run.
  func subjects(of target: FunctionReference) -> [Requirement.Subject] {
    if let known = inference.knownSubjects[target] { return known }
    let conditions = Conditions(function: target, inference: inference, asksAttributes: false)
    var subjects: [Requirement.Subject] = []
    for candidate in guards(of: target) {
      guard case .needs(let requirements) = conditions.reading(of: candidate.condition) else { continue }
      for requirement in requirements where !subjects.contains(requirement.subject) {
        subjects.append(requirement.subject)
      }
    }
    for place in switchesHandedOn(by: target) where !subjects.contains(.parameter(place)) {
      subjects.append(.parameter(place))
    }
    // Functions may hand their keywords on in a ring.
    inference.knownSubjects[target] = subjects
    for subject in Circumstances(function: target, inference: inference).keywordsHandedOn()
    where !subjects.contains(subject) {
      subjects.append(subject)
    }
    inference.knownSubjects[target] = subjects
    return subjects
  }

  /// The parameters that are switches when nothing else is given, and that a function hands on.
  private func switchesHandedOn(by target: FunctionReference) -> [Int] {
    let summary = inference.project.modules[target.module]
    let definition = definition(target)
    let parameters = summary.parameters(of: definition)
    let switches = parameters.indices.filter { isLiteral(parameters[$0].defaultValue, in: target.module) }
    if switches.isEmpty { return [] }
    var handed: Set<Name> = []
    for case .call(let index) in summary.actions(of: target.index) {
      for argument in summary.arguments[summary.calls[Int(index)].arguments.range] {
        if case .name(let name, definition.scope) = summary.expressions[Int(argument.value)] {
          handed.insert(name)
        }
      }
    }
    return switches.filter { handed.contains(parameters[$0].name) }.map { $0 - parameters.startIndex }
  }

  /// `True`, `False`, `None`, or a member of an enumeration.
  private func isLiteral(_ expression: ExpressionIndex?, in module: Int) -> Bool {
    guard let expression else { return false }
    let place = ExpressionReference(module: module, index: expression)
    switch inference.project.modules[module].expressions[Int(expression)] {
    case .literal: return ["True", "False", "None"].contains(inference.literal(place))
    case .attribute: return inference.nature(of: place).text.map(Nature.isMember) ?? false
    default: return false
    }
  }

  // MARK: Receivers

  /// What a method of the project is called on, or a property read of.
  func receiver(of action: Action, for target: FunctionReference) -> Given.Receiver {
    let callee: ExpressionIndex
    switch action {
    case .call(let index): callee = summary.calls[Int(index)].callee
    case .use(let expression, _, .read), .use(let expression, _, .write), .use(let expression, _, .delete):
      callee = expression
    case .use: return .open
    case .enter, .iterate, .spin: return .open
    }
    guard case .attribute(let base, _) = summary.expressions[Int(callee)],
      definition(target).ownerClass != nil, !inference.makesObjects(target)
    else { return .open }
    switch summary.expressions[Int(base)] {
    case .call(let index):
      guard case .name(let name, _) = summary.expressions[Int(summary.calls[Int(index)].callee)],
        summary.names[name] == "super"
      else { return .finished }
    case .name(let name, let scope):
      let own = definition(function)
      guard own.ownerClass != nil, scope == own.scope, own.parameters.count > 0,
        parameter(0, of: function).name == name
      else { return summary.names[name] == "self" || summary.names[name] == "cls" ? .open : .finished }
    default: return .finished
    }
    return inference.makesObjects(function) ? .open : .same
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

  /// A switch, or a parameter of the function that is one.
  private func isSwitch(_ argument: ExpressionIndex) -> Bool {
    if isLiteral(argument, in: function.module) { return true }
    guard case .parameter(let place) = conditions.subject(argument) else { return false }
    let own = self.parameter(place, of: function)
    if isLiteral(own.defaultValue, in: function.module) { return true }
    let summary = summary
    guard let annotation = own.annotation, case .name(let name, _) = summary.expressions[Int(annotation)]
    else {
      return false
    }
    return summary.names[name] == "bool"
  }

  func definition(_ reference: FunctionReference) -> Function {
    inference.project.modules[reference.module].functions[Int(reference.index)]
  }

  func guards(of reference: FunctionReference) -> ArraySlice<Guard> {
    inference.project.modules[reference.module].guards(of: definition(reference))
  }

  func parameter(_ place: Int, of reference: FunctionReference) -> Parameter {
    inference.project.modules[reference.module].parameter(place, of: definition(reference))
  }

  // MARK: Calls

  /// Whether the arguments of a call are meant for a function: not for one that it only hands on.
  func isCalled(_ target: FunctionReference, by call: CallIndex) -> Bool {
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
    case .receiver, .result: return nil
    }
    if let given {
      if let own = conditions.subject(given) { return .handedOn(own) }
      return meaning(of: given, in: function.module) ?? assured(given, at: summary.calls[Int(call)].span)
    }
    let arguments = summary.arguments[summary.calls[Int(call)].arguments.range]
    let unpacked = arguments.filter { $0.kind == .starred || $0.kind == .doubleStarred }
    if !unpacked.isEmpty {
      guard unpacked.allSatisfy({ isOwnRest($0) }), unpacked.contains(where: { $0.kind == .doubleStarred })
      else { return nil }
      return keyword(for: subject, of: target).map { .handedOn($0) }
    }
    switch subject {
    case .parameter(let place):
      return parameter(place, of: target).defaultValue.flatMap { meaning(of: $0, in: target.module) }
    case .keyword(_, let text):
      // What is given by position, a function with `*arguments` may hand on instead.
      if arguments.count(where: { $0.kind == .positional }) > mostPositional(target) { return nil }
      let nature = Nature(ofLiteral: text)
      return .value(isTrue: nature.isTrue, isNone: nature.isNone, text: nature.text)
    case .receiver, .result: return nil
    }
  }

  private func meaning(of expression: ExpressionIndex, in module: Int) -> Given.Meaning? {
    let place = ExpressionReference(module: module, index: expression)
    let nature = inference.nature(of: place, from: module == function.module ? function : nil)
    return nature.isNone == nil && nature.isTrue == nil
      ? nil : .value(isTrue: nature.isTrue, isNone: nature.isNone, text: nature.text)
  }
}

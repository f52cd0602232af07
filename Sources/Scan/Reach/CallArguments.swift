import Handbook

/// The arguments of a call, held against the conditions under which a call blocks.
struct CallArguments {
  private let call: Call
  private let module: Int
  private let inference: Inference

  init(_ call: Call, module: Int, inference: Inference) {
    self.call = call
    self.module = module
    self.inference = inference
  }

  /// Whether the arguments leave it a blocking call.
  func allow(_ known: BlockingCall) -> Bool {
    known.onlyWhen.allSatisfy(holds) && !known.unless.contains(where: holds)
  }

  func meet(allOf conditions: [ArgumentCondition]) -> Bool { conditions.allSatisfy(holds) }

  func meet(anyOf conditions: [ArgumentCondition]) -> Bool { conditions.contains(where: holds) }

  private func holds(_ condition: ArgumentCondition) -> Bool {
    guard let value = value(of: condition) else { return false }
    let texts = self.texts(of: value)
    if texts.isEmpty { return condition.isNegated }
    return condition.literals.contains { literal in texts.contains { Self.equal(literal, $0) } }
      != condition.isNegated
  }

  /// The argument that a condition is about; nil when it is not given.
  func value(of condition: ArgumentCondition) -> ExpressionIndex? {
    let summary = inference.project.modules[module]
    let arguments = summary.arguments[call.arguments.range]
    for argument in arguments {
      if let name = argument.name, summary.names[name] == condition.argument { return argument.value }
    }
    guard let position = condition.position else { return nil }
    // What follows a `*arguments` stands at no known place.
    let positional = arguments.prefix { $0.kind != .starred }.filter { $0.kind == .positional }
    return positional.count >= position ? positional[position - 1].value : nil
  }

  /// How the handbook may write a value: a literal, a qualified name, or several joined by `|`.
  private func texts(of expression: ExpressionIndex) -> [String] {
    let summary = inference.project.modules[module]
    switch summary.expressions[Int(expression)] {
    case .literal(let literal): return [summary.text(of: literal)]
    case .name, .attribute:
      return inference.values(of: expression, in: module).compactMap { value in
        switch value {
        case .external(let name), .instance(let name): return inference.symbols.name(name)
        default: return nil
        }
      }
    case .either(let options):
      let parts = summary.parts[options.range].map { texts(of: $0) }
      guard parts.allSatisfy({ $0.count == 1 }) else { return [] }
      return [parts.flatMap { $0 }.joined(separator: " | ")]
    case .call: return made(by: expression)
    default: return []
    }
  }

  /// The names of the classes whose objects an expression gives.
  private func made(by expression: ExpressionIndex) -> [String] {
    inference.values(of: expression, in: module).compactMap { value in
      if case .instance(let type) = value { return inference.symbols.name(type) }
      return nil
    }
  }

  private static func equal(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let leftNumber = Double(left), let rightNumber = Double(right) { return leftNumber == rightNumber }
    guard let leftText = unquoted(left), let rightText = unquoted(right) else { return false }
    return leftText == rightText
  }

  /// A string without its quotes; nil when it is none. Prefixes do not matter for what conditions compare.
  private static func unquoted(_ text: String) -> Substring? {
    guard let quote = text.last, quote == "\"" || quote == "'", let open = text.firstIndex(of: quote) else {
      return nil
    }
    return text[open...].dropFirst().dropLast()
  }
}

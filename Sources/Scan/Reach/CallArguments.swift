import Handbook

/// The arguments of a call, held against the conditions under which a call blocks.
struct CallArguments {
  private let call: Call
  private let module: ModuleSummary

  init(_ call: Call, in module: ModuleSummary) {
    self.call = call
    self.module = module
  }

  /// Whether the arguments leave it a blocking call.
  func allow(_ known: BlockingCall) -> Bool {
    known.onlyWhen.allSatisfy(holds) && !known.unless.contains(where: holds)
  }

  private func holds(_ condition: ArgumentCondition) -> Bool {
    guard let value = value(of: condition) else { return false }
    guard case .literal(let text) = module.expressions[Int(value)] else { return condition.isNegated }
    return condition.literals.contains { Self.equal($0, text) } != condition.isNegated
  }

  private func value(of condition: ArgumentCondition) -> ExpressionIndex? {
    if let named = call.arguments.first(where: { $0.kind == .keyword && $0.name == condition.argument }) {
      return named.value
    }
    guard let position = condition.position else { return nil }
    // What follows a `*arguments` stands at no known place.
    let positional = call.arguments.prefix { $0.kind != .starred }.filter { $0.kind == .positional }
    return positional.count >= position ? positional[position - 1].value : nil
  }

  private static func equal(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard let leftNumber = Double(left), let rightNumber = Double(right) else { return false }
    return leftNumber == rightNumber
  }
}

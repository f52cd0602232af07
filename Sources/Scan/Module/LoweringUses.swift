import PythonOutline

/// Places where code may run without a call being written, and what calls hand to lambdas.
extension Lowering {
  mutating func use(_ expression: ExpressionIndex, _ node: NodeID, _ use: Use) {
    act(.use(expression, span(of: node), use))
  }

  /// An expression of which only matters whether it is true.
  mutating func asked(_ node: NodeID) -> ExpressionIndex {
    let value = expression(node)
    switch module.expressions[Int(value)] {
    // What a call gives is hardly ever such an object, and costs most to tell.
    case .name, .attribute, .awaited: act(.use(value, span(of: node), .truth))
    default: break
    }
    return value
  }

  /// `"… %s" % value`, `"… %s" % (value, …)`
  mutating func show(_ value: ExpressionIndex, _ node: NodeID, in format: NodeID) {
    let text = tree.source[Int(tree[format].start)..<Int(tree[format].end)]
    let hasPlace = zip(text, text.dropFirst()).contains {
      $0 == UInt8(ascii: "%") && ($1 == UInt8(ascii: "s") || $1 == UInt8(ascii: "r"))
    }
    guard hasPlace else { return }
    guard case .sequence(let parts) = module.expressions[Int(value)] else { return use(value, node, .shown) }
    for place in parts.range { use(module.parts[place], node, .shown) }
  }

  /// `"… {}".format(value, …)`
  mutating func show(_ arguments: [Argument], by callee: ExpressionIndex, _ node: NodeID) {
    guard case .attribute(_, module.names.words.format) = module.expressions[Int(callee)] else { return }
    for argument in arguments { use(argument.value, node, .text) }
  }

  /// Lambdas know the call that they are arguments of, which tells what they are called with.
  mutating func noteGiven(_ arguments: [Argument], to call: CallIndex) {
    for argument in arguments {
      if case .function(let lambda) = module.expressions[Int(argument.value)] {
        module.functions[Int(lambda)].givenTo = call
      }
    }
  }
}

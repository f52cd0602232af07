import Handbook
import PythonOutline

/// The functions of some files, each with the names that it uses: enough to tell whether a service is still whole.
struct FunctionNames {
  private var used: [String: Set<String>] = [:]
  private var coroutines: Set<String> = []
  private var plain: Set<String> = []
  /// Calls whose result is used right where it is made, by the names of caller and callee.
  private var usedOnTheSpot: [(caller: String, callee: String)] = []

  mutating func read(_ tree: SyntaxTree) { visit(tree.root, tree, Surroundings()) }

  private struct Surroundings {
    /// The classes and functions around.
    var scope: [String] = []
    /// The qualified names of the functions around.
    var functions: [String] = []
    var isCoroutine = false
    var parent = NodeKind.module
  }

  private mutating func visit(_ node: NodeID, _ tree: SyntaxTree, _ around: Surroundings) {
    var inside = around
    let kind = tree[node].kind
    inside.parent = kind
    switch kind {
    case .identifier, .attribute:
      for function in around.functions { used[function]?.insert(tree.name(of: node)) }
    case .classDefinition: inside.scope.append(tree.name(of: node))
    case .functionDefinition, .asyncFunctionDefinition:
      inside.isCoroutine = kind == .asyncFunctionDefinition
      inside.scope.append(tree.name(of: node))
      let name = inside.scope.joined(separator: ".")
      inside.functions.append(name)
      used[name, default: []] = []
      if inside.isCoroutine {
        coroutines.insert(tree.name(of: node))
      } else {
        plain.insert(tree.name(of: node))
      }
    case .lambda: inside.isCoroutine = false
    case .call:
      if let caller = around.functions.last, Self.usesAtOnce(around),
        let callee = tree.children(of: node).first(where: { _ in true })
      {
        usedOnTheSpot.append((caller, tree.name(of: callee)))
      }
    default: break
    }
    for child in tree.children(of: node) { visit(child, tree, inside) }
  }

  /// Whether a value is used up where it stands, so that a coroutine there is never awaited.
  private static func usesAtOnce(_ around: Surroundings) -> Bool {
    switch around.parent {
    case .binaryOperation, .unaryOperation, .comparison, .formattedString, .attribute, .subscript_,
      .forStatement,
      .expressionStatement:
      true
    // What a coroutine gives back is there already; a plain function may hand a coroutine on.
    case .returnStatement: around.isCoroutine
    default: false
    }
  }

  /// What is wrong with a function that has to be there; nil when it is, and uses what it has to.
  func objection(to keep: Lab.Keep) -> String? {
    guard let names = used[keep.function] else {
      return "there is no function “\(keep.function)” any more; the service needs it"
    }
    let missing = keep.mentions.filter { !names.contains($0) }
    if missing.isEmpty { return nil }
    return "“\(keep.function)” no longer uses \(missing.map { "“\($0)”" }.joined(separator: ", "))"
  }

  /// Half of a cure: a function was made a coroutine, and who calls it does not wait for it.
  var forgottenAwaits: [String] {
    usedOnTheSpot.filter { coroutines.contains($0.callee) && !plain.contains($0.callee) }.map {
      "“\($0.caller)” calls the coroutine function “\($0.callee)” and does not await it"
    }
  }
}

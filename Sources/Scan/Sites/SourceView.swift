import Timeline

/// Places, names and expressions of the project as people write them.
struct SourceView {
  let inference: Inference

  private var modules: [ModuleSummary] { inference.project.modules }

  func definition(_ function: FunctionReference) -> Function {
    modules[function.module].functions[Int(function.index)]
  }

  func place(_ function: FunctionReference) -> Place {
    place(definition(function).span, in: function.module)
  }

  func place(_ span: SourceSpan, in module: Int) -> Place {
    Place(path: modules[module].path, line: modules[module].places.line(of: span.start))
  }

  func name(_ function: FunctionReference) -> String {
    modules[function.module].qualifiedName(of: function.index)
  }

  /// The name in code style: `` `load` ``, `the lambda in `load``.
  func shown(_ function: FunctionReference) -> String {
    let words = name(function).split(separator: ".")
    guard let last = words.last else { return "" }
    let what: String
    switch last {
    case "<lambda>": what = "the lambda"
    case "<genexpr>": what = "the generator expression"
    case "<module>": return "the module"
    default: return "`\(name(function))`"
    }
    let around = words.dropLast().joined(separator: ".")
    return around.isEmpty ? what : "\(what) in `\(around)`"
  }

  /// An expression of names, attributes and calls; `…` stands for the rest.
  func written(_ expression: ExpressionIndex, in module: Int) -> String {
    let summary = modules[module]
    switch summary.expressions[Int(expression)] {
    case .name(let name, _): return summary.names[name]
    case .attribute(let base, let name): return written(base, in: module) + "." + summary.names[name]
    case .call(let call): return written(summary.calls[Int(call)].callee, in: module) + "(…)"
    case .awaited(let operand): return written(operand, in: module)
    default: return "…"
    }
  }

  func isModuleBody(_ function: FunctionReference) -> Bool { function.index == ModuleSummary.moduleFunction }
}

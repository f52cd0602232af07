import Handbook

/// What the rules about design, as against blocking calls, work from.
struct DesignContext {
  let graph: CallGraph
  let inference: Inference
  let builder: FindingBuilder
}

/// The rules about design: things that hold nobody up by themselves and cost all the same.
struct DesignRules {
  let context: DesignContext
  let knowledge: Knowledge

  func findings() -> [Finding] {
    EnginePerRequest(context: context, startUpWords: knowledge.startUpWords).findings()
      + SequentialAwaits(context: context).findings()
      + ThreadPoolFlood(context: context).findings() + AsyncWithoutAwait(context: context).findings()
      + PatchedLoop(context: context, knowledge: knowledge).findings()
  }
}

extension DesignContext {
  func summary(of function: FunctionReference) -> ModuleSummary { inference.project.modules[function.module] }

  func definition(of function: FunctionReference) -> Function {
    inference.project.modules[function.module].functions[Int(function.index)]
  }

  func name(of function: FunctionReference) -> String {
    inference.project.modules[function.module].name(of: function.index)
  }
}

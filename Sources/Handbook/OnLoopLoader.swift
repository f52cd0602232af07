import YAML

/// Reads what puts code on the loop, and what tells whether it is there.
extension KnowledgeLoader {
  func onLoop(_ node: YAMLNode) -> OnLoop {
    let keys = ["callbacks", "decorators", "methods", "callers", "factories", "constructors"]
    guard let fields = Fields(node, keys: keys, log: log) else { return .none }
    return OnLoop(
      callbacks: fields.elements("callbacks").flatMap(callbacks),
      decorators: fields.elements("decorators").flatMap(decorators),
      methods: fields.elements("methods").compactMap(methods),
      callers: fields.elements("callers").flatMap(callers),
      factories: fields.elements("factories").flatMap(callers),
      constructors: fields.elements("constructors").compactMap(constructor))
  }

  private func callbacks(_ node: YAMLNode) -> [OnLoop.LoopCallback] {
    let keys = ["names", "argument", "keyword", "in_coroutines", "source"]
    guard let fields = Fields(node, keys: keys, log: log) else { return [] }
    _ = fields.text("source")
    return names(fields).map { name in
      OnLoop.LoopCallback(
        name: name, callable: callable(fields), isFromCoroutine: fields.flag("in_coroutines"))
    }
  }

  private func decorators(_ node: YAMLNode) -> [OnLoop.LoopDecorator] {
    guard let fields = Fields(node, keys: ["names", "unless", "source"], log: log) else { return [] }
    _ = fields.text("source")
    let unless = conditions(fields, "unless")
    return names(fields).map { OnLoop.LoopDecorator(name: $0, unless: unless) }
  }

  private func methods(_ node: YAMLNode) -> OnLoop.LoopMethods? {
    guard let fields = Fields(node, keys: ["classes", "methods", "source"], log: log) else { return nil }
    _ = fields.text("source")
    let classes = fields.someTexts("classes").flatMap { expanded($0.text[...], at: $0.place) }
    return OnLoop.LoopMethods(classes: classes, methods: fields.someTexts("methods").map(\.text))
  }

  private func constructor(_ node: YAMLNode) -> OnLoop.Constructor? {
    let keys = ["classes", "methods", "decorators", "makers", "source"]
    guard let fields = Fields(node, keys: keys, log: log) else { return nil }
    _ = fields.text("source")
    func names(_ key: String) -> [String] {
      fields.texts(key).flatMap { expanded($0.text[...], at: $0.place) }
    }
    if !fields.has("methods"), !fields.has("decorators") { fields.logMissing("methods") }
    return OnLoop.Constructor(
      classes: names("classes"), methods: names("methods"), decorators: names("decorators"),
      makers: names("makers"))
  }

  private func callers(_ node: YAMLNode) -> [OnLoop.Caller] {
    guard let fields = Fields(node, keys: ["names", "argument", "keyword", "source"], log: log) else {
      return []
    }
    _ = fields.text("source")
    return names(fields).map { OnLoop.Caller(name: $0, callable: callable(fields)) }
  }

  private func names(_ fields: Fields) -> [String] {
    fields.someTexts("names").flatMap { expanded($0.text[...], at: $0.place) }
  }

  private func callable(_ fields: Fields) -> OnLoop.Place {
    if !fields.has("argument"), !fields.has("keyword") { fields.logMissing("argument") }
    return OnLoop.Place(
      position: fields.optionalNumber("argument"), keyword: fields.optionalText("keyword"))
  }

  /// The part `guards` of `off-loop.yaml`.
  func guards(_ node: YAMLNode?) -> ThreadGuards {
    let keys = ["threads", "main_thread", "loops", "running", "exceptions", "coroutine_functions"]
    guard let node, let fields = Fields(node, keys: keys, log: log) else { return .none }
    func names(_ key: String) -> Set<String> {
      Set(fields.texts(key).flatMap { expanded($0.text[...], at: $0.place) })
    }
    return ThreadGuards(
      threads: names("threads"), mainThread: names("main_thread"), loops: names("loops"),
      running: names("running"), exceptions: names("exceptions"),
      coroutineFunctions: names("coroutine_functions"))
  }
}

import Timeline
import YAML

/// Reads the YAML files that the scan works from.
struct KnowledgeLoader {
  let log: FaultLog

  // MARK: blocking/*.yaml

  static let callKeys = [
    "names", "kind", "severity", "confidence", "replacement", "fix", "also", "note", "except", "unless", "only_when",
  ]
  static let libraryKeys =
    ["library", "title", "source", "tried", "types", "aliases", "async", "calls"]
    + callKeys.filter { !["names", "except", "unless", "only_when"].contains($0) }

  func library(_ node: YAMLNode) -> Library? {
    guard let fields = Fields(node, keys: Self.libraryKeys, log: log) else { return nil }
    let calls = fields.elements("calls").flatMap { element in
      Fields(element, keys: Self.callKeys, log: log).map { self.calls($0, in: fields) } ?? []
    }
    return Library(
      name: fields.text("library"), title: fields.text("title"), source: fields.text("source"),
      tried: fields.text("tried"), types: names(fields, "types"), aliases: names(fields, "aliases"),
      asynchronous: Set(fields.texts("async").flatMap { expanded($0.text, at: $0.place) }), calls: calls)
  }

  private func calls(_ fields: Fields, in library: Fields) -> [BlockingCall] {
    func own(_ key: String) -> Fields { fields.node[key] == nil ? library : fields }
    let names = fields.texts("names")
    if names.isEmpty { log.add("“names” is missing", at: fields.place, remedy: "add `names: library.call`") }
    let severity: Severity? = own("severity").optionalText("severity").map { _ in
      own("severity").choice("severity", default: .error)
    }
    let confidence: Confidence = own("confidence").choice("confidence", default: .certain)
    let kind = own("kind").text("kind")
    let replacement = own("replacement").text("replacement")
    let fix = own("fix").text("fix")
    let also = own("also").texts("also").map(\.text)
    let note = fields.optionalText("note")
    let except = Set(fields.texts("except").map(\.text))
    let unless = conditions(fields, "unless")
    let onlyWhen = conditions(fields, "only_when")
    return names.flatMap { expanded($0.text, at: $0.place) }.map { name in
      BlockingCall(
        name: name, kind: kind, severity: severity, confidence: confidence, replacement: replacement, fix: fix,
        also: also, note: note, except: except, unless: unless, onlyWhen: onlyWhen)
    }
  }

  private func names(_ fields: Fields, _ key: String) -> [String: String] {
    var names: [String: String] = [:]
    for pair in fields.pairs(key) {
      for name in expanded(pair.key, at: pair.place) { names[name] = pair.value }
    }
    return names
  }

  private func conditions(_ fields: Fields, _ key: String) -> [ArgumentCondition] {
    fields.elements(key).compactMap { element in
      guard let condition = Fields(element, keys: ["argument", "position", "is", "is_not"], log: log) else { return nil }
      let isNegated = condition.node["is_not"] != nil
      let literals = condition.elements(isNegated ? "is_not" : "is").compactMap(\.text)
      if (condition.node["is"] == nil) == (condition.node["is_not"] == nil) {
        log.add("a condition needs either “is” or “is_not”", at: element.place, remedy: "add `is: [False]`, say")
      }
      return ArgumentCondition(
        argument: condition.text("argument"), position: condition.optionalNumber("position"), literals: literals,
        isNegated: isNegated)
    }
  }

  /// `a.{b, c}.d` as `a.b.d` and `a.c.d`.
  func expanded(_ text: String, at place: YAMLPlace) -> [String] {
    guard let open = text.firstIndex(of: "{") else {
      if text.isEmpty || text.contains("}") || text.contains(" ") {
        log.add("“\(text)” is no qualified name", at: place, remedy: "write module.function or module.{a, b}")
        return []
      }
      return [text]
    }
    guard let close = text[open...].firstIndex(of: "}") else {
      log.add("“{” without “}”", at: place, remedy: "write module.{a, b}")
      return []
    }
    let head = text[..<open]
    let tail = text[text.index(after: close)...]
    let words = text[text.index(after: open)..<close].split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return words.flatMap { expanded("\(head)\($0)\(tail)", at: place) }
  }

  // MARK: The other files

  func perRequest(_ node: YAMLNode) -> [Library] {
    guard let fields = Fields(node, keys: ["libraries"], log: log) else { return [] }
    return fields.elements("libraries").compactMap(library)
  }

  func kinds(_ node: YAMLNode) -> [FindingKind] {
    list(node, keys: ["id", "title", "severity", "blocker", "fix", "message", "noqa"]) { fields in
      FindingKind(
        id: fields.text("id"), title: fields.text("title"), severity: fields.choice("severity", default: .error),
        blocker: fields.text("blocker"), fix: fields.text("fix"), message: fields.text("message"),
        noqa: fields.texts("noqa").map(\.text))
    }
  }

  func offLoop(_ node: YAMLNode) -> (helpers: [OffLoopHelper], decorators: Set<String>) {
    guard let fields = Fields(node, keys: ["helpers", "decorators"], log: log) else { return ([], []) }
    let helpers = fields.elements("helpers").flatMap { element -> [OffLoopHelper] in
      guard let helper = Fields(element, keys: ["name", "argument", "keyword", "except", "source"], log: log) else { return [] }
      return expanded(helper.text("name"), at: helper.place).map { name in
        OffLoopHelper(
          name: name, argument: helper.optionalNumber("argument"), keyword: helper.optionalText("keyword"),
          except: Set(helper.texts("except").map(\.text)), source: helper.text("source"))
      }
    }
    let decorators = fields.elements("decorators").flatMap { element -> [String] in
      guard let decorator = Fields(element, keys: ["name", "source"], log: log) else { return [] }
      return expanded(decorator.text("name"), at: decorator.place)
    }
    return (helpers, Set(decorators))
  }

  func frameworks(_ node: YAMLNode) -> [Framework] {
    let keys = [
      "id", "title", "modules", "outranks", "loop_owner", "rule", "sync_handlers", "injectors", "routes", "debug",
      "source",
    ]
    return list(node, keys: keys) { fields in
      Framework(
        id: fields.text("id"), title: fields.text("title"), modules: fields.texts("modules").map(\.text),
        outranks: fields.texts("outranks").map(\.text), loopOwner: fields.text("loop_owner"),
        rule: fields.text("rule"), syncHandlers: fields.choice("sync_handlers", default: .none),
        injectors: fields.texts("injectors").map(\.text), routes: fields.texts("routes").map(\.text),
        debug: fields.text("debug"), source: fields.text("source"))
    }
  }

  func messages(_ node: YAMLNode) -> [KnownMessage] {
    list(node, keys: ["id", "page", "answers", "patterns", "tried"]) { fields in
      KnownMessage(
        id: fields.text("id"), page: fields.text("page"),
        answers: Dictionary(fields.pairs("answers").map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
        patterns: fields.texts("patterns").map(\.text))
    }
  }

  private func list<Value>(_ node: YAMLNode, keys: [String], read: (Fields) -> Value) -> [Value] {
    guard let elements = node.elements else {
      log.add("expected a list", at: node.place, remedy: "write `- id: …` entries")
      return []
    }
    return elements.compactMap { Fields($0, keys: keys, log: log).map(read) }
  }
}

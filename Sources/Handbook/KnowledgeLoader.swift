import Timeline
import YAML

/// Reads the YAML files that the scan works from.
struct KnowledgeLoader {
  let log: FaultLog

  // MARK: blocking/*.yaml

  static let callKeys = [
    "names", "kind", "severity", "confidence", "replacement", "fix", "also", "note", "except", "unless",
    "only_when", "ready", "only_kept", "only_made_with", "unless_made_with", "only_after",
  ]
  /// What a call says for itself alone.
  private static let ownKeys = [
    "names", "except", "unless", "only_when", "ready", "only_kept", "only_made_with", "unless_made_with",
    "only_after",
  ]
  static let libraryKeys =
    ["library", "title", "source", "tried", "types", "aliases", "async", "calls"]
    + callKeys.filter { !ownKeys.contains($0) }

  func library(_ node: YAMLNode) -> Library? {
    guard let fields = Fields(node, keys: Self.libraryKeys, log: log) else { return nil }
    // What stands above the calls counts for them, and is checked even when every call has its own.
    for key in ["kind", "fix"] where fields.has(key) {
      _ = fields.reference(key, to: key == "kind" ? .kind : .article)
    }
    let calls = fields.elements("calls").flatMap { element in
      Fields(element, keys: Self.callKeys, log: log).map { self.calls($0, in: fields) } ?? []
    }
    return Library(
      name: fields.text("library"), title: fields.text("title"), source: fields.text("source"),
      tried: fields.text("tried"), types: names(fields, "types"), aliases: names(fields, "aliases"),
      asynchronous: Set(fields.texts("async").flatMap { expanded($0.text[...], at: $0.place) }), calls: calls)
  }

  private func calls(_ fields: Fields, in library: Fields) -> [BlockingCall] {
    func own(_ key: String) -> Fields { fields.node[key] == nil && library.has(key) ? library : fields }
    let names = fields.someTexts("names")
    let severity: Severity? =
      own("severity").has("severity") ? own("severity").choice("severity", default: .error) : nil
    let confidence: Confidence = own("confidence").choice("confidence", default: .certain)
    let kind = own("kind").reference("kind", to: .kind)
    let replacement = own("replacement").text("replacement")
    let fix = own("fix").reference("fix", to: .article)
    let also = own("also").references("also", to: .article)
    let note = own("note").optionalText("note")
    let except = Set(fields.texts("except").map(\.text))
    let unless = conditions(fields, "unless")
    let onlyWhen = conditions(fields, "only_when")
    let ready = fields.texts("ready").map(\.text)
    let isOnlyKept = fields.flag("only_kept")
    let onlyMadeWith = conditions(fields, "only_made_with")
    let unlessMadeWith = conditions(fields, "unless_made_with")
    let onlyAfter = fields.texts("only_after").map(\.text)
    return names.flatMap { expanded($0.text[...], at: $0.place) }.map { name in
      BlockingCall(
        name: name, kind: kind, severity: severity, confidence: confidence, replacement: replacement,
        fix: fix,
        also: also, note: note, except: except, unless: unless, onlyWhen: onlyWhen, ready: ready,
        isOnlyKept: isOnlyKept, onlyMadeWith: onlyMadeWith, unlessMadeWith: unlessMadeWith,
        onlyAfter: onlyAfter)
    }
  }

  private func names(_ fields: Fields, _ key: String) -> [String: String] {
    var names: [String: String] = [:]
    for pair in fields.pairs(key) {
      for name in expanded(pair.key[...], at: pair.place) { names[name] = pair.value }
    }
    return names
  }

  func conditions(_ fields: Fields, _ key: String) -> [ArgumentCondition] {
    fields.elements(key).compactMap { element in
      guard let condition = Fields(element, keys: ["argument", "position", "is", "is_not"], log: log) else {
        return nil
      }
      let isNegated = condition.node["is_not"] != nil
      let literals = condition.texts(isNegated ? "is_not" : "is").map(\.text)
      if (condition.node["is"] == nil) == (condition.node["is_not"] == nil) {
        log.add(
          "a condition needs either “is” or “is_not”", at: element.place, remedy: "add `is: [False]`, say")
      }
      return ArgumentCondition(
        argument: condition.text("argument"), position: condition.optionalNumber("position"),
        literals: literals,
        isNegated: isNegated)
    }
  }

  /// `a.{b, c}.d` as `a.b.d` and `a.c.d`.
  func expanded(_ text: Substring, at place: YAMLPlace) -> [String] {
    let utf8 = text.utf8
    guard let open = utf8.firstIndex(of: UInt8(ascii: "{")) else {
      if text.isEmpty || utf8.contains(UInt8(ascii: "}")) || utf8.contains(UInt8(ascii: " ")) {
        log.add("“\(text)” is no qualified name", at: place, remedy: "write module.function or module.{a, b}")
        return []
      }
      return [String(text)]
    }
    guard let close = utf8[open...].firstIndex(of: UInt8(ascii: "}")) else {
      log.add("“{” without “}”", at: place, remedy: "write module.{a, b}")
      return []
    }
    let head = text[..<open]
    let tail = text[utf8.index(after: close)...]
    let words = utf8[utf8.index(after: open)..<close]
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { word in
        var word = Substring(word)
        while word.utf8.first == UInt8(ascii: " ") { word.removeFirst() }
        while word.utf8.last == UInt8(ascii: " ") { word.removeLast() }
        return word
      }
    if words.isEmpty || words.contains("") {
      log.add("an empty name between “{” and “}”", at: place, remedy: "write module.{a, b}")
      return []
    }
    return words.flatMap { expanded(head + $0 + tail, at: place) }
  }

  // MARK: The other files

  func perRequest(_ node: YAMLNode) -> (libraries: [Library], startUpWords: Set<String>) {
    guard let fields = Fields(node, keys: ["start_up_words", "libraries"], log: log) else { return ([], []) }
    let words = Set(fields.texts("start_up_words").map(\.text))
    return (fields.elements("libraries").compactMap(library), words)
  }

  func kinds(_ node: YAMLNode) -> [FindingKind]? {
    list(node, keys: ["id", "title", "severity", "blocker", "fix", "message", "noqa", "methods"]) { fields in
      FindingKind(
        // Each kind has an article of its name.
        id: fields.reference("id", to: .article), title: fields.text("title"),
        severity: fields.choice("severity", default: .error),
        blocker: fields.reference("blocker", to: .answer(question: "blocker")),
        fix: fields.reference("fix", to: .article), message: fields.text("message"),
        noqa: fields.texts("noqa").map(\.text), methods: fields.texts("methods").map(\.text))
    }
  }

  func offLoop(_ node: YAMLNode) -> OffLoop {
    guard let fields = Fields(node, keys: ["helpers", "decorators", "guards"], log: log) else {
      return OffLoop()
    }
    let helpers = fields.elements("helpers").flatMap { element -> [OffLoopHelper] in
      let keys = ["name", "argument", "keyword", "except", "source"]
      guard let helper = Fields(element, keys: keys, log: log) else { return [] }
      return names(helper).map { name in
        OffLoopHelper(
          name: name, argument: helper.optionalNumber("argument"), keyword: helper.optionalText("keyword"),
          except: Set(helper.texts("except").map(\.text)), source: helper.text("source"))
      }
    }
    let decorators = fields.elements("decorators").flatMap { element -> [String] in
      Fields(element, keys: ["name", "source"], log: log).map(names) ?? []
    }
    return OffLoop(
      helpers: helpers, decorators: Set(decorators), guards: guards(fields.node["guards"]))
  }

  private func names(_ fields: Fields) -> [String] {
    let name = fields.text("name")
    return name.isEmpty ? [] : expanded(name[...], at: fields.placeOf("name"))
  }

  func frameworks(_ node: YAMLNode) -> [Framework] {
    let keys = [
      "id", "title", "modules", "outranks", "loop_owner", "rule", "sync_handlers", "injectors", "routes",
      "debug",
      "source",
    ]
    return list(node, keys: keys) { fields in
      Framework(
        id: fields.reference("id", to: .answer(question: "framework")), title: fields.text("title"),
        modules: fields.texts("modules").map(\.text),
        outranks: fields.references("outranks", to: .framework), loopOwner: fields.text("loop_owner"),
        rule: fields.text("rule"), syncHandlers: fields.choice("sync_handlers", default: .none),
        injectors: fields.texts("injectors").map(\.text), routes: fields.texts("routes").map(\.text),
        debug: fields.text("debug"), source: fields.text("source"))
    } ?? []
  }

  func messages(_ node: YAMLNode) -> [KnownMessage] {
    list(node, keys: ["id", "page", "answers", "patterns", "tried"]) { fields in
      var answers: [String: String] = [:]
      for pair in fields.pairs("answers") {
        log.refer(to: .question, pair.key, at: pair.place)
        log.refer(to: .answer(question: pair.key), pair.value, at: pair.valuePlace)
        answers[pair.key] = pair.value
      }
      return KnownMessage(
        id: fields.text("id"), page: fields.reference("page", to: .article), answers: answers,
        patterns: fields.someTexts("patterns").map(\.text))
    } ?? []
  }

  /// The elements of a list whose ids differ; nil when it is none.
  private func list<Value>(_ node: YAMLNode, keys: [String], read: (Fields) -> Value) -> [Value]? {
    guard let elements = node.elements else {
      log.add("expected a list", at: node.place, remedy: "write `- id: …` entries")
      return nil
    }
    var ids: Set<String> = []
    return elements.compactMap { element in
      guard let fields = Fields(element, keys: keys, log: log) else { return nil }
      if let id = fields.node["id"]?.text, !id.isEmpty, !ids.insert(id).inserted {
        log.add(
          "the id “\(id)” stands here twice", at: fields.placeOf("id"), remedy: "rename one of them",
          code: .reference)
      }
      return read(fields)
    }
  }
}

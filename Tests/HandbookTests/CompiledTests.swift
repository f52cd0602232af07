import BuiltInHandbook
import Testing

@testable import Handbook

@Suite struct CompiledTests {
  /// What loads at once is what was read and checked.
  @Test func theCompiledHandbookIsTheCheckedOne() throws {
    let checked = try builtIn.get()
    let compiled = Handbook.builtIn
    let knowledge = checked.knowledge
    #expect(compiled.knowledge.kinds == knowledge.kinds)
    #expect(compiled.knowledge.libraries.map(\.name) == knowledge.libraries.map(\.name))
    for (left, right) in zip(compiled.knowledge.libraries, knowledge.libraries) {
      #expect(left == right, "\(left.name)")
    }
    #expect(compiled.knowledge == knowledge)
    #expect(compiled.graph == checked.graph)
    #expect(compiled.messages == checked.messages)
    #expect(compiled.articles == checked.articles)
    #expect(compiled.walkthroughs == checked.walkthroughs)
    #expect(compiled.sampleProjects == checked.sampleProjects)
    for article in checked.articles { #expect(compiled.article(article.id) == article) }
    #expect(compiled.article("fix-8") == nil)
  }

  /// Every field, with every kind of value, whether or not the content has such a one.
  @Test func nothingIsLost() {
    let conditions = [
      ArgumentCondition(argument: "block", position: nil, literals: ["False", "0"], isNegated: false),
      ArgumentCondition(argument: "wait", position: 0, literals: [], isNegated: true),
    ]
    func call(_ name: String, _ severity: Severity?, _ confidence: Confidence, note: String?) -> BlockingCall
    {
      BlockingCall(
        name: name, kind: "a-kind", severity: severity, confidence: confidence, replacement: "", fix: "fix-1",
        also: ["x", "y"], note: note, except: ["close", "open"], unless: conditions,
        onlyWhen: conditions.reversed(), ready: ["done", "not empty"],
        isOnlyKept: name == "c", onlyMadeWith: conditions, unlessMadeWith: conditions.reversed(),
        onlyAfter: ["submit"])
    }
    let library = Library(
      name: "lib", title: "“Anführung” \\(x) \u{0}\u{301}", source: "a\nb\r\n", tried: "1 2 3",
      types: ["a": "b", "c": ""], aliases: ["é": "e\u{301}"], asynchronous: ["q", "p"],
      calls: [
        call("a", nil, .certain, note: nil), call("b", nil, .certain, note: nil),
        call("a", nil, .certain, note: ""),
        call("c", .hint, .possible, note: "two\nlines"), call("d", .error, .likely, note: nil),
        call("e", nil, .certain, note: nil),
      ])
    let empty = Library(
      name: "", title: "", source: "", tried: "", types: [:], aliases: [:], asynchronous: [], calls: [])
    let kinds = Severity.allCases.map { severity in
      FindingKind(
        id: "\(severity)", title: "t", severity: severity, blocker: "b", fix: "f", message: "{call}",
        noqa: ["ASYNC1", "ASYNC2"], methods: ["execute"])
    }
    let frameworks = Framework.SyncHandlers.allCases.map { handlers in
      Framework(
        id: "\(handlers)", title: "t", modules: ["m", "n.o"], outranks: [], loopOwner: "l", rule: "r",
        syncHandlers: handlers, injectors: ["i"], routes: ["get"], debug: "d", source: "s")
    }
    let knowledge = Knowledge(
      kinds: Dictionary(uniqueKeysWithValues: kinds.map { ($0.id, $0) }), libraries: [library, empty],
      perRequest: [empty, library], startUpWords: ["main", "__a"],
      offLoop: OffLoop(
        helpers: [
          OffLoopHelper(name: "a", argument: 2, keyword: "k", except: ["e"], source: "s"),
          OffLoopHelper(name: "*.b", argument: nil, keyword: nil, except: [], source: ""),
        ], decorators: ["d", "*.e"],
        guards: ThreadGuards(
          threads: ["t"], mainThread: ["m"], loops: ["l", "l2"], running: [], exceptions: ["e"],
          coroutineFunctions: ["c"])),
      onLoop: Self.onLoop, frameworks: frameworks)
    var reader = CompiledTextReader(Array(knowledge.compiled.utf8))
    #expect(Knowledge(from: &reader) == knowledge)
    #expect(reader.isAtEnd)
    #expect(knowledge.shelf.first?.roots == ["a", "b", "c", "d", "e", "p", "q", "é"])
    #expect(knowledge.compiled == knowledge.compiled, "the same content gives the same text")
  }

  private static let onLoop = OnLoop(
    callbacks: [
      OnLoop.LoopCallback(
        name: "*.call", callable: OnLoop.Place(position: 2, keyword: nil), isFromCoroutine: true),
      OnLoop.LoopCallback(
        name: "a.b", callable: OnLoop.Place(position: nil, keyword: "k"), isFromCoroutine: false),
    ],
    decorators: [
      OnLoop.LoopDecorator(
        name: "a.get",
        unless: [ArgumentCondition(argument: "x", position: 1, literals: ["True"], isNegated: false)])
    ],
    methods: [OnLoop.LoopMethods(classes: ["a.A", "a.B"], methods: ["get"])],
    callers: [OnLoop.Caller(name: "f", callable: OnLoop.Place(position: 1, keyword: "key"))],
    factories: [OnLoop.Caller(name: "g", callable: OnLoop.Place(position: nil, keyword: "factory"))],
    constructors: [
      OnLoop.Constructor(classes: ["a.C"], methods: ["m"], decorators: ["a.d"], makers: ["make", "build"])
    ])
}

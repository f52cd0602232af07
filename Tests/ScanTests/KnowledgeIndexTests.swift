import Testing

@testable import Handbook
@testable import Scan

@Suite struct KnowledgeIndexTests {
  private func call(_ name: String, except: Set<String> = []) -> BlockingCall {
    BlockingCall(
      name: name, kind: "blocking-http", severity: nil, confidence: .certain, replacement: "", fix: "",
      also: [],
      note: nil, except: except, unless: [], onlyWhen: [])
  }

  private func index(
    _ calls: [BlockingCall], types: [String: String] = [:], aliases: [String: String] = [:],
    asynchronous: Set<String> = []
  ) -> KnowledgeIndex {
    let library = Library(
      name: "lib", title: "", source: "", tried: "", types: types, aliases: aliases,
      asynchronous: asynchronous,
      calls: calls)
    return KnowledgeIndex(
      Knowledge(
        kinds: [:], libraries: [library], perRequest: [], startUpWords: [],
        offLoop: OffLoop(decorators: ["lib.away", "*.aside"]), onLoop: .none, frameworks: []))
  }

  @Test func anExactNameIsItself() {
    let index = index([call("lib.get")])
    #expect(index.blockingCall("lib.get") != nil)
    #expect(index.blockingCall("lib.get.more") == nil)
    #expect(index.blockingCall("lib") == nil)
  }

  @Test func aStarIsAnyMethodButThoseExcepted() {
    let index = index([call("lib.Client.*", except: ["close"])])
    #expect(index.blockingCall("lib.Client.anything") != nil)
    #expect(index.blockingCall("lib.Client.close") == nil)
    #expect(index.blockingCall("lib.Client.deep.anything") == nil)
    #expect(index.blockingCall("lib.Client.__repr__") == nil)
    #expect(index.blockingCall("lib.Client") == nil)
  }

  @Test func twoStarsAreAnyDepth() {
    let index = index([call("lib.Client.**.create")])
    #expect(index.blockingCall("lib.Client.create") != nil)
    #expect(index.blockingCall("lib.Client.chat.completions.create") != nil)
    #expect(index.blockingCall("lib.Client.chat.completions.list") == nil)
    #expect(index.blockingCall("lib.Other.create") == nil)
  }

  @Test func whatIsAsynchronousIsNotMeant() {
    let index = index(
      [call("lib.**.get"), call("lib.Client.*")], asynchronous: ["lib.aio", "lib.Client.aget"])
    #expect(index.blockingCall("lib.x.get") != nil)
    #expect(index.blockingCall("lib.aio.x.get") == nil)
    #expect(index.blockingCall("lib.Client.aget") == nil)
    #expect(index.blockingCall("lib.Client.post") != nil)
  }

  @Test func aliasesHoldForWhatIsInside() {
    let index = index([call("lib.get")], aliases: ["lib.api": "lib", "old.lib": "lib.api"])
    #expect(index.canonical("lib.api.get") == "lib.get")
    #expect(index.canonical("old.lib.get") == "lib.get")
    #expect(index.canonical("lib.apis.get") == "lib.apis.get")
  }

  @Test func aRingOfAliasesEnds() {
    let index = index([], aliases: ["a": "b", "b": "a", "c": "c"])
    #expect(["a.x", "b.x"].contains(index.canonical("a.x")))
    #expect(index.canonical("c.x") == "c.x")
  }

  @Test func typesAreGivenUnderTheirOneName() {
    let index = index([], types: ["lib.make": "lib.old.Client"], aliases: ["lib.old": "lib"])
    #expect(index.type(of: "lib.make") == "lib.Client")
    #expect(index.type(of: "lib.other") == nil)
  }

  @Test func decoratorsByNameOrOnAnyObject() {
    let index = index([])
    #expect(index.isOffLoopDecorator("lib.away"))
    #expect(index.isOffLoopDecorator("pool.aside"))
    #expect(!index.isOffLoopDecorator("lib.other"))
  }

  @Test func symbolsKeepWhatIsKnown() {
    let symbols = Symbols(
      index([call("lib.Client.get")], types: ["lib.make": "lib.Client"], aliases: ["l": "lib"]),
      names: NameStorage())
    let made = symbols.member("make", of: symbols.symbol("l"))
    #expect(symbols.name(made) == "lib.make")
    #expect(symbols[made].type == symbols.symbol("lib.Client"))
    #expect(symbols.isKnown(symbols.member("get", of: symbols.symbol("l.Client"))))
    #expect(!symbols.isKnown(symbols.symbol("lib.nothing")))
  }
}

import Files
import Foundation
import Report
import SystemPackage
import Synchronization
import Testing
import Timeline

@testable import Wizard

/// The files that sessions are kept in.
@Suite final class SessionStoreTests {
  private let folder: URL
  private let graph = FixtureHandbook.handbook.graph
  private let tool = Tool(name: "loopdoctor", version: "1.0")

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "loopdoctor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func store(_ project: String = "shop", _ variables: [String: String]? = nil) throws -> SessionStore
  {
    let variables = variables ?? ["XDG_STATE_HOME": path("state")]
    return try #require(SessionStore(project: path(project)) { variables[$0] })
  }

  /// What is kept, without where it stood in the file.
  private func kept(_ store: SessionStore) -> SessionStore.Kept {
    guard case .session(var session) = store.load(graph: graph) else { return store.load(graph: graph) }
    session.lines = []
    return .session(session)
  }

  private func session(_ keys: String = "2 enter x") throws -> SessionFile {
    try #require(WizardState.fixture().after(keys).kept)
  }

  @Test func oneFileForEachProject() throws {
    let (shop, bank) = (try store("shop"), try store("bank"))
    #expect(shop.file != bank.file)
    #expect(shop.file.string.hasPrefix(path("state/loopdoctor/shop-")) && shop.file.extension == "yaml")
    #expect(shop.load(graph: graph) == .nothing)
    try shop.keep(session(), tool: tool)
    var expected = try session()
    expected.bookmark?.root = path("shop")
    let again = try store("shop")
    #expect(kept(again) == .session(expected))
    #expect(bank.load(graph: graph) == .nothing)
    // Kept again, it takes the place of what was there, and nothing else is left.
    try shop.keep(session("2"), tool: tool)
    expected = try session("2")
    expected.bookmark?.root = path("shop")
    #expect(kept(shop) == .session(expected))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("state/loopdoctor")).count == 1)
    let permissions =
      try FileManager.default.attributesOfItem(atPath: path("state/loopdoctor"))[.posixPermissions] as? Int
    #expect(permissions == 0o700)
  }

  @Test func itIsReadable() throws {
    let shop = try store()
    try shop.keep(session(), tool: tool)
    #expect(
      try String(contentsOfFile: shop.file.string, encoding: .utf8) == """
        session: 1
        tool: loopdoctor 1.0
        root: \(path("shop"))
        position: blocker
        aside:
        - {id: "app/retry.py:9:time.sleep", path: app/retry.py, function: again, call: time.sleep}
        steps:
        - answer: {symptom: slow}
          provenance: typed
        - answer: {framework: fastapi}
          provenance: evidence
          seen: "imported, app/main.py:3"

        """)
  }

  @Test func whichFolder() {
    func file(_ variables: [String: String]) -> String? {
      SessionStore(project: "/nowhere/Ünser Shop..", variable: { variables[$0] })?.file.string
    }
    #expect(
      file(["HOME": "/home/ann"])?.hasPrefix("/home/ann/.local/state/loopdoctor/_nser_Shop..-") == true)
    #expect(file(["HOME": "/h", "XDG_STATE_HOME": "/x"])?.hasPrefix("/x/loopdoctor/") == true)
    #expect(file(["HOME": "/h", "XDG_STATE_HOME": "relative"])?.hasPrefix("/h/.local/state/") == true)
    #expect(file(["HOME": "relative"]) == nil && file([:]) == nil)
    #expect(
      SessionStore(project: "/", variable: { _ in "/s" })?.file.lastComponent?.string.hasPrefix("root-")
        == true)
  }

  /// Whatever state the file is in, there is a line about it, and no session.
  @Test func damagedFiles() throws {
    let shop = try store()
    try shop.keep(session(), tool: tool)
    let good = try Data(contentsOf: URL(filePath: shop.file.string))
    func load(_ bytes: Data) throws -> SessionStore.Kept {
      try bytes.write(to: URL(filePath: shop.file.string))
      return shop.load(graph: graph)
    }
    for (text, said) in [
      ("symptom: slow\n", "does not say where"), ("session: 2\nposition: symptom\nsteps: []\n", "format 1"),
      ("position: nowhere\nsteps: []\n", "there is no step “nowhere”"), ("{", ""), ("\u{0}\u{1}", ""),
      ("position: symptom\naside: 3\nsteps: []\n", "“aside” must be a list"),
      ("position: symptom\ncause: {id: x}\nsteps: []\n", "a cause has id, path, function and call"),
      ("position: symptom\nsteps:\n- answer: {symptom: gone}\n", "is no answer"), ("", "does not say where"),
    ] {
      guard case .damaged(let reason) = try load(Data(text.utf8)) else {
        Issue.record("\(text) was read")
        continue
      }
      #expect(reason.hasPrefix(shop.file.string) && !reason.contains("\n"), "\(reason)")
      #expect(said.isEmpty || reason.contains(said), "\(reason)")
    }
    #expect(try load(Data(repeating: 0x61, count: 2 << 20)) != .nothing)
    // Cut off anywhere, or with a byte changed: it is read, or told of; never more.
    var random = Seeded(7)
    for _ in 0..<300 {
      var bytes = good
      if Bool.random(using: &random) {
        bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
      } else {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if case .session(let session) = try load(bytes) {
        var state = WizardState.fixture()
        state.offer(session)
        #expect(try state.after("y").offered == nil)
      }
    }
    try FileManager.default.removeItem(atPath: shop.file.string)
    try FileManager.default.createDirectory(atPath: shop.file.string, withIntermediateDirectories: true)
    #expect(shop.load(graph: graph) == .damaged("\(shop.file.string): is a folder"))
  }

  /// Two projects may come to share a name.
  @Test func aFileOfAnotherProjectIsNotOurs() throws {
    let shop = try store()
    try shop.keep(session(), tool: tool)
    let text = try String(contentsOfFile: shop.file.string, encoding: .utf8)
    try text.replacing("root: \(path("shop"))", with: "root: /elsewhere").write(
      toFile: shop.file.string, atomically: true, encoding: .utf8)
    #expect(shop.load(graph: graph) == .nothing)
  }

  @Test func whatCannotBeWritten() throws {
    try Data().write(to: folder.appending(path: "state"))
    #expect(throws: FileFault.self) { try store().keep(session(), tool: tool) }
    let said = Told()
    let keeper = SessionKeeper(try store(), tool: tool) { reason in
      said.reasons.withLock { $0.append(reason) }
    }
    for _ in 0..<3 {
      keeper.keep(try session())
      keeper.finish()
    }
    #expect(said.reasons.withLock { $0.count } == 1, "it is told once")
  }

  /// What is kept last is what stays, however fast it comes.
  @Test func theLastOneStays() throws {
    let shop = try store()
    let keeper = SessionKeeper(shop, tool: tool) { Issue.record("\($0)") }
    let sessions = try ["2", "2 enter", "2 enter x", "1"].map { try session($0) }
    for round in 0..<200 { keeper.keep(sessions[round % 4]) }
    keeper.finish()
    guard case .session(let last) = shop.load(graph: graph) else {
      Issue.record("nothing was kept")
      return
    }
    #expect(last.bookmark?.position == "message")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("state/loopdoctor")).count == 1)
  }

  /// Written by one thread at a time, which `finish` waits for.
  private final class Told: Sendable {
    let reasons = Mutex<[String]>([])
  }
}

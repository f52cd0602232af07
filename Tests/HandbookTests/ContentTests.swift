import Foundation
import Testing
import Timeline

@testable import Handbook

@Suite struct ContentTests {
  let handbook: Handbook

  init() throws { handbook = try builtIn.get() }

  @Test func theFolderAndWhatIsBuiltInAreTheSame() throws {
    var faults: [ContentFault] = []
    let folder = ContentSource.folder(repository.appending(path: "Content").path).files(faults: &faults)
    let compiled = ContentSource.builtIn.files(faults: &faults)
    #expect(faults == [])
    #expect(compiled.map(\.path) == folder.map(\.path), "run Sources/CContent/generate.sh")
    for (left, right) in zip(compiled, folder) where left.path == right.path {
      #expect(left.bytes == right.bytes, "\(left.path) was built from an older text")
    }
  }

  @Test func theFolderLoads() throws {
    let folder = try loadHandbook(from: .folder(repository.appending(path: "Content").path))
    #expect(folder.articles.map(\.id) == handbook.articles.map(\.id))
    #expect(folder.knowledge == handbook.knowledge)
    #expect(folder.graph == handbook.graph)
  }

  @Test func sevenFixesAndEightChecks() {
    let fixes = handbook.articles.compactMap { article -> (Int, String)? in
      if case .fix(let number) = article.category { (number, article.id) } else { nil }
    }
    #expect(fixes.map(\.0) == Array(1...7))
    #expect(fixes.map(\.1) == (1...7).map { "fix-\($0)" })
    let checks = handbook.articles.compactMap { article -> Int? in
      if case .check(let number) = article.category { number } else { nil }
    }
    #expect(checks == Array(1...8))
    #expect(handbook.article("fix-6")?.heading.hasPrefix("Fix 6 · ") == true)
    #expect(handbook.article("check-blind-spots")?.heading.hasPrefix("Check 8 · ") == true)
    // The page that lists the checks has them in their order.
    let listed = handbook.graph["still-not-working"]?.page?.articles.dropFirst()
    let ordered = handbook.articles.filter { if case .check = $0.category { true } else { false } }
    #expect(listed.map(Array.init) == ordered.map(\.id))
  }

  @Test func everyArticleNamedIsThere() {
    let ids = Set(handbook.articles.map(\.id))
    #expect(ids.count == handbook.articles.count)
    var named = handbook.articles.flatMap(\.see) + handbook.messages.map(\.page)
    named += handbook.graph.steps.compactMap(\.page).flatMap(\.articles)
    named += handbook.knowledge.kinds.values.flatMap { [$0.id, $0.fix] }
    for library in handbook.knowledge.libraries + handbook.knowledge.perRequest {
      named += library.calls.flatMap { [$0.fix] + $0.also }
    }
    #expect(Set(named).subtracting(ids).sorted() == [])
    for id in ids { #expect(handbook.article(id)?.id == id) }
    #expect(handbook.article("fix-8") == nil)
  }

  @Test(arguments: FaultCode.allCases) func everyFaultCodeIsExplained(_ code: FaultCode) {
    #expect(handbook.article(code.rawValue)?.category == .page)
  }

  @Test func everyArticleSaysSomething() {
    for article in handbook.articles {
      #expect(!article.introduction.isEmpty, "\(article.id)")
      #expect(!article.summary.isEmpty && article.summary.hasSuffix("."), "\(article.id)")
      #expect(article.sections.allSatisfy { !$0.blocks.isEmpty && !$0.title.isEmpty }, "\(article.id)")
    }
  }

  @Test func theKindsOfTheContractAreThere() {
    let contract = [
      "blocking-http", "blocking-sleep", "blocking-file", "blocking-database", "blocking-subprocess",
      "blocking-socket", "blocking-lock", "blocking-input", "blocking-sdk", "cpu-bound", "nested-loop",
      "nest-asyncio", "sync-orm", "engine-per-request", "sequential-awaits", "thread-pool-flood",
      "async-without-await",
    ]
    #expect(Set(contract).subtracting(handbook.knowledge.kinds.keys).sorted() == [])
    for kind in handbook.knowledge.kinds.values {
      #expect(handbook.article(kind.id)?.category == .findingKind)
      #expect(handbook.graph.fault(question: "blocker", value: kind.blocker) == nil)
    }
  }

  @Test func noNameIsKnownTwice() {
    // Of two entries for a name only one would ever be looked at.
    var owners: [String: String] = [:]
    for library in handbook.knowledge.libraries {
      for call in library.calls {
        let key = "\(call.name) \(call.kind) \(call.unless) \(call.onlyWhen)"
        if let other = owners.updateValue(library.name, forKey: key) {
          Issue.record("\(call.name) stands in \(other) and in \(library.name)")
        }
      }
    }
  }
}

@Suite struct ContentFolderTests {
  /// A folder with these files, for as long as the test runs.
  final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "loopdoctor-content-\(UUID().uuidString)")

    init(_ files: [String: [UInt8]]) throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (path, bytes) in files {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var faults: [String] {
      do throws(ContentFaults) {
        _ = try loadHandbook(from: .folder(url.path))
        return []
      } catch {
        return error.faults.map(\.description)
      }
    }
  }

  @Test func readsAFolder() throws {
    let folder = try Folder(MarkedContent.sound.mapValues { Array($0.utf8) })
    #expect(folder.faults == [])
    // Editors' files and notes beside the content do not matter.
    try Data("x".utf8).write(to: folder.url.appending(path: "README"))
    try Data("x".utf8).write(to: folder.url.appending(path: "kinds.yaml~"))
    #expect(folder.faults == [])
  }

  @Test func followsLinks() throws {
    let files = MarkedContent.sound.mapValues { Array($0.utf8) }
    let folder = try Folder(files.filter { !$0.key.hasPrefix("pages/") && $0.key != "kinds.yaml" })
    let other = try Folder(files)
    for name in ["pages", "kinds.yaml"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name), withDestinationURL: other.url.appending(path: name))
    }
    #expect(folder.faults == [])
  }

  @Test func saysWhatIsMissing() throws {
    let empty = try Folder([:])
    #expect(empty.faults == ["\(empty.url.path):1:1: no content in this folder; name a folder like Content/"])
    let missing = empty.url.appending(path: "missing").path
    do throws(ContentFaults) {
      _ = try loadHandbook(from: .folder(missing))
      Issue.record("it loads")
    } catch {
      #expect(
        error.faults.map(\.description) == [
          "\(missing):1:1: No such file or directory; make it readable, or take it away"
        ])
    }
    let pages = try Folder(["pages/end.md": Array("---\ntitle: x\nsummary: y\n---\n".utf8)])
    #expect(
      pages.faults
        == ["frameworks", "kinds", "messages", "off-loop", "on-loop", "per-request", "timeline"].map {
          "\($0).yaml:1:1: is missing; add it"
        })
  }

  @Test func tellsWhichFileIsTooLong() throws {
    var files = MarkedContent.sound.mapValues { Array($0.utf8) }
    files["pages/long.md"] = [UInt8](repeating: UInt8(ascii: "#"), count: 4 << 20 | 1)
    let folder = try Folder(files)
    #expect(
      folder.faults == [
        "pages/long.md:1:1: 4194305 bytes; at most 4194304 are read; make it readable, or take it away"
      ])
  }

  @Test func windowsLineEndsAndAByteOrderMarkAreFine() throws {
    let files = MarkedContent.sound.mapValues { text in
      [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    }
    let handbook = try {
      var loader = HandbookLoader()
      for (path, bytes) in files { loader.read(ContentFile(path: path, bytes: bytes)) }
      return try loader.handbook()
    }()
    let plain = try MarkedContent([]).load()
    #expect(handbook.articles == plain.articles)
    #expect(handbook.graph == plain.graph && handbook.knowledge == plain.knowledge)
  }
}

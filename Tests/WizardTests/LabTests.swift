import Scan
import Testing
import YAML

@testable import Handbook
@testable import Wizard

/// The labs that ship, and what counts as solved.
@Suite struct LabTests {
  private static let handbook = try? loadHandbook(from: .builtIn)
  private let handbook: Handbook
  private let scanner: Scanner

  init() throws {
    handbook = try #require(Self.handbook)
    scanner = Scanner(handbook: handbook)
  }

  private func verdict(_ lab: Lab, _ sources: [String: String]) -> LabVerdict {
    LabVerdict(of: lab, sources: sources, scanner: scanner)
  }

  @Test func oneForEachFixAndThreeThatHide() throws {
    let fixes = handbook.articles.compactMap { article -> String? in
      if case .fix = article.category { article.id } else { nil }
    }
    #expect(Set(handbook.labs.map(\.fix)).isSuperset(of: fixes))
    #expect(handbook.labs.count >= fixes.count + 3)
    // Deep down, behind a framework, and where there is no coroutine at all.
    let depths = handbook.labs.compactMap { verdict($0, $0.files).scan.findings.map(\.chain.count).max() }
    #expect(depths.count { $0 >= 3 } >= 3)
  }

  @Test func allHold() {
    let check = LabCheck(handbook: handbook)
    for lab in handbook.labs {
      #expect(check.faults(of: lab) == [])
      #expect(!verdict(lab, lab.files).isFree)
      #expect(verdict(lab, lab.solved).isSolved)
    }
  }

  @Test func aWrongClaimIsTold() throws {
    let lab = try #require(handbook.labs.first { $0.name == "catalogue" })
    let wrong = Lab(
      name: "wrong", title: "", summary: "", fix: "fix-1", goal: "", needs: [], raises: "",
      fault: Lab.Fault(kind: lab.fault.kind, file: lab.fault.file, line: lab.fault.line + 1),
      keeps: [Lab.Keep(function: "answer", mentions: ["nothing"])], hints: [], points: [],
      files: lab.files, solution: [:])
    #expect(
      LabCheck(handbook: handbook).faults(of: wrong) == [
        "labs/wrong.yaml: the scan finds no blocking-database at catalogue.py:15 but blocking-database at "
          + "catalogue.py:14",
        "labs/wrong.yaml: in the broken service, “answer” no longer uses “nothing”",
        "labs/wrong.yaml: the solved service still has blocking-database at catalogue.py:14",
        "labs/wrong.yaml: in the solved service, “answer” no longer uses “nothing”",
      ])
  }

  @Test func deletingIsNoSolution() {
    for lab in handbook.labs {
      #expect(!verdict(lab, [:]).isSolved, "\(lab.name)")
      // A service whose functions are all there and do nothing.
      let stubs = lab.keeps.map { keep in
        let parts = keep.function.split(separator: ".")
        return parts.count == 2
          ? "class \(parts[0]):\n    def \(parts[1])(self):\n        pass\n"
          : "async def \(parts[0])():\n    pass\n"
      }
      let empty = verdict(lab, ["main.py": stubs.joined(separator: "\n\n")])
      #expect(empty.isFree && empty.objections.count == lab.keeps.count, "\(lab.name): \(empty.objections)")
    }
  }

  @Test func silencingIsNoSolution() throws {
    for comment in ["# loopdoctor: ignore[blocking-sleep]", "# noqa: ASYNC251", "# NOQA"] {
      let lab = try #require(handbook.labs.first { $0.name == "buoys" })
      var sources = lab.files
      sources["radio.py"]?.replace("2**attempt)", with: "2**attempt)  \(comment)")
      let verdict = verdict(lab, sources)
      #expect(!verdict.isSolved)
      #expect(
        verdict.objections == ["radio.py:13 has a comment that silences the scan; mend the call instead"])
    }
  }

  @Test func anotherBlockingCallIsNoSolution() throws {
    let lab = try #require(handbook.labs.first { $0.name == "catalogue" })
    var sources = lab.solved
    sources["main.py"]?.replace("import stage\n", with: "import stage\nimport time\n")
    sources["main.py"]?.replace("    return f\"{books}", with: "    time.sleep(1)\n    return f\"{books}")
    let verdict = verdict(lab, sources)
    #expect(!verdict.isFree && !verdict.isSolved)
    #expect(verdict.scan.findings.map(\.kind) == ["blocking-sleep"])
  }

  @Test(arguments: ["rates", "tides"]) func halfOfACureIsNoSolution(_ name: String) throws {
    let lab = try #require(handbook.labs.first { $0.name == name })
    // All but the caller.
    let sources = lab.files.merging(lab.solution.filter { $0.key != "main.py" }) { $1 }
    let verdict = verdict(lab, sources)
    #expect(verdict.isFree && verdict.objections.count == 1)
    #expect(verdict.objections.first?.hasPrefix("“answer” calls the coroutine function “") == true)
  }

  @Test func whatCannotBeReadIsNotSolved() throws {
    let lab = try #require(handbook.labs.first { $0.name == "buoys" })
    var sources = lab.solved
    sources["main.py"]? += "\ndef (:\n"
    let verdict = verdict(lab, sources)
    #expect(verdict.objections.contains { $0.hasPrefix("main.py cannot be read: in part: line ") })
    #expect(!verdict.isSolved)
  }

  @Test func otherCuresCount() throws {
    // Not the one that is shipped: the function itself turns into a coroutine with a thread inside.
    let lab = try #require(handbook.labs.first { $0.name == "gallery" })
    var sources = lab.files
    sources["main.py"]?.replace(
      "    return album.cover()",
      with: "    loop = asyncio.get_running_loop()\n    return await loop.run_in_executor(None, album.cover)")
    #expect(verdict(lab, sources).isSolved)
    let gate = try #require(handbook.labs.first { $0.name == "gate" })
    sources = gate.files
    sources["main.py"]?.replace(
      "    guard.check(name, word)", with: "    await asyncio.to_thread(guard.check, name, word)")
    #expect(verdict(gate, sources).isSolved)
  }

  // MARK: Progress

  @Test func progressIsReadAsItIsWritten() throws {
    var progress = LabProgress()
    progress.labs["gate"] = {
      var entry = LabProgress.Entry(); entry.isDone = true; entry.hints = 2; return entry
    }()
    progress.labs["odd: \"name\""] = LabProgress.Entry()
    progress.labs["gate"]?.folder = "/home/Ada Lovelace/#1"
    #expect(try LabProgress(Array(progress.text.utf8), named: "labs.yaml") == progress)
    #expect(try LabProgress(Array(LabProgress().text.utf8), named: "labs.yaml") == LabProgress())
    #expect(try LabProgress([], named: "labs.yaml") == LabProgress())
  }

  @Test(arguments: [
    ("progress: 2\n", "labs.yaml:1:1: this loopdoctor reads progress format 1"),
    ("progress: 1\nlabs:\n  gate: {state: gone}\n", "labs.yaml:3:9: a lab's state is done or open"),
    ("progress: 1\nlabs:\n  gate: {state: open, hints: some}\n", "labs.yaml:3:9: hints is a number"),
  ]) func damagedProgressIsTold(_ text: String, _ message: String) {
    #expect {
      try LabProgress(Array(text.utf8), named: "labs.yaml")
    } throws: {
      "\($0)" == message
    }
  }
}

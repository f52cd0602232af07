import Foundation
import Handbook
import PseudoTerminal
import Report
import Scan
import Testing
import Timeline
import Wizard

@testable import loopdoctor

/// Whatever is answered, rightly or wrongly, ends in a report or in clean errors, with the right exit code.
@Suite struct RandomAnswersTests {
  private static let source = """
    import requests
    from fastapi import FastAPI

    app = FastAPI()


    @app.get("/")
    async def home():
        return requests.get("https://example.com").text

    """

  private let handbook: Handbook
  private let scans: [ScanResult]

  init() throws {
    handbook = try loadHandbook(from: .builtIn)
    let scanner = Scanner(handbook: handbook)
    scans = [
      scanner.scan(source: Self.source, path: "main.py"), scanner.scan(source: "x = 1\n", path: "main.py"),
    ]
  }

  private func collected(_ set: AnswerSet) -> AnswerCollector {
    var collector = AnswerCollector(graph: handbook.graph)
    for flag in set.flags { collector.addFlag(flag) }
    for (number, file) in set.files.enumerated() {
      collector.addFile(Array(file.utf8), named: "answers-\(number).yaml")
    }
    return collector
  }

  private func run(_ answers: [Answer], _ scan: ScanResult) -> AnswersDriver.Outcome {
    AnswersDriver.run(handbook: handbook, scan: scan, given: answers, tool: CommonOptions.tool)
  }

  private func expectedStatus(_ outcome: AnswersDriver.Outcome) -> Int32 {
    exitCode(of: outcome.missing == nil ? outcome.diagnosis.conclusion : nil)
  }

  @Test func tenThousandThroughTheEngine() throws {
    var ends: [Int32: Int] = [:]
    for seed in 0..<10_000 as Range<UInt64> {
      let set = AnswerSet(seed: seed, graph: handbook.graph)
      let collector = collected(set)
      // Each mistake is told; damage done at random may add to them.
      #expect(
        set.isUncertain ? collector.problems.count >= set.wrong : collector.problems.count == set.wrong,
        "set \(seed): \(collector.problems)")
      guard collector.problems.isEmpty else {
        #expect(collector.problems.allSatisfy { !$0.isEmpty && $0.count < 2000 }, "set \(seed)")
        ends[2, default: 0] += 1
        continue
      }
      let scan = scans[Int(seed % 2)]
      let outcome = run(collector.answers, scan)
      ends[expectedStatus(outcome), default: 0] += 1
      // What was said is either on the way or named as not needed, never silently dropped.
      let used = Set(outcome.diagnosis.session.answersOnPath.map(\.question))
      let unused = Set(outcome.unused.map(\.question))
      for answer in collector.answers {
        if case .evidence = answer.provenance { continue }
        #expect(used.contains(answer.question) != unused.contains(answer.question), "set \(seed): \(answer)")
      }
      for answer in outcome.diagnosis.session.answersOnPath {
        let given = collector.answers.first { $0.question == answer.question }
        if let given, case .flag = given.provenance { #expect(answer == given, "set \(seed)") }
      }
      // It stands at a page, or at a question that need not be answered, unless it says what is missing.
      let session = outcome.diagnosis.session
      #expect(
        outcome.missing == nil
          ? session.step.question?.isOptional ?? true : outcome.missing == session.step.question,
        "set \(seed): \(session.position)")
      // The reports, of some: each costs more than all else.
      if seed % 20 == 0 {
        let json = JSONReport(tool: CommonOptions.tool).json(outcome.diagnosis).text
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any], "set \(seed)")
        #expect(!MarkdownReport().text(outcome.diagnosis).isEmpty)
      }
    }
    // Every way to end comes up often.
    #expect([0, 1, 2, 3].allSatisfy { ends[$0, default: 0] > 300 } && ends.count == 4, "\(ends)")
  }

  @Test func threeHundredThroughTheExecutable() throws {
    let projects = [try Project(["main.py": Self.source]), try Project(["main.py": "x = 1\n"])]
    let formats = ReportFormat.allCases.map(\.rawValue)
    for seed in 20_000..<20_300 as Range<UInt64> {
      let set = AnswerSet(seed: seed, graph: handbook.graph)
      let project = projects[Int(seed % 2)]
      var arguments = ["diagnose", "--no-input", "--format", formats[Int(seed) % formats.count]]
      // No argument of a program can hold a zero byte, and the generator makes none.
      for flag in set.flags { arguments.append("--answer=\(flag)") }
      for (number, text) in set.files.enumerated() {
        try project.write("answers-\(number).yaml", text)
        arguments += ["--answers", "answers-\(number).yaml"]
      }
      let outcome = try loopdoctor(arguments, directory: project.path)
      let collector = collected(set)
      guard collector.problems.isEmpty else {
        #expect(outcome.status == 2, "set \(seed)")
        #expect(outcome.output == "" && outcome.isPlain, "set \(seed)")
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == collector.problems.count, "set \(seed): \(outcome.errors)")
        #expect(lines.allSatisfy { $0.hasPrefix("loopdoctor: ") }, "set \(seed): \(outcome.errors)")
        continue
      }
      let expected = run(collector.answers, scans[Int(seed % 2)])
      #expect(outcome.status == expectedStatus(expected), "set \(seed): \(arguments)")
      #expect(outcome.isPlain)
      for answer in expected.unused {
        #expect(
          outcome.errors.contains("the answer \(answer.question)=\(answer.value) was not needed on this way"))
      }
      if arguments[3] == "json" { #expect(try parsedJSON(outcome)["diagnosis"] != nil) }
    }
  }
}

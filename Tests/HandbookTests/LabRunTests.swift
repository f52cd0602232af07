import Foundation
import PseudoTerminal
import Testing

@testable import Handbook

/// Each lab under a real Python: the broken service stops the loop, the solved one does not, and both say the same.
@Suite(.serialized) struct LabRunTests {
  /// What `stage.py` measured.
  private struct Run {
    /// How much of the time the loop stood still.
    let share: Double
    /// What the visitors were told.
    let answers: [Substring]
    let errors: String
  }

  private static let labs = (try? builtIn.get())?.labs ?? []

  /// A Python that has the packages a lab needs: the one named by the environment, or the first on the path.
  private static func python(with packages: [String]) -> String? {
    let named = ProcessInfo.processInfo.environment["LOOPDOCTOR_LAB_PYTHON"]
    return [named, Python.standard?.path].compactMap(\.self).first { path in
      let script =
        "import sys; assert sys.version_info >= (3, 9)\n" + packages.map { "import \($0)\n" }.joined()
      return (try? runProgram(path, ["-c", script]))?.status == 0
    }
  }

  private func play(_ files: [String: String], with python: String) throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appending(path: "loopdoctor-lab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let outcome = try runProgram(python, ["stage.py"], directory: folder.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let measure = try #require(
      lines.last?.wholeMatch(
        of: /The loop stood still for ([\d.]+) of ([\d.]+) seconds, [\d.]+ at a stretch\./))
    let (still, took) = (try #require(Double(measure.1)), try #require(Double(measure.2)))
    return Run(
      share: took == 0 ? 0 : still / took, answers: Array(lines.dropLast()), errors: outcome.errors)
  }

  @Test(arguments: labs.map(\.name)) func blocksAndIsCured(_ name: String) throws {
    let lab = try #require(Self.labs.first { $0.name == name })
    guard let python = Self.python(with: lab.needs) else {
      print(
        "NOT RUN: the lab \(name) needs \((["Python 3.9"] + lab.needs).joined(separator: ", ")); see `make test`"
      )
      return
    }
    let broken = try play(lab.files, with: python)
    let solved = try play(lab.solved, with: python)
    #expect(!solved.answers.isEmpty && solved.answers.allSatisfy { !$0.hasSuffix(": ") })
    guard lab.raises.isEmpty else {
      #expect(broken.errors.contains(lab.raises))
      #expect(!solved.errors.contains(lab.raises))
      return
    }
    #expect(broken.answers == solved.answers)
    #expect(solved.errors == "")
    // A busy machine makes any heart late now and then, never more often than it is late anyway.
    var calm = solved.share
    for _ in 0..<4 where calm > broken.share / 2 {
      calm = min(calm, try play(lab.solved, with: python).share)
    }
    #expect(calm < broken.share / 2, "\(calm) of the time after it was cured, \(broken.share) before")
  }
}

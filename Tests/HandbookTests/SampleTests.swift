import Foundation
import Scan
import Testing

@testable import Handbook

/// A code sample with where it stands.
struct PlacedSample: Sendable, CustomTestStringConvertible {
  let article: Article
  /// 1-based among the samples of its article that are Python.
  let number: Int
  let sample: CodeSample

  /// Names it in the tables of the tests.
  var key: String { "\(article.id) \(number)" }
  var testDescription: String { "\(key), line \(sample.line)" }

  static func all(of handbook: Handbook) -> [PlacedSample] {
    handbook.articles.flatMap { article in
      article.samples.filter { $0.language == "python" }.enumerated().map { index, sample in
        PlacedSample(article: article, number: index + 1, sample: sample)
      }
    }
  }
}

@Suite struct SampleTests {
  let handbook: Handbook
  let samples: [PlacedSample]

  init() throws {
    handbook = try builtIn.get()
    samples = PlacedSample.all(of: handbook)
  }

  @Test(.enabled(if: Python.standard != nil, "no python3 on the path")) func compile() throws {
    let standard = try #require(Python.standard)
    var skipped: [String] = []
    var batches: [Python: [PlacedSample]] = [:]
    for sample in samples {
      if case .pythonAtLeast(let version)? = sample.sample.python, version > standard.version {
        if let newer = Python.newest(atLeast: version) {
          batches[newer, default: []].append(sample)
        } else {
          skipped.append("\(sample.testDescription) needs Python \(version)")
        }
      } else {
        batches[standard, default: []].append(sample)
      }
    }
    for (python, batch) in batches {
      let faults = try python.faults(in: batch.map(\.sample.text))
      #expect(faults.count == batch.count)
      for (sample, fault) in zip(batch, faults) {
        #expect(fault == "", "\(sample.testDescription), Python \(python.version)")
      }
    }
    if !skipped.isEmpty { print("\(skipped.count) samples not compiled: \(skipped.joined(separator: "; "))") }
  }

  @Test func theScanFindsWhatTheySay() throws {
    let scanner = Scanner(handbook: handbook)
    var open = Self.notYetFound
    for placed in samples where placed.sample.claim != .example {
      let result = scanner.scan(source: placed.sample.text)
      let found = Set(result.findings.map { "\($0.range.line): \($0.kind)" }).sorted()
      let claimed = Set(placed.sample.marks.map { "\($0.line): \($0.kind)" }).sorted()
      if let reason = open.removeValue(forKey: placed.key) {
        #expect(
          found != claimed, "\(placed.testDescription) agrees now (\(reason)): take it out of the table")
      } else {
        #expect(found == claimed, "\(placed.testDescription)")
      }
      #expect(result.skipped == [], "\(placed.testDescription) is not understood in full")
    }
    #expect(open.keys.sorted() == [], "the table names samples that do not exist")
  }

  /// Samples that are right while the scan is not there yet. An entry that agrees fails the test, so that it goes.
  static let notYetFound: [String: String] = [:]

  @Test func fitOnTheScreen() {
    for placed in samples {
      for (index, line) in placed.sample.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        #expect(line.count <= 72, "\(placed.key), line \(placed.sample.line + index)")
      }
    }
  }
}

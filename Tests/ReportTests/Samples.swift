import Foundation
import Testing
import Text

@testable import Handbook
@testable import Report
@testable import Scan
@testable import Timeline

/// What the product ships.
let builtIn: Result<Handbook, ContentFaults> = Result { () throws(ContentFaults) in
  try loadHandbook(from: .builtIn)
}

let plainStyle = ReportStyle(theme: .monochrome, glyphs: .unicode, width: 80)

/// Lines as they would be printed without colours.
func shown(_ lines: [[Span]]) -> String { LineWriter(isStyled: false).text(lines) }

/// SplitMix64: the same numbers from the same seed.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A project of a few files, for as long as the test runs.
final class SampleProject {
  let url = FileManager.default.temporaryDirectory.appending(path: "loopdoctor-report-\(UUID().uuidString)")

  static let files = [
    "main.py": """
    import time

    from fastapi import FastAPI

    from services.billing.client import fetch_invoice

    app = FastAPI()


    @app.get("/invoice")
    async def invoice(number: int):
        return fetch_invoice(number)


    @app.get("/again")
    async def again(number: int):
        time.sleep(1)
        return fetch_invoice(number)

    """,
    "services/billing/client.py": """
    import requests


    def fetch_invoice(number):
        return requests.get(f"https://example.org/invoices/{number}")

    """,
    "broken.py": "def broken(:\n    pass\n",
  ]

  init() throws {
    for (path, text) in Self.files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What a scan of it finds, as if it had been started within it.
  func scanned() throws -> ScanResult {
    var result = try Scanner(handbook: try builtIn.get()).scan(root: url.path)
    result.root = "."
    result.milliseconds = 7
    return result
  }

  var sources: SourceFiles { SourceFiles(root: url.path) }
}

/// A finding as no project has it.
func finding(
  kind: String = "blocking-http", severity: Severity = .error, path: String = "a.py", line: Int = 3,
  function: String = "load", call: String = "requests.get", chain: [Finding.Frame]? = nil
) -> Finding {
  let chain = chain ?? [Finding.Frame(path: path, line: line, column: 5, function: function, call: call)]
  return Finding(
    kind: kind, severity: severity, confidence: .likely, path: path,
    range: TextRange(line: line, column: 5, endLine: line, endColumn: 20), function: function, call: call,
    message: "\(call) waits", replacement: "httpx", fix: "fix-2", also: ["fix-1"],
    rootCause: "\(chain[chain.count - 1].path):\(chain[chain.count - 1].line):5", chain: chain)
}

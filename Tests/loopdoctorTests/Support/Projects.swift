import Foundation
import PseudoTerminal
import Testing

/// A folder with some files, gone with this object.
final class Project {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = "/tmp/loopdoctor-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path).appending(path: name)), as: UTF8.self)
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// A FastAPI service with `requests.get` in a coroutine, two calls down.
  static func slow() throws -> Project {
    try Project([
      "app/main.py": """
      from fastapi import FastAPI

      from app.rates import fetch

      app = FastAPI()


      @app.get("/rates")
      async def rates():
          return fetch("eur")

      """,
      "app/rates.py": """
      import requests


      def fetch(currency):
          return requests.get("https://example.com/rates", params={"to": currency}).json()

      """,
      "app/__init__.py": "",
    ])
  }

  /// A project in which nothing blocks.
  static func clean() throws -> Project {
    try Project([
      "main.py":
        "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n\n\nasyncio.run(main())\n"
    ])
  }
}

/// JSON as the standard library of another program reads it.
func parsedJSON(_ outcome: Outcome) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(outcome.outputBytes))
  return try #require(value as? [String: Any])
}

/// A report with its measured times taken out.
func withoutTimes(_ text: String) -> String {
  text.replacing(/"milliseconds": \d+/, with: "\"milliseconds\": 0").replacing(
    #/ in [\d,]+ ms/#, with: " in 0 ms")
}

extension Outcome {
  /// Nothing in either stream that a terminal would obey.
  var isPlain: Bool {
    !(outputBytes + errorBytes).contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }
      && !(output + errors).unicodeScalars.contains {
        (0x80..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value)
          || (0x2066...0x2069).contains($0.value)
      }
  }
}

import Testing

@testable import Scan

@Suite struct FactTests {
  private func facts(_ files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder()
    // The search for the version goes up as far as the repository does.
    try folder.write(".git/HEAD", "x\n")
    for (name, text) in files { try folder.write(name, text) }
    return try folder.scan().sightings.map { "\($0.fact) \($0.value) \($0.place.path):\($0.place.line)" }
  }

  @Test func aFrameworkIsProvedByItsImport() throws {
    #expect(try facts(["a.py": "\n\nfrom fastapi import FastAPI\n"]).first == "framework fastapi a.py:3")
  }

  @Test func fastAPIOutranksStarlette() throws {
    let found = try facts(["a.py": "import starlette.routing\nimport fastapi\n"])
    #expect(found.filter { $0.hasPrefix("framework") } == ["framework fastapi a.py:2"])
  }

  @Test func aClientIsNoServer() throws {
    let client = try facts(["a.py": "import aiohttp\n"])
    #expect(client.filter { $0.hasPrefix("framework") } == [])
    let server = try facts(["a.py": "import aiohttp\nfrom aiohttp import web\n"])
    #expect(server.contains("framework aiohttp a.py:2"))
  }

  @Test func theProjectsOwnModuleIsNoLibrary() throws {
    let found = try facts(["requests.py": "", "a.py": "import requests\n"])
    #expect(found == [])
  }

  @Test func librariesComeWithThePlaceOfTheirFirstImport() throws {
    let found = try facts(["b.py": "import redis\n", "a.py": "import os\nimport redis\n"])
    #expect(found.contains("library redis a.py:2"))
  }

  struct Requirement: CustomTestStringConvertible {
    let file: String
    let text: String
    let version: String
    let line: Int
    var testDescription: String { file }
  }

  static let requirements = [
    Requirement(file: ".python-version", text: "3.12.1\n", version: "3.12", line: 1),
    Requirement(file: "runtime.txt", text: "python-3.11.4\n", version: "3.11", line: 1),
    Requirement(file: "Dockerfile", text: "# x\nFROM python:3.10-slim\n", version: "3.10", line: 2),
    Requirement(
      file: "pyproject.toml", text: "[project]\nrequires-python = \">=3.9,<4\"\n", version: "3.9", line: 2),
    Requirement(
      file: "pyproject.toml", text: "[tool.poetry.dependencies]\npython = \"^3.8\"\n", version: "3.8", line: 2
    ),
    Requirement(file: "setup.cfg", text: "[options]\npython_requires = >=3.7\n", version: "3.7", line: 2),
    Requirement(file: "setup.py", text: "setup(\n    python_requires='>=3.6',\n)\n", version: "3.6", line: 2),
    Requirement(file: "Pipfile", text: "[requires]\npython_version = \"3.13\"\n", version: "3.13", line: 2),
  ]

  @Test(arguments: requirements) func python(_ wanted: Requirement) throws {
    let found = try facts([wanted.file: wanted.text, "a.py": ""])
    #expect(
      found.first { $0.hasPrefix("python") } == "python \(wanted.version) \(wanted.file):\(wanted.line)")
  }

  @Test func aFileThatNamesOneVersionGoesBeforeARange() throws {
    let found = try facts([".python-version": "3.12\n", "pyproject.toml": "requires-python = \">=3.8\"\n"])
    #expect(found == ["python 3.12 .python-version:1"])
  }

  @Test func nothingIsSaidWithoutProof() throws {
    #expect(try facts(["a.py": "x = 1\n", "pyproject.toml": "[project]\nname = \"x\"\n"]) == [])
  }
}

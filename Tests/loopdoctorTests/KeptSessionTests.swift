import Foundation
import Glibc
import PseudoTerminal
import Testing

/// Sessions that are kept, on a real (pseudo) terminal.
@Suite struct KeptSessionTests {
  /// A project and a folder for what is kept of it, apart from each other.
  private struct Setting {
    let project: Project
    let state: Project

    init() throws {
      project = try Project.slow()
      state = try Project()
    }

    func start(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> PseudoTerminal {
      try PseudoTerminal(
        PseudoTerminal.builtExecutable("loopdoctor"), [project.path] + arguments,
        environment: environment.merging(["XDG_STATE_HOME": state.path]) { $1 })
    }

    /// The file that is kept; nil when there is none.
    func kept() throws -> String? {
      let folder = state.file("loopdoctor")
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), !names.isEmpty else {
        return nil
      }
      #expect(names.count == 1 && names[0].hasSuffix(".yaml"), "\(names)")
      return folder + "/" + names[0]
    }

    func files() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: project.path).sorted()
    }
  }

  private func goToTheFix(_ terminal: PseudoTerminal) throws {
    try waitForWizard(terminal)
    try terminal.send("2\r\r\r")
    try terminal.waitForText("▸ 5 │     return requests.get(")
    try terminal.send("\r")
    try terminal.waitForText("Your code  app/rates.py:5")
  }

  /// However it is left.
  @Test(arguments: ["q", "ctrl-c", "SIGTERM", "SIGHUP", "closed"]) func leavingKeepsIt(_ how: String) throws {
    let setting = try Setting()
    let before = try setting.files()
    let first = try setting.start()
    try goToTheFix(first)
    switch how {
    case "q": try first.send("q")
    case "ctrl-c": try first.send(.control("c"))
    case "SIGTERM": first.signal(SIGTERM)
    case "SIGHUP": first.signal(SIGHUP)
    default: first.hangUp()
    }
    #expect(try first.waitForExit() == .exited(how == "q" ? 1 : 130))
    if how != "closed" { expectRestored(first) }
    let text = try String(contentsOfFile: try #require(try setting.kept()), encoding: .utf8)
    #expect(text.contains("- answer: {symptom: slow}\n  provenance: typed\n"))
    #expect(text.contains("\nposition: ") && text.contains("call: requests.get"))
    #expect(try setting.files() == before, "nothing is written into the project")

    let second = try setting.start()
    try second.waitForText("You left this project at minute 12")
    try second.waitForText("Under treatment: requests.get  app/rates.py:5")
    try second.send("y")
    try second.waitForText("Your code  app/rates.py:5  rates → fetch")
    try second.waitForText("lines scanned in")
    // The file is an answers file like any other.
    let file = try #require(try setting.kept())
    let replay = try loopdoctor("diagnose", setting.project.path, "--answers", file, "--no-input")
    #expect(replay.output.contains("requests.get") && replay.errors == "")
    try second.send("q")
    try second.waitForExit()
  }

  @Test func startingAnewAndFresh() throws {
    let setting = try Setting()
    let first = try setting.start()
    try goToTheFix(first)
    try first.send("q")
    try first.waitForExit()
    let file = try #require(try setting.kept())
    let text = try String(contentsOfFile: file, encoding: .utf8)
    // Whoever only looks changes nothing.
    for arguments in [["--fresh"], []] {
      let terminal = try setting.start(arguments)
      if arguments.isEmpty {
        try terminal.waitForText("You left this project")
        try terminal.send("n")
      }
      try waitForWizard(terminal)
      try terminal.waitForText("What do you see?")
      #expect(!terminal.outputText.contains("You left") || arguments.isEmpty)
      try terminal.send("q")
      try terminal.waitForExit()
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
    let terminal = try setting.start(["--fresh"])
    try waitForWizard(terminal)
    try terminal.send("1")
    try terminal.waitForText("What does the last line")
    try terminal.send("q")
    try terminal.waitForExit()
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("symptom: traceback"))
  }

  @Test func aDamagedFile() throws {
    let setting = try Setting()
    let first = try setting.start()
    try goToTheFix(first)
    try first.send("q")
    try first.waitForExit()
    let file = try #require(try setting.kept())
    try Data("session: 1\nposition: 7\u{1B}[2J\n".utf8).write(to: URL(filePath: file))
    let second = try setting.start()
    try second.waitForText("Starting anew, what was kept cannot be read: ")
    try waitForScan(second)
    try second.send("2")
    try second.waitForText("Minute 2")
    try second.send("q")
    #expect(try second.waitForExit() == .exited(3))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("symptom: slow"), "it is whole again")
  }

  private func waitForScan(_ terminal: PseudoTerminal) throws {
    try terminal.waitUntil("the scan is done") { $0.screen.contains("lines scanned in") }
  }

  @Test func thePromptsAskToo() throws {
    let setting = try Setting()
    let first = try setting.start(["--plain"])
    try first.waitForText("Answer 1-4")
    try first.send("2\r")
    try first.waitForText("Minute 2: The direction")
    try first.send("q\r")
    try first.waitForExit()
    #expect(try setting.kept() != nil)
    let second = try setting.start(["--plain"])
    try second.waitForText("You left this project at minute 2")
    try second.waitForText("Answer 1-2 [1]")
    try second.send("1\r")
    try second.waitForText("Minute 2: The direction")
    try second.send("q\r")
    try second.waitForExit()
    let fresh = try setting.start(["--plain", "--fresh"])
    try fresh.waitForText("Answer 1-4")
    #expect(!fresh.outputText.contains("You left"))
    try fresh.send("q\r")
    try fresh.waitForExit()
    // What no person types into is a script's, and is asked the same each time.
    let script = try loopdoctor(
      "--plain", setting.project.path, input: "q\n", environment: ["XDG_STATE_HOME": setting.state.path])
    #expect(!script.output.contains("You left"))
  }
}

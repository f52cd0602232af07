import Foundation
import PseudoTerminal
import Testing

/// `walkthrough lab`, through the real executable.
@Suite struct LabTests {
  private let folder: Project

  init() throws { folder = try Project() }

  private var environment: [String: String?] { ["XDG_STATE_HOME": folder.file("state")] }

  private func lab(_ arguments: String...) throws -> Outcome {
    try loopdoctor(["walkthrough", "lab"] + arguments, environment: environment, directory: folder.path)
  }

  /// A file of the content's lab folder.
  private func content(_ path: String, file: String = #filePath) throws -> String {
    let root = (0..<3).reduce(URL(filePath: file)) { url, _ in url.deletingLastPathComponent() }
    return String(decoding: try Data(contentsOf: root.appending(path: "Content/labs/\(path)")), as: UTF8.self)
  }

  private func solve(_ name: String, in place: String, file: String = #filePath) throws {
    let root = (0..<3).reduce(URL(filePath: file)) { url, _ in url.deletingLastPathComponent() }
    let solved = root.appending(path: "Content/labs/\(name)/solved").path
    for file in try FileManager.default.contentsOfDirectory(atPath: solved) {
      try folder.write("\(place)/\(file)", try content("\(name)/solved/\(file)"))
    }
  }

  private func progress() throws -> String { try folder.read("state/loopdoctor/labs.yaml") }

  @Test func allCanBeCopiedAndSolved() throws {
    let names = try lab().output.split(separator: "\n").compactMap {
      $0.wholeMatch(of: /([a-z]+) +open  .*/)?.1
    }.map(String.init)
    #expect(names.count >= 10)
    for name in names {
      let first = try lab(name)
      #expect(first.status == 1, "\(name): \(first.errors)")
      #expect(first.output.contains("Copied to ") && first.output.contains("The loop is still blocked, by "))
      #expect(first.isPlain && first.errors == "")
      try solve(name, in: name)
      let second = try lab(name, "--check")
      #expect(second.status == 0, "\(name): \(second.output)")
      #expect(second.output.contains("The loop is free, and the service does its job."))
      #expect(second.output.contains("To remember:"))
      #expect(try progress().contains("  \(name): {state: done, "))
    }
    #expect(!(try lab().output.contains(" open ")))
    let list = try loopdoctor("walkthrough", "list", environment: environment)
    #expect(list.output.contains(/catalogue +done +The silent library/))
  }

  @Test func nothingOfTheLearnersIsOverwritten() throws {
    try folder.write("mine/main.py", "mine = 1\n")
    let refused = try lab("tides", "mine")
    #expect(refused.status == 2 && refused.output == "")
    #expect(
      refused.errors.hasSuffix(
        "/mine has files already (main.py); name another folder, or overwrite with --force\n"))
    #expect(try folder.read("mine/main.py") == "mine = 1\n")
    #expect(!FileManager.default.fileExists(atPath: folder.file("mine/almanac.py")))
    #expect(try lab("tides", "mine", "--check").status == 2)
    #expect(try lab("tides", "mine", "--force").status == 1)
    #expect(try folder.read("mine/main.py") == content("tides/broken/main.py"))
    // Files that are no Python, and a folder that is not there, are in nobody's way.
    try folder.write("notes/todo.txt", "x")
    #expect(try lab("tides", "notes").status == 1)
    #expect(try lab("tides", "a/b/c").status == 1)
    // What was begun goes on as the learner left it.
    try folder.write("a/b/c/main.py", "left = True\n")
    let resumed = try lab("tides", "a/b/c")
    #expect(resumed.output.contains("It goes on in "))
    #expect(try folder.read("a/b/c/main.py") == "left = True\n")
    let other = try lab("rates", "a/b/c")
    #expect(other.status == 2 && other.errors.contains("holds the lab “tides”; name another folder"))
    #expect(try lab("tides", folder.file("mine/main.py")).errors.contains("is no folder"))
  }

  @Test func deletingIsNoSolution() throws {
    #expect(try lab("buoys").status == 1)
    try folder.write("buoys/radio.py", "")
    let outcome = try lab("buoys", "--check")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("Nothing blocks the loop, but the lab is not solved:"))
    #expect(outcome.output.contains("there is no function “waves” any more; the service needs it"))
  }

  @Test func beginsAnew() throws {
    #expect(try lab("gate").status == 1)
    try solve("gate", in: "gate")
    #expect(try lab("gate", "--check").status == 0)
    try folder.write("gate/notes.py", "remember = 1\n")
    let reset = try lab("--reset", "gate")
    #expect(reset.status == 0 && reset.output == "gate begins anew in \(folder.path)/gate\n")
    #expect(try progress().contains("gate: {state: open, hints: 0"))
    #expect(try lab("gate", "--check").status == 1)
    #expect(try folder.read("gate/notes.py") == "remember = 1\n")
    // From inside, and where it is not.
    #expect(
      try loopdoctor(
        "walkthrough", "lab", "gate", "--check", environment: environment, directory: folder.file("gate")
      ).status == 1)
    #expect(try lab("--reset", "gate", "state").errors.contains("does not hold the lab “gate”"))
    #expect(try lab("--reset", "rates").output == "rates begins anew\n")
  }

  @Test func whatIsWrongIsTold() throws {
    let unknown = try lab("catalog")
    #expect(unknown.status == 2)
    #expect(
      unknown.errors.contains("there is no lab “catalog” (did you mean “catalogue”?); the labs are buoys, "))
    #expect(
      try lab("gate", "--check").errors.contains(
        "does not hold the lab “gate”; copy it there without --check"))
    #expect(try lab("--check").status == 2)
    #expect(try lab("gate", "x", "y").status == 2)
  }

  @Test func aDamagedProgressFileKeepsNobodyFromLearning() throws {
    try folder.write("state/loopdoctor/labs.yaml", "progress: 1\nlabs: {gate: {state: gone}}\n")
    let outcome = try lab("gate")
    #expect(outcome.status == 1 && outcome.output.contains("still blocked"))
    #expect(outcome.errors.contains("labs.yaml:2:14: a lab's state is done or open"))
    #expect(try progress() == "progress: 1\nlabs: {gate: {state: gone}}\n")
    // Nor does a home that is not there.
    let homeless = try loopdoctor(
      "walkthrough", "lab", "gate", "--check", environment: ["XDG_STATE_HOME": nil, "HOME": nil],
      directory: folder.path)
    #expect(homeless.status == 1 && homeless.errors == "")
  }

  // MARK: On a terminal

  private func start(_ arguments: String..., term: String = "xterm-256color") throws -> PseudoTerminal {
    try PseudoTerminal(
      PseudoTerminal.builtExecutable("loopdoctor"), ["walkthrough", "lab"] + arguments, columns: 100,
      rows: 40,
      environment: ["TERM": term].merging(environment) { $1 }, directory: folder.path)
  }

  @Test func looksAtWhatIsSaved() throws {
    let terminal = try start("rates")
    try terminal.waitForText("still blocked, by 3 calls")
    try terminal.waitForText("h next hint")
    for number in 1...3 {
      try terminal.send("h")
      try terminal.waitForText("Hint \(number) of 3: ")
    }
    try terminal.send("f")
    try terminal.waitForText("socket.create_connection")
    // Half of the cure: the client, but not its caller.
    try folder.write("rates/rates.py", try content("rates/solved/rates.py"))
    try terminal.waitForText("calls the coroutine function “rate” and does not await it")
    try folder.write("rates/main.py", "import asyncio\n")
    try terminal.waitForText("there is no function “answer” any more")
    try terminal.send("s")
    try terminal.waitForText("Show a solution? y or n:")
    try terminal.send("y")
    try terminal.waitForText("100 * await rate(currency)")
    try terminal.send("r")
    try terminal.waitForText("What you wrote in them is lost. y or n:")
    try terminal.send("n")
    try terminal.waitForText("y or n: no")
    #expect(try folder.read("rates/main.py") == "import asyncio\n")
    try terminal.send("ry")
    try terminal.waitUntil("the files are back") { _ in
      try folder.read("rates/main.py") == content("rates/broken/main.py")
    }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(terminal.modes == terminal.initialModes)
    #expect(try progress().contains("rates: {state: open, hints: 3"))
  }

  @Test func solvedOnATerminalEndsWithZero() throws {
    let terminal = try start("buoys", "work")
    try terminal.waitForText("q leave")
    try solve("buoys", in: "work")
    try terminal.waitForText("To remember:")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try progress().contains("buoys: {state: done"))
  }

  @Test func linesWhereKeysAreNotRead() throws {
    let terminal = try start("buoys", "--plain", term: "dumb")
    try terminal.waitForText("and Enter")
    #expect(terminal.modes == terminal.initialModes)
    try terminal.send("h\r")
    try terminal.waitForText("Hint 1 of 3: ")
    try terminal.send("q\r")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalGivesTheTerminalBack(_ number: Int32) throws {
    let terminal = try start("buoys")
    try terminal.waitForText("q leave")
    #expect(terminal.modes != terminal.initialModes)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.modes == terminal.initialModes)
  }
}

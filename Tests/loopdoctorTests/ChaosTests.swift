import Foundation
import Glibc
import PseudoTerminal
import Testing

/// Random keys, pastes, clicks, sizes and signals, sent to the real executable on a real project: it neither crashes nor
/// hangs, and gives the terminal back.
///
/// `make chaos` sends a hundred thousand of them to the executable that ships.
@Suite struct ChaosTests {
  @Test func nothingHangsOrCrashesIt() throws {
    let events = Self.variable("LOOPDOCTOR_CHAOS").flatMap { Int($0) } ?? 10_000
    let seed = Self.variable("LOOPDOCTOR_CHAOS_SEED").flatMap { UInt64($0) } ?? .random(in: 0 ... .max)
    do {
      var chaos = try Chaos(seed: seed)
      while chaos.sent < events { try chaos.session(longest: min(5000, events - chaos.sent)) }
      print(
        "chaos: seed \(seed), \(chaos.sent) events, \(chaos.sessions) sessions, slowest answer \(chaos.slowest)"
      )
    } catch {
      Issue.record("seed \(seed): \(error)")
    }
  }

  fileprivate static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

private struct Wrong: Error, CustomStringConvertible { let description: String }

/// Sessions of random events; the same for the same seed, as far as the scan's own pace allows.
private struct Chaos {
  private var state: UInt64
  private let home: Project
  private let project: String
  private let executable: String
  private(set) var sent = 0
  private(set) var sessions = 0
  /// The longest that it took until the wizard had answered all that was sent.
  private(set) var slowest = Duration.zero

  init(seed: UInt64) throws {
    state = seed
    home = try Project()
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").path
    project = ChaosTests.variable("LOOPDOCTOR_CHAOS_PROJECT") ?? fixtures
    executable =
      try ChaosTests.variable("LOOPDOCTOR_CHAOS_EXECUTABLE") ?? PseudoTerminal.builtExecutable("loopdoctor")
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// One start of the wizard, to its end. What the last one left is offered in the next.
  mutating func session(longest: Int) throws {
    sessions += 1
    let environment: [String: String?] = [
      // Whatever is opened or copied is opened and copied by nobody.
      "EDITOR": "true", "VISUAL": nil, "HOME": home.path, "XDG_STATE_HOME": home.file("state"),
    ]
    // Reports that are saved go there too.
    let terminal = try PseudoTerminal(
      executable, [project], columns: 2 + next(199), rows: 1 + next(60), environment: environment,
      directory: home.path)
    try terminal.waitUntil("the wizard has the terminal") { $0.isAlternateScreen }
    var left = longest
    while left > 0, terminal.exitStatus == nil {
      let batch = min(left, 1 + next(200))
      for _ in 0..<batch { try send(to: terminal) }
      left -= batch
      sent += batch
      try waitForAnswer(terminal)
    }
    let ending = next(5)
    switch ending {
    case 0: terminal.signal(SIGINT)
    case 1: terminal.signal(SIGTERM)
    case 2: terminal.signal(SIGHUP)
    case 3: terminal.signal(SIGQUIT)
    default: try terminal.send(.function(9), .control("c"))
    }
    try terminal.waitUntil("the wizard ends (by \(ending))") { terminal in
      if terminal.isStopped { terminal.signal(SIGCONT) }
      return terminal.exitStatus != nil
    }
    let status = try terminal.waitForExit()
    // It may have been left by a key; then by what was answered.
    guard [0, 1, 3, 130].contains(where: { status == .exited($0) }) else {
      throw Wrong(description: "it ended with \(status):\n\(terminal.screen)")
    }
    expectRestored(terminal)
  }

  private static let keys: [PseudoTerminal.Key] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .tab, .backTab, .escape, .backspace,
      .insert, .delete, .function(1), .function(9), .control("l"), .control("d"), .control("w"),
      .control("u"),
      .alternate("x"),
    ] + "0123456789gG/?nNabfjklhmoprsuwxye é日".map { .character($0) }

  private static let pastes = [
    "q\u{7}first\nsecond \u{202E}", "RuntimeError: This event loop is already running\n", "\u{1B}[201~q\u{3}",
    "",
    String(repeating: "a long line ", count: 500),
  ]

  private mutating func send(to terminal: PseudoTerminal) throws {
    switch next(200) {
    // Two columns at least: in one, libvterm 0.1.4 falls over a wide character.
    case 0: terminal.resize(columns: 2 + next(199), rows: 1 + next(60))
    case 1: terminal.resize(columns: 80, rows: 24)
    case 2: try terminal.paste(Self.pastes[next(Self.pastes.count)])
    case 3: try terminal.send("\u{1B}[99;99~\u{1B}]0;title\u{7}\u{1B}[<0;9999;9999M\u{1B}O")
    case 4:
      try terminal.send(String(decoding: (0..<next(20)).map { _ in UInt8(0x80 + next(128)) }, as: UTF8.self))
    case 5:
      terminal.signal(SIGTSTP)
      terminal.signal(SIGCONT)
    case 6: terminal.signal(SIGWINCH)
    case 7: if next(4) == 0 { try terminal.send(.control("z")) }
    case 8: if next(20) == 0 { try terminal.send("q") }
    case 9...14: try terminal.click(row: next(60), column: next(200), button: 1 + next(5))
    default: try terminal.send(Self.keys[next(Self.keys.count)])
    }
  }

  /// Waits until all that was sent has been answered: the wizard draws afresh what it is asked to last.
  private mutating func waitForAnswer(_ terminal: PseudoTerminal) throws {
    let start = ContinuousClock.now
    let mark = terminal.output.count
    // A whole key first: what was sent last may be the beginning of one.
    try terminal.send(.function(9), .control("l"))
    var again = start + .seconds(3)
    try terminal.waitUntil("the wizard answers", timeout: .seconds(60)) { terminal in
      if terminal.exitStatus != nil { return true }
      if terminal.isStopped { terminal.signal(SIGCONT) }
      // A program that had the terminal may have taken the question.
      if .now > again {
        again = .now + .seconds(3)
        try terminal.send(.function(9), .control("l"))
      }
      return terminal.output[mark...].holds(Array("\u{1B}[2J".utf8))
    }
    slowest = max(slowest, .now - start)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    var place = startIndex
    while place + part.count <= endIndex {
      if self[place] == part[0], self[place..<place + part.count].elementsEqual(part) { return true }
      place += 1
    }
    return false
  }
}

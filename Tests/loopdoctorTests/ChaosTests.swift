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
      let slowest = chaos.slowest.first?.time ?? .zero
      print(
        "chaos: seed \(seed), \(chaos.sent) events, \(chaos.sessions) sessions, slowest answer \(slowest): "
          + (slowest <= .seconds(1) ? "never over a second" : "LONGER THAN A SECOND"))
      for answer in chaos.slowest { print("  \(answer.time): \(answer.circumstances)") }
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
  private(set) var slowest: [Answer] = []
  /// How many questions were asked, so that each is another one.
  private var questions = 0

  /// How long it took until the wizard had answered all that was sent, and what that was.
  struct Answer {
    let time: Duration
    let circumstances: String
  }

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
    try terminal.waitUntil("the wizard has the terminal") {
      $0.isAlternateScreen && $0.outputText.contains("\u{1B}[?2004h")
    }
    var left = longest
    while left > 0, terminal.exitStatus == nil {
      let batch = min(left, 1 + next(100))
      let mark = terminal.output.count
      for _ in 0..<batch { try send(to: terminal) }
      left -= batch
      sent += batch
      try waitForAnswer(terminal, to: batch, since: mark)
    }
    let ending = next(5)
    switch ending {
    case 0: terminal.signal(SIGINT)
    case 1: terminal.signal(SIGTERM)
    case 2: terminal.signal(SIGHUP)
    case 3: terminal.signal(SIGQUIT)
    default: try terminal.send(.function(9), .control("c"))
    }
    try terminal.waitUntil("the wizard ends (by \(ending))", timeout: .seconds(60)) { $0.exitStatus != nil }
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

  /// Waits until all that was sent has been answered: a word of its own is pasted after it, which shows wherever the wizard
  /// is, and so can be the answer to nothing else.
  private mutating func waitForAnswer(_ terminal: PseudoTerminal, to events: Int, since mark: Int) throws {
    if terminal.size.columns < 60 || terminal.size.rows < 12 { terminal.resize(columns: 80, rows: 24) }
    let before = terminal.lines.prefix(3).joined(separator: " ¦ ")
    let start = ContinuousClock.now
    var asked: [(word: String, at: ContinuousClock.Instant)] = []
    var answered: ContinuousClock.Instant?
    var wasStopped = false
    try terminal.waitUntil("the wizard answers", timeout: .seconds(120)) { terminal in
      if terminal.exitStatus != nil { return true }
      if terminal.isStopped {
        wasStopped = true
        terminal.signal(SIGCONT)
      }
      if terminal.isAlternateScreen {
        let screen = terminal.screen
        answered = asked.last { screen.contains($0.word) }?.at
        if answered != nil { return true }
      }
      // A program that had the terminal may have taken the question, or the end of a paste before it; a paste without its end
      // is over when nothing has come for a second. Asked more and more seldom, since asking is work as well.
      if terminal.isAlternateScreen,
        asked.last.map({ .now - $0.at > .milliseconds(1500) * asked.count }) ?? true
      {
        let word = nextWord()
        asked.append((word, .now))
        // A whole key first: what was sent last may be the beginning of one.
        try terminal.send(.function(9))
        try terminal.paste(word)
      }
      return false
    }
    // Whoever lends the terminal or stops it does not decide what becomes of keys meanwhile.
    let wasLent = wasStopped || terminal.output[mark...].holds(Array("\u{1B}[?1049l".utf8))
    let time = .now - (wasLent ? answered ?? start : start)
    if time > slowest.last?.time ?? .zero || slowest.count < 3 {
      let circumstances =
        "session \(sessions), event \(sent), \(events) at once\(wasLent ? ", the terminal was away" : ""), "
        + "asked \(asked.count) times, at: \(before)"
      slowest.append(Answer(time: time, circumstances: circumstances))
      slowest = Array(slowest.sorted { $0.time > $1.time }.prefix(3))
    }
    if terminal.exitStatus == nil, next(2) == 0 { try terminal.send(.function(9), .escape) }
  }

  /// Letters that are no keys of the wizard, should they be taken for keys.
  private mutating func nextWord() -> String {
    let letters = Array<Character>("ABCDEFHIJK")
    questions += 1
    return "ZZ" + String("\(questions)".compactMap { $0.wholeNumberValue.map { letters[$0] } }) + "QQ"
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

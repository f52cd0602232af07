import Foundation
import PseudoTerminal
import Testing

@testable import Terminal

/// The sequence that fills a terminal's clipboard, and programs run beside the screen.
@Suite struct ClipboardTests {
  private func text(_ sequence: [UInt8]?) throws -> String {
    String(decoding: try #require(sequence), as: UTF8.self)
  }

  @Test(arguments: ["", "a", "ab", "abc", "a\nb\tc\u{1B}[2J", "日本語 é 🙂", String(repeating: "x", count: 1000)])
  func holdsTheText(_ copied: String) throws {
    let sequence = try text(clipboardSequence(for: copied, through: .none))
    #expect(sequence == "\u{1B}]52;c;\(Data(copied.utf8).base64EncodedString())\u{7}")
    // What is copied cannot end the sequence or begin another.
    #expect(sequence.dropFirst().utf8.dropLast().allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test func hasALimit() {
    let longest = String(repeating: "x", count: longestClipboardText)
    #expect(clipboardSequence(for: longest, through: .none) != nil)
    #expect(clipboardSequence(for: longest + "x", through: .none) == nil)
  }

  @Test func throughTmux() throws {
    let sequence = try text(clipboardSequence(for: "abc", through: .tmux))
    #expect(sequence == "\u{1B}]52;c;YWJj\u{7}" + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YWJj\u{7}\u{1B}\\")
  }

  @Test func throughScreenInPieces() throws {
    let copied = String(repeating: "x", count: 1000)
    let plain = try text(clipboardSequence(for: copied, through: .none))
    let pieces = try text(clipboardSequence(for: copied, through: .screen)).components(
      separatedBy: "\u{1B}\\")
    #expect(pieces.count == 7 && pieces.last == "")
    #expect(pieces.dropLast().allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 242 })
    #expect(pieces.map { $0.replacingOccurrences(of: "\u{1B}P", with: "") }.joined() == plain)
  }

  @Test func whichMultiplexer() {
    #expect(Multiplexer { $0 == "TMUX" ? "x" : nil } == .tmux)
    #expect(Multiplexer { $0 == "STY" ? "x" : nil } == .screen)
    #expect(Multiplexer { _ in nil } == .none)
    // One within the other.
    for (terminal, inner) in [
      ("screen.xterm-256color", Multiplexer.screen), ("tmux-256color", .tmux), ("screen-256color", .tmux),
    ] { #expect(Multiplexer { $0 == "TERM" ? terminal : "x" } == inner, "\(terminal)") }
    #expect(Multiplexer { ["TMUX": "x", "TERM": "screen.x"][$0] } == .tmux)
  }

  // MARK: Programs

  @Test func findsPrograms() {
    #expect(programIsThere("sh") && programIsThere("/bin/sh"))
    #expect(!programIsThere("no-such-program") && !programIsThere("/etc/passwd") && !programIsThere("/bin"))
    #expect(!programIsThere(""))
  }

  @Test func runsBesideTheScreen() throws {
    let input = String(repeating: "line\n", count: 100_000)
    #expect(try runBesideScreen("sh", arguments: ["-c", "test $(wc -l) = 100000"], input: input).isSuccess)
    // It may leave its input unread: nobody waits, and nothing breaks.
    #expect(try runBesideScreen("true", input: input).isSuccess)
    #expect(try runBesideScreen("sh", arguments: ["-c", "exit 3"]) == .exited(3))
    #expect(try runBesideScreen("sh", arguments: ["-c", "kill -9 $$"]) == .signaled(9))
    #expect(
      try runBesideScreen("sh", arguments: ["-c", "! (: < /dev/tty) 2> /dev/null"]).isSuccess, "no terminal")
    #expect(
      try runBesideScreen("sh", arguments: ["-c", "grep -q 'SigBlk:.0000000000000000' /proc/self/status"])
        .isSuccess)
    #expect(throws: ScreenError.self) { try runBesideScreen("/no/such/program") }
  }
}

import Testing
import Text

@testable import Report

@Suite struct ExplanationTests {
  let explanation: Explanation

  init() throws { explanation = Explanation(handbook: try builtIn.get(), style: plainStyle) }

  private func title(_ text: String) -> String? { explanation.lines(for: text)?.first?.text }

  @Test func everyIdIsExplained() {
    #expect(Set(explanation.ids).count == explanation.ids.count)
    for id in explanation.ids { #expect(explanation.lines(for: id)?.isEmpty == false, "\(id)") }
    #expect(explanation.ids.contains("fix-1") && explanation.ids.contains("blocker"))
  }

  @Test func theListNamesEachOnce() {
    let lines = shown(explanation.list()).split(separator: "\n")
    for id in explanation.ids { #expect(lines.count { $0.hasPrefix("  \(id) ") } == 1, "\(id)") }
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["6", "fix-6", "Fix 6", " fix  6 ", "FIX-6"]) func aFixByItsNumber(text: String) {
    #expect(title(text)?.hasPrefix("Fix 6 · ") == true)
  }

  @Test(arguments: ["check 8", "check-8", "check-blind-spots", "Check 8"]) func aCheckByItsNumber(
    text: String
  ) {
    #expect(title(text)?.hasPrefix("Check 8 · ") == true)
  }

  @Test func aQuestion() throws {
    let text = shown(try #require(explanation.lines(for: "message")))
    #expect(text.hasPrefix("What does the last line of the traceback say?\n"))
    // The longest value does not touch what follows.
    #expect(text.contains("\n  no-running-loop  no running event loop. "))
    #expect(text.contains("\nIf you don't know: "))
  }

  @Test func aMessage() throws {
    let lines = try #require(explanation.lines(for: "RuntimeError: This event loop is already running\n"))
    let text = shown(lines)
    let hint = """

      On the timeline:
        loopdoctor diagnose --answer message=nested-loop --answer symptom=traceback

      """
    #expect(text.hasSuffix(hint + "\n"))
  }

  @Test func severalMessagesEachOnce() throws {
    let trace = """
      RuntimeError: asyncio.run() cannot be called from a running event loop
      RuntimeError: This event loop is already running
      sys:1: RuntimeWarning: coroutine 'load' was never awaited
      """
    let text = shown(try #require(explanation.lines(for: trace)))
    #expect(text.ranges(of: "On the timeline:").count == 2)
  }

  @Test(arguments: ["", "fix-8", "check-9", "0", "nonsense", "RuntimeError: something else", "\u{1B}[2J"])
  func whatIsUnknown(text: String) {
    #expect(explanation.lines(for: text) == nil)
  }
}

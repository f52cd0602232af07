import Report
import Terminal
import Testing
import Text

@testable import Wizard

/// Lessons as text that is only appended.
@Suite struct ScriptDriverTests {
  private final class Log {
    var text = ""
    var waits: [Int] = []
  }

  /// Plays a lesson; nobody is there when there are no lines to type.
  private func play(_ text: String, typing lines: [String]? = nil, isAutomatic: Bool = false) throws -> Log {
    let log = Log()
    var rest = (lines ?? [])[...]
    var driver = ScriptDriver(
      try LessonState.fixture(text, isAutomatic: isAutomatic, checks: lines == nil),
      style: ReportStyle(theme: .monochrome, glyphs: .unicode, width: 80),
      stage: .init(
        isAttended: lines != nil, write: { log.text += LineWriter(isStyled: false).text($0) },
        ask: { prompt in
          log.text += prompt
          return rest.popFirst()
        }, wait: { log.waits.append($0) }), tool: Tool(name: "loopdoctor", version: "1"))
    try driver.play()
    return log
  }

  @Test func playsToTheEnd() throws {
    let log = try play(LessonState.sample)
    #expect(log.waits == [])
    #expect(log.text.contains("A lesson\nWhat it is about.\n"))
    #expect(log.text.contains("Look at open."))
    #expect(log.text.contains("→ It is slow, or everything pauses"))
    #expect(log.text.contains("It is 2. two\n  Because.\n"))
    #expect(log.text.contains("# The cure"))
    #expect(log.text.contains("→ Keys: j k"))
    #expect(!log.text.contains("`") && !log.text.contains("Enter to go on"))
  }

  @Test func byItselfItTakesItsTime() throws {
    let waits = try play(LessonState.sample, isAutomatic: true).waits
    #expect(waits.contains(4000))
    #expect(waits.allSatisfy { $0 >= 1000 })
  }

  @Test func hintsComeInTiersAndAnswersAreJudged() throws {
    let lines = ["", "", "?", "?", "?", "7", "1", "", "", "", "", "", ""]
    let text = try play(LessonState.sample, typing: lines).text
    #expect(text.contains("Your answer, 1-2, ? hint 1 of 2, Enter tells it"))
    #expect(text.contains("Hint 1 of 2: Not one.") && text.contains("Hint 2 of 2: Count."))
    #expect(text.contains("Your answer, 1-2, Enter tells it"))
    #expect(text.contains("No, it is 2. two\n  Because.\n"))
    #expect(try play(LessonState.sample, typing: ["", "", "2", "q"]).text.contains("Right: 2. two\n"))
    #expect(try play(LessonState.sample, typing: ["", "", "", "q"]).text.contains("It is 2. two\n"))
  }

  @Test func backAndForth() throws {
    let back = try play(LessonState.sample, typing: ["", "<", "q"]).text
    #expect(back.ranges(of: "Look at open.").count == 2)
    let jump = try play(LessonState.sample, typing: ["c", "1", "q"]).text
    #expect(jump.contains("  1. The cure\nJump to 1-1: "))
    #expect(jump.contains("# The cure") && !jump.contains("Which?"))
    #expect(!(try play(LessonState.sample, typing: ["q"]).text.contains("Which?")))
    #expect(!(try play(LessonState.sample, typing: []).text.contains("Which?")))
  }

  @Test func faultsNameTheStepAndShowTheScreen() throws {
    func fault(_ text: String) -> LessonFault? {
      do {
        _ = try play(text)
        return nil
      } catch { return error as? LessonFault }
    }
    let missing = fault("steps:\n- say: x\n- expect: Nothing like it\n")
    #expect(missing?.step == 2 && missing?.line == 3)
    #expect(missing?.message == "“Nothing like it” is not on the screen")
    #expect(missing?.description(file: "l.yaml").hasPrefix("l.yaml:3: step 2: ") == true)
    #expect(missing?.screen.contains(" What do you see?") == true)
    #expect(
      fault("steps:\n- answer: {symptom: slow}\n- answer: {blocker: http}\n")?.message
        == "the timeline does not ask blocker here but framework")
    #expect(fault("steps:\n- keys: q\n- keys: j\n")?.message == "the wizard was left already")
    #expect(
      fault("steps:\n- keys: '?'\n- answer: {symptom: slow}\n")?.message
        == "the wizard asks nothing here: the help is open")
    #expect(
      fault("steps:\n- edit: {file: a.py, old: x, new: y}\n")?.message
        == "there is no file a.py in the project")
  }
}

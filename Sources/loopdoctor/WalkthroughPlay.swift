import ArgumentParser
import Handbook
import Report
import Terminal
import Text
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

extension WalkthroughCommand {
  struct Play: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plays a lesson, or a saved session.",
      discussion: """
        Examples:
          loopdoctor walkthrough play frozen-shop
          loopdoctor walkthrough play frozen-shop --pace --speed 2
          loopdoctor walkthrough play session.yaml --plain

        Any key goes on, b goes back, c lists the chapters, a lets it go on by itself, q leaves. Without a terminal, and with \
        --no-input, it runs through, checks what it expects, and ends with 2 when something no longer holds.
        """)

    @Argument(help: "A lesson's name from the list, or a file.")
    var lesson: String

    @Flag(help: "Go on by itself, after the time to read or a pause's seconds.")
    var pace = false

    @Option(help: ArgumentHelp("How much faster, or slower: 2, 0.5.", valueName: "factor"))
    var speed: String?

    @Flag(help: "Numbered prompts and text that is only appended, instead of a screen.")
    var plain = false

    @Flag(help: "Ask nothing and run through.")
    var noInput = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let handbook = try common.handbook()
      let lesson = try Lesson(lesson, handbook)
      guard let factor = Double(speed ?? "1"), (0.01...1000).contains(factor) else {
        throw UsageProblem(lines: ["--speed: “\(speed ?? "")” is no factor; write a number such as 2 or 0.5"])
      }
      let percent = Int(factor * 100)
      let isOnTerminal = Output.isTerminal(STDIN_FILENO) && Output.isTerminal(STDOUT_FILENO)
      let isPlain =
        plain || noInput || !isOnTerminal || Output.variable("ACCESSIBLE") == "1"
        || Output.variable("TERM") == "dumb"
      guard isPlain else { return try playOnScreen(lesson, handbook, speed: percent) }
      try playPlain(lesson, handbook, speed: percent, isAttended: isOnTerminal && !noInput)
    }

    private func playOnScreen(_ lesson: Lesson, _ handbook: Handbook, speed: Int) throws {
      var driver: LessonDriver
      do throws(ScreenError) {
        driver = try LessonDriver(
          lesson.session, project: lesson.project, handbook: handbook,
          usesColor: Output.isColored(common.color), isAutomatic: pace, speed: speed, tool: CommonOptions.tool
        )
      } catch {
        throw UsageProblem(lines: ["\(error)", "--plain needs no such terminal"])
      }
      if driver.run() == .interrupted { throw ExitCode(ExitStatus.interrupted.rawValue) }
    }

    private func playPlain(_ lesson: Lesson, _ handbook: Handbook, speed: Int, isAttended: Bool) throws {
      let (style, writer) = Output.style(common.color)
      let stage = ScriptDriver.Stage(
        isAttended: isAttended, write: { Output.write(writer.text($0)) },
        ask: { prompt in
          Output.write(prompt)
          return readLine()
        },
        wait: { usleep(UInt32(clamping: $0 * 1000)) })
      let look = Rehearsal.Look(
        size: Lesson.look().size, theme: style.theme, glyphs: style.glyphs)
      var driver = ScriptDriver(
        lesson.state(handbook, look: look, isAutomatic: pace, speed: speed, checks: !isAttended),
        style: style,
        stage: stage, tool: CommonOptions.tool)
      do throws(LessonFault) {
        try driver.play()
      } catch {
        throw UsageProblem(lines: [error.description(file: lesson.file)])
      }
    }
  }
}

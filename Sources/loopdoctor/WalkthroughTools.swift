import ArgumentParser
import Configuration
import Files
import Handbook
import Report
import Scan
import SystemPackage
import Terminal
import Timeline
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What trainers make lessons with.
extension WalkthroughCommand {
  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Turns a session in the wizard into a lesson.",
      discussion: """
        Example: loopdoctor walkthrough record shop/ --output shop.yaml

        Answers, other keys, pasted text and pauses are kept; narration is yours to add.
        """)

    @Argument(help: "The project's folder; without one the current folder.", completion: .directory)
    var path: String?

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      guard Output.isTerminal(STDIN_FILENO), Output.isTerminal(STDOUT_FILENO) else {
        throw UsageProblem(lines: ["recording needs a terminal: somebody has to press the keys"])
      }
      let handbook = try common.handbook()
      let folder = FilePath(path ?? ".")
      guard kind(of: folder) == .directory else {
        throw UsageProblem(lines: ["\(folder): no such folder"])
      }
      var recorder = SessionRecorder()
      let clock = ContinuousClock()
      let start = clock.now
      let scanner = Scanner(handbook: handbook) { FaultGuard.prepareThread() }
      let driver: CursesDriver
      do throws(ScreenError) {
        driver = try CursesDriver(
          handbook: handbook, scanner: scanner, root: folder.string, paths: [], project: folder.string,
          usesColor: Output.isColored(common.color), tool: CommonOptions.tool, keepsAnswers: true)
      } catch {
        throw UsageProblem(lines: ["\(error)"])
      }
      driver.observer = { event, before, after in
        let passed = (clock.now - start).components
        recorder.take(
          event, before: before, after: after,
          milliseconds: Int(passed.seconds) * 1000 + Int(passed.attoseconds / 1_000_000_000_000_000))
      }
      guard case .left = driver.run() else { throw ExitCode(ExitStatus.interrupted.rawValue) }
      let name = FilePath(output).stem ?? output
      let session = recorder.lesson(title: name, project: project(folder))
      try writeFile(FilePath(output), session.text(tool: "loopdoctor \(LoopDoctor.version)"))
      Output.complain("\(output): \(counted(session.steps.count, "step"))\n")
      try Check.replay([output], handbook)
    }

    /// The folder as seen from the file that will name it.
    private func project(_ folder: FilePath) -> String {
      var beside = absolute(FilePath(output))
      beside.removeLastComponent()
      let whole = absolute(folder).lexicallyNormalized()
      var relative = whole
      guard relative.removePrefix(beside.lexicallyNormalized()) else { return whole.string }
      return relative.isEmpty ? "." : relative.string
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replays lessons and tells the first step of each that no longer holds.",
      discussion: """
        Examples:
          loopdoctor walkthrough check
          loopdoctor walkthrough check lesson.yaml

        Without a file it replays all lessons, which have to pass every answer and every edge of the timeline. \
        It ends with 2 when something does not hold.
        """)

    @Argument(help: "Files, or names from the list.", completion: .file(extensions: ["yaml"]))
    var files: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws { try Self.replay(files, try common.handbook()) }

    static func replay(_ files: [String], _ handbook: Handbook) throws {
      var check = LessonCheck()
      var problems: [String] = []
      for name in files.isEmpty ? handbook.walkthroughs.keys.sorted() : files {
        do {
          let lesson = try Lesson(name, handbook)
          do throws(LessonFault) {
            try check.replay(
              lesson.session, project: lesson.project, handbook: handbook, look: Lesson.look(),
              tool: CommonOptions.tool)
            Output.write(
              "\(name): \(counted(lesson.session.steps.count, "step")) hold\n".sanitized(
                keepingLineBreaks: true))
          } catch {
            problems.append(error.description(file: lesson.file))
          }
        } catch let problem as UsageProblem {
          problems += problem.lines
        }
      }
      let (total, missing) = check.coverage.compared(with: handbook.graph)
      Output.write(
        "\(total - missing.count) of \(total) answers and edges of the timeline passed "
          + "(\((total - missing.count) * 100 / max(1, total)) %)\n")
      // What a lesson would have passed after its fault is not worth a line each.
      if files.isEmpty, problems.isEmpty { problems = missing.map { "no lesson passes \($0)" } }
      guard problems.isEmpty else { throw UsageProblem(lines: problems) }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a lesson as a recording or a page.",
      discussion: """
        Examples:
          loopdoctor walkthrough export frozen-shop --format cast --output frozen-shop.cast
          loopdoctor walkthrough export frozen-shop --format html --output frozen-shop.html
        """)

    @Argument(help: "A lesson's name from the list, or a file.")
    var lesson: String

    @Option(help: "\(LessonExport.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: String

    @Option(help: ArgumentHelp("Columns and rows of the screen.", valueName: "size"))
    var size = "80x24"

    @Option(
      help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      var problems: [String] = []
      let formats = LessonExport.allCases.map(\.rawValue)
      let export = LessonExport(rawValue: format)
      if export == nil { problems.append("--format: \(unknown(format, "format", among: formats))") }
      let numbers = size.split(separator: "x").compactMap { Int($0) }
      if numbers.count != 2 || !(40...300).contains(numbers[0]) || !(16...100).contains(numbers[1]) {
        problems.append("--size: “\(size)” is no size; write COLUMNSxROWS, from 40x16 to 300x100")
      }
      guard let export, problems.isEmpty else { throw UsageProblem(lines: problems) }
      let handbook = try common.handbook()
      let lesson = try Lesson(lesson, handbook)
      let look = Lesson.look(Size(columns: numbers[0], rows: numbers[1]))
      // Only at the size that lessons are checked at is everything sure to be in sight.
      let state = lesson.state(handbook, look: look, checks: look.size == Lesson.look().size)
      let text: String
      do throws(LessonFault) {
        text = try export.text(of: state)
      } catch {
        throw UsageProblem(lines: [error.description(file: lesson.file)])
      }
      if let output { try writeFile(FilePath(output), text) } else { Output.write(text) }
    }
  }
}

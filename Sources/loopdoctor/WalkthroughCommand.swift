import ArgumentParser
import Files
import Handbook
import Report
import SystemPackage
import Text
import Timeline
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

struct WalkthroughCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walkthrough", abstract: "Scripted lessons on a sample project.",
    subcommands: [ListCommand.self, Play.self, LabCommand.self])

  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the lessons and labs.",
      discussion: "Example: loopdoctor walkthrough list")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let handbook = try common.handbook()
      let (style, writer) = Output.style(common.color)
      let column = (handbook.walkthroughs.keys.map(\.displayWidth).max() ?? 0) + 2
      for name in handbook.walkthroughs.keys.sorted() {
        let lesson = try Lesson.read(name, handbook)
        Output.write(
          writer.text(
            style.wrapped(
              [
                Span(name.padded(to: column), style.theme[.key]), Span(lesson.title + ". "),
                Span(lesson.summary, style.theme[.hint]),
              ],
              hanging: column)))
      }
      Output.write("\nLabs, to mend yourself: loopdoctor walkthrough lab NAME\n")
      Output.write(writer.text(LabText.list(handbook.labs, LabRecord().progress, style: style)))
    }
  }

  struct Play: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plays a lesson, or a saved session.",
      discussion: """
        Examples:
          loopdoctor walkthrough play frozen-shop
          loopdoctor walkthrough play frozen-shop --pace
          loopdoctor walkthrough play session.yaml

        On a terminal it waits for Enter at each pause; elsewhere, and with --pace, it goes on by itself.
        """)

    @Argument(help: "A lesson's name from the list, or a file.")
    var lesson: String

    @Flag(help: "Go on by itself after each pause's seconds.")
    var pace = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let handbook = try common.handbook()
      let walkthrough = try Lesson.read(lesson, handbook)
      let (style, writer) = Output.style(common.color)
      let isInteractive = Output.isTerminal(STDIN_FILENO) && Output.isTerminal(STDOUT_FILENO)
      let stage = ScriptDriver.Stage(
        write: { Output.write(writer.text($0)) },
        wait: { seconds in
          if pace {
            sleep(UInt32(seconds))
            return true
          }
          guard isInteractive else { return true }
          Output.write("\nEnter to go on, q to leave: ")
          return readLine().map { $0 != "q" } ?? false
        },
        choose: { count in
          guard isInteractive, !pace else { return nil }
          while true {
            Output.write("Your answer, 1-\(count): ")
            guard let line = readLine() else { return nil }
            if let number = Int(line), (1...count).contains(number) { return number - 1 }
          }
        })
      var driver = ScriptDriver(
        walkthrough, handbook: handbook, style: style, stage: stage, tool: CommonOptions.tool)
      do throws(ScriptDriver.Fault) {
        _ = try driver.play()
      } catch {
        throw UsageProblem(lines: ["\(lesson): step \(error.step): \(error.message)"])
      }
    }
  }
}

/// Finds and reads walkthroughs.
enum Lesson {
  /// - Throws: `UsageProblem` when there is none of this name, or it has faults.
  static func read(_ name: String, _ handbook: Handbook) throws -> SessionFile {
    let bytes: [UInt8]
    if let builtIn = handbook.walkthroughs[name] {
      bytes = builtIn
    } else if kind(of: FilePath(name)) == .file {
      bytes = try readFile(FilePath(name), limit: 16 << 20)
    } else {
      let names = handbook.walkthroughs.keys.sorted()
      let hint = nearest(to: name, among: names).map { " (did you mean “\($0)”?)" } ?? ""
      throw UsageProblem(lines: [
        "there is no lesson or file “\(name)”\(hint); the lessons are " + names.joined(separator: ", ")
      ])
    }
    var reader = SessionReader(file: name, graph: handbook.graph)
    let (session, faults) = reader.read(bytes)
    guard faults.isEmpty else { throw UsageProblem(lines: faults.map(\.description)) }
    if !session.project.isEmpty, handbook.sampleProjects[session.project] == nil {
      throw UsageProblem(lines: ["\(name): there is no sample project “\(session.project)”"])
    }
    return session
  }
}

import ArgumentParser
import Files
import Handbook
import Report
import SystemPackage
import Terminal
import Text
import Timeline
import Wizard

struct WalkthroughCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walkthrough", abstract: "Scripted lessons on a sample project.",
    subcommands: [ListCommand.self, Play.self, Record.self, Check.self, Export.self, LabCommand.self])

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
}

/// A lesson with the project that it is played on.
struct Lesson {
  let session: SessionFile
  let project: SampleProject
  /// As faults name it.
  let file: String

  /// - Throws: `UsageProblem` when there is none of this name, or it has faults.
  init(_ name: String, _ handbook: Handbook) throws {
    let builtIn = handbook.walkthroughs[name]
    session = try Self.read(name, handbook)
    file = builtIn == nil ? name : name + ".yaml"
    let wanted = session.project
    // Beside the file that names it; a trainer's own folder goes before one of ours of the same name.
    var folder = FilePath(name)
    folder.removeLastComponent()
    folder = folder.pushing(FilePath(wanted)).lexicallyNormalized()
    if builtIn == nil, !wanted.isEmpty, kind(of: folder.isEmpty ? "." : folder) == .directory {
      project = SampleProject(name: wanted, folder: folder.isEmpty ? "." : folder.string)
    } else if let texts = wanted.isEmpty ? [:] : handbook.sampleProjects[wanted] {
      project = SampleProject(name: wanted.isEmpty ? "no project" : wanted, texts: texts)
    } else {
      let hint = nearest(to: wanted, among: handbook.sampleProjects.keys.sorted())
      throw UsageProblem(lines: [
        "\(name): there is no sample project “\(wanted)”" + (hint.map { " (did you mean “\($0)”?)" } ?? "")
          + (builtIn == nil ? ", and no folder \(folder)" : "")
      ])
    }
  }

  /// The lesson at its beginning.
  func state(
    _ handbook: Handbook, look: Rehearsal.Look, isAutomatic: Bool = false, speed: Int = 100, checks: Bool
  ) -> LessonState {
    LessonState(
      session, project: project, handbook: handbook, look: look, tool: CommonOptions.tool,
      isAutomatic: isAutomatic, speed: speed, checks: checks)
  }

  /// How lessons look where nobody's terminal says otherwise.
  static func look(_ size: Size = Size(columns: 80, rows: 24)) -> Rehearsal.Look {
    Rehearsal.Look(size: size, theme: .colour, glyphs: .unicode)
  }

  /// The file alone.
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
    return session
  }
}

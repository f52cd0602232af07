import ArgumentParser
import Files
import Handbook
import Report
import Scan
import SystemPackage
import Terminal
import Text
import Timeline
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

struct WizardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wizard", abstract: "Opens the wizard on a project (also without a subcommand).",
    discussion: "Example: loopdoctor api/", shouldDisplay: false)

  @Argument(
    help: "The project's folder; without one what the configuration names, or the current folder.",
    completion: .directory)
  var path: String?

  @Flag(help: "Numbered prompts instead of a screen: for screen readers, dumb terminals and pipes.")
  var plain = false

  @Option(help: ArgumentHelp("Save the answers to this file at the end.", valueName: "file"))
  var saveAnswers: String?

  @Flag(help: "Start anew, whatever session was left in this project.")
  var fresh = false

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let path, kind(of: FilePath(path)) == nil {
      throw UsageProblem(lines: ["\(path): no such file or folder\(hint(path))"])
    }
    var problems: [String] = []
    let examination = Examination(
      paths: path.map { [$0] } ?? [], options: nil, configuration: configuration,
      handbook: try common.handbook(),
      problems: &problems)
    guard problems.isEmpty else { throw UsageProblem(lines: problems) }
    guard let diagnosis = try isPlain ? runPlain(examination) : runScreen(examination) else {
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
    if let saveAnswers {
      let session = SessionFile(saving: diagnosis.session)
      try writeFile(FilePath(saveAnswers), session.text(tool: "loopdoctor \(LoopDoctor.version)"))
    }
    throw ExitCode(ExitStatus(diagnosis.conclusion).rawValue)
  }

  /// The subcommand that a mistyped path may have meant.
  private func hint(_ path: String) -> String {
    let commands = ["diagnose", "scan", "config", "explain", "walkthrough", "content"]
    return nearest(to: path, among: commands).map { " (did you mean the command “\($0)”?)" } ?? ""
  }

  private var isPlain: Bool {
    plain || Output.variable("ACCESSIBLE") == "1" || Output.variable("TERM") == "dumb"
      || !Output.isTerminal(STDIN_FILENO) || !Output.isTerminal(STDOUT_FILENO)
  }

  private func runPlain(_ examination: Examination) throws -> Diagnosis {
    if Output.isTerminal(STDERR_FILENO) { Output.complain("Scanning \(shownProject.sanitized())\n") }
    let scan = try examination.scan()
    let (style, writer) = Output.style(common.color)
    let store = store
    var driver = PlainDriver(
      handbook: examination.handbook, scan: scan, given: [], style: style,
      console: Console.plain(writer: writer),
      tool: CommonOptions.tool, left: left(examination.handbook)
    ) { session in
      // Nobody waits for an answer here; what cannot be kept is only missed the next time.
      try? store?.keep(session, tool: CommonOptions.tool)
    }
    return driver.run()
  }

  /// Where the session of this project is kept; nil for a run that nobody types into, which is a script's.
  private var store: SessionStore? {
    guard Output.isTerminal(STDIN_FILENO) else { return nil }
    return SessionStore(project: path ?? ".", variable: environmentValue)
  }

  private func left(_ handbook: Handbook) -> SessionStore.Kept {
    fresh ? .nothing : store?.load(graph: handbook.graph) ?? .nothing
  }

  /// - Returns: nil when a signal or a lost terminal ended it.
  private func runScreen(_ examination: Examination) throws -> Diagnosis? {
    let target = examination.target
    let driver: CursesDriver
    do throws(ScreenError) {
      driver = try CursesDriver(
        handbook: examination.handbook, scanner: examination.scanner, root: target.root, paths: target.paths,
        project: shownProject,
        usesColor: Output.isColored(common.color), tool: CommonOptions.tool, keepsAnswers: saveAnswers != nil,
        store: store, left: left(examination.handbook))
    } catch {
      throw UsageProblem(lines: [
        "\(error)", "the numbered prompts need no such terminal: loopdoctor --plain \(path ?? "")",
      ])
    }
    return switch driver.run() {
    case .left(let diagnosis): diagnosis
    case .interrupted: nil
    }
  }

  /// The project as people name it: from their home folder, when it lies there.
  private var shownProject: String {
    let full = absolute(FilePath(path ?? ".")).string
    guard let home = Output.variable("HOME"), !home.isEmpty, home != "/", full.hasPrefix(home) else {
      return full
    }
    return "~" + full.dropFirst(home.count)
  }
}

extension ExitStatus {
  init(_ conclusion: Page.Conclusion) {
    self =
      switch conclusion {
      case .clear: .nothingFound
      case .cause: .found
      case .inconclusive: .inconclusive
      }
  }
}

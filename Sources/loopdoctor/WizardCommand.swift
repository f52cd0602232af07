import ArgumentParser
import Files
import Handbook
import Report
import Scan
import SystemPackage
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

  @Argument(help: "The project's folder.")
  var path = "."

  @Flag(help: "Numbered prompts instead of a screen: for screen readers, dumb terminals and pipes.")
  var plain = false

  @Option(help: ArgumentHelp("Save the answers to this file at the end.", valueName: "file"))
  var saveAnswers: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard kind(of: FilePath(path)) != nil else { throw UsageProblem(lines: ["\(path): no such file or folder\(hint)"]) }
    let handbook = try common.handbook()
    let target = ScanTarget(paths: [path])
    let diagnosis = try isPlain ? runPlain(handbook, target) : runScreen(handbook, target)
    if let saveAnswers {
      let session = SessionFile(saving: diagnosis.session)
      try writeFile(FilePath(saveAnswers), session.text(tool: "loopdoctor \(LoopDoctor.version)"))
    }
    throw ExitCode(ExitStatus(diagnosis.conclusion).rawValue)
  }

  /// The subcommand that a mistyped path may have meant.
  private var hint: String {
    let commands = ["diagnose", "scan", "explain", "walkthrough", "content"]
    return nearest(to: path, among: commands).map { " (did you mean the command “\($0)”?)" } ?? ""
  }

  private var isPlain: Bool {
    plain || Output.variable("ACCESSIBLE") == "1" || Output.variable("TERM") == "dumb"
      || !Output.isTerminal(STDIN_FILENO) || !Output.isTerminal(STDOUT_FILENO)
  }

  private func runPlain(_ handbook: Handbook, _ target: ScanTarget) throws -> Diagnosis {
    let scan = try Scanner(handbook: handbook).scan(root: target.root, paths: target.paths)
    let (style, writer) = Output.style(common.color)
    var driver = PlainDriver(
      handbook: handbook, scan: scan, given: [], style: style, console: Console.plain(writer: writer),
      tool: CommonOptions.tool)
    return driver.run()
  }

  private func runScreen(_ handbook: Handbook, _ target: ScanTarget) throws -> Diagnosis {
    try runPlain(handbook, target)
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

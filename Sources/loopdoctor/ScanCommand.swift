import ArgumentParser
import Files
import Report
import Scan
import SystemPackage

struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", _superCommandName: LoopDoctor.name,
    abstract: "Lists the calls that block the event loop.",
    discussion: """
      Examples:
        loopdoctor scan src/ --format json
        loopdoctor scan --select blocking-http,blocking-sleep --fail-on error
        loopdoctor scan --write-baseline accepted.yaml; loopdoctor scan --baseline accepted.yaml
        loopdoctor scan --changed-since origin/main
        loopdoctor scan src/ --all

      Exit code 0: nothing found that counts; 1: something was found; 2: what was asked is unusable.
      """)

  @Argument(
    help: "Files and folders to look at; without any those of the configuration, or the current folder.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Accept all that is found now, in this file for --baseline.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Flag(
    help: """
      List everything: each place of each cause, every hint, and every known blocking call of the project with a verdict.
      """)
  var all = false

  @OptionGroup var options: FindingOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var problems: [String] = []
    let examination = Examination(
      paths: paths, options: options, configuration: options.configuration, handbook: try common.handbook(),
      problems: &problems)
    guard problems.isEmpty else { throw UsageProblem(lines: problems) }
    let found = try examination.scan(extent: all || writeBaseline != nil ? .everything : .usual)
    if let writeBaseline {
      try writeFile(FilePath(writeBaseline), Baseline.text(accepting: found))
      Output.complain("loopdoctor: \(writeBaseline) accepts \(counted(found.findings.count, "finding"))\n")
      throw ExitCode(ExitStatus.nothingFound.rawValue)
    }
    let result = examination.narrowed(found)
    try examination.deliver {
      common.report(result, as: $0, handbook: examination.handbook)
    } write: {
      common.write(result, as: $0, handbook: examination.handbook)
    }
    let fails = examination.fails(at: result.findings.map(\.severity).max())
    throw ExitCode((fails ? ExitStatus.found : .nothingFound).rawValue)
  }
}

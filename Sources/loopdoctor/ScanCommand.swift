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
        loopdoctor scan src/ --all

      Exit code 0: nothing found; 1: something was found; 2: a path does not exist.
      """)

  @Argument(help: "Files and folders to look at; the current folder when none is given.")
  var paths: [String] = []

  @Option(help: "How to report: text, json, sarif, markdown or github.")
  var format = ReportFormat.text

  @Flag(
    help: """
      List everything: each place of each cause, every hint, and every known blocking call of the project with a verdict.
      """)
  var all = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let handbook = try common.handbook()
    let target = ScanTarget(paths: paths)
    let result = try common.scanner(handbook).scan(
      root: target.root, paths: target.paths, extent: all ? .everything : .usual)
    common.write(result, as: format, handbook: handbook)
    throw ExitCode((result.findings.isEmpty ? ExitStatus.nothingFound : .found).rawValue)
  }
}

/// What to scan, and the folder that paths in reports are relative to.
struct ScanTarget {
  let root: String
  let paths: [String]

  /// One folder is its own root; anything else is seen from the current folder.
  init(paths: [String]) {
    if paths.count == 1, kind(of: FilePath(paths[0])) == .directory {
      // The working directory by any of its names normalizes to nothing.
      let normalized = FilePath(paths[0]).lexicallyNormalized()
      root = normalized.isEmpty ? "." : normalized.string
      self.paths = [root]
    } else {
      root = "."
      self.paths = paths.isEmpty ? ["."] : paths
    }
  }
}

import ArgumentParser
import Configuration
import BuiltInHandbook
import Handbook
import Report

/// Which findings count, and where they go: what scan and diagnose have in common.
struct FindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How to report: \(ReportFormat.list).", valueName: "format"),
    completion: .list(ReportFormat.allCases.map(\.rawValue)))
  var format = "text"

  @Option(
    help: ArgumentHelp("Write the report to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Report only these kinds (may be given again).", valueName: "kind"),
    completion: .custom { _, _, _ in Completions.kinds })
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Do not report these kinds (may be given again).", valueName: "kind"),
    completion: .custom { _, _, _ in Completions.kinds })
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out files and folders, in the language of .gitignore (may be given again).", valueName: "glob"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "Exit with 1 only from this severity on: error, warning, hint or never.", valueName: "severity"),
    completion: .list(FailureThreshold.allCases.map(\.rawValue)))
  var failOn: String?

  @Option(
    help: ArgumentHelp("Report only what this file does not accept.", valueName: "file"), completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Report only what the lines changed since this git revision lead to.", valueName: "rev"))
  var changedSince: String?

  @OptionGroup var configuration: ConfigurationOptions
}

/// What the shell offers that is not known before the handbook is read.
enum Completions {
  static var kinds: [String] {
    Handbook.builtIn.knowledge.kinds.keys.sorted()
  }
}

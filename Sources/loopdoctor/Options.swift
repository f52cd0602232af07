import ArgumentParser
import Handbook
import Report
import Scan

/// Options that every subcommand has.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use this folder instead of the built-in content.", valueName: "dir"))
  var content: String?

  @Option(help: "Colours: auto (only on a terminal, never with NO_COLOR), always or never.")
  var color = ColorChoice.auto

  /// - Throws: `ContentFaults`.
  func handbook() throws(ContentFaults) -> Handbook {
    try loadHandbook(from: content.map { .folder($0) } ?? .builtIn)
  }

  static let tool = Tool(name: "loopdoctor", version: LoopDoctor.version)
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

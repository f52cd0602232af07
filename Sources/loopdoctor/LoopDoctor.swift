import ArgumentParser
import Terminal

/// The command line: subcommands and wiring.
@main
struct LoopDoctor: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "loopdoctor",
    abstract: "Finds what blocks a Python asyncio event loop, shows why, and how to mend it.",
    discussion: """
      Without a subcommand it opens the wizard on a project: loopdoctor api/

      Exit codes: 0 nothing found, 1 a blocking call or another cause found, 2 unusable arguments, answers or content, \
      3 inconclusive, 70 a fault of loopdoctor itself, 130 interrupted.
      """,
    version: "loopdoctor \(version)",
    subcommands: [
      WizardCommand.self, DiagnoseCommand.self, ScanCommand.self, ConfigCommand.self, ExplainCommand.self,
      WalkthroughCommand.self, ContentCommand.self,
    ],
    defaultSubcommand: WizardCommand.self)

  static func main() {
    // Scripts ask for the version first of all, and setting the parser up takes longer than all the rest of the answer.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      return Output.write("loopdoctor \(version)\n")
    }
    // Whatever goes wrong in here ends with a line of ours and 70, whether or not a screen is open.
    FaultGuard.install(program: "loopdoctor", exitStatus: ExitStatus.ownFault.rawValue)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Ending(of: error).leave()
    }
  }
}

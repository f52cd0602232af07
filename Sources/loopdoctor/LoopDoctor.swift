import ArgumentParser
import BuiltInHandbook
import Handbook
import Scan
import Terminal

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The command line: subcommands and wiring.
@main
struct LoopDoctor: ParsableCommand {
  static let version = "0.1.0"
  /// Subcommands that know it are not searched for the parser's own options, which takes longer than parsing theirs.
  static let name = "loopdoctor"

  static let configuration = CommandConfiguration(
    commandName: name,
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

  /// The subcommand that is named first, when all that follows is right for it: otherwise the whole tree of commands has the
  /// word, and knows how to say what is wrong. Setting that tree up takes as long as a small scan.
  private static func named() -> (any ParsableCommand)? {
    let arguments = CommandLine.arguments.dropFirst()
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first && $0.configuration.subcommands.isEmpty
    }
    let command = try? named?.parseAsRoot(Array(arguments.dropFirst()))
    // Asked for help, the parser answers with a command of its own.
    return command.flatMap { type(of: $0) == named ? $0 : nil }
  }

  /// What is no UTF-8 would be taken for another name, which may be that of another file.
  private static func refuseUnreadable() throws {
    for number in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[number] else { continue }
      let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      guard String(validating: bytes, as: UTF8.self) == nil else { continue }
      throw UsageProblem(lines: [
        "“\(String(cString: argument))” is not UTF-8; name the folder around it, or rename it"
      ])
    }
  }

  static func main() {
    // Scripts ask for the version first of all, and setting the parser up takes longer than all the rest of the answer.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      return Output.write("loopdoctor \(version)\n")
    }
    // Whatever goes wrong in here ends with a line of ours and 70, whether or not a screen is open.
    FaultGuard.install(program: "loopdoctor", exitStatus: ExitStatus.ownFault.rawValue)
    // The handbook is unpacked while the command line is read.
    if CommandLine.arguments.dropFirst().first == ScanCommand.configuration.commandName {
      detach { _ = Handbook.builtIn }
    }
    do {
      try refuseUnreadable()
      var command = try Self.named() ?? parseAsRoot()
      try command.run()
    } catch {
      Ending(of: error).leave()
    }
  }
}

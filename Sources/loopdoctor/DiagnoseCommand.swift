import ArgumentParser
struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "diagnose")
  func run() throws {}
}
struct WizardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "wizard")
  @Argument var path: String = "."
  func run() throws {}
}

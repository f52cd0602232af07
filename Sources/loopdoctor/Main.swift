import ArgumentParser
@main struct LoopDoctor: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "loopdoctor", version: "0.1.0")
  mutating func run() {}
}

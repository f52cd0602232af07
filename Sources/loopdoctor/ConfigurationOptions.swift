import ArgumentParser
import Configuration
import Handbook

/// Which configuration file holds.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Read this configuration instead of the nearest .loopdoctor.toml or pyproject.toml.", valueName: "file"),
    completion: .file())
  var file: String?

  @Flag(name: .customLong("no-config"), help: "Read no configuration.")
  var isOff = false

  /// - Parameters:
  ///   - paths: what is to be scanned.
  ///   - problems: takes what is wrong with the file.
  func load(for paths: [String], handbook: Handbook, problems: inout [String]) -> Configuration {
    var loader = ConfigurationLoader(handbook: handbook)
    let configuration = loader.load(
      isOff ? .none : file.map { .file($0) } ?? .nearest(to: paths.isEmpty ? ["."] : paths))
    problems += loader.faults.map(\.description)
    if isOff, file != nil { problems.append("--config and --no-config exclude each other") }
    return configuration
  }
}

import PseudoTerminal

/// Runs loopdoctor without a terminal.
///
/// - Parameters:
///   - input: what it gets on standard input.
///   - environment: added to a small fixed environment without `TERM`; nil removes a variable.
func loopdoctor(
  _ arguments: String..., input: String = "", environment: [String: String?] = [:], directory: String? = nil,
  timeout: Duration = .seconds(120)
) throws -> Outcome {
  try loopdoctor(arguments, input: input, environment: environment, directory: directory, timeout: timeout)
}

/// The same with a list of arguments.
func loopdoctor(
  _ arguments: [String], input: String = "", environment: [String: String?] = [:], directory: String? = nil,
  timeout: Duration = .seconds(120)
) throws -> Outcome {
  try runProgram(
    PseudoTerminal.builtExecutable("loopdoctor"), arguments, input: Array(input.utf8),
    environment: withoutTerminal(environment), directory: directory, timeout: timeout)
}

/// Runs a command of the shell, in which `$LD` is loopdoctor.
func shell(_ command: String, environment: [String: String?] = [:], directory: String? = nil) throws
  -> Outcome
{
  let executable = try PseudoTerminal.builtExecutable("loopdoctor")
  return try runProgram(
    "/bin/bash", ["-c", command],
    environment: withoutTerminal(environment).merging(["LD": executable]) { $1 },
    directory: directory)
}

private func withoutTerminal(_ environment: [String: String?]) -> [String: String] {
  PseudoTerminal.basicEnvironment.merging(["TERM": nil]) { $1 }.merging(environment) { $1 }.compactMapValues {
    $0
  }
}

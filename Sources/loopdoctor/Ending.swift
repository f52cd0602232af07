import ArgumentParser
import Files
import Handbook
import Text

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The exit codes people script against.
enum ExitStatus: Int32 {
  case nothingFound = 0
  case found = 1
  case unusable = 2
  case inconclusive = 3
  case ownFault = 70
  case interrupted = 130
}

/// A problem with what was asked, told in one or more lines.
struct UsageProblem: Error {
  let lines: [String]
  var status = ExitStatus.unusable
}

/// How the program ends: what it says last, and its exit code.
struct Ending {
  let message: String
  let isForStandardOutput: Bool
  let code: Int32

  init(of error: any Error) {
    switch error {
    case let problem as UsageProblem:
      self.init(
        message: problem.lines.map { "loopdoctor: \($0)\n" }.joined(),
        code: problem.status.rawValue)
    case let faults as ContentFaults:
      let lines = faults.faults.map { "\($0) [\($0.code.rawValue)]\n" }.joined()
      self.init(
        message: lines + "loopdoctor: the content has \(faults.faults.count) faults\n",
        code: ExitStatus.unusable.rawValue)
    case let fault as FileFault:
      self.init(message: "loopdoctor: \(fault.message)\n", code: ExitStatus.unusable.rawValue)
    case is Interruption: self.init(message: "", code: ExitStatus.interrupted.rawValue)
    case let exit as ExitCode:
      self.init(message: "", code: exit.rawValue)
    default:
      let code = LoopDoctor.exitCode(for: error)
      let message = LoopDoctor.fullMessage(for: error)
      self.init(
        message: message.isEmpty ? "" : message + "\n", isForStandardOutput: code == .success,
        code: code == .success ? 0 : ExitStatus.unusable.rawValue)
    }
  }

  private init(message: String, isForStandardOutput: Bool = false, code: Int32) {
    self.message = message
    self.isForStandardOutput = isForStandardOutput
    self.code = code
  }

  func leave() -> Never {
    // A message may quote what was typed, a file's name or its text.
    let message = message.sanitized(keepingLineBreaks: true)
    if isForStandardOutput { Output.write(message) } else { Output.complain(message) }
    exit(code)
  }
}

import Report
import Text
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The streams that the plain driver talks over.
enum Console {
  /// - Parameter toStandardError: keep standard output for a report that follows.
  static func plain(writer: LineWriter, toStandardError: Bool = false) -> PlainDriver.Console {
    let send = toStandardError ? Output.complain : Output.write
    return PlainDriver.Console(
      readLine: {
        let line = readLine(strippingNewline: true)
        // Keep the transcript readable when the answers come from a pipe, where nobody sees them typed.
        if !Output.isTerminal(STDIN_FILENO) { send((line.map { $0.sanitized() } ?? "") + "\n") }
        return line
      }, write: { send(writer.text($0)) }, prompt: send)
  }
}

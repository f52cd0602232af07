import Foundation
import PseudoTerminal
import Testing

/// Starts loopdoctor on a terminal of its own, with no session kept from any other start unless the environment says so.
func startWizard(
  _ arguments: String..., columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:],
  directory: String? = nil
) throws -> PseudoTerminal {
  try PseudoTerminal(
    PseudoTerminal.builtExecutable("loopdoctor"), arguments, columns: columns, rows: rows,
    environment: ["XDG_STATE_HOME": "\(PseudoTerminal.stateFolder)/\(UUID().uuidString)"].merging(environment)
    {
      $1
    },
    directory: directory)
}

/// Waits until the first question is drawn to its last row and the scan is done.
func waitForWizard(_ terminal: PseudoTerminal) throws {
  try terminal.waitUntil("the wizard is drawn") { terminal in
    terminal.lines.contains { $0.contains("lines scanned in") }
      && terminal.lines.last?.contains("? help") ?? false
  }
}

/// The terminal shows what it showed before, with the modes that it had, and nothing of the wizard's left on.
func expectRestored(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(terminal.modes == terminal.initialModes, sourceLocation: sourceLocation)
  #expect(!terminal.isAlternateScreen, sourceLocation: sourceLocation)
  #expect(terminal.showsCursor, sourceLocation: sourceLocation)
  #expect(!terminal.reportsMouse, sourceLocation: sourceLocation)
  let text = terminal.outputText
  for (on, off) in [
    ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?1h", "\u{1B}[?1l"),
  ] {
    guard let lastOn = text.ranges(of: on).last else { continue }
    let lastOff = text.ranges(of: off).last
    #expect(lastOff.map { $0.lowerBound > lastOn.lowerBound } ?? false, sourceLocation: sourceLocation)
  }
}

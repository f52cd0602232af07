import Glibc
import PseudoTerminal
import Testing

func startProbe(
  _ environment: [String: String?] = [:], arguments: [String] = [], columns: Int = 80, rows: Int = 24
) throws -> PseudoTerminal {
  try PseudoTerminal(
    PseudoTerminal.builtExecutable("ScreenProbe"), arguments, columns: columns, rows: rows,
    environment: environment)
}

/// Starts a command of the shell, in which PROBE stands for the probe.
func startInShell(_ command: String) throws -> PseudoTerminal {
  let probe = try PseudoTerminal.builtExecutable("ScreenProbe")
  return try PseudoTerminal("/bin/sh", ["-c", command.replacing("PROBE", with: "'\(probe)'")])
}

/// Waits until the probe has drawn its first screen, to the last cell and the cursor.
func waitForProbe(_ terminal: PseudoTerminal) throws {
  try terminal.waitUntil("the probe is drawn") { terminal in
    terminal.lines[1].contains("size 80x24") && "┘+".contains(terminal.cell(row: 23, column: 79).text)
      && terminal.cursor == (2, 1)
  }
}

/// The terminal shows what it showed before, with the modes that it had, and none of the program's left on.
func expectRestored(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(terminal.modes == terminal.initialModes, sourceLocation: sourceLocation)
  #expect(!terminal.isAlternateScreen, sourceLocation: sourceLocation)
  #expect(terminal.showsCursor, sourceLocation: sourceLocation)
  #expect(!terminal.reportsMouse, sourceLocation: sourceLocation)
  let text = terminal.outputText
  for (on, off) in [
    ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?1h", "\u{1B}[?1l"),
  ] {
    let lastOn = text.ranges(of: on).last
    let lastOff = text.ranges(of: off).last
    guard let lastOn else { continue }
    #expect(lastOff.map { $0.lowerBound > lastOn.lowerBound } ?? false, sourceLocation: sourceLocation)
  }
  // What a program before may have left on goes too, however this one ended.
  guard let taken = text.ranges(of: "\u{1B}[?2004h").last else { return }
  for mode in [1000, 1002, 1003, 1004, 1006] {
    #expect(text[taken.upperBound...].contains("\u{1B}[?\(mode)l"), sourceLocation: sourceLocation)
  }
}

/// The text of a file; nil if it is not there.
func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  return String(decoding: bytes, as: UTF8.self)
}

/// The processor time that a process has used, in hundredths of a second.
func processorTicks(of process: pid_t) throws -> Int {
  let text = try #require(contents(of: "/proc/\(process)/stat"))
  let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
  return try #require(Int(fields[11])) + #require(Int(fields[12]))
}

extension String {
  /// A line inside the probe's frame.
  var trimmedFrame: String {
    var text = self[...]
    while let last = text.last, "│ ".contains(last) { text.removeLast() }
    while let first = text.first, "│ ".contains(first) { text.removeFirst() }
    return String(text)
  }
}

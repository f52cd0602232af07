import Files
import Handbook
import Report
import Scan
import Terminal
import Text
import Wizard

/// Where a learner works on a lab: looks at what was saved, gives hints, begins anew.
struct LabDesk {
  let lab: Lab
  let folder: LabFolder
  let text: LabText
  let writer: LineWriter
  let scanner: Scanner
  let record: LabRecord
  /// How often saved files are looked for.
  private static let patience = 250

  init(
    lab: Lab, folder: LabFolder, text: LabText, writer: LineWriter, scanner: Scanner, record: LabRecord
  ) {
    self.lab = lab
    self.folder = folder
    self.text = text
    self.writer = writer
    self.scanner = scanner
    self.record = record
  }

  private func show(_ lines: [[Span]]) { Output.write(writer.text(lines)) }

  func introduce(isNew: Bool) {
    show(text.introduction(folder: folder.path.string, isNew: isNew) + [[]])
  }

  /// Says whether the lab is solved, and keeps that it is.
  func look() -> Bool {
    let verdict = verdict()
    show(text.verdict(verdict))
    if verdict.isSolved { record.note(lab.name) { $0.isDone = true } }
    return verdict.isSolved
  }

  private func verdict() -> LabVerdict {
    LabVerdict(of: lab, sources: folder.sources(), scanner: scanner)
  }

  /// Looks at each file that is saved, until the learner leaves.
  /// - Returns: whether the lab is solved at the end.
  /// - Throws: `FileFault` when the files cannot be put back, `ExitCode` when a signal ends it.
  func watch(readsLines: Bool) throws -> Bool {
    let keys = KeyReader(readsLines: readsLines)
    var seen = folder.stamps()
    var isSolved = look()
    show([[]] + text.keys(withEnter: readsLines))
    var hints = 0
    while true {
      switch keys.next(timeoutMilliseconds: Self.patience) {
      case .interrupted: throw Interruption()
      case .ended: return isSolved
      case .nothing: break
      case .key(let byte):
        switch Character(UnicodeScalar(byte)) {
        case "h", "H":
          hints = min(hints + 1, lab.hints.count)
          show([[]] + text.hint(hints))
          record.note(lab.name) { $0.hints = max($0.hints, hints) }
        case "f", "F":
          let sources = folder.sources()
          let verdict = LabVerdict(of: lab, sources: sources, scanner: scanner)
          show([[]] + (verdict.isFree ? text.verdict(verdict) : text.causes(verdict, sources: sources)))
        case "s", "S":
          if try ask("Show a solution?", keys) { show(text.solution()) }
        case "r", "R":
          if try ask("Put the lab's own files back? What you wrote in them is lost.", keys) {
            try folder.put(lab)
            record.note(lab.name) { $0.isDone = false }
            seen = folder.stamps()
            isSolved = look()
          }
        case "q", "Q", "\u{4}": return isSolved
        case "?": show([[]] + text.keys(withEnter: readsLines))
        default: break
        }
      }
      guard case let now = folder.stamps(), now != seen else { continue }
      seen = settled(now)
      show([[]])
      isSolved = look()
    }
  }

  /// Editors may write a file in several steps: waits until nothing changes any more, for two seconds at most.
  private func settled(_ first: [String: LabFolder.Stamp]) -> [String: LabFolder.Stamp] {
    var last = first
    for _ in 0..<20 {
      pause(milliseconds: 100)
      let now = folder.stamps()
      if now == last { break }
      last = now
    }
    return last
  }

  private func ask(_ question: String, _ keys: KeyReader) throws -> Bool {
    Output.write("\n\(question) y or n: ")
    while true {
      switch keys.next(timeoutMilliseconds: 60_000) {
      case .key(UInt8(ascii: "y")), .key(UInt8(ascii: "Y")):
        Output.write("yes\n")
        return true
      case .key(UInt8(ascii: "\n")), .key(UInt8(ascii: "\r")), .nothing: continue
      case .interrupted: throw Interruption()
      case .key, .ended:
        Output.write("no\n")
        return false
      }
    }
  }
}

/// Somebody or something ended the program.
struct Interruption: Error {}

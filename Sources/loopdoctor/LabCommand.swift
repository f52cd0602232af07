import ArgumentParser
import BuiltInHandbook
import Files
import Handbook
import Report
import Scan
import SystemPackage
import Terminal
import Text
import Timeline
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// `walkthrough lab`: a small service with one fault, to be mended in the learner's own editor.
struct LabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "A small service with one fault, for you to mend.",
    discussion: """
      Examples:
        loopdoctor walkthrough lab
        loopdoctor walkthrough lab catalogue
        loopdoctor walkthrough lab catalogue ~/labs/catalogue
        loopdoctor walkthrough lab catalogue --check
        loopdoctor walkthrough lab --reset catalogue

      Copies the lab into a folder (./NAME), where you edit it. On a terminal it stays and looks at each file that you save; \
      elsewhere, and with --no-input or --check, it says once whether the loop is free. Without a name it lists the labs.

      Exit code 0: solved; 1: not yet; 2: what was asked is unusable.
      """)

  @Argument(help: "The lab's name from the list.", completion: .custom { _, _, _ in Completions.labs })
  var name: String?

  @Argument(help: "The folder to work in; without one ./NAME.", completion: .directory)
  var folder: String?

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "Say once whether the lab in the folder is solved; copy nothing.")
  var check = false

  @Flag(help: "Never stay: copy the lab when it is not there yet, and say once whether it is solved.")
  var noInput = false

  @Flag(help: "Begin the lab anew: put back its files and forget the progress.")
  var reset = false

  @Flag(help: "Keys come with Enter and are shown: for screen readers.")
  var plain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let handbook = try common.handbook()
    let (style, writer) = Output.style(common.color)
    guard let name else {
      guard !force, !check, !reset else { throw UsageProblem(lines: ["which lab? \(Self.names(handbook))"]) }
      return Output.write(
        writer.text(LabText.list(handbook.labs, LabRecord().progress, style: style)))
    }
    guard let lab = handbook.labs.first(where: { $0.name == name }) else {
      let hint = nearest(to: name, among: handbook.labs.map(\.name)).map { " (did you mean “\($0)”?)" } ?? ""
      throw UsageProblem(lines: ["there is no lab “\(name)”\(hint); \(Self.names(handbook))"])
    }
    let record = LabRecord()
    if reset { return try restart(lab, record) }
    let place = LabFolder(folder ?? (LabFolder(".").lab == name ? "." : name))
    let isNew = try open(place, lab)
    let desk = LabDesk(
      lab: lab, folder: place, text: LabText(lab, handbook: handbook, style: style), writer: writer,
      scanner: Scanner(handbook: handbook) { FaultGuard.prepareThread() }, record: record)
    record.note(lab.name) { $0.folder = place.path.string }
    let isWatching =
      !check && !noInput && Output.isTerminal(STDIN_FILENO) && Output.isTerminal(STDOUT_FILENO)
    if !check { desk.introduce(isNew: isNew) }
    let isSolved = try isWatching ? desk.watch(readsLines: readsLines) : desk.look()
    throw ExitCode((isSolved ? ExitStatus.nothingFound : .found).rawValue)
  }

  private var readsLines: Bool {
    plain || Output.variable("ACCESSIBLE") == "1" || Output.variable("TERM") == "dumb"
  }

  private static func names(_ handbook: Handbook) -> String {
    "the labs are " + handbook.labs.map(\.name).joined(separator: ", ")
  }

  /// Sees to it that the lab is in the folder, without a file of the learner's being lost.
  /// - Returns: whether it was copied there now.
  private func open(_ place: LabFolder, _ lab: Lab) throws -> Bool {
    let shown = place.path.string
    if place.lab == lab.name, !force { return false }
    if check {
      throw UsageProblem(lines: [
        "\(shown) does not hold the lab “\(lab.name)”; copy it there without --check"
      ])
    }
    if !force {
      if let other = place.lab {
        throw UsageProblem(lines: ["\(shown) holds the lab “\(other)”; name another folder"])
      }
      let occupied = Set(place.occupied(by: lab)).union(place.stamps().keys).sorted()
      if let first = occupied.first {
        let others = occupied.count > 1 ? " and \(counted(occupied.count - 1, "other"))" : ""
        throw UsageProblem(lines: [
          "\(shown) has files already (\(first)\(others)); name another folder, or overwrite with --force"
        ])
      }
    }
    try place.put(lab)
    return true
  }

  private func restart(_ lab: Lab, _ record: LabRecord) throws {
    let known = record.progress.labs[lab.name]?.folder ?? ""
    let candidates = folder.map { [$0] } ?? [".", lab.name] + (known.isEmpty ? [] : [known])
    let place = candidates.map { LabFolder($0) }.first { $0.lab == lab.name }
    if place == nil, let folder {
      throw UsageProblem(lines: ["\(folder) does not hold the lab “\(lab.name)”"])
    }
    try place?.put(lab)
    record.note(lab.name) {
      $0.isDone = false
      $0.hints = 0
    }
    Output.write("\(lab.name) begins anew" + (place.map { " in \($0.path.string)" } ?? "") + "\n")
  }
}

/// The progress file, where a fault of it must not keep anybody from learning.
struct LabRecord {
  private let file = LabProgressFile(
    stateHome: Output.variable("XDG_STATE_HOME"), home: Output.variable("HOME"))

  /// What is known; a file that cannot be read is told of.
  var progress: LabProgress {
    var progress = LabProgress()
    attempt { progress = try file?.read() ?? progress }
    return progress
  }

  func note(_ lab: String, _ edit: (inout LabProgress.Entry) -> Void) {
    attempt { try file?.change(lab, edit) }
  }

  private func attempt(_ action: () throws -> Void) {
    do {
      try action()
    } catch {
      let reason = (error as? FileFault)?.message ?? "\(error)"
      Output.complain("loopdoctor: progress is not kept: \(reason.sanitized())\n")
    }
  }
}

extension Completions {
  static var labs: [String] { Handbook.builtIn.labs.map(\.name) }
}

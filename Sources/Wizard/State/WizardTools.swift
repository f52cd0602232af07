import Report
import Scan
import Terminal
import Text
import Timeline

/// What leaves the wizard: to an editor, to the clipboard, into a file.
extension WizardState {
  mutating func edit() -> [WizardEffect] {
    guard let place = placeInQuestion else {
      notice = "There is no line of your code here to open"
      return []
    }
    return [.edit(place)]
  }

  // MARK: Copying

  mutating func askWhatToCopy() {
    guard KeyBinding.bindings(in: .copying).contains(where: { textToCopy($0.command) != nil }) else {
      notice = "There is nothing here to copy"
      return
    }
    dialog = .copying
  }

  /// What a command of the copy menu would copy here; nil when there is nothing of the kind. Names are copied as they are
  /// shown: pasted into a shell, a line break in the name of a file would run what follows it.
  func textToCopy(_ command: KeyBinding.Command) -> (text: String, name: String)? {
    switch command {
    case .copyPlace: return placeInQuestion.map { (visible("\($0)"), "\($0)") }
    case .copyLines:
      guard let place = placeInQuestion, let lines = sources[place]?.lines, !lines.isEmpty else { return nil }
      return (
        lines.map { $0.text + "\n" }.joined().withoutControls,
        counted(lines.count, "line") + " around \(place)"
      )
    case .copySample:
      guard view == .page else { return nil }
      // The one in sight, or the next below.
      let samples = document.samples
      let sample = samples.first { $0.line + $0.text.count { $0.isNewline } > viewport.top } ?? samples.last
      return sample.map {
        ($0.text.withoutControls, "the sample of \(counted($0.text.count { $0.isNewline }, "line"))")
      }
    default: return nil
    }
  }

  mutating func copy(_ command: KeyBinding.Command) -> [WizardEffect] {
    dialog = nil
    guard let (text, name) = textToCopy(command) else {
      notice = "There is none of that here to copy"
      return []
    }
    return [.copy(text, name: name)]
  }

  // MARK: Saving

  mutating func askWhereToSave() {
    dialog = nil
    prompt = Prompt(purpose: .save, text: "loopdoctor-report.md")
  }

  mutating func save(to path: String) -> [WizardEffect] {
    let path = path.trimmingBlanks
    guard !path.isEmpty else { return [] }
    guard ReportFile.Format(path: path) != nil else {
      notice = "The name tells the format: \(ReportFile.Format.endings) (or escape)"
      prompt = Prompt(purpose: .save, text: path)
      return []
    }
    isSaving = true
    return [.save(path: path, replacing: false)]
  }

  mutating func replace() -> [WizardEffect] {
    guard case .replacing(let path) = dialog else { return [] }
    dialog = nil
    isSaving = true
    return [.save(path: path, replacing: true)]
  }

  mutating func take(_ outcome: SaveOutcome) {
    defer { gaveUpSaving = false }
    switch outcome {
    case .written(let path):
      saved = keepsake
      // The name first: a long folder would push it out of sight.
      let name = path.split(separator: "/").last.map(String.init) ?? path
      notice = "Saved \(name) in \(path.dropLast(name.count + 1))"
    // Whoever did not wait for the answer is asked nothing.
    case .exists(let path) where gaveUpSaving: notice = "Not saved: \(path) exists"
    case .exists(let path): dialog = .replacing(path)
    case .failed(let reason): notice = "Not saved: \(reason)"
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let rest = drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}

import Handbook
import Report
import Scan
import Terminal
import Testing
import Text
import Timeline

@testable import Wizard

extension WizardState {
  /// A wizard on the fixture handbook, with a scan done unless told otherwise.
  static func fixture(
    columns: Int = 80, rows: Int = 24, scan: ScanResult? = FixtureScan.withCauses, theme: Theme = .colour,
    glyphs: Glyphs = .unicode, keepsAnswers: Bool = false
  ) -> WizardState {
    var state = WizardState(
      handbook: FixtureHandbook.handbook, tool: Tool(name: "loopdoctor", version: "1.0"),
      project: "~/shop/api",
      size: Size(columns: columns, rows: rows), theme: theme, glyphs: glyphs, keepsAnswers: keepsAnswers)
    if let scan {
      state.feed(.scanned(scan))
    } else {
      state.progress = Scanner.Progress(filesDone: 0, files: 0, lines: 0)
    }
    return state
  }

  /// Takes an event as the shell does: what is asked of other threads comes at once.
  @discardableResult
  mutating func feed(_ event: WizardEvent) -> [WizardEffect] {
    var others: [WizardEffect] = []
    for effect in update(event) {
      switch effect {
      case .readSource(let place):
        let lines = FixtureScan.source(around: place).map { SourceLine(number: $0.0, text: $0.1) }
        others += feed(.source(place, .lines(lines)))
      case .recognise(let text):
        others += feed(.recognised(RecognisedMessage.all(in: text, handbook: handbook), in: text))
      default: others.append(effect)
      }
    }
    return others
  }

  /// Presses keys by name (`down`, `ctrl-l`, `j`), separated by blanks.
  @discardableResult
  mutating func press(_ names: String) throws -> [WizardEffect] {
    var effects: [WizardEffect] = []
    for name in names.split(separator: " ") {
      effects += feed(.key(try #require(Key(name: String(name)), "no key \(name)")))
    }
    return effects
  }

  /// This state after some keys.
  func after(_ names: String) throws -> WizardState {
    var state = self
    try state.press(names)
    return state
  }

  /// Types text into a prompt.
  mutating func type(_ text: String) {
    for character in text { feed(.key(.character(character))) }
  }

  var screen: String { canvas.plainText }
}

extension WizardEvent {
  /// A scan with its causes, as the scanning thread puts them together.
  static func scanned(_ result: ScanResult) -> WizardEvent {
    .scanned(result, causes: FoundCauses(of: result), compared: [])
  }
}

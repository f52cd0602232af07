import ArgumentParser
import Files
import Handbook
import Report
import Text
import Timeline
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: LoopDoctor.name,
    abstract: "Explains a fix, a finding kind, a check, a question, or an error message.",
    discussion: """
      Examples:
        loopdoctor explain fix-6
        loopdoctor explain blocking-http
        loopdoctor explain keys
        loopdoctor explain "This event loop is already running"
        loopdoctor explain < traceback.txt

      Without an argument on a terminal it lists everything there is to explain.
      """)

  @Argument(help: "An id from the list, a fix's number, or an error message.")
  var subject: [String] = []

  /// The key table as a section of the manual page, for the installation.
  @Flag(help: .hidden) var manualKeys = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if manualKeys { return Output.write(KeyTable(glyphs: .ascii).manual) }
    let handbook = try common.handbook()
    let (style, writer) = Output.style(common.color)
    let explanation = Explanation(handbook: handbook, style: style)
    if subject == ["keys"] { return Output.write(writer.text(KeyTable(glyphs: style.glyphs).lines(style))) }
    if subject.isEmpty {
      if Output.isTerminal(STDIN_FILENO) { return Output.write(writer.text(explanation.list())) }
      let text = String(decoding: try readStandardInput(), as: UTF8.self)
      if text.allSatisfy(\.isWhitespace) { return Output.write(writer.text(explanation.list())) }
      return Output.write(writer.text(try lines(for: text, explanation)))
    }
    Output.write(writer.text(try lines(for: subject.joined(separator: " "), explanation)))
  }

  private func lines(for text: String, _ explanation: Explanation) throws -> [[Span]] {
    if let lines = explanation.lines(for: text) { return lines }
    let first = text.split(whereSeparator: \.isNewline).last.map(String.init) ?? text
    let shown = first.truncated(to: 60).sanitized()
    let near = nearest(to: text, among: explanation.ids).map { "did you mean “\($0)”?" }
    throw UsageProblem(
      lines: [
        "“\(shown)” is no id and no message that is known; " + (near ?? "`loopdoctor explain` lists the ids")
      ])
  }
}

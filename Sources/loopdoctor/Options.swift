import ArgumentParser
import BuiltInHandbook
import Handbook
import Report
import Scan
import Terminal
import Text

/// Options that every subcommand has.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use this folder instead of the built-in content.", valueName: "dir"))
  var content: String?

  @Option(help: "Colours: auto (only on a terminal, never with NO_COLOR), always or never.")
  var color = ColorChoice.auto

  /// - Throws: `ContentFaults`.
  func handbook() throws(ContentFaults) -> Handbook {
    if let content { try loadHandbook(from: .folder(content)) } else { Handbook.builtIn }
  }

  /// The same with every fault looked for, in the built-in content too.
  /// - Throws: `ContentFaults`.
  func checkedHandbook() throws(ContentFaults) -> Handbook {
    try loadHandbook(from: content.map { .folder($0) } ?? .builtIn)
  }

  static let tool = Tool(name: "loopdoctor", version: LoopDoctor.version)
}

enum ReportFormat: String, CaseIterable {
  case text, lines, json, sarif, markdown, github, gitlab

  /// For help: "text, json, … or github".
  static var list: String {
    let all = allCases.map(\.rawValue)
    return all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
  }
}

extension CommonOptions {
  /// Findings in a format.
  func report(_ scan: ScanResult, as format: ReportFormat, handbook: Handbook) -> String {
    switch format {
    case .json: JSONReport(tool: Self.tool).json(scan).text
    case .sarif: SARIFReport(tool: Self.tool, handbook: handbook).json(scan).text
    case .github: GitHubReport().text(scan)
    case .lines: LinesReport().text(scan)
    case .gitlab: GitLabReport().json(scan).text
    case .markdown: MarkdownReport().text(scan)
    case .text: styled { ScanText(style: $0, root: scan.root).lines(scan) }
    }
  }

  /// A diagnosis in a format; those that know findings only get the findings.
  func report(_ diagnosis: Diagnosis, as format: ReportFormat) -> String {
    switch format {
    case .json: JSONReport(tool: Self.tool).json(diagnosis).text
    case .markdown: MarkdownReport().text(diagnosis)
    case .text: styled { DiagnosisText(style: $0).lines(diagnosis) }
    case .lines, .sarif, .github, .gitlab: report(diagnosis.scan, as: format, handbook: diagnosis.handbook)
    }
  }

  /// Writes findings to standard output in a format. JSON goes out as it is made: it can be far larger than all else.
  func write(_ scan: ScanResult, as format: ReportFormat, handbook: Handbook) {
    switch format {
    case .json: JSONReport(tool: Self.tool).json(scan).write { Output.write($0) }
    default: Output.write(report(scan, as: format, handbook: handbook))
    }
  }

  private func styled(_ lines: (ReportStyle) -> [[Span]]) -> String {
    let (style, writer) = Output.style(color)
    return writer.text(lines(style))
  }
}

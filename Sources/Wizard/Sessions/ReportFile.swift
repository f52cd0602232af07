import Report
import Scan
import Text

/// A diagnosis as a file, in the format that the file's ending asks for.
public struct ReportFile: Sendable {
  public enum Format: Sendable {
    case markdown, json, sarif, text, answers

    /// nil when the ending is none of those known.
    public init?(path: String) {
      switch path.split(separator: ".").last.map({ $0.lowercased() }) {
      case "md", "markdown": self = .markdown
      case "json": self = .json
      case "sarif": self = .sarif
      case "txt": self = .text
      case "yaml", "yml": self = .answers
      default: return nil
      }
    }

    /// What the endings are, for who typed another.
    static let endings = ".md, .json, .sarif, .txt, .yaml for the answers"
  }

  private let diagnosis: Diagnosis
  /// What the person judged not to be the cause.
  private let marked: [RootCause]

  public init(_ diagnosis: Diagnosis, marked: [RootCause]) {
    self.diagnosis = diagnosis
    self.marked = marked
  }

  public func text(as format: Format) -> String {
    switch format {
    case .markdown: MarkdownReport().text(diagnosis) + markedNote
    case .json: JSONReport(tool: diagnosis.tool).json(diagnosis, setAside: marked).text
    case .sarif:
      SARIFReport(tool: diagnosis.tool, handbook: diagnosis.handbook).json(diagnosis.scan, setAside: marked)
        .text
    case .text:
      LineWriter(isStyled: false).text(
        DiagnosisText(style: ReportStyle(theme: .monochrome, glyphs: .unicode, width: 100, quotesCode: true))
          .lines(diagnosis)) + markedNote
    case .answers:
      SessionFile(saving: diagnosis.session).text(tool: "\(diagnosis.tool.name) \(diagnosis.tool.version)")
    }
  }

  /// What was left out must not look as if it had not been found.
  private var markedNote: String {
    marked.isEmpty
      ? ""
      : "\nMarked as not the cause:\n\n"
        + marked.map { "- \($0.nearest.call.sanitized()), \($0.place.sanitized())\n" }.joined()
  }
}

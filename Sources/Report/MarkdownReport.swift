import Handbook
import Scan
import Text
import Timeline

/// Findings or a diagnosis as Markdown, to paste into a ticket.
public struct MarkdownReport {
  private let sources: SourceFiles?

  /// - Parameter sources: where to read the lines shown; nil: below the scan's root.
  public init(sources: SourceFiles? = nil) { self.sources = sources }

  public func text(_ scan: ScanResult) -> String {
    let causes = scan.rootCauses
    var text = causes.isEmpty ? "No blocking call was found.\n" : ""
    for (index, cause) in causes.enumerated() {
      text +=
        "### \(index + 1). \(code(cause.nearest.call)) in \(code(place(cause.nearest.cause, scan.root)))\n\n"
      text += body(of: cause, scan)
    }
    let unlisted = scan.unlisted.values.reduce(0, +)
    let rest = unlisted == 0 ? "" : " (\(grouped(unlisted)) of them listed only with `--all`)"
    text +=
      "\n\(counted(causes.count, "cause")), reached at \(counted(scan.findings.count + unlisted, "place"))\(rest); "
      + "\(counted(scan.files, "file")), \(counted(scan.lines, "line")), "
      + "\(counted(scan.asyncFunctions, "coroutine function")).\n" + sites(scan)
    return text
  }

  public func text(_ diagnosis: Diagnosis) -> String {
    var text =
      "## loopdoctor: \(plain(diagnosis.outcome.title))\n\n| minute | question | answer | from |\n|---|---|---|---|\n"
    for answer in diagnosis.session.answersOnPath {
      let minute = diagnosis.session.path.first { $0.question?.id == answer.question }?.minute ?? 0
      let place = answer.provenance.place.map { ", \(cell(code($0.description)))" } ?? ""
      let from = answer.provenance.word + place
      text += "| \(minute) | \(answer.question) | \(answer.value) | \(from) |\n"
    }
    text += "\n" + self.text(diagnosis.scan)
    let fixes = diagnosis.fixes.compactMap(diagnosis.handbook.article)
    if !fixes.isEmpty {
      text += "\nWhat helps:\n\n"
      text += fixes.map {
        "- **\(plain($0.heading))**: \(plain($0.summary)) (`loopdoctor explain \($0.id)`)\n"
      }.joined()
    }
    return text
  }

  private func body(of cause: RootCause, _ scan: ScanResult) -> String {
    let finding = cause.nearest
    var text = "\(finding.severity.rawValue), \(finding.confidence.rawValue): \(plain(finding.message)).\n\n"
    let sources = sources ?? SourceFiles(root: scan.root)
    for (_, line) in sources.lines(of: finding.cause.path, finding.cause.line...finding.cause.line) {
      let shown = String(line.drop { $0 == " " || $0 == "\t" }).sanitized()
      // A fence longer than any run of backticks in the line.
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: shown) + 1))
      text += "\(fence)python\n\(shown)\n\(fence)\n\n"
    }
    let entries = cause.entries
    if finding.chain.count > 1 || cause.reach.entryPoints > 1 {
      let way = finding.chain.map { "\(code($0.function)) (\(code(place($0, scan.root))))" }.joined(
        separator: " → ")
      text += "Reached from \(cause.reach.inWords), nearest: \(way)"
      let others = entries.dropFirst().prefix(2).map { entry in
        "\(code(entry.function)) (\(code(place(entry.chain[0], scan.root))))"
      }
      text += (others.isEmpty ? "" : "; next: " + others.joined(separator: ", ")) + ".\n\n"
    }
    return text + "Instead: \(plain(finding.replacement)).\n\n"
  }

  private func sites(_ scan: ScanResult) -> String {
    guard let sites = scan.sites, !sites.isEmpty else { return "" }
    let rows = sites.map { site in
      let place = code("\(joined(scan.root, site.path)):\(site.range.line):\(site.range.column)")
      return
        "| \(site.verdict.inWords) | \(cell(place)) | \(cell(code(site.call))) | \(plain(site.explanation)) |\n"
    }
    return "\n### Every known blocking call\n\n| verdict | place | call | reason |\n|---|---|---|---|\n"
      + rows.joined()
  }

  /// Code within a table: there a bar ends the cell even between backticks.
  private func cell(_ code: String) -> String { code.replacing("|", with: "\\|") }

  private func place(_ frame: Finding.Frame, _ root: String) -> String {
    "\(joined(root, frame.path)):\(frame.line)"
  }

  private func code(_ text: String) -> String {
    let clean = text.sanitized()
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: clean) + 1)
    return clean.hasPrefix("`") || clean.hasSuffix("`") ? "\(ticks) \(clean) \(ticks)" : ticks + clean + ticks
  }

  /// Text without a meaning in Markdown.
  private func plain(_ text: String) -> String {
    var result = ""
    for character in text.sanitized() {
      if "\\`*_<>[]|#&~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result.hasSuffix(".") ? String(result.dropLast()) : result
  }

  private func longestRun(of wanted: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

import ArgumentParser
import Configuration
import Handbook
import Report
import Text

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", _superCommandName: LoopDoctor.name,
    abstract: "Prints which settings are in force, and where each came from.",
    discussion: """
      Examples:
        loopdoctor config src/
        loopdoctor config --format json

      The nearest .loopdoctor.toml, or pyproject.toml with [tool.loopdoctor], at or above the paths counts:

        [tool.loopdoctor]
        paths = ["src"]
        ignore = ["blocking-file"]
        exclude = ["tests/**"]
        fail-on = "warning"

        [tool.loopdoctor.blocking]
        "acme.client.fetch" = { kind = "blocking-http", replacement = "await acme.aio.fetch" }

        [tool.loopdoctor.off-loop]
        "acme.threads.run" = { argument = 1, keyword = "function" }
      """)

  @Argument(help: "The files and folders that a scan would look at.", completion: .file())
  var paths: [String] = []

  @OptionGroup var options: FindingOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var problems: [String] = []
    let examination = Examination(
      paths: paths, options: options, configuration: options.configuration, handbook: try common.handbook(),
      problems: &problems)
    if !["text", "json"].contains(options.format), ReportFormat(rawValue: options.format) != nil {
      problems.append("--format: settings are printed as text or json")
    }
    guard problems.isEmpty else { throw UsageProblem(lines: problems) }
    let rows = Self.rows(examination.settings)
    let file = examination.settings.configuration.file
    try examination.deliver { $0 == .json ? json(rows, file) : text(rows, file) }
  }

  /// One setting: its key, its values, and who set it.
  struct Row {
    let key: String
    let values: [String]
    /// Whether it is a list.
    let isList: Bool
    let origin: Origin
  }

  static func rows(_ settings: Settings) -> [Row] {
    let configuration = settings.configuration
    let kinds = settings.select
    return [
      Row(key: "paths", values: settings.paths.value, isList: true, origin: settings.paths.origin),
      Row(
        key: "select", values: kinds.value ?? ["all kinds"], isList: kinds.value != nil, origin: kinds.origin),
      Row(key: "ignore", values: settings.ignore.value, isList: true, origin: settings.ignore.origin),
      Row(key: "exclude", values: settings.exclude.value, isList: true, origin: settings.exclude.origin),
      Row(
        key: "fail-on", values: [settings.failOn.value.rawValue], isList: false,
        origin: settings.failOn.origin),
    ]
      + configuration.blocking.map {
        Row(key: "blocking", values: [$0.value.name, $0.value.kind], isList: true, origin: $0.origin)
      }
      + configuration.offLoop.map { helper in
        let place = helper.value.argument.map { "argument \($0)" } ?? helper.value.keyword ?? ""
        return Row(key: "off-loop", values: [helper.value.name, place], isList: true, origin: helper.origin)
      }
      + configuration.decorators.map {
        Row(key: "off-loop", values: [$0.value, "decorator"], isList: true, origin: $0.origin)
      }
  }

  private func text(_ rows: [Row], _ file: String?) -> String {
    let lines = rows.map { row in
      (
        row.key, row.values.isEmpty ? "none" : row.values.joined(separator: ", ").sanitized(),
        row.origin.description
      )
    }
    let keys = (lines.map(\.0.displayWidth).max() ?? 0) + 2
    let values = (lines.map(\.1.displayWidth).max() ?? 0) + 2
    let head = "file".padded(to: keys) + (file.map { $0.sanitized() } ?? "none was found") + "\n"
    return head
      + lines.map { "\($0.padded(to: keys))\($1.padded(to: values))\($2.sanitized())\n" }.joined()
  }

  private func json(_ rows: [Row], _ file: String?) -> String {
    JSON.object([
      ("schema", .number(1)), ("file", file.map { .string($0) } ?? .null),
      (
        "settings",
        .array(
          rows.map { row in
            .object([
              ("key", .string(row.key)),
              (
                "value",
                row.isList
                  ? .array(row.values.map { .string($0) }) : .string(row.values.joined(separator: ", "))
              ),
              ("origin", .string(row.origin.description)),
            ])
          })
      ),
    ]).text
  }
}

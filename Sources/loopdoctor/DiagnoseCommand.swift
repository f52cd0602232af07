import ArgumentParser
import Files
import Handbook
import Report
import Scan
import SystemPackage
import Text
import Timeline
import Wizard

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose", _superCommandName: LoopDoctor.name,
    abstract: "One diagnosis from answers given beforehand, for scripts and CI.",
    discussion: """
      Examples:
        loopdoctor diagnose api/ --answer symptom=slow --no-input
        loopdoctor diagnose . --answers session.yaml --format json

      What is not answered is read off the project, or assumed where the handbook has a default. Flags go before files, \
      files before what is seen. `loopdoctor explain symptom` tells a question's answers.
      """)

  @Argument(
    help: "The project's folder; without one what the configuration names, or the current folder.",
    completion: .directory)
  var path: String?

  @Option(
    name: .long,
    help: ArgumentHelp("An answer; may be given again for other questions.", valueName: "id=value"))
  var answer: [String] = []

  @Option(
    help: ArgumentHelp("A file with answers, or - for standard input.", valueName: "file"),
    completion: .file())
  var answers: [String] = []

  @Option(
    help: ArgumentHelp("Save the answers to this file, to be given back with --answers.", valueName: "file"))
  var saveAnswers: String?

  @Flag(help: "Never ask, even on a terminal: exit with 3 when a needed answer is missing.")
  var noInput = false

  @OptionGroup var options: FindingOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let shipped = try common.handbook()
    var problems: [String] = []
    let given = collectAnswers(shipped, &problems)
    let examination = Examination(
      paths: path.map { [$0] } ?? [], options: options, configuration: options.configuration,
      handbook: shipped,
      problems: &problems)
    guard problems.isEmpty else { throw UsageProblem(lines: problems) }
    let handbook = examination.handbook
    let scan = examination.narrowed(try examination.scan())
    var outcome = AnswersDriver.run(handbook: handbook, scan: scan, given: given, tool: CommonOptions.tool)
    if outcome.missing != nil, !noInput, !answers.contains("-"), Output.isTerminal(STDIN_FILENO) {
      outcome = ask(handbook, scan, given)
    }
    try report(outcome, examination)
    if let saveAnswers {
      let session = SessionFile(saving: outcome.diagnosis.session)
      try writeFile(FilePath(saveAnswers), session.text(tool: "loopdoctor \(LoopDoctor.version)"))
    }
    throw ExitCode(status(of: outcome, examination).rawValue)
  }

  /// - Parameter problems: takes everything that is wrong with the answers.
  private func collectAnswers(_ handbook: Handbook, _ problems: inout [String]) -> [Answer] {
    var collector = AnswerCollector(graph: handbook.graph)
    for flag in answer { collector.addFlag(flag) }
    for file in answers {
      do throws(FileFault) {
        if file == "-" {
          collector.addFile(try readStandardInput(), named: "standard input")
        } else {
          collector.addFile(try readFile(FilePath(file), limit: 16 << 20), named: file)
        }
      } catch {
        problems.append(error.message)
      }
    }
    // What was typed may hold line ends: one line a problem.
    problems += collector.problems.map { $0.sanitized() }
    return collector.answers
  }

  /// On a terminal, the plain wizard asks for what is missing.
  private func ask(_ handbook: Handbook, _ scan: ScanResult, _ given: [Answer]) -> AnswersDriver.Outcome {
    let (style, writer) = Output.style(common.color)
    var driver = PlainDriver(
      handbook: handbook, scan: scan, given: given, style: style,
      console: Console.plain(writer: writer, toStandardError: true), tool: CommonOptions.tool)
    let diagnosis = driver.run()
    return AnswersDriver.run(
      handbook: handbook, scan: scan, given: Array(diagnosis.session.answers.values), tool: CommonOptions.tool
    )
  }

  private func report(_ outcome: AnswersDriver.Outcome, _ examination: Examination) throws {
    try examination.deliver { common.report(outcome.diagnosis, as: $0) }
    for answer in outcome.unused {
      Output.complain(
        "loopdoctor: the answer \(answer.question)=\(answer.value) was not needed on this way\n")
    }
    if let missing = outcome.missing {
      Output.complain(
        "loopdoctor: an answer to “\(missing.id)” is needed: \(missing.prompt)\n"
          + missing.choices.map { "  --answer \(missing.id)=\($0.value)   \($0.label)\n" }.joined())
    }
  }

  private func status(of outcome: AnswersDriver.Outcome, _ examination: Examination) -> ExitStatus {
    if outcome.missing != nil { return .inconclusive }
    let status = ExitStatus(outcome.diagnosis.conclusion)
    guard status == .found else { return status }
    // A cause that the answers alone tell of is as grave as any.
    let severity = outcome.diagnosis.scan.findings.map(\.severity).max() ?? .error
    return examination.fails(at: severity) ? .found : .nothingFound
  }
}

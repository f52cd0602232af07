import Configuration
import Files
import Git
import Handbook
import Report
import Scan
import SystemPackage
import Terminal

/// A scan as it was asked for, all of it checked beforehand.
struct Examination {
  let handbook: Handbook
  let settings: Settings
  let target: ScanTarget
  let scanner: Scanner
  private let format: ReportFormat
  private let output: String?
  private let baseline: Baseline?
  private let changes: ChangedLines?

  /// - Parameters:
  ///   - options: nil where only the configuration counts.
  ///   - problems: takes everything that is wrong with what was asked; it is to be looked at before any use of this.
  init(
    paths: [String], options: FindingOptions?, configuration: ConfigurationOptions, handbook: Handbook,
    problems: inout [String]
  ) {
    let file = configuration.load(for: paths, handbook: handbook, problems: &problems)
    settings = Settings(
      paths: paths, options: options, configuration: file, handbook: handbook, problems: &problems)
    self.handbook = handbook.adding(file.declarations)
    let target = ScanTarget(paths: settings.paths.value)
    self.target = target
    // Its threads survive to tell of an overflow of their stack.
    scanner = Scanner(handbook: self.handbook, options: settings.scanOptions(root: target.root)) {
      FaultGuard.prepareThread()
    }
    format = Self.format(options?.format, &problems)
    output = options?.output
    baseline = options?.baseline.flatMap { Self.baseline($0, &problems) }
    changes = options?.changedSince.flatMap { Self.changes(since: $0, target, &problems) }
  }

  private static func format(_ word: String?, _ problems: inout [String]) -> ReportFormat {
    guard let word else { return .text }
    if let format = ReportFormat(rawValue: word) { return format }
    problems.append("--format: \(unknown(word, "format", among: ReportFormat.allCases.map(\.rawValue)))")
    return .text
  }

  private static func baseline(_ file: String, _ problems: inout [String]) -> Baseline? {
    do throws(FileFault) {
      let bytes = try readFile(FilePath(file), limit: 64 << 20)
      do throws(Baseline.Fault) {
        return try Baseline(bytes, named: file)
      } catch {
        problems.append(error.message)
      }
    } catch {
      problems.append(error.message)
    }
    return nil
  }

  private static func changes(
    since revision: String, _ target: ScanTarget, _ problems: inout [String]
  ) -> ChangedLines? {
    // A path that is not there is a problem already.
    guard target.paths.allSatisfy({ kind(of: FilePath($0)) != nil }) else { return nil }
    do throws(GitFault) {
      return try ChangedLines(since: revision, in: FilePath(target.root))
    } catch {
      problems.append("--changed-since: \(error.message)")
      return nil
    }
  }

  /// All that is there, before any baseline.
  func scan(extent: ScanExtent = .usual) throws -> ScanResult {
    let isNarrowed = baseline != nil || changes != nil
    var result = try scanner.scan(
      root: target.root, paths: target.paths, extent: isNarrowed ? .everything : extent)
    if extent == .usual { result.sites = nil }
    return result
  }

  /// What is left when what a baseline accepts, and what no change leads to, is taken away.
  func narrowed(_ result: ScanResult) -> ScanResult {
    var result = result
    if let baseline {
      let isNew = baseline.isNew(in: result)
      let accepted = isNew.count { !$0 }
      if accepted > 0 {
        Output.complain("loopdoctor: the baseline accepts \(counted(accepted, "finding"))\n")
      }
      var flags = isNew.makeIterator()
      result = scanner.narrowed(result) { _ in flags.next() ?? true }
    }
    if let changes {
      let root = resolved(FilePath(result.root))
      result = scanner.narrowed(result) { finding in
        changes.touch(root.pushing(FilePath(finding.path)), finding.range.line...finding.range.endLine)
          || finding.chain.contains { changes.touch(root.pushing(FilePath($0.path)), $0.line...$0.line) }
      }
    }
    return result
  }

  /// Gives a report to where it was asked for.
  /// - Parameter write: sends it to standard output in a way of its own.
  func deliver(_ report: (ReportFormat) -> String, write: ((ReportFormat) -> Void)? = nil) throws {
    guard let output else { return write?(format) ?? Output.write(report(format)) }
    try writeFile(FilePath(output), Output.$isFile.withValue(true) { report(format) })
  }

  /// Whether findings of this severity make the program end with 1.
  func fails(at severity: Severity?) -> Bool {
    guard let severity else { return false }
    return switch settings.failOn.value {
    case .never: false
    case .hint: severity >= .hint
    case .warning: severity >= .warning
    case .error: severity >= .error
    }
  }
}

import Handbook
import Scan
import Timeline

/// A session with what was found: all that a report is made of.
public struct Diagnosis: Sendable {
  public let session: Session
  public let scan: ScanResult
  public let handbook: Handbook
  /// The name and version of the program that made it.
  public let tool: Tool

  public init(session: Session, scan: ScanResult, handbook: Handbook, tool: Tool) {
    self.session = session
    self.scan = scan
    self.handbook = handbook
    self.tool = tool
  }

  /// The step at which it stands, which is its outcome.
  public var outcome: Step { session.path.last { $0.page != nil } ?? session.step }

  /// The cause that the answers speak of: the gravest whose kind is the answer to `blocker`.
  public var cause: RootCause? {
    // A message about a nested loop names its blocker itself.
    guard let blocker = session.value(of: "blocker") ?? session.value(of: "message") else { return nil }
    return scan.rootCauses.first { handbook.knowledge.kinds[$0.nearest.kind]?.blocker == blocker }
  }

  /// The articles of a step in the order in which they help with the cause: where a cause is treated, what is best for that
  /// very call, then the page's own.
  public static func articles(of step: Step, for cause: RootCause?) -> [String] {
    guard let page = step.page else { return [] }
    let treats = page.conclusion == .cause && !step.edges.isEmpty
    var seen: Set<String> = []
    return ((treats ? cause.map { [$0.nearest.fix] } ?? [] : []) + page.articles).filter {
      seen.insert($0).inserted
    }
  }

  /// The articles that treat it, those of the outcome first, then those of the other causes found.
  public var fixes: [String] {
    var fixes = session.path.flatMap { Self.articles(of: $0, for: cause) }
    if session.conclusion == .cause {
      for cause in scan.rootCauses where cause.nearest.severity > .hint {
        fixes += [cause.nearest.fix] + cause.nearest.also
      }
    }
    var seen: Set<String> = []
    return fixes.filter { seen.insert($0).inserted }
  }

  /// What is known of the project: as seen, unless the person said otherwise.
  public var facts: ProjectFacts {
    var facts = scan.facts
    if let framework = session.value(of: "framework") {
      facts.framework = framework == Choice.unknown ? scan.facts.framework : framework
    }
    return facts
  }

  /// What it comes to: a cause when one was found, whatever the questions led to.
  public var conclusion: Page.Conclusion {
    guard let conclusion = session.conclusion else { return .inconclusive }
    return conclusion != .cause && scan.findings.contains { $0.severity > .hint } ? .cause : conclusion
  }
}

public struct Tool: Equatable, Sendable {
  public let name: String
  public let version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

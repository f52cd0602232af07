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

  /// The articles that treat it, those of the outcome first, then those of the causes found.
  public var fixes: [String] {
    var fixes = session.path.compactMap(\.page).flatMap(\.articles)
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

/// A lab: a small service with one real fault, for a learner to mend in an editor.
public struct Lab: Equatable, Sendable {
  /// What holds up the loop, at the blocking call itself.
  public struct Fault: Equatable, Sendable {
    public let kind: String
    public let file: String
    /// 1-based.
    public let line: Int
  }

  /// A function without which the service does not do its job, and the names that it uses.
  public struct Keep: Equatable, Sendable {
    /// With its class, without its module: `Album.cover`.
    public let function: String
    public let mentions: [String]
  }

  public let name: String
  public let title: String
  public let summary: String
  /// The article that teaches what is to be done.
  public let fix: String
  /// What the learner is to reach.
  public let goal: String
  /// The packages that it takes to run it.
  public let needs: [String]
  /// What the broken service fails with, where it fails and does not block; otherwise empty.
  public let raises: String
  public let fault: Fault
  public let keeps: [Keep]
  /// From a nudge to the answer.
  public let hints: [String]
  /// What is to be remembered.
  public let points: [String]
  /// The broken service: texts by path.
  public let files: [String: String]
  /// What one solution makes of some of the files, or adds.
  public let solution: [String: String]

  /// The solved service.
  public var solved: [String: String] { files.merging(solution) { $1 } }
}

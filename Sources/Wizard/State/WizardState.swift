import Handbook
import Report
import Scan
import Terminal
import Text
import Timeline

/// All that the screen shows follows from this value.
public struct WizardState: Sendable {
  public let handbook: Handbook
  public let tool: Tool
  /// The folder under diagnosis, as people name it.
  public let project: String
  public var session: Session
  /// nil until the first scan is done.
  public var scan: ScanResult?
  /// Why the last scan failed; nil when it did not.
  var scanFailure: String?
  /// nil when no scan is running.
  public var progress: Scanner.Progress?
  public var size: Size
  public var theme: Theme
  public var glyphs: Glyphs

  /// Where each view is scrolled to and what is selected in it, by `viewID`.
  var viewports: [String: Viewport] = [:]
  var showsHelp = false
  var prompt: Prompt?
  /// What was last searched for; empty: nothing.
  var search = ""
  /// One line for the person, gone at the next key.
  var notice: String?
  /// At the question for the blocking call: whether its answers are listed instead of the causes found.
  var listsAnswers = false
  /// Which of a page's articles is open, by step.
  var openArticles: [String: Int] = [:]
  /// The cause that the person chose to treat, by `Finding.rootCause`.
  var chosenCause: String?
  /// Lines of the project's files around a place, as far as they were read.
  var sources: [Place: [SourceLine]] = [:]

  public init(
    handbook: Handbook, tool: Tool, project: String, size: Size, theme: Theme = .colour,
    glyphs: Glyphs = .unicode
  ) {
    self.handbook = handbook
    self.tool = tool
    self.project = project
    self.size = size
    self.theme = theme
    self.glyphs = glyphs
    session = Session(graph: handbook.graph)
  }

  /// A line that the person types into.
  struct Prompt: Equatable, Sendable {
    enum Purpose: Equatable, Sendable { case search, jump }

    let purpose: Purpose
    var text = ""
  }

  /// What the keys mean now.
  var context: KeyBinding.Context {
    if showsHelp { return .help }
    if session.step.page != nil { return .page }
    return showsCauses ? .causes : .question
  }

  /// The causes worth showing, while the question is which call blocks.
  var showsCauses: Bool {
    session.step.question?.id == "blocker" && !listsAnswers && !causes.isEmpty
  }

  var causes: [RootCause] { scan?.rootCauses ?? [] }

  /// Names the view, so that each keeps its own place.
  var viewID: String {
    if showsHelp { return "help" }
    if session.step.page != nil { return "\(session.position)/\(openArticle)" }
    return showsCauses ? "causes" : session.position
  }

  var openArticle: Int { openArticles[session.position] ?? 0 }

  var viewport: Viewport {
    get { viewports[viewID] ?? Viewport(selected: preselected) }
    set { viewports[viewID] = newValue }
  }

  /// What is selected when a question is first seen: its answer, else what the evidence says, else the default.
  private var preselected: Int {
    guard !showsHelp, let question = session.step.question, !showsCauses else { return 0 }
    let value =
      session.answers[question.id]?.value ?? session.evidence(for: question.id).first?.value
      ?? question.fallback
    return value.flatMap { question.values.firstIndex(of: $0) } ?? 0
  }

  /// The cause to show on a page: the one chosen, else the gravest that fits the answer.
  var causeInQuestion: RootCause? {
    if let chosenCause, let cause = causes.first(where: { $0.nearest.rootCause == chosenCause }) {
      return cause
    }
    return diagnosis.cause
  }

  /// The articles of the current page, the most fitting first.
  var articleIDs: [String] { Diagnosis.articles(of: session.step, for: causeInQuestion) }

  /// The diagnosis as it stands.
  public var diagnosis: Diagnosis {
    Diagnosis(session: session, scan: scan ?? ScanResult(root: "."), handbook: handbook, tool: tool)
  }
}

/// A line of a project's file.
public struct SourceLine: Equatable, Sendable {
  /// 1-based.
  public let number: Int
  public let text: String

  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}

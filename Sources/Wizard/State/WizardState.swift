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
  public internal(set) var scan: ScanResult?
  /// Why the last scan failed; nil when it did not.
  var scanFailure: String?
  /// nil when no scan is running.
  public var progress: Scanner.Progress?
  public internal(set) var size: Size
  public var theme: Theme
  public var glyphs: Glyphs

  /// Where each view is scrolled to and what is selected in it, by `viewID`.
  var viewports: [String: Viewport] = [:]
  var showsHelp = false
  var prompt: Prompt?
  /// Whether the key before ended a jump by itself, so that an Enter now belongs to that still.
  var jumpEnded = false
  var dialog: Dialog?
  /// The text that was pasted, while it is before the person.
  var pasted: PastedText?
  /// What was last searched for; empty: nothing.
  var search = ""
  /// One line for the person, gone at the next key.
  var notice: String?
  var reportsMouse = false
  /// The filter of the list before the one that is being typed, and what was selected then, as its place in the list.
  var filterBefore = ""
  var filterStart: Int?

  /// The causes of the last scan.
  var causeList = CauseList()
  /// Every known blocking call; nil until they were asked for and listed.
  var hits: HitList?
  /// nil when they are not being listed.
  var hitProgress: Scanner.Progress?
  /// Whether the project was scanned again since the listing began.
  var hitsAreStale = false
  /// Whether the list of them is open, at minute 8.
  var listsHits = false
  /// What the scan before the fix found, and what became of it.
  var treatment: Treatment?
  /// At the question for the blocking call: whether its answers are listed instead of the causes found.
  var listsAnswers = false
  /// Which of a page's articles is open, by step.
  var openArticles: [String: Int] = [:]
  /// The cause that the person chose to treat, by `Finding.rootCause`.
  var chosenCause: String?
  /// Lines of the project's files around a place, as far as they were asked for.
  var sources: [Place: SourceExcerpt] = [:]

  /// Whether the answers are kept when the wizard ends, so that leaving loses nothing.
  var keepsAnswers: Bool
  /// The session that was left in this project, while the person is asked whether to go on with it.
  var offered: SessionFile?
  /// The cause under treatment in the session that was taken up, until a scan tells which that is now.
  var resumedCause: CauseIdentity?
  /// The answers and marks that were last saved.
  var saved: Keepsake?
  /// Whether a report is being saved, which may end with a question; what is typed ahead of it waits here.
  var isSaving = false
  /// Whether the person did not wait for that.
  var gaveUpSaving = false
  var typedAhead: [WizardEvent] = []

  public init(
    handbook: Handbook, tool: Tool, project: String, size: Size, theme: Theme = .colour,
    glyphs: Glyphs = .unicode, keepsAnswers: Bool = false
  ) {
    self.handbook = handbook
    self.tool = tool
    self.project = project
    self.size = size
    self.theme = theme
    self.glyphs = glyphs
    self.keepsAnswers = keepsAnswers
    session = Session(graph: handbook.graph)
  }

  /// A line that the person types into.
  struct Prompt: Equatable, Sendable {
    enum Purpose: Equatable, Sendable { case search, jump, filter, save }

    let purpose: Purpose
    var text = ""
  }

  /// Something to be decided before anything else.
  enum Dialog: Equatable, Sendable {
    case copying
    /// The file to save to exists.
    case replacing(String)
    case leaving
  }

  /// What a person would not want to lose.
  struct Keepsake: Equatable, Sendable {
    let answers: [Answer]
    let marks: Set<String>
  }

  /// What the keys mean now.
  var context: KeyBinding.Context {
    switch dialog {
    case .copying: return .copying
    case .replacing: return .replacing
    case .leaving: return .leaving
    case nil: break
    }
    if prompt != nil { return .prompt }
    return view
  }

  /// The view that is on the screen, behind any prompt.
  var view: KeyBinding.Context {
    if showsHelp { return .help }
    if offered != nil, pasted == nil { return .resuming }
    if let pasted { return pasted.isTyped ? .pasteBox : .pasted }
    if session.step.page != nil { return .page }
    if listsHits, session.step.question?.id == "blocker" { return .hits }
    return showsCauses ? .causes : .question
  }

  /// The causes worth showing, while the question is which call blocks.
  var showsCauses: Bool {
    session.step.question?.id == "blocker" && !listsAnswers && !causeList.all.isEmpty
  }

  /// Names the view, so that each keeps its own place.
  var viewID: String {
    switch view {
    case .help: "help"
    case .resuming: "resuming"
    case .pasted, .pasteBox: "pasted/\(pasted?.open ?? 0)"
    case .page: "\(session.position)/\(openArticle)"
    case .causes: "causes"
    case .hits: "hits"
    default: session.position
    }
  }

  var openArticle: Int { openArticles[session.position] ?? 0 }

  var viewport: Viewport {
    get { viewports[viewID] ?? Viewport(selected: preselected) }
    set { viewports[viewID] = newValue }
  }

  /// What is selected when a question is first seen: its answer, else what the evidence says, else the default.
  private var preselected: Int {
    guard view == .question, let question = session.step.question else { return 0 }
    let value =
      session.answers[question.id]?.value ?? session.evidence(for: question.id).first?.value
      ?? question.fallback
    return value.flatMap { question.values.firstIndex(of: $0) } ?? 0
  }

  var selectedCause: RootCause? {
    let (causes, selected) = (causeList.shown, viewport.selected)
    return view == .causes && causes.indices.contains(selected) ? causes[selected] : nil
  }

  var selectedHit: Site? {
    let selected = viewport.selected
    return view == .hits
      ? hits.flatMap { $0.shown.indices.contains(selected) ? $0.shown[selected] : nil } : nil
  }

  /// The cause to show on a page: the one chosen, else the gravest that fits the answer.
  var causeInQuestion: RootCause? {
    if let cause = chosenCause.flatMap(causeList.cause) { return cause }
    guard let blocker = session.value(of: "blocker") ?? session.value(of: "message") else { return nil }
    return causeList.gravest { handbook.knowledge.kinds[$0]?.blocker == blocker }
  }

  /// The articles of the current page, the most fitting first.
  var articleIDs: [String] { Diagnosis.articles(of: session.step, for: causeInQuestion) }

  /// The place in the code that the view is about: what an editor opens and what is copied.
  var placeInQuestion: Place? {
    switch view {
    case .causes: selectedCause?.placeOfCall
    case .hits: selectedHit?.placeOfCall
    case .page: session.isAtEnd ? nil : causeInQuestion?.placeOfCall
    case .question:
      session.step.question.flatMap { session.evidence(for: $0.id).lazy.compactMap(\.place).first }
    default: nil
    }
  }

  /// The diagnosis as it stands, without what the person judged not to be the cause.
  public var diagnosis: Diagnosis {
    let scan = scan.map { $0.without(causeList.markedRootCauses, kinds: handbook.knowledge.kinds) }
    return Diagnosis(session: session, scan: scan ?? ScanResult(root: "."), handbook: handbook, tool: tool)
  }

  /// What is known of the project: as seen, unless the person said otherwise.
  var projectFacts: ProjectFacts {
    Diagnosis(session: session, scan: scan ?? ScanResult(root: "."), handbook: handbook, tool: tool).facts
  }

  /// The causes that the person judged not to be the one.
  var markedCauses: [RootCause] { causeList.markedCauses }

  /// What is worth keeping now.
  var keepsake: Keepsake {
    Keepsake(
      answers: session.answersOnPath.filter { $0.provenance == .typed }, marks: causeList.markedRootCauses)
  }

  /// How many answers and marks of the person would be lost by leaving.
  var unsaved: Int {
    let now = keepsake
    guard !keepsAnswers, now != saved else { return 0 }
    return now.answers.count { saved?.answers.contains($0) != true }
      + now.marks.subtracting(saved?.marks ?? []).count
  }
}

extension RootCause {
  var placeOfCall: Place { Place(path: nearest.cause.path, line: nearest.cause.line) }
}

import YAML

/// Something wrong in a content file.
public struct ContentFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Relative to the content folder.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in characters.
  public let column: Int
  public let message: String
  /// What to do about it.
  public let remedy: String
  /// What sort of fault it is.
  public var code = FaultCode.value

  public var description: String { "\(file):\(line):\(column): \(message); \(remedy)" }
}

/// The sorts of faults. Each is the id of the article that explains it.
public enum FaultCode: String, Sendable, CaseIterable {
  /// A file that is missing, unreadable, or read by nothing.
  case file = "content-file"
  /// Not the plain YAML that is read.
  case yaml = "content-yaml"
  /// A key that is not known, or missing.
  case key = "content-key"
  /// A value of the wrong kind.
  case value = "content-value"
  /// An id that nothing has, or two have.
  case reference = "content-reference"
  /// A step, question or edge that leads nowhere.
  case timeline = "content-timeline"
  /// The head or the Markdown of an article.
  case article = "content-article"
  /// A lab that is not whole.
  case lab = "content-lab"
}

/// What an id in a content file stands for.
enum ReferenceTarget: Hashable {
  case article
  case kind
  case framework
  case question
  /// An answer to this question of the timeline, if there is that question.
  case answer(question: String)
}

/// An id that names something which may stand in another file, and where it is named.
struct Reference: Hashable {
  let target: ReferenceTarget
  let id: String
  let place: YAMLPlace
}

/// Collects the faults of one file, so that all are reported at once, and what it refers to, which is checked when
/// every file is read.
final class FaultLog {
  /// Relative to the content folder.
  let file: String
  private(set) var faults: [ContentFault] = []
  private(set) var references: [Reference] = []
  private var seen: Set<Reference> = []

  init(file: String) { self.file = file }

  /// The same fault at the same place counts once, however often what stands there is read.
  func add(_ message: String, at place: YAMLPlace, remedy: String, code: FaultCode? = nil) {
    let fault = ContentFault(
      file: file, line: place.line, column: place.column, message: message, remedy: remedy,
      code: code ?? (file.hasSuffix(".md") ? .article : .value))
    if !faults.contains(fault) { faults.append(fault) }
  }

  func refer(to target: ReferenceTarget, _ id: String, at place: YAMLPlace) {
    let reference = Reference(target: target, id: id, place: place)
    if !id.isEmpty, seen.insert(reference).inserted { references.append(reference) }
  }
}

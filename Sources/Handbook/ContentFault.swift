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

  public var description: String { "\(file):\(line):\(column): \(message); \(remedy)" }
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
  func add(_ message: String, at place: YAMLPlace, remedy: String) {
    let fault = ContentFault(
      file: file, line: place.line, column: place.column, message: message, remedy: remedy)
    if !faults.contains(fault) { faults.append(fault) }
  }

  func refer(to target: ReferenceTarget, _ id: String, at place: YAMLPlace) {
    let reference = Reference(target: target, id: id, place: place)
    if !id.isEmpty, seen.insert(reference).inserted { references.append(reference) }
  }
}

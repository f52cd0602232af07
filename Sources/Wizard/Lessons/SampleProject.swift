import Files
import Scan
import Timeline

/// The project that a lesson is played on: one of the handbook's, or a folder that is only read. What a lesson changes in
/// it is changed for the lesson alone.
public struct SampleProject: Sendable {
  /// As the wizard's head shows it.
  public let name: String
  /// nil: all of it is in `texts`.
  private let folder: String?
  private var texts: [String: String]

  /// Files held in memory, by path.
  public init(name: String, texts: [String: String]) {
    self.name = name
    folder = nil
    self.texts = texts
  }

  public init(name: String, folder: String) {
    self.name = name
    self.folder = folder
    texts = [:]
  }

  var sources: SourceFiles {
    folder.map { SourceFiles(root: $0, replacing: texts) } ?? SourceFiles(texts: texts)
  }

  /// The time it takes is no part of a lesson.
  func scan(_ scanner: Scanner) throws(FileFault) -> ScanResult {
    guard let folder else { return scanner.scan(sources: texts) }
    var result = try scanner.scan(root: folder, replacing: texts)
    result.milliseconds = 0
    return result
  }

  /// - Returns: why it cannot be changed so; nil when it was.
  mutating func apply(_ edit: SessionFile.Edit) -> String? {
    guard let text = sources.text(of: edit.file) else {
      return "there is no file \(edit.file) in the project"
    }
    let places = text.ranges(of: edit.old)
    guard let place = places.first, places.count == 1 else {
      return "“\(edit.old)” stands in \(edit.file) \(places.isEmpty ? "nowhere" : "\(places.count) times")"
    }
    texts[edit.file] = text.replacingCharacters(of: place, with: edit.new)
    return nil
  }
}

extension String {
  fileprivate func replacingCharacters(of range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}

/// A lesson in a format that others read: the same bytes each time.
public enum LessonExport: String, CaseIterable, Sendable {
  case cast, html, svg, text, markdown

  /// - Parameter lesson: at its beginning, and checking what it expects.
  /// - Throws: `LessonFault` when it does not hold.
  public func text(of lesson: LessonState) throws(LessonFault) -> String {
    let title = lesson.lesson.title
    switch self {
    case .cast: return try Film(of: lesson).cast(title: title)
    case .svg: return try Film(of: lesson).svg(title: title)
    case .html: return LessonPage(lesson: lesson.lesson, scenes: try Scene.all(of: lesson)).text
    case .text, .markdown:
      return Transcript(
        lesson: lesson.lesson, scenes: try Scene.all(of: lesson), isMarkdown: self == .markdown,
        width: lesson.size.columns
      ).text
    }
  }
}

import PythonOutline

extension Suppressions {
  /// Reads `# loopdoctor: ignore[kind, kind]` and `# noqa: CODE, CODE` from a file's comments.
  init(tree: SyntaxTree, lines: LineTable) {
    for comment in tree.comments {
      let comment = Int(comment.start)..<Int(comment.end)
      let text = String(decoding: tree.source[comment], as: UTF8.self)
      if let found = text.firstRange(of: "loopdoctor: ignore") {
        own[lines.position(of: comment.lowerBound).line] = Self.kinds(text[found.upperBound...])
      }
      if let found = text.lowercased().firstRange(of: "noqa") {
        noqa[lines.position(of: comment.lowerBound).line] = Self.codes(text.lowercased()[found.upperBound...])
      }
    }
  }

  private static func kinds(_ rest: Substring) -> What {
    guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return .everything }
    return .these(words(rest[rest.index(after: rest.startIndex)..<end]))
  }

  private static func codes(_ rest: Substring) -> What {
    guard rest.first == ":" else { return .everything }
    return .these(Set(words(rest.dropFirst()).map { $0.uppercased() }))
  }

  private static func words(_ text: Substring) -> Set<String> {
    Set(text.split { $0 == "," || $0 == " " }.map(String.init))
  }
}

/// One page of the handbook: a fix, a check, a message, a finding kind, or where a diagnosis ends.
public struct Article: Equatable, Sendable {
  public enum Category: Equatable, Sendable {
    /// One of the seven fixes, with the number people know it by.
    case fix(Int)
    /// One of the eight "still not working" checks, with its number.
    case check(Int)
    case message
    case findingKind
    case page
  }

  /// Unique over the whole handbook: the file's name without ending.
  public let id: String
  public let category: Category
  public let title: String
  /// One sentence for lists and reports.
  public let summary: String
  /// The versions on which its facts and samples were tried.
  public let tried: String
  public let sources: [String]
  /// Ids of other articles worth reading.
  public let see: [String]
  /// What stands before the first section; always shown.
  public let introduction: [Block]
  public let sections: [Section]

  /// "Fix 6 · A loop inside a running loop", or the bare title of what has no number.
  public var heading: String {
    switch category {
    case .fix(let number): "Fix \(number) · \(title)"
    case .check(let number): "Check \(number) · \(title)"
    case .message, .findingKind, .page: title
    }
  }

  /// A part under a second-level heading, shown when its conditions fit the project.
  public struct Section: Equatable, Sendable {
    public let title: String
    public let conditions: [FactCondition]
    public let blocks: [Block]
  }
}

/// A block of text, as Markdown has them.
public indirect enum Block: Equatable, Sendable {
  /// Levels 3 to 6; the first two are the article's title and its sections.
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case code(CodeSample)
  /// `start` is the first number of an ordered list, nil for bullets.
  case list(start: Int?, items: [[Block]])
  case table(header: [[Inline]], rows: [[[Inline]]])
  case quote([Block])
}

/// A run of text within a block.
public indirect enum Inline: Equatable, Sendable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link([Inline], destination: String)
  case lineBreak

  /// The text without any marking.
  public var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.plain
    case .lineBreak: " "
    }
  }
}

extension [Inline] {
  public var plain: String { map(\.plain).joined() }
}

/// A fenced piece of code.
public struct CodeSample: Equatable, Sendable {
  /// What a Python sample claims of itself.
  public enum Claim: String, Sendable, CaseIterable {
    /// Blocks the loop at each line marked `# blocks: KIND`, and nowhere else.
    case before
    /// Is right: the scan has nothing to say about it.
    case after
    /// Shows something else.
    case example
  }

  public let language: String
  /// nil when the sample is not Python.
  public let claim: Claim?
  /// The Python that the syntax needs, when that is not the oldest we speak of.
  public let python: FactCondition?
  public let text: String
  /// 1-based line of the first line of code in the content file.
  public let line: Int
}

extension Article {
  /// All code samples, in the order written.
  public var samples: [CodeSample] {
    (introduction + sections.flatMap(\.blocks)).flatMap(\.samples)
  }
}

extension [Block] {
  /// Whether there is code in them.
  public var hasSample: Bool { contains { !$0.samples.isEmpty } }
}

extension Block {
  fileprivate var samples: [CodeSample] {
    switch self {
    case .code(let sample): [sample]
    case .list(_, let items): items.flatMap { $0.flatMap(\.samples) }
    case .quote(let blocks): blocks.flatMap(\.samples)
    case .heading, .paragraph, .table: []
    }
  }
}

extension CodeSample {
  static let mark = "# blocks: "

  /// The lines (1-based, within the sample) that it claims to block at, with the finding kind.
  public var marks: [(line: Int, kind: String)] {
    text.lines.enumerated().compactMap { index, line in
      line.firstPlace(of: Self.mark).map { (index + 1, String(line[$0.upperBound...])) }
    }
  }
}

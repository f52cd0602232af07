import Text

/// One cell of a canvas. A wide character fills two: the first holds it, the second continues it.
public struct Cell: Hashable, Sendable {
  /// One spacing character with the marks on it; empty in a cell that continues a wide one.
  public internal(set) var text: String
  public internal(set) var style: Style
  /// Whether this is the right half of the wide character in the cell before.
  public var isContinuation: Bool { text.isEmpty }

  init(text: String = " ", style: Style = .plain) {
    self.text = text
    self.style = style
  }

  static let blank = Cell()
}

/// What goes into one cell, or into two when it is wide: one character that takes space and the marks on it.
///
/// A terminal knows scalars, Swift knows grapheme clusters, and terminals disagree about clusters of several scalars
/// that take space (families, skin tones, flags, emoji presentation). So a cluster is drawn in pieces about which all
/// terminals agree, padded to the width which the cluster has where it is known.
package struct CellPiece: Equatable {
  package var text: String
  /// Columns: 1 or 2.
  package var width: Int

  package init(text: String, width: Int) {
    self.text = text
    self.width = width
  }
}

/// The cells that ncurses accepts hold one spacing character and at most four marks.
private let maximumMarks = 4

extension Character {
  /// Calls `body` with each piece of this cluster, from left to right. Control characters become visible forms.
  package func forEachPiece(_ body: (CellPiece) -> Void) {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return }
    if first.isPrintableASCII && scalars.count == 1 {
      body(CellPiece(text: String(self), width: 1))
    } else if isEmojiSequence {
      let base = columns(of: first)
      let keycap = scalars.contains("\u{20E3}")
      body(CellPiece(text: keycap ? "\(first)\u{20E3}" : String(first), width: max(1, base)))
      if base < 2 { body(CellPiece(text: " ", width: 1)) }
    } else {
      forEachGeneralPiece(body)
    }
  }

  private func forEachGeneralPiece(_ body: (CellPiece) -> Void) {
    var current: CellPiece?
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      defer { previous = scalar }
      if scalar.needsVisibleForm(after: previous) {
        if let piece = current { body(piece) }
        current = nil
        for character in scalar.visibleForm(ascii: false) {
          body(CellPiece(text: String(character), width: 1))
        }
        continue
      }
      let width = columns(of: scalar)
      if width > 0 {
        if let piece = current { body(piece) }
        current = CellPiece(text: String(scalar), width: width)
        marks = 0
      } else if !scalar.properties.isDefaultIgnorableCodePoint && marks < maximumMarks {
        // A mark without a base gets a blank to sit on.
        if current == nil { current = CellPiece(text: " ", width: 1) }
        current?.text.unicodeScalars.append(scalar)
        marks += 1
      }
    }
    if let piece = current { body(piece) }
  }

  /// Several scalars which modern terminals join to one picture of two columns.
  private var isEmojiSequence: Bool {
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else { return false }
    if first.isASCII {
      return scalars.contains("\u{20E3}")
    }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x200D, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  package var isPrintableASCII: Bool { value >= 0x20 && value < 0x7F }
}

/// How far a document is scrolled and which of its items is selected.
struct Viewport: Equatable, Sendable {
  /// The first line shown.
  var top = 0
  /// The selected item, when the document has items.
  var selected = 0
  /// The place in the text that was on top before the window changed, with the line that it came to: however often it
  /// changes, the person reads on where they were.
  private var held: Held?

  private struct Held: Equatable, Sendable {
    let anchor: TextAnchor
    let top: Int
  }

  init(top: Int = 0, selected: Int = 0) {
    self.top = top
    self.selected = selected
  }

  /// The place in the text that is on top.
  func anchor(in document: Document) -> TextAnchor? {
    if let held, held.top == top { return held.anchor }
    return document.anchor(ofLine: top)
  }

  /// Brings a place in the text to the top of a document that was laid out anew.
  mutating func bring(_ anchor: TextAnchor, toTopOf document: Document, height: Int) {
    guard let line = document.line(of: anchor) else { return }
    top = line
    self = settled(on: document, height: height)
    held = Held(anchor: anchor, top: top)
  }

  /// This viewport with everything within a document's bounds and the selected item in sight.
  func settled(on document: Document, height: Int) -> Viewport {
    var settled = self
    settled.selected = max(0, min(selected, document.itemCount - 1))
    if settled.selected < document.itemCount {
      let item = document.item(settled.selected)
      if settled.selected == 0 {
        // What stands above the first item has no item of its own: better the question than the end of its answer.
        settled.top = min(settled.top, max(0, item.lowerBound + 1 - height))
      } else if item.upperBound > settled.top + height {
        settled.top = item.upperBound - height
      }
      if item.lowerBound < settled.top { settled.top = item.lowerBound }
    }
    settled.top = max(0, min(settled.top, document.lineCount - height))
    return settled
  }

  /// Moves by lines: the selection where there is one, else the text.
  mutating func move(by lines: Int, in document: Document) {
    if document.itemCount == 0 {
      top += lines
    } else {
      selected = max(0, min(selected + lines, document.itemCount - 1))
    }
  }

  mutating func movePage(by pages: Int, in document: Document, height: Int) {
    guard document.itemCount > 0 else {
      top += pages * max(1, height - 1)
      return
    }
    // As many items as fill the height, whatever each takes.
    let tallest = document.items.map(\.count).max() ?? 1
    move(by: pages * max(1, height / max(1, tallest)), in: document)
  }
}

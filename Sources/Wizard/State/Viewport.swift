/// How far a document is scrolled and which of its items is selected.
struct Viewport: Equatable, Sendable {
  /// The first line shown.
  var top = 0
  /// The selected item, when the document has items.
  var selected = 0

  /// This viewport with everything within a document's bounds and the selected item in sight.
  func settled(on document: Document, height: Int) -> Viewport {
    var settled = self
    settled.selected = max(0, min(selected, document.items.count - 1))
    if document.items.indices.contains(settled.selected) {
      let item = document.items[settled.selected]
      if settled.selected == 0 {
        // What stands above the first item has no item of its own: better the question than the end of its answer.
        settled.top = min(settled.top, max(0, item.lowerBound + 1 - height))
      } else if item.upperBound > settled.top + height {
        settled.top = item.upperBound - height
      }
      if item.lowerBound < settled.top { settled.top = item.lowerBound }
    }
    settled.top = max(0, min(settled.top, document.lines.count - height))
    return settled
  }

  /// Moves by lines: the selection where there is one, else the text.
  mutating func move(by lines: Int, in document: Document) {
    if document.items.isEmpty {
      top += lines
    } else {
      selected = max(0, min(selected + lines, document.items.count - 1))
    }
  }

  mutating func movePage(by pages: Int, in document: Document, height: Int) {
    guard !document.items.isEmpty else {
      top += pages * max(1, height - 1)
      return
    }
    // As many items as fill the height, whatever each takes.
    let tallest = document.items.map(\.count).max() ?? 1
    move(by: pages * max(1, height / max(1, tallest)), in: document)
  }
}

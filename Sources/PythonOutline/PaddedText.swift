/// A copy of a source followed by zero bytes, so that the lexer may read eight bytes anywhere and needs no test for the
/// end: every loop stops at a zero.
struct PaddedText: ~Copyable {
  let text: SourceText
  private let storage: UnsafeMutableRawPointer

  static let padding = 32

  init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: source.count + Self.padding, alignment: 16)
    source.withUnsafeBytes { text in
      if let base = text.baseAddress { copy.copyMemory(from: base, byteCount: text.count) }
    }
    copy.advanced(by: source.count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
    storage = copy
    text = SourceText(bytes: UnsafeRawPointer(copy), count: source.count)
  }

  deinit { storage.deallocate() }
}

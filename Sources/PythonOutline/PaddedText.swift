/// A copy of a source followed by zero bytes, so that the lexer may read eight bytes anywhere and needs no test for the
/// end: every loop stops at a zero.
struct PaddedText: ~Copyable {
  let bytes: UnsafeRawPointer
  let count: Int
  private let storage: UnsafeMutableRawPointer

  static let padding = 32

  init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: source.count + Self.padding, alignment: 16)
    source.withUnsafeBytes { text in
      if let base = text.baseAddress { copy.copyMemory(from: base, byteCount: text.count) }
    }
    copy.advanced(by: source.count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
    count = source.count
    storage = copy
    bytes = UnsafeRawPointer(copy)
  }

  /// The first NUL byte of the source.
  var firstZero: Int? {
    var place = 0
    while place < count {
      let eight = EightBytes(bytes, at: place)
      if eight.hasZero { return place + eight.zero < count ? place + eight.zero : nil }
      place &+= 8
    }
    return nil
  }

  deinit { storage.deallocate() }
}

/// Eight bytes looked at together. Every test answers with the place of the first byte that passes, 8 when none does.
struct EightBytes {
  let word: UInt64

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  init(_ text: UnsafeRawPointer, at offset: Int) {
    word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A byte in all eight places.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// The first byte that cannot belong to an identifier.
  @inline(__always)
  var identifierEnd: Int {
    let low = word & ~Self.highBits
    let lower = low | Self.all(0x20)
    let letter = (lower &+ Self.all(0x80 - 0x61)) & ~(lower &+ Self.all(0x80 - 0x7B))
    let digit = (low &+ Self.all(0x80 - 0x30)) & ~(low &+ Self.all(0x80 - 0x3A))
    let underscore = ~((low ^ Self.all(0x5F)) &+ Self.all(0x7F))
    let inside = (letter | digit | underscore | word) & Self.highBits
    return (inside ^ Self.highBits).trailingZeroBitCount >> 3
  }

  /// The first `count` bytes, fewer than eight, with zeros above them.
  @inline(__always)
  func first(_ count: Int) -> UInt64 { word & ((1 &<< (8 &* UInt64(truncatingIfNeeded: count))) &- 1) }

  /// The first byte that is not a space.
  @inline(__always)
  var spacesEnd: Int { (word ^ Self.all(0x20)).trailingZeroBitCount >> 3 }

  /// The first control character (tabs included).
  @inline(__always)
  var control: Int { (below(0x20) & Self.highBits).trailingZeroBitCount >> 3 }

  @inline(__always)
  var hasZero: Bool { zeros(word) & Self.highBits != 0 }

  /// The first zero byte.
  @inline(__always)
  var zero: Int { (zeros(word) & Self.highBits).trailingZeroBitCount >> 3 }

  /// The first control character, backslash or `quote`.
  @inline(__always)
  func stringStop(_ quote: UInt64) -> Int {
    let found = below(0x20) | zeros(word ^ quote) | zeros(word ^ Self.all(0x5C))
    return (found & Self.highBits).trailingZeroBitCount >> 3
  }

  /// The first zero, backslash or `quote`.
  @inline(__always)
  func longStringStop(_ quote: UInt64) -> Int {
    let found = zeros(word) | zeros(word ^ quote) | zeros(word ^ Self.all(0x5C))
    return (found & Self.highBits).trailingZeroBitCount >> 3
  }

  // Both may mark bytes wrongly above the first true one, never below it.
  @inline(__always)
  private func below(_ limit: UInt8) -> UInt64 { (word &- Self.all(limit)) & ~word }

  @inline(__always)
  private func zeros(_ value: UInt64) -> UInt64 { (value &- Self.ones) & ~value }
}

/// The bytes that the lexer looks for by name.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let doubleQuote = UInt8(ascii: "\"")
  static let quote = UInt8(ascii: "'")
  static let hash = UInt8(ascii: "#")
  static let backslash = UInt8(ascii: "\\")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isIdentifier(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }
}

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

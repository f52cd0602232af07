#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A name that is looked for in many files.
struct HashedName: Sendable {
  let text: String
  fileprivate let hash: UInt64

  init(_ text: String) {
    self.text = text
    hash = NameTable.hash(of: text)
  }
}

/// The distinct identifiers of a file, each by a small number, so that equal names are compared as numbers.
struct NameTable: Sendable {
  private(set) var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Open addressing; -1 is an empty slot. The count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  subscript(_ name: Name) -> String { texts[Int(name)] }

  /// A number that equal names have in every file; different names hardly ever share it.
  func hash(of name: Name) -> UInt64 { hashes[Int(name)] }

  /// The number of an identifier, taken in when it is new.
  mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Name {
    source.withUnsafeBytes { intern(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  mutating func intern(_ text: String) -> Name {
    var text = text
    return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
  }

  private mutating func intern(_ bytes: UnsafeRawBufferPointer) -> Name {
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, Self.equal(&texts[candidate], bytes) { return Name(candidate) }
      slot = (slot + 1) & (slots.count - 1)
    }
    texts.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    slots[slot] = Int32(texts.count - 1)
    if texts.count * 2 > slots.count { grow() }
    return Name(texts.count - 1)
  }

  /// The number of an identifier that occurs in the file; nil when it does not.
  func find(_ text: String) -> Name? { find(text, hash: Self.hash(text.utf8)) }

  func find(_ word: HashedName) -> Name? { find(word.text, hash: word.hash) }

  private func find(_ text: String, hash: UInt64) -> Name? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, texts[candidate] == text { return Name(candidate) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func equal(_ text: inout String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard text.utf8.count == bytes.count else { return false }
    return text.withUTF8 { known in
      guard let first = known.baseAddress, let second = bytes.baseAddress else { return bytes.isEmpty }
      return memcmp(first, second, bytes.count) == 0
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  var count: Int { texts.count }

  /// The same names without room for more.
  func trimmed() -> NameTable {
    var table = self
    table.texts = texts.trimmed()
    table.hashes = hashes.trimmed()
    return table
  }

  static func hash(of text: String) -> UInt64 { hash(text.utf8) }

  /// FNV-1a: short identifiers, no need to resist an attacker since equal hashes only cost time.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}

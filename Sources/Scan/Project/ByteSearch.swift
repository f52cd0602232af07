#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Questions about the bytes of a file, answered without making tokens of them.
struct ByteSearch {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private var count: Int { bytes.count }

  /// The byte at an offset; a line feed outside.
  subscript(_ offset: Int) -> UInt8 {
    @inline(__always) get { offset >= 0 && offset < bytes.count ? bytes[offset] : 0x0A }
  }

  /// The offset of the next such byte.
  private func next(_ byte: UInt8, from offset: Int) -> Int? {
    guard offset < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + offset, Int32(byte), bytes.count - offset)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func holds(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= bytes.count, let base = bytes.baseAddress else {
      return false
    }
    return memcmp(base + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  // MARK: Lines

  /// The number of lines, as editors count them: the last one needs no end.
  var lines: Int {
    let start = holds("\u{FEFF}", at: 0) ? 3 : 0
    if count == start { return 0 }
    let last = bytes[count - 1]
    return lineEnds(upTo: count) + (last == 0x0A || last == 0x0D ? 0 : 1)
  }

  private func lineEnds(upTo end: Int) -> Int {
    var ends = occurrences(of: 0x0A, upTo: end)
    // A carriage return ends a line where no line feed follows.
    var place = 0
    while let found = next(0x0D, from: place), found < end {
      if self[found + 1] != 0x0A || found + 1 == count { ends += 1 }
      place = found + 1
    }
    return ends
  }

  private func occurrences(of byte: UInt8, upTo end: Int) -> Int {
    let wanted = SIMD16<UInt8>(repeating: byte)
    var total = 0
    var place = 0
    while place + 16 <= end {
      // A lane counts to 255 at most.
      var sums = SIMD16<UInt8>()
      let stop = min(place + 16 * 255, end)
      while place + 16 <= stop {
        let block = bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        // True is all ones in its byte: minus one.
        sums &-= unsafeBitCast(block .== wanted, to: SIMD16<UInt8>.self)
        place += 16
      }
      let halves = unsafeBitCast(sums, to: SIMD2<UInt64>.self)
      total += Self.sum(halves[0]) + Self.sum(halves[1])
    }
    while place < end {
      if bytes[place] == byte { total += 1 }
      place += 1
    }
    return total
  }

  /// The sum of eight bytes.
  private static func sum(_ word: UInt64) -> Int {
    let even: UInt64 = 0x00FF_00FF_00FF_00FF
    let pairs = (word & even) + ((word >> 8) & even)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}

/// Collects pasted text up to the marker that ends it.
struct PasteCollector {
  /// More than this is not kept: nobody pastes a megabyte on purpose.
  static let maximumBytes = 1 << 20

  private static let endMarker: [UInt8] = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []
  /// How much of the end marker has been seen, since it may come in parts.
  private var matched = 0

  /// Takes bytes. Returns how many belong to the paste and its end marker, or nil when the end has not come.
  mutating func take(_ more: ArraySlice<UInt8>) -> Int? {
    for (offset, byte) in more.enumerated() {
      if byte == Self.endMarker[matched] {
        matched += 1
        if matched == Self.endMarker.count { return offset + 1 }
        continue
      }
      if matched > 0 {
        keep(Self.endMarker[..<matched])
        matched = 0
        if byte == Self.endMarker[0] {
          matched = 1
          continue
        }
      }
      keep(CollectionOfOne(byte))
    }
    return nil
  }

  /// The text, with line breaks as `\n`.
  var text: String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    if bytes.count + more.count <= Self.maximumBytes { bytes.append(contentsOf: more) }
  }
}

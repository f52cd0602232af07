/// The first scalar of some bytes in UTF-8.
enum UTF8Scalar {
  case scalar(Unicode.Scalar, Int)
  /// That many bytes begin a scalar whose rest is missing.
  case incomplete(Int)
  /// That many bytes are no UTF-8.
  case invalid(Int)

  static func first(in bytes: ArraySlice<UInt8>) -> UTF8Scalar {
    guard let lead = bytes.first else { return .incomplete(0) }
    let length: Int
    switch lead {
    case 0..<0x80: return .scalar(Unicode.Scalar(lead), 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .invalid(1)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for (offset, byte) in bytes.prefix(length).enumerated().dropFirst() {
      guard byte & 0xC0 == 0x80 else { return .invalid(offset) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard bytes.count >= length else { return .incomplete(bytes.count) }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return .invalid(length) }
    return .scalar(scalar, length)
  }
}

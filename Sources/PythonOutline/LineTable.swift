/// Where the lines of a source begin, to turn byte offsets into what people and editors count.
public struct LineTable: Sendable {
  private let source: [UInt8]
  private let starts: [UInt32]

  /// Lines end at a line feed, a carriage return, or both in a row.
  public init(_ source: [UInt8]) {
    self.source = source
    var starts: [UInt32] = [0]
    starts.reserveCapacity(source.count / 32)
    source.withUnsafeBufferPointer { text in
      for place in text.indices {
        let byte = text[place]
        guard byte <= Byte.carriageReturn else { continue }
        let isBeforeLineFeed = place + 1 < text.count && text[place + 1] == Byte.lineFeed
        if byte == Byte.lineFeed || (byte == Byte.carriageReturn && !isBeforeLineFeed) {
          starts.append(UInt32(truncatingIfNeeded: place + 1))
        }
      }
    }
    self.starts = starts
  }

  /// How many lines there are; text behind the last line end is a line too, and so is the emptiness there.
  public var count: Int { starts.count }

  /// Line and column of a byte offset, both from 1; columns count characters (Unicode scalars). An offset past the end
  /// is taken as the end.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), source.count)
    let line = lineIndex(of: offset)
    let characters = source[Int(starts[line])..<offset].lazy.filter { $0 & 0xC0 != 0x80 }.count
    return (line + 1, characters + 1)
  }

  /// The line, from 1, that a byte offset lies on.
  public func line(of offset: Int) -> Int { lineIndex(of: min(max(offset, 0), source.count)) + 1 }

  /// The bytes of a line, from 1, without its end; nil when there is no such line.
  public func range(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : source.count
    while end > start, source[end - 1] == Byte.lineFeed || source[end - 1] == Byte.carriageReturn { end -= 1 }
    return start..<end
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

public struct LineTable: Sendable {
  private let source: [UInt8]
  private let starts: [Int]
  public init(_ source: [UInt8]) {
    self.source = source
    var starts = [0]
    var i = 0
    while i < source.count {
      let b = source[i]
      if b == 0x0A || (b == 0x0D && !(i + 1 < source.count && source[i + 1] == 0x0A)) { starts.append(i + 1) }
      i += 1
    }
    self.starts = starts
  }
  public var count: Int { starts.count - (starts.last == source.count && starts.count > 1 ? 1 : 0) }
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let mid = (low + high) / 2
      if starts[mid] <= offset { low = mid } else { high = mid }
    }
    let column = source[starts[low]..<min(offset, source.count)].count { $0 & 0xC0 != 0x80 }
    return (low + 1, column + 1)
  }
}

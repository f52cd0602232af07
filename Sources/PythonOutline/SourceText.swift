/// A source that zeros follow, for questions about the bytes at an offset. It owns nothing: `PaddedText` does.
///
/// The questions are here and not in the lexer because this is small enough to be handed around by value.
struct SourceText {
  let bytes: UnsafeRawPointer
  let count: Int

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { bytes.load(fromByteOffset: offset, as: UInt8.self) }

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

  /// The offset behind the line end that begins at `offset`; `offset` itself when none does.
  @inline(__always)
  func afterNewline(_ offset: Int) -> Int {
    let first = byte(offset)
    if first == Byte.lineFeed { return offset &+ 1 }
    if first == Byte.carriageReturn { return byte(offset &+ 1) == Byte.lineFeed ? offset &+ 2 : offset &+ 1 }
    return offset
  }

  /// The end of the line that the comment at `offset` stands on.
  func commentEnd(_ offset: Int) -> Int {
    var place = offset
    while true {
      let step = EightBytes(bytes, at: place).control
      place &+= step
      if step == 8 { continue }
      let stop = byte(place)
      if stop == Byte.lineFeed || stop == Byte.carriageReturn || place >= count { return min(place, count) }
      place &+= 1
    }
  }

  func spacesEnd(_ offset: Int) -> Int {
    var place = offset
    while true {
      let spaces = EightBytes(bytes, at: place).spacesEnd
      place &+= spaces
      if spaces < 8 { return place }
    }
  }

  /// The column of an offset in bytes.
  func column(of offset: Int) -> Int {
    var place = offset
    while place > 0, byte(place - 1) != Byte.lineFeed, byte(place - 1) != Byte.carriageReturn {
      place -= 1
    }
    return offset - place
  }

  /// The column of the token at `start` when nothing but white space stands before it on its line.
  func columnIfFirst(_ start: Int) -> Int? {
    var offset = start
    while offset > 0 {
      let before = byte(offset - 1)
      if before == Byte.lineFeed || before == Byte.carriageReturn { return start - offset }
      guard before == Byte.space || before == Byte.tab || before == Byte.formFeed else { return nil }
      offset -= 1
    }
    return start
  }
}

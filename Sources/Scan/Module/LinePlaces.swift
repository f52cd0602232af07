import PythonOutline
import Synchronization

/// A part of a source by byte offsets; the end is exclusive.
struct SourceSpan: Equatable, Sendable {
  var start: UInt32
  var end: UInt32
}

/// Where something stands: 1-based lines, 1-based columns in characters; the end is exclusive.
public struct TextRange: Equatable, Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let endLine: Int
  public let endColumn: Int

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// Turns byte offsets into lines and columns when the source itself is no longer at hand.
struct LinePlaces: Sendable {
  private var starts: [UInt32] = [0]
  /// Where the bytes stand that continue a character: they count for no column.
  private var continuations: [UInt32] = []
  private(set) var lines = 0

  init() {}

  init(_ source: [UInt8]) {
    starts.reserveCapacity(source.count / 32)
    source.withUnsafeBufferPointer { text in
      for place in text.indices {
        let byte = text[place]
        if byte & 0xC0 == 0x80 {
          continuations.append(UInt32(truncatingIfNeeded: place))
        } else if byte == 0x0A || (byte == 0x0D && !(place + 1 < text.count && text[place + 1] == 0x0A)) {
          starts.append(UInt32(truncatingIfNeeded: place + 1))
        }
      }
    }
    // What follows the last line end is a line only when there is something.
    lines = source.isEmpty ? 0 : starts.count - (Int(starts[starts.count - 1]) == source.count ? 1 : 0)
  }

  func line(of offset: UInt32) -> Int { Self.count(in: starts, upTo: offset) }

  func range(of span: SourceSpan) -> TextRange {
    TextRange(
      line: line(of: span.start), column: column(of: span.start), endLine: line(of: span.end),
      endColumn: column(of: span.end))
  }

  private func column(of offset: UInt32) -> Int {
    let start = starts[line(of: offset) - 1]
    let before = offset == 0 ? 0 : Self.count(in: continuations, upTo: offset - 1)
    let earlier = start == 0 ? 0 : Self.count(in: continuations, upTo: start - 1)
    return Int(offset - start) - (before - earlier) + 1
  }

  /// How many of the ascending numbers are not above a limit.
  private static func count(in numbers: [UInt32], upTo limit: UInt32) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The file that a module was read from, for the few modules of which a place is shown: it is read again then.
final class ModuleSource: Sendable {
  private let file: ScannedFile?
  private let known = Mutex<LinePlaces?>(nil)

  static let none = ModuleSource(nil)

  init(_ file: ScannedFile?) { self.file = file }

  var places: LinePlaces {
    known.withLock { known in
      if let known { return known }
      // A file that is gone meanwhile has one line.
      let source = (try? file?.read()) ?? []
      let places = LinePlaces(Array(source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]))
      known = places
      return places
    }
  }
}

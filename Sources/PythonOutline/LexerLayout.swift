/// How far a block is indented. CPython counts a tab up to the next multiple of eight and, to find mixtures that only
/// look right, as one column too; both must agree on what is deeper.
struct Indentation {
  var column: Int
  var alternative: Int
}

extension Lexer {
  private static let inconsistent = "inconsistent use of tabs and spaces in indentation"

  /// Reads the indentation of the next line that is neither blank nor a comment. Returns whether a token came of it.
  mutating func beginLine() -> Bool {
    var offset = end
    var here = Indentation(column: 0, alternative: 0)
    var continued: Indentation?
    lines: while true {
      let spaces = EightBytes(text.bytes, at: offset).spacesEnd
      offset &+= spaces
      here.column &+= spaces
      here.alternative &+= spaces
      if spaces == 8 { continue }
      switch text.byte(offset) {
      case Byte.tab:
        here.column = (here.column / 8 + 1) * 8
        here.alternative += 1
        offset += 1
      case Byte.formFeed:
        here = Indentation(column: 0, alternative: 0)
        offset += 1
      case Byte.hash:
        let next = text.commentEnd(offset)
        if comment(offset, next) { return true }
        offset = next
      case Byte.lineFeed, Byte.carriageReturn:
        offset = text.afterNewline(offset)
        here = Indentation(column: 0, alternative: 0)
        continued = nil
      case Byte.backslash:
        let next = text.afterNewline(offset + 1)
        if next == offset + 1 { break lines }
        if continued == nil, here.column > 0 { continued = here }
        offset = next
      default: break lines
      }
    }
    if offset >= text.count {
      pendingDedents = indents.count
      indents.removeAll(keepingCapacity: true)
      if pendingDedents > 0 { dedent(at: text.count) } else { emit(.endOfFile, text.count, to: text.count) }
      return true
    }
    mode = .plain
    end = offset
    return indent(to: continued ?? here)
  }

  /// Compares the indentation of a line with the open blocks. Returns whether a token came of it.
  private mutating func indent(to here: Indentation) -> Bool {
    let top = indents.last ?? Indentation(column: 0, alternative: 0)
    if here.column == top.column {
      if here.alternative != top.alternative { fault(Self.inconsistent) }
      return false
    }
    if here.column > top.column {
      if here.alternative <= top.alternative { fault(Self.inconsistent) }
      indents.append(here)
      emit(.indent, end, to: end)
      return true
    }
    while let last = indents.last, here.column < last.column {
      indents.removeLast()
      pendingDedents += 1
    }
    let outer = indents.last ?? Indentation(column: 0, alternative: 0)
    if here.column != outer.column {
      fault("unindent does not match any outer indentation level")
    } else if here.alternative != outer.alternative {
      fault(Self.inconsistent)
    }
    dedent(at: end)
    return true
  }

  mutating func dedent(at offset: Int) {
    pendingDedents -= 1
    mode = pendingDedents > 0 ? .dedents : offset >= text.count ? .lineStart : .plain
    emit(.dedent, offset, to: offset)
  }

  private mutating func fault(_ message: String) {
    faults.append(SyntaxFault(offset: end, message: message))
  }

  /// Starts over at the beginning of the physical line that the current token stands on, with all brackets closed.
  mutating func restartLine() {
    var offset = start
    while offset > 0, text.byte(offset - 1) != Byte.lineFeed, text.byte(offset - 1) != Byte.carriageReturn {
      offset -= 1
    }
    end = offset
    depth = 0
    frames.removeAll(keepingCapacity: true)
    fieldDepth = -1
    mode = .lineStart
    kind = .newline
    advance()
  }
}

/// Reads a Python module of any version from 3.8 to 3.14, as far as it can be read.
///
/// It never fails: see `SyntaxTree.faults` for what was left out. A leading byte order mark is dropped.
public func parse(_ source: [UInt8]) -> SyntaxTree {
  let mark = byteOrderMark(of: source)
  let source = mark == 0 ? source : Array(source[mark...])
  guard source.count < Int(UInt32.max) - PaddedText.padding else {
    return .empty(source, SyntaxFault(offset: 0, message: "the file is larger than 4 GiB"))
  }
  let text = PaddedText(source)
  if let zero = text.text.firstZero {
    return .empty(source, SyntaxFault(offset: zero, message: "the file contains a NUL byte"))
  }
  var parser = Parser(text)
  let tree = parser.module(source)
  withExtendedLifetime(text) {}
  return tree
}

extension SyntaxTree {
  fileprivate static func empty(_ source: [UInt8], _ fault: SyntaxFault) -> SyntaxTree {
    let root = Node(
      kind: .module, start: 0, end: UInt32(clamping: source.count), firstChild: .none, nextSibling: .none,
      nameStart: 0, nameLength: 0)
    return SyntaxTree(source: source, nodes: [root], root: NodeID(index: 0), faults: [fault], comments: [])
  }
}

/// Thrown where the grammar does not go on; what is wrong is in `Parser.failure`.
struct Unreadable: Error {}

/// A recursive descent over the tokens as the lexer makes them. Every method that reads a construct begins at its first
/// token and leaves the lexer on the first one behind it.
struct Parser: ~Copyable {
  var lexer: Lexer
  var nodes: NodeArena
  var faults = [SyntaxFault]()
  /// The fault that the latest `Unreadable` stands for; nil when it is recorded already.
  var failure: (offset: Int, message: String)?
  /// Blocks, brackets and prefixes that enclose the current token: what bounds the recursion.
  var nesting = 0
  /// The `if` and `elif` that are being read, so that a long chain needs no recursion.
  var clauses = ContiguousArray<(start: Int, parts: ChildList)>()

  /// As deep as CPython goes with brackets; enough stack for it is 512 KiB.
  static let maximumNesting = 200

  init(_ text: borrowing PaddedText) {
    lexer = Lexer(text)
    nodes = NodeArena(capacity: text.text.count / 5)
    lexer.advance()
  }

  mutating func module(_ source: [UInt8]) -> SyntaxTree {
    var body = ChildList()
    statements(into: &body)
    let root = node(.module, 0, body)
    nodes.setEnd(root, source.count)
    let all = faults + lexer.faults
    return SyntaxTree(
      source: source, nodes: nodes.array(), root: root,
      faults: lexer.faults.isEmpty ? faults : all.sorted { $0.offset < $1.offset }, comments: lexer.comments)
  }
}

// MARK: Tokens
extension Parser {
  /// It changes nothing; but a parser that is only borrowed would be copied as a whole wherever this is not inlined.
  /// The same goes for the other questions that are `mutating`.
  var kind: Lexeme {
    @inline(__always) mutating get { lexer.kind }
  }

  @inline(__always)
  mutating func advance() { lexer.advance() }

  @inline(__always)
  mutating func accept(_ kind: Lexeme) -> Bool {
    guard lexer.kind == kind else { return false }
    lexer.advance()
    return true
  }

  @inline(__always)
  mutating func expect(_ kind: Lexeme, _ name: StaticString) throws(Unreadable) {
    guard lexer.kind == kind else { throw unexpected("expected \(name)") }
    lexer.advance()
  }

  /// The identifier that must stand here.
  mutating func identifier() throws(Unreadable) -> Range<Int> {
    guard kind == .identifier else { throw unexpected("expected a name") }
    let name = lexer.start..<lexer.end
    advance()
    return name
  }

  mutating func isWord(_ word: StaticString) -> Bool {
    guard kind == .identifier, lexer.end - lexer.start == word.utf8CodeUnitCount else { return false }
    for place in 0..<word.utf8CodeUnitCount
    where word.utf8Start[place] != lexer.text.byte(lexer.start + place) { return false }
    return true
  }

  /// A fault at the current token. `message` is what the grammar wanted.
  @inline(never)
  mutating func unexpected(_ message: @autoclosure () -> String) -> Unreadable {
    guard kind == .error else { return fail(message(), at: lexer.start) }
    let first = lexer.text.byte(lexer.start)
    let isString = lexer.end - lexer.start > 1 || first == Byte.quote || first == Byte.doubleQuote
    if Byte.isDigit(first) { return fail("leading zeros are not permitted in a number", at: lexer.start) }
    return fail(isString ? "unterminated string" : "unexpected character", at: lexer.start)
  }

  mutating func fail(_ message: String, at offset: Int) -> Unreadable {
    failure = (offset, message)
    return Unreadable()
  }

  mutating func enter() throws(Unreadable) {
    nesting += 1
    if nesting > Self.maximumNesting { throw fail("nested too deeply", at: lexer.start) }
  }

  @inline(__always)
  mutating func leave() { nesting -= 1 }
}

// MARK: Nodes
extension Parser {
  /// A node from `start` to the last token.
  @inline(__always)
  mutating func node(
    _ kind: NodeKind, _ start: Int, _ children: ChildList = ChildList(), name: Range<Int> = 0..<0
  ) -> NodeID {
    let height = children.height
    return nodes.append(
      Node(
        kind: kind, height: height == .max ? height : height + 1, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: lexer.previousEnd), firstChild: children.first, nextSibling: .none,
        nameStart: UInt32(truncatingIfNeeded: name.lowerBound),
        nameLength: UInt32(truncatingIfNeeded: name.count)))
  }

  @inline(__always)
  mutating func node(_ kind: NodeKind, _ start: Int, _ child: NodeID, name: Range<Int> = 0..<0) -> NodeID {
    node(kind, start, ChildList(first: child, last: child, count: 1, height: nodes[child].height), name: name)
  }

  @inline(__always)
  mutating func node(_ kind: NodeKind, _ start: Int, _ first: NodeID, _ second: NodeID) -> NodeID {
    var children = ChildList()
    append(first, to: &children)
    append(second, to: &children)
    return node(kind, start, children)
  }

  @inline(__always)
  mutating func append(_ child: NodeID, to list: inout ChildList) {
    if list.last == .none { list.first = child } else { nodes.link(list.last, to: child) }
    list.last = child
    list.count += 1
    list.height = max(list.height, nodes[child].height)
  }

  /// Stands for an expression that could not be read.
  mutating func placeholder() -> NodeID {
    let id = node(.identifier, lexer.previousEnd)
    return id
  }
}

// MARK: Reading ahead
extension Parser {
  /// Where to come back to when a guess was wrong. Only within one logical line and outside strings.
  struct Checkpoint {
    var kind: Lexeme
    var start: Int
    var end: Int
    var previousEnd: Int
    var depth: Int
    var comments: Int
    var nodes: Int
    var nesting: Int
  }

  mutating func checkpoint() -> Checkpoint {
    Checkpoint(
      kind: lexer.kind, start: lexer.start, end: lexer.end, previousEnd: lexer.previousEnd,
      depth: lexer.depth,
      comments: lexer.comments.count, nodes: nodes.count, nesting: nesting)
  }

  mutating func goBack(to point: Checkpoint) {
    lexer.kind = point.kind
    lexer.start = point.start
    lexer.end = point.end
    lexer.previousEnd = point.previousEnd
    lexer.depth = point.depth
    lexer.mode = .plain
    lexer.fieldDepth = -1
    lexer.frames.removeAll(keepingCapacity: true)
    lexer.comments.removeLast(lexer.comments.count - point.comments)
    nodes.truncate(to: point.nodes)
    nesting = point.nesting
    failure = nil
  }
}

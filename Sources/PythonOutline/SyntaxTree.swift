/// A Python module as a tree of nodes in one flat array: what the lexer and parser hand to the scan.
///
/// Nodes refer to each other by index and to the source by byte offset, so that a tree of a hundred thousand nodes is
/// one allocation. Nothing in it knows a library. A file with faults still yields a tree of all statements that could be read.
///
/// Where the header of a compound statement held a fault but its block could be read, the statement is kept; an
/// expression that is missing from it is an `identifier` that covers no bytes and has no name.
/// No node lies more than `SyntaxTree.maximumHeight` levels above its deepest descendant within a statement, so a
/// recursive walk is safe; a statement that would is a fault.
public struct SyntaxTree: Sendable {
  /// The bytes of the file, without a leading byte order mark.
  public let source: [UInt8]
  /// All nodes; `root` is the module.
  public let nodes: [Node]
  public let root: NodeID
  /// What could not be read, in source order. Statements that held a fault are left out of the tree.
  public let faults: [SyntaxFault]
  /// All comments, in source order.
  public let comments: [Comment]

  /// The greatest number of levels below a statement.
  public static let maximumHeight = 1000

  init(source: [UInt8], nodes: [Node], root: NodeID, faults: [SyntaxFault], comments: [Comment]) {
    self.source = source
    self.nodes = nodes
    self.root = root
    self.faults = faults
    self.comments = comments
  }

  @inlinable public subscript(_ id: NodeID) -> Node { nodes[Int(id.index)] }

  /// The children of a node in the order that `NodeKind` documents.
  @inlinable public func children(of id: NodeID) -> Children {
    Children(nodes: nodes, upcoming: self[id].firstChild)
  }

  /// The identifier that a node carries (`Node.nameStart`), or the empty string.
  public func name(of id: NodeID) -> String {
    let node = self[id]
    let start = Int(node.nameStart)
    return String(decoding: source[start..<(start + Int(node.nameLength))], as: UTF8.self)
  }

  /// The source text that a node covers.
  public func text(of id: NodeID) -> String {
    let node = self[id]
    return String(decoding: source[Int(node.start)..<Int(node.end)], as: UTF8.self)
  }

  public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let nodes: [Node]
    @usableFromInline var upcoming: NodeID

    @inlinable init(nodes: [Node], upcoming: NodeID) {
      self.nodes = nodes
      self.upcoming = upcoming
    }

    @inlinable public mutating func next() -> NodeID? {
      guard upcoming != .none else { return nil }
      defer { upcoming = nodes[Int(upcoming.index)].nextSibling }
      return upcoming
    }
  }
}

/// The place of a node in `SyntaxTree.nodes`.
public struct NodeID: Hashable, Sendable {
  public let index: UInt32
  /// No node: the end of a list of children.
  @inlinable public static var none: NodeID { NodeID(index: .max) }

  @inlinable public init(index: UInt32) { self.index = index }
}

public struct Node: Sendable {
  public var kind: NodeKind
  /// The levels below the node, or a little more; it fills what would be padding.
  var height: UInt16 = 0
  /// The bytes the node covers in the source, as half-open offsets; the same extent that CPython's `ast` gives it.
  public var start: UInt32
  public var end: UInt32
  public var firstChild: NodeID
  public var nextSibling: NodeID
  /// The identifier of a node that carries one: where it begins, and its length in bytes (0: none).
  public var nameStart: UInt32
  public var nameLength: UInt32
}

/// A comment, from its `#` to the end of the line, as half-open byte offsets into the source.
public struct Comment: Equatable, Sendable {
  public var start: UInt32
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }
}

/// Something in the source that is not Python as we know it.
public struct SyntaxFault: Equatable, Sendable {
  /// Byte offset into the source.
  public let offset: Int
  public let message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

/// What a node is. `a, b…` are its children in order; `?` may be missing, `*` any number; `name` is its identifier.
///
/// Roles that would be ambiguous by position have wrapper nodes of their own (`body`, `orElse`, `decorators`, …).
public enum NodeKind: UInt8, Sendable, CaseIterable {
  // Structure
  /// statement*
  case module
  /// statement*; of a function, class, loop, `if`, `with`, `try`, handler or `case`
  case body
  /// statement*; `else` of a loop, `if` or `try` (an `elif` is an `if` inside it)
  case orElse
  /// statement*; `finally` of a `try`
  case finally
  /// expression*; a missing node when there are none
  case decorators
  /// parameter*; always present in a function or lambda
  case parameters
  /// name; annotation?, defaultValue?
  case parameter
  /// As `parameter`; written after `*,` or `*args`
  case keywordOnlyParameter
  /// As `parameter`; written before `/`
  case positionalOnlyParameter
  /// name (`*args`); annotation?
  case variadicParameter
  /// name (`**kwargs`); annotation?
  case keywordVariadicParameter
  /// expression; `x: HERE` or `-> HERE`
  case annotation
  /// expression
  case defaultValue
  /// `[T, *Ts, **P]` of a def, class or type statement: typeParameter*
  case typeParameters
  /// name; expression*: the bound and the default
  case typeParameter

  // Statements
  /// name; decorators?, typeParameters?, parameters, annotation?, body
  case functionDefinition
  /// as `functionDefinition`
  case asyncFunctionDefinition
  /// name; decorators?, typeParameters?, argument*, body
  case classDefinition
  /// expression?
  case returnStatement
  /// expression*
  case deleteStatement
  /// target, target*, value: the last child is the value
  case assignment
  /// target, value
  case augmentedAssignment
  /// target, annotation, value?
  case annotatedAssignment
  /// target, iterable, body, orElse?
  case forStatement
  case asyncForStatement
  /// test, body, orElse?
  case whileStatement
  /// test, body, orElse?
  case ifStatement
  /// withItem*, body
  case withStatement
  case asyncWithStatement
  /// expression, target?
  case withItem
  /// body, exceptHandler*, orElse?, finally?
  case tryStatement
  /// name? (`as NAME`); expression?, body
  case exceptHandler
  /// expression?, cause?
  case raiseStatement
  /// test, message?
  case assertStatement
  /// importedName*
  case importStatement
  /// name = the module after `from` (dotted, as written; none for `from . import x`); dots are counted by
  /// `SyntaxTree.importLevel`; importedName* (one named `*` for a star import)
  case importFromStatement
  /// name (dotted as written); asName?
  case importedName
  /// name
  case asName
  /// identifier*
  case globalStatement
  case nonlocalStatement
  /// subject, matchCase*
  case matchStatement
  /// pattern, guard?, body
  case matchCase
  /// Any pattern of a `case`: the captures in it are `identifier`, its values and classes are expressions.
  /// name? = what it binds: then the identifier of that name among its children is a capture and no class or value.
  /// Patterns inside it are `pattern` again (also behind `key:` and `attribute=`); `_` is one without children
  case pattern
  /// expression; `if` of a case
  case guardExpression
  /// name; typeParameters?, expression
  case typeAliasStatement
  /// expression
  case expressionStatement
  case passStatement
  case breakStatement
  case continueStatement

  // Expressions
  /// name
  case identifier
  /// name = the attribute; value
  case attribute
  /// callee, argument*
  case call
  /// expression; a positional argument
  case argument
  /// name; expression (`f(name=expression)`)
  case keywordArgument
  /// expression (`f(*expression)`)
  case starredArgument
  /// expression (`f(**expression)`)
  case doubleStarredArgument
  /// value, index
  case subscript_
  /// expression*
  case slice
  /// parameters, expression
  case lambda
  /// expression
  case awaitExpression
  /// expression?
  case yieldExpression
  /// expression
  case yieldFromExpression
  /// name node, value (`name := value`)
  case namedExpression
  /// test, then, else (in the order of evaluation: `then if test else otherwise`)
  case conditionalExpression
  /// operand*
  case booleanOperation
  /// operand
  case notOperation
  case unaryOperation
  /// left, right
  case binaryOperation
  /// operand*
  case comparison
  /// element, comprehensionClause*
  case listComprehension
  case setComprehension
  case generatorExpression
  /// key, value, comprehensionClause*
  case dictComprehension
  /// target, iterable, test*
  case comprehensionClause
  /// As `comprehensionClause`, written `async for`
  case asyncComprehensionClause
  case tuple
  case list
  case set
  /// key, value alternately; a `doubleStarredArgument` stands for `**mapping`
  case dictionary
  /// expression
  case starred
  /// Adjacent literals joined, no replacement field in any
  case string
  case bytes
  /// An f-string or t-string, alone or joined with others: the expressions of its replacement fields (nested format
  /// specifications included), in source order
  case formattedString
  case number
  case true_
  case false_
  case none_
  case ellipsis
}

/// What the scan knows of Python's libraries, frameworks and finding kinds.
public struct Knowledge: Equatable, Sendable {
  /// By id.
  public let kinds: [String: FindingKind]
  public let shelf: [ShelvedLibrary]
  /// Clients, pools and engines that belong to the process and not to a request; from `per-request.yaml`.
  public let perRequestShelf: [ShelvedLibrary]
  /// Words in the names of functions that run once and not for each request, in lower case; from the same file.
  public let startUpWords: Set<String>
  public private(set) var offLoop: OffLoop
  public let onLoop: OnLoop
  public let frameworks: [Framework]
  /// What the project's own file adds.
  public private(set) var declared = Declarations()

  /// All of the shelf, read.
  public var libraries: [Library] { shelf.map(\.library) }
  public var perRequest: [Library] { perRequestShelf.map(\.library) }

  /// With what a project declares of its own.
  func adding(_ declarations: Declarations) -> Knowledge {
    var knowledge = self
    knowledge.declared = declarations
    knowledge.offLoop.helpers += declarations.helpers
    knowledge.offLoop.decorators.formUnion(declarations.decorators)
    return knowledge
  }
}

extension Knowledge {
  init(
    kinds: [String: FindingKind], libraries: [Library], perRequest: [Library], startUpWords: Set<String>,
    offLoop: OffLoop, onLoop: OnLoop, frameworks: [Framework]
  ) {
    self.init(
      kinds: kinds, shelf: libraries.map { ShelvedLibrary($0) },
      perRequestShelf: perRequest.map { ShelvedLibrary($0) }, startUpWords: startUpWords,
      offLoop: offLoop, onLoop: onLoop, frameworks: frameworks)
  }
}

/// What a project says of its own calls, in its own file.
public struct Declarations: Equatable, Sendable {
  public var calls: [BlockingCall] = []
  public var helpers: [OffLoopHelper] = []
  public var decorators: Set<String> = []

  public init() {}
}

/// A library with calls that block, from `blocking/*.yaml`.
public struct Library: Equatable, Sendable {
  /// Its top-level import name.
  public let name: String
  public let title: String
  public let source: String
  /// The versions on which its names were tried.
  public let tried: String
  /// What calling (or reading) a qualified name gives: another qualified name.
  public let types: [String: String]
  /// Other public names of the same object.
  public let aliases: [String: String]
  /// Names that are asynchronous although a wildcard covers them.
  public let asynchronous: Set<String>
  public let calls: [BlockingCall]
}

/// One call that blocks the thread it runs in.
public struct BlockingCall: Equatable, Sendable {
  /// Module, class and method in full. The last part may be `*` (any method) or `**.name` (at any depth).
  public let name: String
  public let kind: String
  /// nil: the kind's own.
  public let severity: Severity?
  public let confidence: Confidence
  /// What to use on the loop instead.
  public let replacement: String
  /// The article with the best cure, and others that help.
  public let fix: String
  public let also: [String]
  /// A sentence for the finding when the kind's does not fit.
  public let note: String?
  /// Methods that a wildcard does not mean.
  public let except: Set<String>
  /// It does not block when any of these holds.
  public let unless: [ArgumentCondition]
  /// It blocks only when all of these hold.
  public let onlyWhen: [ArgumentCondition]
  /// It does not wait where such a question to the same object, asked right before, had this answer: `not empty`, `done`.
  public let ready: [String]
  /// Whether it counts only on an object that is kept, in an attribute or a global name: on one of a local name, what made it
  /// says as much.
  public let isOnlyKept: Bool
  /// It blocks only on an object that was made with arguments for which all of these hold.
  public let onlyMadeWith: [ArgumentCondition]
  /// It does not block on an object that was seen to be made with arguments for which any of these holds.
  public let unlessMadeWith: [ArgumentCondition]
  /// It blocks only where the function calls one of these methods of the object, and nothing awaits what that gives.
  public let onlyAfter: [String]

  public init(
    name: String, kind: String, severity: Severity? = nil, confidence: Confidence = .certain,
    replacement: String,
    fix: String, also: [String] = [], note: String? = nil, except: Set<String> = [],
    unless: [ArgumentCondition] = [], onlyWhen: [ArgumentCondition] = [], ready: [String] = [],
    isOnlyKept: Bool = false,
    onlyMadeWith: [ArgumentCondition] = [], unlessMadeWith: [ArgumentCondition] = [], onlyAfter: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.severity = severity
    self.confidence = confidence
    self.replacement = replacement
    self.fix = fix
    self.also = also
    self.note = note
    self.except = except
    self.unless = unless
    self.onlyWhen = onlyWhen
    self.ready = ready
    self.isOnlyKept = isOnlyKept
    self.onlyMadeWith = onlyMadeWith
    self.unlessMadeWith = unlessMadeWith
    self.onlyAfter = onlyAfter
  }

  /// The same call under another name.
  public func renamed(_ name: String) -> BlockingCall {
    BlockingCall(
      name: name, kind: kind, severity: severity, confidence: confidence, replacement: replacement, fix: fix,
      also: also, note: note, except: except, unless: unless, onlyWhen: onlyWhen,
      ready: ready, isOnlyKept: isOnlyKept, onlyMadeWith: onlyMadeWith, unlessMadeWith: unlessMadeWith,
      onlyAfter: onlyAfter)
  }
}

/// A condition on one argument of a call.
public struct ArgumentCondition: Equatable, Sendable {
  /// Its name when given by keyword.
  public let argument: String
  /// Its 1-based place when given by position, `self` not counted; nil: only by keyword.
  public let position: Int?
  /// Literals as written in Python.
  public let literals: [String]
  /// Whether it holds for these literals, or for given values that are none of them.
  public let isNegated: Bool

  public init(argument: String, position: Int?, literals: [String], isNegated: Bool) {
    self.argument = argument
    self.position = position
    self.literals = literals
    self.isNegated = isNegated
  }
}

/// What takes code off the event loop, from `off-loop.yaml`.
public struct OffLoop: Equatable, Sendable {
  public var helpers: [OffLoopHelper] = []
  /// Decorators whose function then runs off the loop, by qualified name; a leading `*.` means any object.
  public var decorators: Set<String> = []
  public var guards = ThreadGuards.none

  public init(
    helpers: [OffLoopHelper] = [], decorators: Set<String> = [], guards: ThreadGuards = .none
  ) {
    self.helpers = helpers
    self.decorators = decorators
    self.guards = guards
  }
}

/// Something that runs a callable away from the event loop's thread, from `off-loop.yaml`.
public struct OffLoopHelper: Equatable, Sendable {
  /// Qualified name; a leading `*.` means a method of this name on any object.
  public let name: String
  /// 1-based position of the callable among the arguments; nil: only by keyword.
  public let argument: Int?
  public let keyword: String?
  /// Qualified names that `*.name` does not mean.
  public let except: Set<String>
  public let source: String

  public init(name: String, argument: Int?, keyword: String?, except: Set<String> = [], source: String) {
    self.name = name
    self.argument = argument
    self.keyword = keyword
    self.except = except
    self.source = source
  }
}

/// A framework that owns or uses the loop, from `frameworks.yaml`.
public struct Framework: Equatable, Sendable {
  public enum SyncHandlers: String, Sendable, CaseIterable {
    /// A plain `def` handler runs in a thread pool.
    case thread
    /// It runs on the loop.
    case loop
    /// There are none.
    case none
  }

  /// A value of the question `framework`.
  public let id: String
  public let title: String
  /// Importing one of these proves it.
  public let modules: [String]
  /// Ids of frameworks that it is built on or found beside.
  public let outranks: [String]
  public let loopOwner: String
  public let rule: String
  public let syncHandlers: SyncHandlers
  /// Qualified names whose argument makes what a parameter gets, such as `fastapi.Depends`.
  public let injectors: [String]
  /// Names of decorator methods that make a function a request handler.
  public let routes: [String]
  /// How to switch asyncio's debug mode on under it.
  public let debug: String
  public let source: String
}

/// Exception messages or log lines that are known, from `messages.yaml`.
public struct KnownMessage: Equatable, Sendable {
  public let id: String
  /// The article that explains it.
  public let page: String
  /// What it answers on the timeline, by question.
  public let answers: [String: String]
  /// Parts of a line; `*` stands for anything within it.
  public let patterns: [String]
}

/// What runs a plain function on the event loop although no coroutine calls it, from `on-loop.yaml`.
public struct OnLoop: Equatable, Sendable {
  public let callbacks: [LoopCallback]
  public let decorators: [LoopDecorator]
  public let methods: [LoopMethods]
  public let callers: [Caller]
  /// They stand in the body of a class, and what they are given is called for each object of it.
  public let factories: [Caller]
  public let constructors: [Constructor]

  /// Nothing at all.
  public static let none = OnLoop(
    callbacks: [], decorators: [], methods: [], callers: [], factories: [], constructors: [])

  /// Something that has the loop call what it is given.
  public struct LoopCallback: Equatable, Sendable {
    /// Qualified name. `*.name` means a method of this name on an object that cannot be told; `*word.name` only where what
    /// stands before the dot ends in that word.
    public let name: String
    /// Where the callable stands.
    public let callable: Place
    /// Whether that is so only where a coroutine function asks for it.
    public let isFromCoroutine: Bool
  }

  /// A decorator whose plain function the loop calls.
  public struct LoopDecorator: Equatable, Sendable {
    /// Qualified name.
    public let name: String
    /// It does not when any of these holds.
    public let unless: [ArgumentCondition]
  }

  /// Plain methods that a framework calls on the loop.
  public struct LoopMethods: Equatable, Sendable {
    /// The qualified names of the classes of which a class with such methods is a subclass.
    public let classes: [String]
    public let methods: [String]
  }

  /// A function that calls what it is given before it returns, wherever it is called itself.
  public struct Caller: Equatable, Sendable {
    public let name: String
    public let callable: Place
  }

  /// What making an object of a class calls besides its constructor.
  public struct Constructor: Equatable, Sendable {
    /// The qualified names of classes of which the class is a subclass; empty: any class.
    public let classes: [String]
    /// Its methods, by their own names.
    public let methods: [String]
    /// Its methods, by the qualified names of their decorators.
    public let decorators: [String]
    /// Class methods that make an object just as calling the class does.
    public let makers: [String]
  }

  /// Where an argument stands: by position from 1, or by name.
  public struct Place: Equatable, Sendable {
    public let position: Int?
    public let keyword: String?
  }
}

/// Calls that tell whether the event loop runs in this thread, from the `guards` of `off-loop.yaml`.
public struct ThreadGuards: Equatable, Sendable {
  /// Nothing at all.
  public static let none = ThreadGuards(
    threads: [], mainThread: [], loops: [], running: [], exceptions: [], coroutineFunctions: [])

  /// They tell one thread from another.
  public let threads: Set<String>
  /// They give the main thread.
  public let mainThread: Set<String>
  /// Where no loop runs they raise an exception, or give None.
  public let loops: Set<String>
  /// They are true where a loop runs.
  public let running: Set<String>
  /// What catches the exception that `loops` raise.
  public let exceptions: Set<String>
  /// They tell whether a function is a coroutine function.
  public let coroutineFunctions: Set<String>
}

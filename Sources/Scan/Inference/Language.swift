/// What functions of Python's own library do with what they are given: the part of the language that is spelled as calls.
enum Language {
  enum Meaning {
    case superclasses
    /// `cast(T, x)`: an object of `T`.
    case cast
    /// The first argument, or something that does the same when it is called.
    case firstArgument
    case elementOfFirst
    /// A new list of what the first argument gives.
    case listed
    /// What the first argument gives as a context manager.
    case entered
    /// The first argument is called for each element, later.
    case mapped
    /// `iter(x)`, `iter(f, last)`.
    case iterator
    /// It makes a dictionary of what it is given.
    case dictionary
    /// A dictionary that calls its first argument for what it lacks.
    case defaulted
    /// It reads attributes, or calls a method, of what it is called with.
    case picker
    /// `getattr(x, "name")`.
    case attribute
    case importedModule
    case secondArgument
    /// The class that a type variable is bound to.
    case bound
    case enumerated
    case zipped
    /// What awaiting the first argument gives, when it is awaited itself.
    case task
    case gathered
  }

  static let meanings: [String: Meaning] = [
    "builtins.super": .superclasses,
    "typing.cast": .cast,
    "functools.partial": .firstArgument,
    "functools.partialmethod": .firstArgument,
    "functools.wraps": .firstArgument,
    "functools.cache": .firstArgument,
    "functools.lru_cache": .firstArgument,
    "contextlib.contextmanager": .firstArgument,
    "contextlib.asynccontextmanager": .firstArgument,
    "builtins.staticmethod": .firstArgument,
    "builtins.classmethod": .firstArgument,
    "copy.copy": .firstArgument,
    "copy.deepcopy": .firstArgument,
    "builtins.list": .listed,
    "builtins.tuple": .listed,
    "builtins.set": .listed,
    "builtins.frozenset": .listed,
    "builtins.sorted": .listed,
    "builtins.dict": .dictionary,
    "collections.OrderedDict": .dictionary,
    "collections.defaultdict": .defaulted,
    "types.MappingProxyType": .firstArgument,
    attributePicker: .picker,
    methodPicker: .picker,
    "heapq.heappop": .elementOfFirst,
    "heapq.heappushpop": .elementOfFirst,
    "heapq.heapreplace": .elementOfFirst,
    "builtins.reversed": .firstArgument,
    "builtins.iter": .iterator,
    "builtins.next": .elementOfFirst,
    "contextlib.ExitStack.enter_context": .entered,
    "contextlib.AsyncExitStack.enter_context": .entered,
    "contextlib.closing": .firstArgument,
    "builtins.map": .mapped,
    "builtins.filter": .mapped,
    "itertools.starmap": .mapped,
    "itertools.takewhile": .mapped,
    "itertools.dropwhile": .mapped,
    "itertools.filterfalse": .mapped,
    attributeReader: .attribute,
    "builtins.object.__getattribute__": .attribute,
    "importlib.import_module": .importedModule,
    "builtins.__import__": .importedModule,
    "builtins.enumerate": .enumerated,
    "builtins.zip": .zipped,
    "builtins.max": .elementOfFirst,
    "builtins.min": .elementOfFirst,
    "random.choice": .elementOfFirst,
    "weakref.proxy": .firstArgument,
    "typing.NewType": .secondArgument,
    "typing.TypeVar": .bound,
    "typing_extensions.TypeVar": .bound,
    "asyncio.create_task": .task,
    "asyncio.ensure_future": .task,
    "asyncio.wait_for": .task,
    "asyncio.shield": .task,
    "asyncio.gather": .gathered,
    "asyncio.run": .firstArgument,
  ]

  static let attributeReader = "builtins.getattr"
  static let attributePicker = "operator.attrgetter"
  static let methodPicker = "operator.methodcaller"

  /// Where the elements stand that they call a function with, counted from 0: the function's first parameter gets those of the
  /// argument at this place, the second those of the next.
  static let elementPlaces: [String: Int] = [
    "builtins.sorted": 0, "builtins.min": 0, "builtins.max": 0, "builtins.map": 1, "builtins.filter": 1,
    "functools.reduce": 0, "itertools.groupby": 0, "itertools.takewhile": 1, "itertools.dropwhile": 1,
    "itertools.filterfalse": 1, "heapq.nlargest": 1, "heapq.nsmallest": 1,
  ]

  /// Those of the functions that give elements on which leave out some of what they are given.
  static let sieves: Set<String> = [
    "builtins.filter", "itertools.takewhile", "itertools.dropwhile", "itertools.filterfalse",
  ]

  /// The method of a list that calls a function with each element.
  static let sorter = "sort"

  /// They compare the elements of their first argument, when they are given no key: with this method, or the next one.
  static let comparers: [String: [String]] = [
    "builtins.sorted": ["__lt__", "__gt__"], "builtins.min": ["__lt__", "__gt__"],
    "builtins.max": ["__gt__", "__lt__"],
  ]

  /// The comparisons that `functools.total_ordering` makes of one another.
  static let orderings = ["__lt__", "__le__", "__gt__", "__ge__"]

  /// Methods of containers that take every element of what they are given.
  static let consumingMethods: Set<String> = [
    "extend", "extendleft", "update", "union", "intersection", "difference", "difference_update",
    "intersection_update", "symmetric_difference_update", "issuperset", "writelines",
  ]

  /// What asks an object whether it is true, and whether there is any of it.
  static let truthMethods = ["__bool__", "__len__"]

  /// A class whose context managers may be decorators.
  static let contextDecorator = "contextlib.ContextDecorator"
  static let contextManagerMaker = "contextlib.contextmanager"

  /// Decorators of `functools` that leave the choice among several functions to the type of an argument.
  static let dispatchers: Set<String> = ["singledispatch", "singledispatchmethod"]

  /// The names under which the handbook knows loops that only keep the processor busy.
  static let spins: [Spin: String] = [
    .waiting: "builtins.while", .timing: "builtins.while", .counting: "builtins.range.__iter__",
  ]

  /// Classes of which the values in the body are objects of the class itself.
  static let enumerations: Set<String> = [
    "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag", "enum.ReprEnum",
  ]

  /// What classes derive from that are there for others to derive from.
  static let abstractClass = "abc.ABC"

  /// It makes something to await of a future of an executor.
  static let futureWrapper = "asyncio.wrap_future"

  /// A class that says what others have to look like.
  static let protocolClasses: Set<String> = ["typing.Protocol", "typing_extensions.Protocol"]

  /// The class of futures, and what tasks do as well.
  static let futureClass = "asyncio.Future"

  /// They take every element of their first argument before they return.
  static let consumers: Set<String> = [
    "builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset", "builtins.sorted",
    "builtins.sum",
    "builtins.min", "builtins.max", "builtins.any", "builtins.all", "builtins.dict", "builtins.next",
    "builtins.str.join", "builtins.dict.fromkeys", "collections.deque", "collections.Counter",
  ]

  /// Iterating over what they give iterates over their arguments.
  static let relays: Set<String> = [
    "builtins.enumerate", "builtins.zip", "builtins.map", "builtins.filter", "itertools.chain",
    "itertools.islice", "itertools.starmap", "itertools.takewhile", "itertools.dropwhile",
    "itertools.filterfalse", "itertools.accumulate", "itertools.groupby", "itertools.pairwise",
    "itertools.batched", "itertools.zip_longest", "itertools.product",
  ]

  /// The method of their first argument that they call, or the next one when it has none.
  static let conversions: [String: [String]] = [
    "builtins.len": ["__len__"], "builtins.str": ["__str__", "__repr__"], "builtins.repr": ["__repr__"],
    "builtins.bool": ["__bool__", "__len__"], "builtins.int": ["__int__"], "builtins.float": ["__float__"],
    "builtins.bytes": ["__bytes__"], "builtins.hash": ["__hash__"], "builtins.abs": ["__abs__"],
    "builtins.format": ["__format__", "__str__"], "builtins.print": ["__str__", "__repr__"],
    "builtins.iter": ["__iter__"], "builtins.reversed": ["__reversed__"], "builtins.round": ["__round__"],
  ]

  /// Those of which the handbook may say that they block where a class from outside the project has them.
  static let knownOperators: Set<String> = [
    "__len__", "__bool__", "__getitem__", "__setitem__", "__contains__",
  ]

  /// Containers, as annotations name them: their last argument is what they hold.
  static let containers: Set<String> = [
    "list", "List", "tuple", "Tuple", "set", "Set", "frozenset", "FrozenSet", "dict", "Dict", "Mapping",
    "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict", "Sequence", "MutableSequence", "Iterable",
    "Iterator", "Collection", "deque", "Deque", "ContextVar", "Callable",
  ]

  /// Those of them whose elements are their keys.
  static let mappings: Set<String> = [
    "dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict",
  ]

  /// Methods of containers that give what the container holds.
  static let containerMethods: [String: ContainerMethod] = [
    "get": .element, "pop": .element, "popleft": .element, "setdefault": .element, "values": .values,
    "get_nowait": .element, "items": .items, "copy": .copy,
  ]

  /// Queues: what is put into them comes out of `get`.
  static let queues: Set<String> = [
    "asyncio.Queue", "asyncio.PriorityQueue", "asyncio.LifoQueue", "queue.Queue", "queue.PriorityQueue",
    "queue.LifoQueue", "queue.SimpleQueue",
  ]

  /// What they make are containers or behaves like one.
  static let collectionModules = ["builtins.", "collections.", "contextvars.", "weakref."]

  /// With this among its types, the handbook says of a class that anybody puts items into its objects.
  static let itemsMark = "__items__"

  /// Under this name of a library, the handbook says what parameters without an annotation are by their names.
  static let conventions = "__parameters__"
  static let conventionalParameters: Set<String> = ["app", "request"]

  /// Objects on which anybody sets attributes.
  static let openTypes: Set<String> = ["threading.local", "types.SimpleNamespace", "argparse.Namespace"]

  /// Methods of a loop or group that make a task of their first argument.
  static let taskMakers: Set<String> = ["create_task", "ensure_future"]

  /// What is awaited to get the last argument of the annotation.
  static let awaitables: Set<String> = ["Awaitable", "Coroutine", "Future", "Task"]

  /// Annotations that say nothing of what something is.
  static let openAnnotations: Set<String> = [
    "typing.Any", "typing.Callable", "collections.abc.Callable", "builtins.object", "builtins.callable",
  ]

  /// Those of them that say that it can be called.
  static let callableTypes: Set<String> = ["typing.Callable", "collections.abc.Callable"]

  /// Whether a name says of itself that it is asynchronous.
  static func isAsynchronous(_ name: String) -> Bool {
    name.hasPrefix("asyncio.") || name.contains(".Async") || name.contains(".asyncio.")
  }

  /// Where classes come from whose objects may be empty, and then are false.
  static let emptiable = ["builtins.", "collections.", "typing."]

  /// What an annotation declares never to be `None`.
  static let plainTypes: Set<String> = [
    "builtins.str", "builtins.bytes", "builtins.int", "builtins.float", "builtins.bool", "builtins.dict",
    "builtins.list", "builtins.tuple", "builtins.set",
  ]

  /// Generators, as annotations name them: their first argument is what they yield.
  static let generators: Set<String> = [
    "Generator", "AsyncGenerator", "AsyncIterator", "AsyncIterable", "AbstractContextManager",
    "AbstractAsyncContextManager", "ContextManager", "AsyncContextManager",
  ]

  /// Annotations that stand for one of their arguments.
  static let wrappers: Set<String> = ["Optional", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly"]

  /// The modules whose names have these meanings in annotations.
  static let annotationModules: [String] = [
    "typing.", "typing_extensions.", "builtins.", "collections.", "contextlib.", "contextvars.", "asyncio.",
    "queue.",
  ]

  /// Modules whose decorators leave it to the project who calls a function.
  private static let plainDecorators = [
    "builtins.", "functools.", "contextlib.", "abc.", "typing.", "typing_extensions.", "dataclasses.",
    "types.",
  ]

  /// Whether a decorator of this name calls nothing by itself.
  static func isTransparent(_ decorator: String) -> Bool {
    plainDecorators.contains { decorator.utf8.starts(with: $0.utf8) }
  }

  /// Methods that run without being named at the place: by an operator, a statement or at the end of a life.
  static func runsUnnamed(_ method: String) -> Bool {
    method.utf8.count > 4 && method.hasPrefix("__") && method.hasSuffix("__") && !seen.contains(method)
  }

  /// Those whose uses inference sees.
  private static let seen: Set<String> = [
    "__init__", "__new__", "__post_init__", "__call__", "__enter__", "__exit__", "__iter__", "__next__",
    "__getitem__", "__setitem__", "__delitem__", "__contains__", "__len__", "__str__", "__repr__",
    "__format__",
    "__bool__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__", "__sub__", "__mul__",
    "__truediv__", "__mod__", "__radd__", "__iadd__", "__missing__", "__get__", "__set__", "__delete__",
    "__aenter__", "__aexit__", "__aiter__",
    "__anext__", "__await__",
  ]
}

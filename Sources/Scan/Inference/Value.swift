/// What an expression may stand for, as far as it can be told without running anything.
enum Value: Hashable {
  /// A module, class, function or member outside the project.
  case external(Symbol)
  /// An object of a class outside the project.
  case instance(Symbol)
  case module(Project.Target)
  case function(FunctionReference, receiver: ClassReference?)
  /// A class of the project itself.
  case classObject(ClassReference)
  /// An object of a class of the project.
  case object(ClassReference)
  /// What calling a generator function gives: its body runs when it is iterated over.
  case generator(FunctionReference)
  /// A list, tuple, set or dictionary, by the expression that holds its elements.
  case container(ExpressionReference)
  /// `list[T]` and the like as a value: the expression is the annotation.
  case containerOf(ExpressionReference)
  /// What `map` and `filter` give, by the call: its first argument runs when it is iterated over.
  case mapped(ExpressionReference)
  /// What `attrgetter("x")` and `methodcaller("x")` give, by the call: it reads or calls that of what it is called with.
  case picker(ExpressionReference)
  /// What the parameter `*rest` at a place of a function holds.
  case rest(FunctionReference, Int)
  /// `Optional[T]`, `Annotated[T, …]` and the like under a name: the expression is an annotation.
  case typeForm(ExpressionReference)
  /// What `super()` gives: members of a class, but not of those below it.
  case parent(ClassReference)
  /// A method of a container.
  case method(ExpressionReference, ContainerMethod)
  /// Something to iterate over: the expression is the container, or the call that makes it.
  case view(ExpressionReference, ContainerView)
  /// One element of such a view: a pair, or what `zip` gives.
  case entry(ExpressionReference, ContainerView)
  /// A task or future: awaiting it gives what awaiting the expression gives.
  case task(ExpressionReference)
  /// As `external`, read from a class of the project, so that what a query gives is known to be an object of it.
  case member(Symbol, of: ClassReference)
}

/// Methods of containers by what they give.
enum ContainerMethod: Hashable {
  case element, values, items, copy
}

/// What iterating over something gives other than its elements.
enum ContainerView: Hashable {
  /// The values of a dictionary.
  case values
  /// Pairs of key and value.
  case items
  case enumerated
  case zipped
  /// What something else has given one by one.
  case listed
  /// What `asyncio.gather` gives for each of its arguments.
  case gathered
}

/// A function of the project.
struct FunctionReference: Hashable, Comparable {
  private let place: ModulePlace
  var module: Int { place.module }
  var index: FunctionIndex { place.index }

  init(module: Int, index: FunctionIndex) { place = ModulePlace(module, index) }

  func _rawHashValue(seed: Int) -> Int { place._rawHashValue(seed: seed) }

  static func < (left: Self, right: Self) -> Bool { (left.module, left.index) < (right.module, right.index) }
}

/// A class of the project.
struct ClassReference: Hashable {
  private let place: ModulePlace
  var module: Int { place.module }
  var index: ClassIndex { place.index }

  init(module: Int, index: ClassIndex) { place = ModulePlace(module, index) }

  func _rawHashValue(seed: Int) -> Int { place._rawHashValue(seed: seed) }
}

/// An expression of the project.
struct ExpressionReference: Hashable {
  private let place: ModulePlace
  var module: Int { place.module }
  var index: ExpressionIndex { place.index }

  init(module: Int, index: ExpressionIndex) { place = ModulePlace(module, index) }

  func _rawHashValue(seed: Int) -> Int { place._rawHashValue(seed: seed) }
}

/// A module and a place in one of its arrays, in few bytes: values are full of them.
struct ModulePlace: Hashable, Sendable {
  private let moduleNumber: Int32
  let index: Int32

  var module: Int { Int(moduleNumber) }

  init(_ module: Int, _ index: Int32) {
    moduleNumber = Int32(truncatingIfNeeded: module)
    self.index = index
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(UInt32(bitPattern: moduleNumber)) << 32 | UInt64(UInt32(bitPattern: index)))
  }

  func _rawHashValue(seed: Int) -> Int {
    quickHash(UInt32(bitPattern: moduleNumber), UInt32(bitPattern: index), seed: seed)
  }
}

/// What dictionaries and sets ask a key for, in place of the standard library's hash, which withstands whoever chooses the keys
/// and takes ten times as long. Here keys are places in tables, and there are tens of millions of look-ups.
@inline(__always)
func quickHash(_ first: UInt32, _ second: UInt32, seed: Int) -> Int {
  let number = (UInt64(first) << 32 | UInt64(second)) ^ UInt64(truncatingIfNeeded: seed)
  let (high, low) = (number ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return Int(truncatingIfNeeded: high ^ low)
}

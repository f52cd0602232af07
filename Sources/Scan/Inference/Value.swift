/// What an expression may stand for, as far as it can be told without running anything.
enum Value: Hashable {
  /// A module, class, function or member outside the project, by qualified name.
  case external(String)
  /// An object of a class outside the project.
  case instance(String)
  case module(Project.Target)
  case function(FunctionReference, receiver: ClassReference?)
  /// A class of the project itself.
  case classObject(ClassReference)
  /// An object of a class of the project.
  case object(ClassReference)
}

/// A function of the project.
struct FunctionReference: Hashable, Comparable {
  let module: Int
  let index: FunctionIndex

  static func < (left: Self, right: Self) -> Bool { (left.module, left.index) < (right.module, right.index) }
}

/// A class of the project.
struct ClassReference: Hashable {
  let module: Int
  let index: ClassIndex
}

import Handbook

extension Handbook {
  /// The handbook that the executable carries. It was checked when it was built, so nothing is checked here.
  public static let builtIn = Handbook(compiled: compiledKnowledge)
}

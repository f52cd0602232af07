/// A library that is read when it is first asked for: most scans need a few of them. Its name, and which names it speaks of, are
/// known before.
public struct ShelvedLibrary: Equatable, Sendable {
  /// Its top-level import name.
  public let name: String
  /// The first words of all qualified names that it has something to say of.
  public let roots: [String]
  private let contents: Lazy<Library>

  public var library: Library { contents.value }

  init(name: String, roots: [String], library: @escaping @Sendable () -> Library) {
    self.name = name
    self.roots = roots
    contents = Lazy(library)
  }

  init(_ library: Library) {
    self.init(name: library.name, roots: library.roots) { library }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.roots == right.roots && left.library == right.library
  }
}

extension Library {
  fileprivate var roots: [String] {
    let names = calls.map(\.name) + types.keys + aliases.keys + asynchronous
    return Set(names.map { String($0.root) }).sorted()
  }
}

extension String {
  /// The first word of a qualified name.
  public var root: Substring { utf8.firstIndex(of: UInt8(ascii: ".")).map { self[..<$0] } ?? self[...] }
}
